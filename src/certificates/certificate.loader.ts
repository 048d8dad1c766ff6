import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { poolOf } from '../database/data-source.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import type { CertificateBasis, Standard } from '../rules/facts.ts';
import { printedEnd } from '../rules/standing/certificate-life.ts';
import { maySee, seesWholeFile, type Viewer } from '../rules/standing/disclosure.ts';
import type { Standing } from '../rules/standing/standing.ts';
import type { Certificate } from './certificate.type.ts';

/** The columns of a certificate that a client sees; its id is not global yet. */
export interface CertificateColumns {
  readonly id: string;
  readonly number: string;
  readonly basis: CertificateBasis;
  readonly issuedOn: Day;
  /** Its standard in its last period until today, otherwise the one it was issued to. */
  readonly standard: Standard;
}

interface CertificateRow extends CertificateColumns {
  readonly organizationId: string;
  /** Today's standing of the account, if today this certificate is shown with it. */
  readonly shownWith: Standing | null;
}

/**
 * The certificate with an id, if it is shown today with a standing visible to the caller; any certificate for callers who see the whole
 * file.
 */
export const certificateById = (source: DataSource, context: Context): DataLoader<string, Certificate | null> =>
  new DataLoader(async (ids) => {
    const { rows } = await poolOf(source).query<CertificateRow>({
      name: 'certificates_by_id',
      text: certificatesSql,
      values: [context.today, ids],
    });
    const visible = rows.filter((row) => isShown(viewerOf(context, row), row));
    const byId = new Map(visible.map((row) => [row.id, certificateOf(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  });

const isShown = (viewer: Viewer, { shownWith }: CertificateRow): boolean =>
  seesWholeFile(viewer) || (shownWith !== null && maySee(viewer, shownWith));

/** The certificate with an id as a unit of work sees it, including the unit's own changes. */
export async function certificateInUnit({ tx, today }: Unit, id: string): Promise<Certificate> {
  const [row]: CertificateRow[] = await tx.query(certificatesSql, [today, [id]]);
  if (!row) throw new Error('The certificate that a unit has just written is missing.');
  return certificateOf(row);
}

const certificatesSql = `
  select c.id, a.organization_id as "organizationId", c.number, c.basis, c.issued_on as "issuedOn", coalesce(held.standard, c.standard) as standard,
    case when held.valid_to > $1 or held.valid_to is null then held.standing end as "shownWith"
  from certificate c join account a on a.id = c.account_id left join lateral (
    select standing, standard, valid_to from standing_period
    where account_id = c.account_id and certificate_id = c.id and valid_from <= $1 order by valid_from desc limit 1
  ) as held on true
  where c.id = any($2::uuid[])`;

/** The certificate of a row. */
export const certificateOf = ({ id, number, standard, basis, issuedOn }: CertificateColumns): Certificate => ({
  id: toGlobalId('Certificate', id),
  number,
  standard,
  basis,
  issuedOn,
  endsOn: printedEnd({ basis, issuedOn }),
});
