import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';

/** Milliseconds between two attempts. */
const PAUSE = 20;

/** PostgreSQL's answer when a table is in use. */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Locks the tables for this transaction, all or none, trying for the given number of milliseconds. It never waits while it holds some of them: a
 * reader that holds the others would wait for these, and PostgreSQL would end one of the two as a deadlock.
 */
export async function takeTables(client: PoolClient, tables: readonly string[], patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  while (!(await tryTables(client, tables))) {
    if (performance.now() > end) return false;
    await sleep(PAUSE);
  }
  return true;
}

/** The tables and all that refer to them, directly or through others. */
export async function withReferring(client: PoolClient, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `with recursive reached (id) as (
       select name::regclass::oid from unnest($1::text[]) as name
       union
       select conrelid from pg_constraint join reached on confrelid = reached.id where contype = 'f'
     )
     select id::regclass::text as name from reached order by name`,
    [tables],
  );
  return rows.map(({ name }) => name);
}

async function tryTables(client: PoolClient, tables: readonly string[]): Promise<boolean> {
  await client.query('savepoint taking');
  try {
    await client.query(`lock table ${tables.join(', ')} in access exclusive mode nowait`);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE)) throw error;
    await client.query('rollback to savepoint taking');
    return false;
  }
}
