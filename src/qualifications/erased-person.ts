import { PersonRow } from '../database/tables/person.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';

/** G-3.3.a, R-52: a person whose name was erased is not named again; what was recorded before stays. Until the unit ends, it is not erased. */
export async function refuseErasedPerson({ tx }: Unit, id: string): Promise<void> {
  const person = await tx.findOne(PersonRow, { where: { id }, lock: { mode: 'pessimistic_read' } });
  if (person?.erasedOn) throw faults.BAD_USER_INPUT('input.person', 'input.person must be a person whose name was not erased.');
}
