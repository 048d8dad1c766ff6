import { CannotStart } from '../errors.ts';

/** Runs a statement, for its rows. */
type Query = (sql: string) => Promise<{ missing: string }[]>;

/**
 * The rights that the role of a connection lacks to answer and to record, such as `SELECT on organization`; none for a role that `registry migrate` gave
 * its rights, or that owns the tables. What the triggers of a table refuse to everybody is no right that it needs.
 */
export const missingRights = async (query: Query): Promise<string[]> => (await query(missingSql)).map(({ missing }) => missing);

/** Throws CannotStart, with their names, where the role of a node lacks rights: it would fail at the first request that needs one. */
export async function requireRights(query: Query): Promise<void> {
  const missing = await missingRights(query);
  if (missing.length > 0)
    throw new CannotStart(
      `The role of DATABASE_URL lacks rights that the registry needs: ${namesOf(missing)}. ` +
        'Where the tables have an owner of their own, `registry migrate` grants them; otherwise grant them yourself (docs/operations.md).',
    );
}

/** How many rights are named: where all are missing, a few show it. */
const NAMED = 8;

/** Rights as an operator reads them. */
export const namesOf = (missing: readonly string[]): string =>
  missing.slice(0, NAMED).join(', ') + (missing.length > NAMED ? ` (${missing.length})` : '');

/** Tables in which only a migration writes; what waits for its link is entered by triggers, with the rights of the owner. */
const settled = `('migration', 'chain_form', 'registry', 'registry_clock', 'chain_pending')`;

const refused = (bit: number): string =>
  `exists (select from pg_trigger t where t.tgrelid = c.oid and (t.tgtype & ${bit}) > 0 and t.tgfoid = to_regproc('public.refuse_rewriting_history') and t.tgqual is null)`;

const missingSql = `
  with relation as (
    select c.oid, c.relname as name, c.relkind as kind, n.nspname as schema,
      n.nspname = 'graphile_worker' or c.relname not in ${settled} as is_written, ${refused(16)} as keeps_rows, ${refused(8)} as keeps_all
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p', 'S')
  ), needed as (
    select r.*, event from relation r, (values ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) as each (event)
    where r.kind <> 'S' and case event
      when 'SELECT' then true
      when 'INSERT' then r.is_written
      when 'UPDATE' then r.is_written and not r.keeps_rows
      else r.is_written and not r.keeps_all or r.name = 'chain_pending' end
  )
  select format('USAGE on schema %s', nspname) as missing from pg_namespace
  where nspname in ('public', 'graphile_worker') and not has_schema_privilege(oid, 'USAGE')
  union all
  select format('%s on %s', event, oid::regclass) from needed where not case kind when 'S' then true else has_table_privilege(oid, event) end
  union all
  select format('USAGE on sequence %s', oid::regclass) from relation where not case kind when 'S' then has_sequence_privilege(oid, 'USAGE') else true end
  union all
  select format('EXECUTE on function %s', p.oid::regproc) from pg_proc p
  where p.pronamespace in (select oid from pg_namespace where nspname in ('public', 'graphile_worker'))
    and p.prorettype <> 'trigger'::regtype and p.proname <> 'grant_server_rights' and not has_function_privilege(p.oid, 'EXECUTE')
  order by 1`;
