import type { Context } from '../contract/context.ts';
import { RegistrationApplicationRow } from '../database/tables/registration-application.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { alterRecord, lockedAccount, lockedRecord, refuseFutureDay } from '../mutations/locked-facts.ts';
import { mutate, perform, type Written } from '../mutations/mutate.ts';
import type { MutationInput } from '../mutations/mutation.input.ts';
import { recordId } from '../mutations/record-id.ts';
import { updateStandings } from '../mutations/update-standings.service.ts';
import { enterRegistration, openApplication } from '../registrations/registration.service.ts';
import type { Day } from '../rules/calendar.ts';
import { Refusal } from '../rules/decision.ts';
import { refuseApplicationStep, refuseBesideApplication, refuseConfirmation, refuseVerification } from '../rules/recording/applying.ts';
import type { RegistrationFacts } from '../rules/recording/issuing.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { statementsOf } from '../standing/statement.facts.ts';
import type {
  AcknowledgeApplicationInput,
  ApplyForRegistrationInput,
  ConfirmApplicationInput,
  RejectApplicationInput,
  VerifyApplicationInput,
} from './application.input.ts';
import { type ApplicationSource, applicationInUnit } from './application.loader.ts';

type Answer = Promise<ApplicationSource | Refusal>;
type Outcome = Promise<Written<ApplicationSource> | Refusal>;
type Changes = Partial<Omit<RegistrationApplicationRow, 'account' | 'registration'>>;

/** G-2.1.a: an account applies for its registration. For the organization that holds it, and for staff. */
export async function applyForRegistration(context: Context, input: ApplyForRegistrationInput): Answer {
  if (!['organization', 'staff', 'admin'].includes(context.caller.scope)) throw faults.FORBIDDEN('applying for registration');
  return perform(context, 'applyForRegistration', input, (unit) => apply(unit, context, input));
}

async function apply(unit: Unit, context: Context, input: ApplyForRegistrationInput): Outcome {
  const { wsibAccount = null, firmNumber = null } = input;
  const appliedOn = input.appliedOn ?? unit.today;
  refuseFutureDay('appliedOn', appliedOn, unit);
  const accountId = await accountNamed(unit, input.account);
  const owner = await lockedAccount(unit, accountId);
  if (!seesWholeFile(viewerOf(context, owner))) throw faults.NOT_FOUND('account');
  const refusal = refuseBesideApplication(await openApplication(unit, accountId));
  if (refusal) return refusal;
  const { identifiers } = await unit.tx.insert(RegistrationApplicationRow, {
    ...{ accountId, wsibAccount, firmNumber, appliedOn },
    appliedBy: unit.actor,
  });
  return { thing: await applicationInUnit(unit.tx, String(identifiers[0]?.id)), subject: accountId };
}

/** G-2.1.a: IHSA acknowledges an application. */
export const acknowledgeApplication = (context: Context, input: AcknowledgeApplicationInput): Answer =>
  alter(context, 'acknowledgeApplication', input, async (_unit, row, _facts, on) => {
    refuseEarlier(on, row.appliedOn);
    return refuseApplicationStep(row) ?? { acknowledgedOn: on };
  });

/** G-2.1.a: IHSA has verified the account and firm numbers. */
export const verifyApplication = (context: Context, input: VerifyApplicationInput): Answer =>
  alter(context, 'verifyApplication', input, async (_unit, row, _facts, on) => {
    refuseEarlier(on, row.acknowledgedOn);
    return refuseVerification(row) ?? { verifiedOn: on };
  });

/** G-2.1.a: IHSA rejects an application; the organization applies again. */
export const rejectApplication = (context: Context, input: RejectApplicationInput): Answer =>
  alter(context, 'rejectApplication', input, async (_unit, row, _facts, on) => {
    refuseEarlier(on, row.appliedOn);
    return refuseApplicationStep(row) ?? { rejectedOn: on, rejectedFor: input.rejectedFor, rejectionReason: input.why };
  });

/** G-2.1.a, G-1.2.a, R-1: IHSA confirms an application; this records the registration and the number of its confirmation. */
export const confirmApplication = (context: Context, input: ConfirmApplicationInput): Answer =>
  alter(context, 'confirmApplication', input, async (unit, row, facts, on) => {
    const refusal = refuseConfirmation(row, facts, on, unit.today);
    if (refusal) return refusal;
    const registrationId = await enterRegistration(unit, row.accountId, on);
    await updateStandings(unit, [row.accountId]);
    return { confirmedOn: on, registrationId };
  });

interface ApplicationInput extends MutationInput {
  readonly application: string;
  readonly expectedVersion: number;
  readonly on?: Day | null;
}

/** A step of IHSA, with the account of the application locked. */
function alter(
  context: Context,
  operation: string,
  input: ApplicationInput,
  step: (unit: Unit, row: RegistrationApplicationRow, facts: RegistrationFacts, on: Day) => Promise<Changes | Refusal>,
): Answer {
  return mutate(context, operation, input, async (unit): Outcome => {
    const on = input.on ?? unit.today;
    refuseFutureDay('on', on, unit);
    const record = {
      id: recordId('application', input.application, 'RegistrationApplication'),
      expectedVersion: input.expectedVersion,
    };
    const find = (id: string) => unit.tx.findOneBy(RegistrationApplicationRow, { id });
    const { row, accountId, facts } = await lockedRecord(unit, 'application', record, find, (application) => application.accountId);
    const statements = (await statementsOf(unit.tx, [accountId])).get(accountId);
    const changes = await step(unit, row, { ...facts, wsibStatements: statements?.wsibStatements ?? [] }, on);
    if (changes instanceof Refusal) return changes;
    await alterRecord(unit, RegistrationApplicationRow, record, { ...changes, version: record.expectedVersion + 1 });
    return { thing: await applicationInUnit(unit.tx, record.id), subject: accountId };
  });
}

function refuseEarlier(on: Day, earliest: Day | null): void {
  if (earliest !== null && on < earliest) throw faults.BAD_USER_INPUT('input.on', 'input.on must not be before the previous step.');
}
