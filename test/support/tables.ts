import type { DataSource } from 'typeorm';

/** Everything the migrations created, as text: columns, constraints, indexes, triggers and functions, the same on every PostgreSQL version. */
export async function describeTables(dataSource: DataSource): Promise<string> {
  const rows: { line: string }[] = await dataSource.query(`
    with line (place, line) as (
      select c.relname || ' 1 ' || to_char(a.attnum, '000'), c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case when a.attidentity <> '' then ' identity' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
      from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      union all
      select c.relname || ' 2 ' || k.conname, '  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.connamespace = 'public'::regnamespace and k.contype <> 'n'
      union all
      select tablename || ' 3 ' || indexname, '  ' || indexdef from pg_indexes where schemaname = 'public'
      union all
      select c.relname || ' 4 ' || t.tgname, '  ' || pg_get_triggerdef(t.oid)
      from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal
      union all
      select relname || ' 3 ' || stxname, '  ' || pg_get_statisticsobjdef(s.oid)
      from pg_statistic_ext s join pg_class c on c.oid = stxrelid where stxnamespace = 'public'::regnamespace
      union all
      select '~ 5 ' || proname || ' ' || pg_get_function_identity_arguments(oid),
        'function ' || proname || '(' || pg_get_function_identity_arguments(oid) || ') ' || md5(coalesce(pg_get_function_sqlbody(oid), prosrc))
      from pg_proc where pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
      union all
      select '~ 6 ' || sequencename, 'sequence ' || sequencename from pg_sequences where schemaname = 'public'
    )
    select line from line where place not like 'migration %' and line not like '%migration_id_seq%' order by place collate "C"`);
  return rows.map(({ line }) => `${line}\n`).join('');
}
