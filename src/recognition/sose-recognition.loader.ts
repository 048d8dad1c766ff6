import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { poolOf } from '../database/data-source.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import { isPublicOn } from '../rules/sose/recognition.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { accountsNumbered } from '../standing/numbered-account.sql.ts';
import type { SoseRecognitionSource } from './sose-recognition.type.ts';

const select = (mine: string): string => `
  select ${mine} as mine, recognition.id, account_id as "accountId", wsib_account as "wsibAccount", recognition.reference, granted_on as "grantedOn",
    from_day as "from", to_day as "to", revoked_on as "revokedOn", published_on as "publishedOn", revocation_reason as "revocationReason", reported_by as "reportedBy",
    recognition.version
  from sose_recognition as recognition join account on account.id = account_id`;

/**
 * Recognitions by id, as far as visible to the caller: all for staff, its own for an organization, those it reported for a reporter, and for everyone
 * those that are public today (W.4).
 */
export const recognitionById = (source: DataSource, context: Context): DataLoader<string, SoseRecognitionSource | null> =>
  new DataLoader(async (ids) => {
    const rows = await visible(source, context, 'recognition.id = any($1::uuid[])', ids);
    const byId = new Map(rows.map((row) => [row.id, shown(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** The recognitions of an account in the order of their first days, as far as visible to the caller. */
export const recognitionsByAccount = (source: DataSource, context: Context): DataLoader<string, readonly SoseRecognitionSource[]> =>
  new DataLoader(async (ids) => {
    const rows = await visible(source, context, 'account_id = any($1::uuid[])', ids);
    return ids.map((id) => rows.filter(({ accountId }) => accountId === id).map(shown));
  });

/** The same by WSIB account number as stored, or by one that the account had before; none for an account that does not exist. */
export const recognitionsByWsibAccount = (source: DataSource, context: Context): DataLoader<string, readonly SoseRecognitionSource[]> =>
  new DataLoader(async (numbers) => {
    const { rows: found } = await poolOf(source).query<{ number: string; id: string }>(numberedSql, [numbers]);
    const ids = new Map(found.map(({ number, id }) => [number, id]));
    const rows = await visible(source, context, 'account_id = any($1::uuid[])', [...ids.values()]);
    return numbers.map((number) => rows.filter(({ accountId }) => accountId === ids.get(number)).map(shown));
  });

const numberedSql = `
  select asked.number, numbered.id from unnest($1::text[]) as asked (number) cross join lateral (${accountsNumbered('asked.number')}) as numbered`;

/** The recognition of an id as a unit of work sees it. */
export async function recognitionInUnit(tx: EntityManager, id: string): Promise<SoseRecognitionSource> {
  const [row]: SoseRecognitionSource[] = await tx.query(`${select('true')} where recognition.id = $1`, [id]);
  if (!row) throw new Error('The recognition that a unit has just written is not there.');
  return shown(row);
}

async function visible(
  source: DataSource,
  context: Context,
  where: string,
  keys: readonly string[],
): Promise<readonly SoseRecognitionSource[]> {
  const [mine, ...values] = condition(context);
  const text = `${select(mine)} where ${where} order by from_day, recognition.id`;
  const { rows } = await poolOf(source).query<RecognitionRow>(text, [keys, ...values]);
  return rows.flatMap(({ mine: isMine, ...row }) => (isMine ? [row] : asPublished(row, context.today)));
}

interface RecognitionRow extends SoseRecognitionSource {
  readonly mine: boolean;
}

/** W.4: what everyone may see of a recognition that is not the caller's to see: nothing, or what the ministry published. */
const asPublished = (row: SoseRecognitionSource, today: Day): readonly SoseRecognitionSource[] =>
  isPublicOn(row, today) ? [{ ...row, revokedOn: null, revocationReason: null, reportedBy: null, version: null }] : [];

/** SQL: which recognitions are visible to the caller, published or not, with values from the second placeholder on. */
function condition(context: Context): readonly [sql: string, ...values: string[]] {
  const { scope, holder, organizationId } = context.caller;
  if (seesWholeFile(viewerOf(context))) return ['true'];
  if (organizationId !== null) return ['organization_id = $2', organizationId];
  return scope === 'ministry' && holder !== null ? ['reported_by = $2', holder] : ['false'];
}

const shown = (row: SoseRecognitionSource): SoseRecognitionSource => ({ ...row, id: toGlobalId('SoseRecognition', row.id) });
