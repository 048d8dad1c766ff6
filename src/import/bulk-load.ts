import type { PoolClient } from 'pg';
import type { ImportFile } from './column.ts';
import { takeTables, withReferring } from './exclusive.ts';
import { stagingTable } from './staging.ts';

/** With fewer rows, dropping and restoring indexes costs more than it saves. */
const WORTH_IT = 5000;

/** How long to try to lock the tables, in milliseconds; a registry in constant use is filled row by row. */
const PATIENCE = 2000;

/** Whether the import is a large one into empty tables that it can lock. */
export async function isBulkLoad(client: PoolClient, files: readonly ImportFile[]): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean; staged: string }>(
    `select ${files.map(({ table }) => `not exists (select from ${table})`).join(' and ')} as empty,
       ${files.map((file) => `(select count(*) from ${stagingTable(file)})`).join(' + ')} as staged`,
  );
  const [found] = rows;
  if (!found?.empty || Number(found.staged) < WORTH_IT) return false;
  return takeTables(client, await withReferring(client, [...tablesOf(files), 'standing_period']), PATIENCE);
}

const tablesOf = (files: readonly ImportFile[]): readonly string[] => [...files.map(({ table }) => table), 'document_number'];

/** Fills the empty tables of facts; nobody else can use them until the transaction ends. */
export function bulkLoad<T>(client: PoolClient, files: readonly ImportFile[], fill: () => Promise<T>): Promise<T> {
  const numbered = files.filter(({ document }) => document);
  return withoutKeys(client, tablesOf(files), async () => {
    for (const { table } of numbered) await client.query(`alter table ${table} disable trigger ${table}_takes_number`);
    const result = await fill();
    for (const { table } of numbered) await client.query(`alter table ${table} enable trigger ${table}_takes_number`);
    await client.query(`insert into document_number (number, kind) ${numbered.map(numbersSql).join(' union all ')}`);
    return result;
  });
}

/** Stores the first timelines, in a table that the bulk load locked with those of the facts. */
export const bulkStore = <T>(client: PoolClient, store: () => Promise<T>): Promise<T> => withoutKeys(client, ['standing_period'], store);

interface Keeping {
  readonly take_off: string;
  readonly put_back: string;
}

/**
 * Fills empty tables without their keys, indexes and references, and then restores those for all rows at once, which also checks them: row by row,
 * that takes PostgreSQL several times as long.
 */
export async function withoutKeys<T>(client: PoolClient, tables: readonly string[], fill: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<Keeping>(keepingSql, [tables]);
  for (const { take_off } of rows) await client.query(take_off);
  const result = await fill();
  await client.query(`set local maintenance_work_mem = '128MB'`);
  for (const { put_back } of rows.toReversed()) await client.query(put_back);
  await client.query(`analyze ${tables.join(', ')}`);
  return result;
}

const numbersSql = ({ table, document }: ImportFile): string => `select number, '${document}' from ${table}`;

/** References first, then keys, then the other indexes; they are restored in reverse order. */
const keepingSql = `
  with loaded as (select table_name::regclass as id from unnest($1::text[]) as table_name),
  keeping (rank, take_off, put_back) as (
    select case contype when 'f' then 1 else 2 end,
      format('alter table %s drop constraint %I', conrelid::regclass, conname),
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint
    where contype in ('p', 'u', 'f') and (conrelid in (select id from loaded) or confrelid in (select id from loaded))
    union all
    select 3, format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    from pg_index
    where indrelid in (select id from loaded) and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
  )
  select take_off, put_back from keeping order by rank, take_off`;
