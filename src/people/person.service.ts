import type { Context } from '../contract/context.ts';
import { DesignationRow } from '../database/tables/designation.table.ts';
import { PersonNameRow, PersonRow } from '../database/tables/person.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { alterRecord } from '../mutations/locked-facts.ts';
import { mutate, type Written } from '../mutations/mutate.ts';
import { refuseErasedPerson } from '../qualifications/erased-person.ts';
import type { Role } from '../rules/cycle/people.ts';
import type { Refusal } from '../rules/decision.ts';
import { alterPerson, answered, dayGiven, personalFields, refuseEarlierDay, type TouchedPerson } from './altered-person.ts';
import { eraseNames } from './erasing.service.ts';
import type {
  CorrectPersonInput,
  DesignatePersonInput,
  EndDesignationInput,
  ErasePersonInput,
  RecordCodeOfEthicsInput,
  RecordPersonInput,
} from './person.input.ts';
import type { PersonSource } from './person.type.ts';

type Outcome = Promise<PersonSource | Refusal>;

/** Enters a person: the record, and separately the name. */
export const recordPerson = async (context: Context, input: RecordPersonInput): Outcome =>
  answered(context, await mutate(context, 'recordPerson', input, (unit) => enter(unit, input)));

async function enter(unit: Unit, { name, email = null }: RecordPersonInput): Promise<Written<TouchedPerson>> {
  const personId = await enterPerson(unit, { name, email });
  return { thing: { personId }, subject: personId, unlogged: personalFields };
}

/** Enters a person, and apart from it the name; returns the id. */
export async function enterPerson({ tx, today }: Unit, { name, email }: Pick<PersonNameRow, 'name' | 'email'>): Promise<string> {
  const { identifiers } = await tx.insert(PersonRow, { enteredOn: today });
  const personId = String(identifiers[0]?.id);
  await tx.insert(PersonNameRow, { personId, name, email });
  return personId;
}

/** Corrects the name of a person. The former name is gone: it has no history. */
export const correctPerson = (context: Context, input: CorrectPersonInput): Outcome =>
  alterPerson(context, 'correctPerson', input, async ({ tx }, { id }) => {
    const { name, email } = input;
    const changes = { ...(name ? { name } : {}), ...(email === undefined ? {} : { email }) };
    if (Object.keys(changes).length === 0) throw faults.BAD_USER_INPUT('input', 'input corrects nothing.');
    const { affected } = await tx.update(PersonNameRow, { personId: id }, changes);
    if (affected !== 1) throw faults.BAD_USER_INPUT('input.person', 'input.person must be a person whose name was not erased.');
    return {};
  });

/** erases the name and address of a person for good. What was recorded about the person stays, without a name. */
export const erasePerson = (context: Context, input: ErasePersonInput): Outcome =>
  alterPerson(context, 'erasePerson', input, async (unit, { id, erasedOn }) => {
    await eraseNames(unit, [id]);
    return { erasedOn: erasedOn ?? unit.today };
  });

/** G-1.2.c, G-2.2.a, G-3.2.a: designates a person for a role at an account. Several people may have a role; each has it only once at a time. */
export const designatePerson = (context: Context, input: DesignatePersonInput): Outcome =>
  alterPerson(context, 'designatePerson', input, async (unit, { id }) => {
    await designate(unit, id, await accountNamed(unit, input.account), input);
    return {};
  });

/** What a person is designated for. */
type Designating = Pick<DesignatePersonInput, 'role' | 'from' | 'isPermanentFullTime' | 'codeSignedOn'>;

/** Records the role of a person at an account. BAD_USER_INPUT where the person has it already. */
export async function designate(unit: Unit, personId: string, accountId: string, input: Designating): Promise<void> {
  const { role, isPermanentFullTime } = input;
  await refuseErasedPerson(unit, personId);
  const fromDay = dayGiven(unit, 'from', input.from);
  const codeSignedOn = input.codeSignedOn ? dayGiven(unit, 'codeSignedOn', input.codeSignedOn) : null;
  const held = await unit.tx.findBy(DesignationRow, { personId, accountId, role });
  if (held.some(({ toDay }) => toDay === null || toDay >= fromDay))
    throw faults.BAD_USER_INPUT('input.from', 'input.from must be after the days on which the person already has the role.');
  await unit.tx.insert(DesignationRow, { personId, accountId, role, fromDay, isPermanentFullTime, codeSignedOn, toDay: null });
}

/** F-14: ends a role. The person takes the training along. */
export const endDesignation = (context: Context, input: EndDesignationInput): Outcome =>
  alterPerson(context, 'endDesignation', input, async (unit, { id }) => {
    await leaveRole(unit, id, input);
    return {};
  });

/** Ends the role that a person has at an account; NOT_FOUND if there is none. */
export async function leaveRole(unit: Unit, personId: string, input: Pick<EndDesignationInput, 'account' | 'role' | 'to'>): Promise<void> {
  const toDay = dayGiven(unit, 'to', input.to);
  const row = await runningRole(unit, personId, input.account, input.role);
  refuseEarlierDay('to', toDay, row.fromDay, 'the first day of the role');
  await alterRecord(unit, DesignationRow, { id: row.id, expectedVersion: row.version }, { toDay });
}

/** G-4.5: records that a person signed the code of ethics. */
export const recordCodeOfEthics = (context: Context, input: RecordCodeOfEthicsInput): Outcome =>
  alterPerson(context, 'recordCodeOfEthics', input, async (unit, { id }) => {
    const codeSignedOn = dayGiven(unit, 'signedOn', input.signedOn);
    const row = await runningRole(unit, id, input.account, input.role);
    await alterRecord(unit, DesignationRow, { id: row.id, expectedVersion: row.version }, { codeSignedOn, version: row.version + 1 });
    return {};
  });

/** The role that a person has at an account and has not left; NOT_FOUND if there is none. */
async function runningRole(unit: Unit, personId: string, account: string, role: Role): Promise<DesignationRow> {
  const accountId = await accountNamed(unit, account);
  const rows = await unit.tx.findBy(DesignationRow, { personId, accountId, role });
  const row = rows.find(({ toDay }) => toDay === null);
  if (!row) throw faults.NOT_FOUND('designation');
  return row;
}
