import type { Context } from '../contract/context.ts';
import { AccountRow } from '../database/tables/account.table.ts';
import { PersonRow } from '../database/tables/person.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { lockForFacts } from '../mutations/locked-facts.ts';
import { perform, type Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Refusal } from '../rules/decision.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { answered, personalFields, type TouchedPerson } from './altered-person.ts';
import { keepingDocuments } from './keeping-documents.ts';
import type { NamePersonInput, RecordDepartureInput } from './own-people.input.ts';
import { designate, enterPerson, leaveRole } from './person.service.ts';
import type { PersonSource } from './person.type.ts';

type Outcome = Promise<PersonSource | Refusal>;

/** G-3.2.a: reports who has a role at an account. For the organization that holds it, and for staff. */
export async function namePerson(context: Context, input: NamePersonInput): Outcome {
  permitNaming(context);
  return answered(context, await perform(context, 'namePerson', input, (unit) => name(unit, context, input)));
}

async function name(unit: Unit, context: Context, input: NamePersonInput): Promise<Written<TouchedPerson>> {
  const accountId = await ownAccount(unit, context, input.account);
  const { person, name: newName } = input;
  if (!person === !newName) throw faults.BAD_USER_INPUT('input.name', 'input.name or input.person must be given, and not both.');
  const personId = person
    ? await knownPerson(unit, context, person)
    : await enterPerson(unit, { name: newName ?? '', email: input.email ?? null });
  await designate(unit, personId, accountId, input);
  return touched(unit, personId);
}

/** F-14, G-3.2.a: reports that a person left a role at an account; refused while a letter rests on it then. For the organization that holds it, and for staff. */
export async function recordDeparture(context: Context, input: RecordDepartureInput): Outcome {
  permitNaming(context);
  const depart = async (unit: Unit): Promise<Written<TouchedPerson> | Refusal> => {
    const accountId = await ownAccount(unit, context, input.account);
    const personId = await knownPerson(unit, context, input.person);
    return keepingDocuments(unit, [accountId], null, async () => {
      await leaveRole(unit, personId, input);
      return touched(unit, personId);
    });
  };
  return answered(context, await perform(context, 'recordDeparture', input, depart));
}

function permitNaming({ caller }: Context): void {
  if (!['organization', 'staff', 'admin'].includes(caller.scope)) throw faults.FORBIDDEN('recording as IHSA’s staff');
}

/** The id of an account whose people the caller names, locked; to an organization, another's looks like one that does not exist. */
async function ownAccount(unit: Unit, context: Context, globalId: string): Promise<string> {
  const account = await unit.tx.findOneBy(AccountRow, { id: await accountNamed(unit, globalId) });
  if (!account || !seesWholeFile(viewerOf(context, account))) throw faults.NOT_FOUND('account');
  await lockForFacts(unit, account.id);
  return account.id;
}

/** The id of a person, locked; an organization may name those who have or had a role at its accounts. */
async function knownPerson({ tx }: Unit, { caller }: Context, globalId: string): Promise<string> {
  const id = recordId('person', globalId, 'Person');
  const person = await tx.findOne(PersonRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const roles: unknown[] =
    caller.scope === 'organization'
      ? await tx.query(
          `select from designation d join account on account.id = d.account_id where d.person_id = $1 and account.organization_id = $2 limit 1`,
          [id, caller.organizationId],
        )
      : [person];
  if (!person || roles.length === 0) throw faults.NOT_FOUND('person');
  return id;
}

/** Increments the version: what is recorded beside a person changes the person too. */
async function touched({ tx }: Unit, personId: string): Promise<Written<TouchedPerson>> {
  await tx.update(PersonRow, { id: personId }, { version: () => 'version + 1' });
  return { thing: { personId }, subject: personId, unlogged: personalFields };
}
