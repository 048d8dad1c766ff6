import type { Context } from '../contract/context.ts';
import { PersonRow } from '../database/tables/person.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { alterRecord, refuseFutureDay } from '../mutations/locked-facts.ts';
import { mutate, type Written } from '../mutations/mutate.ts';
import type { MutationInput } from '../mutations/mutation.input.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Day } from '../rules/calendar.ts';
import { Refusal } from '../rules/decision.ts';
import { personById } from './person.loader.ts';
import type { PersonSource } from './person.type.ts';

/** A mutation of one person, as its caller read it. */
export interface PersonInput extends MutationInput {
  readonly person: string;
  readonly expectedVersion: number;
}

/** What is remembered of a mutation of a person: which one. It is read again for the answer, so that no name is remembered with it. */
export interface TouchedPerson {
  readonly personId: string;
}

/** Personal data, which no log keeps. */
export const personalFields = ['name', 'email'] as const;

/**
 * Does something to a person who is locked, and raises the version: what is recorded beside the person changes it too, so that whoever read it before
 * must read it again. NOT_FOUND if there is no such person, CONFLICT if it was changed since the caller read it.
 */
export async function alterPerson(
  context: Context,
  operation: string,
  input: PersonInput,
  work: (unit: Unit, person: PersonRow) => Promise<Partial<PersonRow> | Refusal>,
): Promise<PersonSource | Refusal> {
  const alter = async (unit: Unit): Promise<Written<TouchedPerson> | Refusal> => {
    const { expectedVersion } = input;
    const id = recordId('person', input.person, 'Person');
    const row = await unit.tx.findOne(PersonRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw faults.NOT_FOUND('person');
    if (row.version !== expectedVersion) throw faults.CONFLICT(row.version);
    const changes = await work(unit, row);
    if (changes instanceof Refusal) return changes;
    await alterRecord(unit, PersonRow, { id, expectedVersion }, { ...changes, version: expectedVersion + 1 });
    return { thing: { personId: id }, subject: id, unlogged: personalFields };
  };
  return answered(context, await mutate(context, operation, input, alter));
}

/** The person that a mutation touched, as its caller may see it. */
export async function answered(context: Context, touched: TouchedPerson | Refusal): Promise<PersonSource | Refusal> {
  if (touched instanceof Refusal) return touched;
  const person = await context.loader(personById).load(touched.personId);
  if (!person) throw new Error('The person of a mutation is not there.');
  return person;
}

/** A day given, or today; BAD_USER_INPUT for one that has not come. */
export function dayGiven(unit: Unit, field: string, given: Day | null | undefined): Day {
  const day = given ?? unit.today;
  refuseFutureDay(field, day, unit);
  return day;
}

/** BAD_USER_INPUT for a day that lies before another. */
export function refuseEarlierDay(field: string, day: Day, earliest: Day, what: string): void {
  if (day < earliest) throw faults.BAD_USER_INPUT(`input.${field}`, `input.${field} must not lie before ${what}.`);
}
