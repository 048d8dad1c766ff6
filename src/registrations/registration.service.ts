import { IsNull } from 'typeorm';
import { keepingSupport } from '../audits/keeping-support.service.ts';
import { RegistrationRow } from '../database/tables/registration.table.ts';
import { RegistrationApplicationRow } from '../database/tables/registration-application.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { correct, corrections, withRecord } from '../mutations/correct.service.ts';
import {
  alterRecord,
  type LockedRecord,
  lockedFacts,
  lockedRecord,
  type ReadRecord,
  refuseFutureDay,
  removeRecord,
} from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { updateStandings } from '../mutations/update-standings.service.ts';
import type { Day } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseBesideApplication } from '../rules/recording/applying.ts';
import { refuseWithdrawal } from '../rules/recording/ending.ts';
import { refuseRegistration } from '../rules/recording/issuing.ts';
import { statementsOf } from '../standing/statement.facts.ts';
import type { ConfirmRegistrationInput, CorrectRegistrationInput, WithdrawRegistrationInput } from './registration.input.ts';
import { registrationInUnit } from './registration.loader.ts';
import type { Registration } from './registration.type.ts';

type Outcome = Promise<Written<Registration> | Refusal>;

/** G-2.1.a: confirms a registration; its confirmation may be shown when bidding (G-2.1.b). */
export async function confirmRegistration(unit: Unit, input: ConfirmRegistrationInput): Outcome {
  const confirmedOn = input.confirmedOn ?? unit.today;
  refuseFutureDay('confirmedOn', confirmedOn, unit);
  const accountId = await accountNamed(unit, input.account);
  const facts = await lockedFacts(unit, accountId);
  const statements = (await statementsOf(unit.tx, [accountId])).get(accountId);
  const refusal = refuseRegistration({ ...facts, wsibStatements: statements?.wsibStatements ?? [] }, confirmedOn, unit.today);
  const beside = refuseBesideApplication(await openApplication(unit, accountId));
  if (beside) return beside;
  if (refusal) return refusal;
  const id = await enterRegistration(unit, accountId, confirmedOn);
  await updateStandings(unit, [accountId]);
  return { thing: await registrationInUnit(unit.tx, id), subject: accountId };
}

/**
 * Enters a registration with the number of its confirmation. The caller has asked the law, and updates the standing. It has no key from a source, so
 * its number is its reference, by which an import can name it.
 */
export async function enterRegistration({ tx }: Unit, accountId: string, confirmedOn: Day): Promise<string> {
  const [row]: { id: string }[] = await tx.query(
    `insert into registration (reference, number, account_id, confirmed_on)
     select number, number, $1, $2 from new_document_number(extract(year from $2::date)::integer) as number returning id`,
    [accountId, confirmedOn],
  );
  if (!row) throw new Error('The registration was not entered.');
  return row.id;
}

/** The day of an account's application that is neither confirmed nor rejected; null if there is none. */
export async function openApplication({ tx }: Unit, accountId: string): Promise<Day | null> {
  const open = { accountId, rejectedOn: IsNull(), confirmedOn: IsNull() };
  return (await tx.findOneBy(RegistrationApplicationRow, open))?.appliedOn ?? null;
}

/** Ends a registration from a day on. */
export async function withdrawRegistration(unit: Unit, input: WithdrawRegistrationInput): Outcome {
  const withdrawnOn = input.withdrawnOn ?? unit.today;
  const record = { id: recordId('registration', input.registration, 'Registration'), expectedVersion: input.expectedVersion };
  const { row, facts, accountId } = await locked(unit, record);
  refuseDisorder(row.confirmedOn, withdrawnOn);
  const refusal = refuseWithdrawal(facts, record.id, withdrawnOn);
  if (refusal) return refusal;
  return keepingSupport(unit, accountId, null, async () => {
    await alterRecord(unit, RegistrationRow, record, { withdrawnOn });
    await updateStandings(unit, [accountId]);
    return { thing: await registrationInUnit(unit.tx, record.id), subject: accountId };
  });
}

/** Corrects what was recorded of a registration, or removes one that never existed. */
export async function correctRegistration(unit: Unit, input: CorrectRegistrationInput): Outcome {
  const record = { id: recordId('registration', input.registration, 'Registration'), expectedVersion: input.expectedVersion };
  const file = await locked(unit, record);
  const alter = () => (input.recordedInError ? remove(unit, record, file, input) : change(unit, record, file, input));
  return keepingSupport(unit, file.accountId, input.exception, alter);
}

const locked = (unit: Unit, record: ReadRecord): Promise<LockedRecord<RegistrationRow>> => {
  const find = (id: string) => unit.tx.findOneBy(RegistrationRow, { id });
  return lockedRecord(unit, 'registration', record, find, ({ accountId }) => accountId);
};

async function change(
  unit: Unit,
  record: ReadRecord,
  file: LockedRecord<RegistrationRow>,
  { confirmedOn, withdrawnOn, keepAgainstTheLaw }: CorrectRegistrationInput,
): Outcome {
  const changes = corrections(file.row, { confirmedOn: confirmedOn ?? undefined, withdrawnOn });
  if (changes.confirmedOn) refuseFutureDay('confirmedOn', changes.confirmedOn, unit);
  const corrected = { ...file.row, ...changes };
  if (corrected.withdrawnOn !== null) refuseDisorder(corrected.confirmedOn, corrected.withdrawnOn);
  const registrations = withRecord(file.facts.registrations, record.id, (registration) => ({ ...registration, ...changes }));
  return correct(unit, file, {
    after: { ...file.facts, registrations },
    isKept: keepAgainstTheLaw,
    write: () => alterRecord(unit, RegistrationRow, record, changes),
    answer: () => registrationInUnit(unit.tx, record.id),
  });
}

async function remove(
  unit: Unit,
  record: ReadRecord,
  file: LockedRecord<RegistrationRow>,
  { keepAgainstTheLaw }: CorrectRegistrationInput,
): Outcome {
  const wasShown = await registrationInUnit(unit.tx, record.id);
  return correct(unit, file, {
    after: { ...file.facts, registrations: withRecord(file.facts.registrations, record.id, null) },
    isKept: keepAgainstTheLaw,
    write: () => removeRecord(unit, RegistrationRow, record),
    answer: async () => ({ ...wasShown, version: null }),
  });
}

function refuseDisorder(confirmedOn: Day, withdrawnOn: Day): void {
  if (withdrawnOn < confirmedOn)
    throw faults.BAD_USER_INPUT('input.withdrawnOn', 'input.withdrawnOn must not be before the day of the confirmation.');
}
