import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { poolOf } from '../database/data-source.ts';
import { SqlParameters, type Statement } from '../database/sql-parameters.ts';
import type { Asking } from '../disclosure/consent.sql.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { accountsMeant } from '../identifiers/bare-number.ts';
import type { Day } from '../rules/calendar.ts';
import { isPublicOn } from '../rules/sose/recognition.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { accountsAsked, unlessOther } from '../standing/other-accounts.sql.ts';
import type { SoseRecognitionSource } from './sose-recognition.type.ts';

const columns = `recognition.id, recognition.account_id as "accountId", account.wsib_account as "wsibAccount", recognition.reference,
  recognition.granted_on as "grantedOn", recognition.from_day as "from", recognition.to_day as "to", recognition.revoked_on as "revokedOn",
  recognition.published_on as "publishedOn", recognition.revocation_reason as "revocationReason", recognition.reported_by as "reportedBy",
  recognition.version`;

/**
 * Recognitions by id, as far as visible to the caller: all for staff, its own for an organization, those it reported for a reporter, and for everyone
 * those that are public today (W.4).
 */
export const recognitionById = (source: DataSource, context: Context): DataLoader<string, SoseRecognitionSource | null> =>
  new DataLoader(async (ids) => {
    const rows = await visible(source, context, byId, ids);
    const found = new Map(rows.map((row) => [row.id, shown(row)]));
    return ids.map((id) => found.get(id) ?? null);
  });

/** The recognitions of an account in the order of their first days, as far as visible to the caller. */
export const recognitionsByAccount = (source: DataSource, context: Context): DataLoader<string, readonly SoseRecognitionSource[]> =>
  new DataLoader(async (ids) => {
    const rows = await visible(source, context, byAccount, ids);
    return ids.map((id) => rows.filter(({ accountId }) => accountId === id).map(shown));
  });

/** The same by WSIB account number as stored, or by one that the account had before; none for an account that does not exist. */
export const recognitionsByWsibAccount = (source: DataSource, context: Context): DataLoader<string, readonly SoseRecognitionSource[]> =>
  new DataLoader(async (typed) => {
    const meant = typed.map(accountsMeant);
    const rows = await visible(source, context, byWsibAccount, [...new Set(meant.flat())]);
    return meant.map((numbers) => {
      const found = numbers.find((number) => rows.some(({ askedNumber }) => askedNumber === number));
      return rows.filter(({ askedNumber }) => askedNumber !== undefined && askedNumber === found).map(shown);
    });
  });

/** The accounts of some keys, which are the first placeholder, and a condition on their recognitions. */
interface Way {
  readonly from: string;
  readonly where: string;
  readonly asked: string;
}

const byId: Way = {
  from: 'sose_recognition as named join account on account.id = named.account_id',
  where: 'named.id = any($1::uuid[]) and recognition.id = named.id',
  asked: 'null',
};
const byAccount: Way = { from: 'account', where: 'account.id = any($1::uuid[])', asked: 'null' };
/** By numbers, which can be tried one after the other. */
export const byWsibAccount: Way = {
  from: accountsAsked('$1', 'account'),
  where: unlessOther('recognition.id is not null'),
  asked: 'asked.number',
};

/** The recognition of an id as a unit of work sees it. */
export async function recognitionInUnit(tx: EntityManager, id: string): Promise<SoseRecognitionSource> {
  const [row]: SoseRecognitionSource[] = await tx.query(
    `select ${columns} from sose_recognition as recognition join account on account.id = account_id where recognition.id = $1`,
    [id],
  );
  if (!row) throw new Error('The recognition that a unit has just written is not there.');
  return shown(row);
}

// The mask is in the statement: what is hidden returns no row, and neither does what does not exist.
async function visible(source: DataSource, context: Context, way: Way, keys: readonly string[]): Promise<readonly RecognitionRow[]> {
  const { text, values } = visibleRecognitions(context, way, keys);
  const { rows } = await poolOf(source).query<RecognitionRow>(text, [...values]);
  return rows.flatMap(({ mine, ...row }) => (mine ? [row] : asPublished(row, context.today)));
}

interface RecognitionRow extends SoseRecognitionSource {
  readonly mine?: boolean;
  readonly askedNumber: string | null;
}

/** The statement has two ways to the recognitions of an account, each by an index that does not have those that are hidden from the caller. */
export function visibleRecognitions(context: Asking, { from, where, asked }: Way, keys: readonly string[]): Statement {
  const params = new SqlParameters();
  params.add(keys);
  const mine = condition(context, params);
  const published = `recognition.account_id = account.id and ${isPublic(params.add(context.today))} and not (${mine})`;
  const text = `
    select recognition.mine, ${asked} as "askedNumber", ${columns}
    from ${from} cross join lateral (
      select true as mine, recognition.* from sose_recognition as recognition where recognition.account_id = account.id and ${mine}
      union all
      select false, recognition.* from sose_recognition as recognition where ${published}
    ) as recognition
    where ${where} order by recognition.from_day, recognition.id`;
  return { text, values: params.values };
}

/** SQL: whether the recognition is public on a day, as `isPublicOn` of the rules says. */
export const isPublic = (day: string): string => `recognition.published_on <= ${day}::date and recognition.from_day <= ${day}::date
  and (recognition.to_day is null or recognition.to_day >= ${day}::date) and (recognition.revoked_on is null or recognition.revoked_on > ${day}::date)`;

/** W.4: what everyone may see of a recognition that is not the caller's to see: nothing, or what the ministry published. */
const asPublished = (row: Omit<RecognitionRow, 'mine'>, today: Day): readonly RecognitionRow[] =>
  isPublicOn(row, today) ? [{ ...row, revokedOn: null, revocationReason: null, reportedBy: null, version: null }] : [];

/** SQL: which recognitions are visible to the caller, published or not. */
function condition(context: Asking, params: SqlParameters): string {
  const { scope, holder, organizationId } = context.caller;
  if (seesWholeFile(viewerOf(context))) return 'true';
  if (organizationId !== null) return `account.organization_id = ${params.add(organizationId)}`;
  return scope === 'ministry' && holder !== null ? `recognition.reported_by = ${params.add(holder)}` : 'false';
}

const shown = (row: SoseRecognitionSource): SoseRecognitionSource => ({ ...row, id: toGlobalId('SoseRecognition', row.id) });
