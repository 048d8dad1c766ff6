import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { numbersMeant } from '../identifiers/document-number.ts';
import type { Day } from '../rules/calendar.ts';
import type { CertificateBasis, Standard } from '../rules/facts.ts';
import { type DocumentEffect, type DocumentKind, documentEffect } from '../rules/standing/proof.ts';
import { accountFacts } from '../standing/standing.facts.ts';
import type { ProofKind } from './proof.type.ts';

/** A document on record with its effect today. */
export interface CheckedDocument extends DocumentRow {
  readonly effect: DocumentEffect;
}

interface DocumentRow {
  readonly number: string;
  readonly kind: ProofKind;
  /** Its key in the law: its number, or for a confirmation the id of the registration. */
  readonly key: string;
  readonly accountId: string;
  readonly organizationName: string;
  readonly wsibAccount: string | null;
  readonly issuedOn: Day;
  readonly standard: Standard | null;
  readonly basis: CertificateBasis | null;
  readonly year: 2 | 3 | null;
}

/** The document with a number as typed, checked for today. All facts are of one moment, however many documents are requested. */
export const documentByNumber = (source: DataSource, { today }: Context): DataLoader<string, CheckedDocument | null> =>
  new DataLoader((typed) => source.transaction('REPEATABLE READ', (tx) => checkedDocuments(tx, typed, today)));

async function checkedDocuments(tx: EntityManager, typed: readonly string[], today: Day): Promise<(CheckedDocument | null)[]> {
  const meant = typed.map(numbersMeant);
  const rows: DocumentRow[] = await tx.query(documentsSql, [[...new Set(meant.flat())]]);
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const facts = rows.length > 0 ? await accountFacts(tx, [...new Set(rows.map(({ accountId }) => accountId))]) : new Map<string, never>();
  return meant.map((numbers) => {
    const row = numbers.map((number) => byNumber.get(number)).find((each) => each !== undefined);
    const known = row && facts.get(row.accountId);
    return row && known ? { ...row, effect: documentEffect(known, { kind: kindInLaw[row.kind], key: row.key }, today) } : null;
  });
}

const kindInLaw: Readonly<Record<ProofKind, DocumentKind>> = {
  CONFIRMATION_OF_REGISTRATION: 'CONFIRMATION_OF_REGISTRATION',
  CERTIFICATE_OF_RECOGNITION: 'CERTIFICATE',
  LETTER_OF_GOOD_STANDING: 'LETTER_OF_GOOD_STANDING',
  INTERIM_LETTER_OF_GOOD_STANDING: 'BIDDING_DOCUMENT',
  LETTER_OF_RECIPROCITY: 'BIDDING_DOCUMENT',
};

const documentsSql = `
  select d.*, a.wsib_account as "wsibAccount", o.legal_name as "organizationName"
  from (
    select number, 'CERTIFICATE_OF_RECOGNITION' as kind, number as key, account_id as "accountId", issued_on as "issuedOn",
      standard, basis, null::smallint as year
    from certificate where number = any($1)
    union all
    select l.number, 'LETTER_OF_GOOD_STANDING', l.number, c.account_id, l.issued_on, null, null, l.year
    from letter_of_good_standing l join certificate c on c.id = l.certificate_id where l.number = any($1)
    union all
    select number, case kind when 'INTERIM_LOGS' then 'INTERIM_LETTER_OF_GOOD_STANDING' else kind end, number, account_id, issued_on,
      null, null, null
    from bidding_document where number = any($1)
    union all
    select number, 'CONFIRMATION_OF_REGISTRATION', id::text, account_id, confirmed_on, null, null, null
    from registration where number = any($1)
  ) as d
  join account a on a.id = d."accountId"
  join organization o on o.id = a.organization_id`;
