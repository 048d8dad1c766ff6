import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { poolOf } from '../database/data-source.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import type { SoseRecognitionSource } from './sose-recognition.type.ts';

const select = `
  select recognition.id, account_id as "accountId", wsib_account as "wsibAccount", recognition.reference, granted_on as "grantedOn",
    from_day as "from", to_day as "to", revoked_on as "revokedOn", revocation_reason as "revocationReason", reported_by as "reportedBy",
    recognition.version
  from sose_recognition as recognition join account on account.id = account_id`;

/**
 * Recognitions by id, as far as visible to the caller: all for staff, its own for an organization, and those it reported for a reporter.
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

/** The same by WSIB account number as stored; none for an account that does not exist. */
export const recognitionsByWsibAccount = (source: DataSource, context: Context): DataLoader<string, readonly SoseRecognitionSource[]> =>
  new DataLoader(async (numbers) => {
    const rows = await visible(source, context, 'wsib_account = any($1)', numbers);
    return numbers.map((number) => rows.filter(({ wsibAccount }) => wsibAccount === number).map(shown));
  });

/** The recognition of an id as a unit of work sees it. */
export async function recognitionInUnit(tx: EntityManager, id: string): Promise<SoseRecognitionSource> {
  const [row]: SoseRecognitionSource[] = await tx.query(`${select} where recognition.id = $1`, [id]);
  if (!row) throw new Error('The recognition that a unit has just written is not there.');
  return shown(row);
}

async function visible(
  source: DataSource,
  context: Context,
  where: string,
  keys: readonly string[],
): Promise<readonly SoseRecognitionSource[]> {
  const [mine, ...values] = condition(context) ?? [null];
  if (mine === null) return [];
  const text = `${select} where ${where} and ${mine} order by from_day, recognition.id`;
  const { rows } = await poolOf(source).query<SoseRecognitionSource>(text, [keys, ...values]);
  return rows;
}

/** SQL: which recognitions are visible to the caller, with values from the second placeholder on; null for a caller to whom none are. */
function condition(context: Context): readonly [sql: string, ...values: string[]] | null {
  const { scope, holder, organizationId } = context.caller;
  if (seesWholeFile(viewerOf(context))) return ['true'];
  if (organizationId !== null) return ['organization_id = $2', organizationId];
  return scope === 'ministry' && holder !== null ? ['reported_by = $2', holder] : null;
}

const shown = (row: SoseRecognitionSource): SoseRecognitionSource => ({ ...row, id: toGlobalId('SoseRecognition', row.id) });
