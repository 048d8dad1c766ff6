import type { Context } from '../contract/context.ts';
import { PersonRow } from '../database/tables/person.table.ts';
import { markWork, type Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { alterRecord, lockForFacts, refuseFutureDay } from '../mutations/locked-facts.ts';
import { mutate, type Written } from '../mutations/mutate.ts';
import type { MutationInput } from '../mutations/mutation.input.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Day } from '../rules/calendar.ts';
import { Refusal } from '../rules/decision.ts';
import { accountsAudited, keepingDocuments } from './keeping-documents.ts';
import { personById } from './person.loader.ts';
import type { PersonSource } from './person.type.ts';

/** The input of a mutation of one person, with the version its caller read. */
export interface PersonInput extends MutationInput {
  readonly person: string;
  readonly expectedVersion: number;
}

/** What is stored of a mutation of a person: its id. The person is read again for the answer, so that no name is stored with it. */
export interface TouchedPerson {
  readonly personId: string;
}

/** Personal data, which no log keeps. */
export const personalFields = ['name', 'email'] as const;

/**
 * Changes a locked person and increments the version: what is recorded beside the person changes it too, so callers must read it again. NOT_FOUND if
 * there is no such person, CONFLICT if it has changed since the caller read it; refused if a letter rests on what it takes away.
 */
export async function alterPerson(
  context: Context,
  operation: string,
  input: PersonInput & { readonly account?: string; readonly exception?: string | null },
  work: (unit: Unit, person: PersonRow) => Promise<Partial<PersonRow> | Refusal>,
): Promise<PersonSource | Refusal> {
  const alter = async (unit: Unit): Promise<Written<TouchedPerson> | Refusal> => {
    const { expectedVersion, exception } = input;
    const id = recordId('person', input.person, 'Person');
    const accounts = await lockedAccounts(unit, id, input.account);
    const row = await unit.tx.findOne(PersonRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw faults.NOT_FOUND('person');
    if (row.version !== expectedVersion) throw faults.CONFLICT(row.version);
    return keepingDocuments(unit, accounts, exception, async () => {
      const changes = await work(unit, row);
      if (changes instanceof Refusal) return changes;
      await markWorkOf(unit, id);
      await alterRecord(unit, PersonRow, { id, expectedVersion }, { ...changes, version: expectedVersion + 1 });
      return { thing: { personId: id }, subject: id, unlogged: personalFields };
    });
  };
  return answered(context, await mutate(context, operation, input, alter));
}

/** Locks the account that the input names and those that the person audited: before the person, as units that record who conducted an audit do. */
async function lockedAccounts(unit: Unit, personId: string, account: string | undefined): Promise<readonly string[]> {
  const named = account ? [await accountNamed(unit, account)] : [];
  const ids = [...new Set([...named, ...(await accountsAudited(unit, personId))])].sort();
  for (const id of ids) await lockForFacts(unit, id);
  return ids;
}

/** What IHSA owes on accounts may follow from a person who has a role there. */
async function markWorkOf(unit: Unit, personId: string): Promise<void> {
  const accounts: { id: string }[] = await unit.tx.query('select distinct account_id as id from designation where person_id = $1', [
    personId,
  ]);
  await markWork(
    unit,
    accounts.map(({ id }) => id),
  );
}

/** The person that a mutation changed, as far as it is visible to the caller. */
export async function answered(context: Context, touched: TouchedPerson | Refusal): Promise<PersonSource | Refusal> {
  if (touched instanceof Refusal) return touched;
  const person = await context.loader(personById).load(touched.personId);
  if (!person) throw new Error('The person of a mutation is not there.');
  return person;
}

/** The given day, or today; BAD_USER_INPUT for a future day. */
export function dayGiven(unit: Unit, field: string, given: Day | null | undefined): Day {
  const day = given ?? unit.today;
  refuseFutureDay(field, day, unit);
  return day;
}

/** BAD_USER_INPUT for a day before another. */
export function refuseEarlierDay(field: string, day: Day, earliest: Day, what: string): void {
  if (day < earliest) throw faults.BAD_USER_INPUT(`input.${field}`, `input.${field} must not be before ${what}.`);
}
