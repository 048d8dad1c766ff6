import { type ImportFile, keyColumns } from './column.ts';
import { quoted, stagingTable } from './staging.ts';

/**
 * Writes the columns that belong to a second table, for the good staged rows, which are already in their own table. Selects how many rows of the
 * second table changed. A row whose record no longer has one, because it was erased, removes it.
 */
export function besideSql(file: ImportFile, { table, key }: NonNullable<ImportFile['beside']>): string {
  const columns = file.columns.filter(({ isBeside }) => isBeside);
  const given = columns.filter(({ name }) => !file.leftOut?.includes(name));
  const [first] = columns;
  const [its] = keyColumns(file);
  if (!first || !given.includes(first)) return 'select 0 as count';
  const list = (of: string) => given.map(({ into }) => `${of}.${into}`).join(', ');
  const values = given.map(({ name, into }) => `s.${quoted(name)} as ${into}`).join(', ');
  return `
    with ready as (
      select t.id, ${values} from ${stagingTable(file)} s join ${file.table} t on t.${its?.into} = s.${quoted(its?.name ?? '')} where not s.bad
    ), gone as (
      delete from ${table} held using ready where held.${key} = ready.id and ready.${first.into} is null returning held.${key}
    ), written as (
      insert into ${table} as held (${key}, ${given.map(({ into }) => into).join(', ')})
      select id, ${list('ready')} from ready where ${first.into} is not null
      on conflict (${key}) do update set ${given.map(({ into }) => `${into} = excluded.${into}`).join(', ')}
      where (${list('held')}) is distinct from (${list('excluded')})
      -- PostgreSQL's mark of a row that was there: it was updated by this transaction.
      returning xmax <> 0 as changed
    )
    select (select count(*) from gone) + (select count(*) from written where changed) as count`;
}
