import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { poolOf } from '../database/data-source.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { viewerOf } from './viewer-of.ts';

/** Records of one kind, visible only to callers who see the whole file: their columns, and what a client is shown of a row. */
export interface FileRecords<Row extends FileRow, Shown> {
  /** `select … from …`, to which a condition and the order are added; `id` and `"accountId"` are among its columns. */
  readonly select: string;
  /** The column of the account. */
  readonly account: string;
  /** The expression of the organization; default: that of the account. */
  readonly organization?: string;
  readonly id: string;
  readonly order: string;
  readonly shown: (row: Row) => Shown;
}

interface FileRow {
  readonly id: string;
  readonly accountId: string;
}

/** Loads records by id; null for callers who do not see the whole file. An organization sees its own. */
export const fileRecordById =
  <Row extends FileRow, Shown>(records: FileRecords<Row, Shown>) =>
  (source: DataSource, context: Context): DataLoader<string, Shown | null> =>
    new DataLoader(async (ids) => {
      const rows = await rowsWhere(source, context, records, records.id, ids);
      const byId = new Map(rows.map((row) => [row.id, records.shown(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    });

/** Loads all records of an account by its id; none for callers who do not see the whole file. An organization sees its own. */
export const fileRecordsByAccount =
  <Row extends FileRow, Shown>(records: FileRecords<Row, Shown>) =>
  (source: DataSource, context: Context): DataLoader<string, readonly Shown[]> =>
    new DataLoader(async (accounts) => {
      const rows = await rowsWhere(source, context, records, records.account, accounts);
      const byAccount = new Map<string, Shown[]>(accounts.map((account) => [account, []]));
      for (const row of rows) byAccount.get(row.accountId)?.push(records.shown(row));
      return accounts.map((account) => byAccount.get(account) ?? []);
    });

/** The record with an id as a unit of work sees it, including the unit's own changes. */
export const recordInUnit =
  <Row extends FileRow, Shown>({ select, id, shown }: FileRecords<Row, Shown>) =>
  async (tx: EntityManager, uuid: string): Promise<Shown> => {
    const [row]: Row[] = await tx.query(`${select} where ${id} = $1`, [uuid]);
    if (!row) throw new Error('The record that a unit has just written is missing.');
    return shown(row);
  };

async function rowsWhere<Row extends FileRow, Shown>(
  source: DataSource,
  context: Context,
  { select, order, account, organization = organizationOf(account) }: FileRecords<Row, Shown>,
  column: string,
  values: readonly string[],
): Promise<readonly Row[]> {
  const { organizationId } = context.caller;
  const seesEvery = seesWholeFile(viewerOf(context));
  if (!seesEvery && organizationId === null) return [];
  const own = seesEvery ? '' : ` and ${organization} = $2`;
  const text = `${select} where ${column} = any($1::uuid[])${own} order by ${order}`;
  const { rows } = await poolOf(source).query<Row>(text, seesEvery ? [values] : [values, organizationId]);
  return rows;
}

const organizationOf = (account: string): string => `(select owner.organization_id from account as owner where owner.id = ${account})`;
