import { type AccountIdentity, accountIdentity, identityColumns } from '../accounts/account.loader.ts';
import type { AccountSource } from '../accounts/account.type.ts';
import { type CertificateColumns, certificateOf } from '../certificates/certificate.loader.ts';
import type { Certificate } from '../certificates/certificate.type.ts';
import { Cursors, isPositionInTime } from '../connection/keyset.ts';
import type { CountedConnection } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import type { SqlParameters } from '../database/sql-parameters.ts';
import { audienceOf } from '../disclosure/audience.ts';
import type { Day } from '../rules/calendar.ts';
import { firstIssueNotEndingBefore } from '../rules/standing/lookback.ts';
import { criteriaOf } from '../standing/criteria.ts';
import { type CertificateFilter, type CertificatesArgs } from './certificates.args.ts';
import { type DocumentList, documentKinds, standardOn } from './document-list.sql.ts';
import { listDocuments } from './list-documents.ts';

const cursors = new Cursors('certificates', isPositionInTime);

/** A certificate of a list, with its account. */
export interface ListedCertificate extends Certificate {
  readonly accountOf: AccountSource;
}

type ListedRow = CertificateColumns & AccountIdentity & { readonly position: string };

/** The certificates behind the standings visible to the caller; all certificates for a caller who sees every file. */
export async function listCertificates(context: Context, args: CertificatesArgs): Promise<CountedConnection<ListedCertificate>> {
  return listDocuments<ListedRow, ListedCertificate>(context, args, listOf(context, args.filter ?? null), {
    cursors,
    columns: (params) => columns(context, params),
    shown: (row) => ({ ...certificateOf(row), accountOf: accountIdentity(row) }),
  });
}

const listOf = (context: Context, filter: CertificateFilter | null): DocumentList => ({
  kind: documentKinds.certificate,
  audience: audienceOf(context),
  criteria: criteriaOf(filter && { ...filter, endingBefore: null }, context.today),
  further: (params) => (filter?.endingBefore ? [endsBefore(filter.endingBefore, params)] : []),
});

/** A certificate is listed as it is today, whichever day the list is of: clients keep it by its id. */
const columns = ({ today }: Context, params: SqlParameters): string =>
  `c.id, c.number, c.basis, c.issued_on as "issuedOn", ${standardOn(params.add(today))} as standard, ${identityColumns}`;

/** the law gives the last day of issue for which a certificate of a basis ends before the day. */
function endsBefore(day: Day, params: SqlParameters): string {
  const issuedBefore = (basis: 'EXTERNAL_AUDIT' | 'ISO_45001_EQUIVALENCY' | 'MLITSD_EQUIVALENCY') =>
    `c.basis = '${basis}' and c.issued_on < ${params.add(firstIssueNotEndingBefore(basis, day))}::date`;
  return `(${issuedBefore('EXTERNAL_AUDIT')} or ${issuedBefore('ISO_45001_EQUIVALENCY')} or ${issuedBefore('MLITSD_EQUIVALENCY')})`;
}
