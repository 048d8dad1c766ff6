import type { DataSource, QueryRunner } from 'typeorm';
import { CannotStart } from '../errors.ts';

/**
 * Gives the role of the server the rights to answer and to record, and no others: it owns no table, so it cannot switch off triggers, and changes no
 * row of the tables that keep history. Run by the owner of the tables, after every migration.
 */
export async function grantServerRights(runner: QueryRunner, role: string): Promise<void> {
  await runner.query('select grant_server_rights($1)', [role]);
  const grants: { sql: string }[] = await runner.query(halfOpenSql, [role]);
  for (const { sql } of grants) await runner.query(sql);
}

/**
 * The rights to what a table that keeps history leaves open: where its trigger refuses every DELETE but not UPDATE, an UPDATE (a consent is
 * withdrawn), and the other way about (old attempts to deliver are removed). Other triggers limit which rows.
 */
const halfOpenSql = `
  select format('grant %s on %I to %I', case when (t.tgtype & 8) = 0 then 'delete' else 'update' end, c.relname, $1::text) as sql
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where t.tgname = c.relname || '_append_only' and t.tgfoid = 'refuse_rewriting_history'::regproc and (t.tgtype & 24) in (8, 16)`;

/** Whether the role of these connections owns the tables, or there are none yet. */
export async function ownsTables(source: Pick<DataSource, 'query'>): Promise<boolean> {
  const [found]: { owns: boolean }[] = await source.query(
    `select coalesce((select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('public.migration')), true) as owns`,
  );
  return found?.owns ?? true;
}

/** For a role that owns no table: throws CannotStart if a migration is missing. */
export async function requireMigrated(source: DataSource): Promise<void> {
  if (await isMigrated({ query: (sql) => source.query(sql), migrations: source.migrations })) return;
  throw new CannotStart(
    'The tables are those of an earlier version, and the role of DATABASE_URL does not own them. ' +
      'Run `registry migrate` with DATABASE_OWNER_URL (docs/operations.md).',
  );
}

/** Whether the database has every migration of this version. */
export async function isMigrated(source: {
  readonly query: (sql: string) => Promise<{ name: string }[]>;
  readonly migrations: DataSource['migrations'];
}): Promise<boolean> {
  const ran = await source.query('select name from migration');
  const names = new Set(ran.map(({ name }) => name));
  return source.migrations.every((each) => names.has(each.name ?? each.constructor.name));
}
