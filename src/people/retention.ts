import type { DataSource } from 'typeorm';
import { type Unit, write } from '../database/unit-of-work.ts';
import type { Day } from '../rules/calendar.ts';
import { nameKeptUntil } from '../rules/recording/personal-data.ts';
import { eraseNames } from './erasing.service.ts';

interface NamedRow {
  readonly id: string;
  readonly enteredOn: Day;
  readonly rolesEndedOn: readonly (Day | null)[];
}

/** erases the names that are no longer kept; returns how many. Names already erased are left alone, so it may run at any time. */
export const eraseOldNames = (source: DataSource, today: Day): Promise<number> =>
  write(source, { actor: 'registry', reason: 'R-52', today }, async (unit: Unit) => {
    const { tx } = unit;
    const rows: NamedRow[] = await tx.query(namedSql);
    const due = rows.filter((row) => today > (nameKeptUntil(row) ?? today)).map(({ id }) => id);
    if (due.length === 0) return 0;
    await eraseNames(unit, due);
    await tx.query('update person set erased_on = $2 where id = any($1::uuid[])', [due, today]);
    return due.length;
  });

// A person with a current role is kept, and need not be read.
const namedSql = `
  select person.id, person.entered_on as "enteredOn", coalesce((
      select json_agg(to_day) from designation where person_id = person.id
    ), '[]') as "rolesEndedOn"
  from person join person_name on person_name.person_id = person.id
  where not exists (select from designation where person_id = person.id and to_day is null)`;
