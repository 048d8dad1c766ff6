import type { Unit } from '../database/unit-of-work.ts';

/** The register's entry for a name, created if there is none: the same name is the same auditor. */
export async function auditorOfName({ tx }: Unit, name: string): Promise<string> {
  // Of two units that enter the same name, the second waits and finds it. The name is no key, so that it can be erased.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`external auditor ${name}`]);
  await tx.query(
    `insert into external_auditor (id, reference, name) select id, id::text, $1 from new_id() as id
     where not exists (select from external_auditor where name = $1)`,
    [name],
  );
  const [row]: { id: string }[] = await tx.query('select id from external_auditor where name = $1 order by id limit 1', [name]);
  if (!row) throw new Error('The auditor was not entered.');
  return row.id;
}
