import type { Unit } from '../database/unit-of-work.ts';

/** The register's entry for a name, created if there is none: the same name is the same auditor. */
export async function auditorOfName({ tx }: Unit, name: string): Promise<string> {
  await tx.query(
    `insert into external_auditor (reference, name) select $1, $1 where not exists (select from external_auditor where name = $1)
     on conflict (reference) do nothing`,
    [name],
  );
  const [row]: { id: string }[] = await tx.query('select id from external_auditor where name = $1 or reference = $1 order by id limit 1', [
    name,
  ]);
  if (!row) throw new Error('The auditor was not entered.');
  return row.id;
}
