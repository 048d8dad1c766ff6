import { SpotCheckRow } from '../database/tables/spot-check.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { correct, nothingToCorrect, withRecord } from '../mutations/correct.service.ts';
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
import type { Refusal } from '../rules/decision.ts';
import type { SpotCheckEventFact, SpotCheckFact } from '../rules/facts.ts';
import { refuseSpotCheck, refuseSpotCheckStep } from '../rules/recording/spot-checking.ts';
import type { CorrectSpotCheckInput, RecordSpotCheckEventInput, RecordSpotCheckInput } from './spot-check.input.ts';
import { spotCheckInUnit } from './spot-check.loader.ts';
import type { SpotCheck } from './spot-check.type.ts';

type Outcome = Promise<Written<SpotCheck> | Refusal>;

/** Corrects what was recorded of a spot check and of what followed it, or removes one that never existed. */
export async function correctSpotCheck(unit: Unit, input: CorrectSpotCheckInput): Outcome {
  const record = { id: recordId('spotCheck', input.spotCheck, 'SpotCheck'), expectedVersion: input.expectedVersion };
  const file = await lockedCheck(unit, record);
  return input.recordedInError ? remove(unit, record, file, input) : change(unit, record, file, input);
}

const lockedCheck = (unit: Unit, record: ReadRecord): Promise<LockedRecord<SpotCheckRow>> =>
  lockedRecord(
    unit,
    'spot check',
    record,
    (id) => unit.tx.findOneBy(SpotCheckRow, { id }),
    ({ accountId }) => accountId,
  );

/** Records the formal letter of a spot check (G-4.4.a). */
export async function recordSpotCheck(unit: Unit, input: RecordSpotCheckInput): Outcome {
  const { correctiveAction, scope } = input;
  const receivedOn = input.receivedOn ?? unit.today;
  refuseFutureDay('receivedOn', receivedOn, unit);
  const accountId = await accountNamed(unit, input.account);
  const facts = await lockedFacts(unit, accountId);
  const refusal = refuseSpotCheck(facts, { receivedOn, correctiveAction });
  if (refusal) return refusal;
  const [row]: { id: string }[] = await unit.tx.query(
    `insert into spot_check (id, reference, account_id, received_on, corrective_action, scope)
     select id, id::text, $1, $2, $3, $4 from new_id() as id returning id`,
    [accountId, receivedOn, correctiveAction, scope],
  );
  if (!row) throw new Error('The spot check was not entered.');
  await updateStandings(unit, [accountId]);
  return { thing: await spotCheckInUnit(unit.tx, row.id), subject: accountId };
}

/** Records what followed the letter of a spot check: plan, report, finding, validation or fee (G-4.4.b, G-4.4.c). */
export async function recordSpotCheckEvent(unit: Unit, input: RecordSpotCheckEventInput): Outcome {
  const { kind } = input;
  const on = input.on ?? unit.today;
  refuseFutureDay('on', on, unit);
  const record = { id: recordId('spotCheck', input.spotCheck, 'SpotCheck'), expectedVersion: input.expectedVersion };
  const { facts, accountId } = await lockedCheck(unit, record);
  const check = facts.spotChecks.find(({ id }) => id === record.id);
  if (!check) throw new Error('The facts of the account lack its spot check.');
  const refusal = refuseSpotCheckStep(facts, { check, kind, on });
  if (refusal) return refusal;
  await alterRecord(unit, SpotCheckRow, record, { version: () => 'version + 1' });
  await unit.tx.query('insert into spot_check_event (spot_check_id, occurred_on, kind) values ($1, $2, $3)', [record.id, on, kind]);
  await updateStandings(unit, [accountId]);
  return { thing: await spotCheckInUnit(unit.tx, record.id), subject: accountId };
}

async function change(unit: Unit, record: ReadRecord, file: LockedRecord<SpotCheckRow>, input: CorrectSpotCheckInput): Outcome {
  const was = await spotCheckInUnit(unit.tx, record.id);
  const fact = {
    id: record.id,
    receivedOn: input.receivedOn ?? was.receivedOn,
    correctiveAction: input.correctiveAction ?? was.correctiveAction,
    events: inOrder(input.events ?? was.events),
  };
  const scope = input.scope ?? was.scope;
  if (saysTheSame(fact, was) && scope === was.scope) throw nothingToCorrect();
  refuseFutureDay('receivedOn', fact.receivedOn, unit);
  for (const [at, { on }] of (input.events ?? []).entries()) refuseFutureDay(`events[${at}].on`, on, unit);
  return correct(unit, file, {
    after: { ...file.facts, spotChecks: withRecord<SpotCheckFact>(file.facts.spotChecks, record.id, () => fact) },
    isKept: input.keepAgainstTheLaw,
    write: () => writeCheck(unit, record, { ...fact, scope }),
    answer: () => spotCheckInUnit(unit.tx, record.id),
  });
}

const inOrder = (events: readonly SpotCheckEventFact[]): SpotCheckEventFact[] =>
  events.map(({ on, kind }) => ({ on, kind })).sort((a, b) => (`${a.on} ${a.kind}` < `${b.on} ${b.kind}` ? -1 : 1));

const saysTheSame = ({ receivedOn, correctiveAction, events }: SpotCheckFact, was: SpotCheck): boolean =>
  receivedOn === was.receivedOn &&
  correctiveAction === was.correctiveAction &&
  JSON.stringify(events) === JSON.stringify(inOrder(was.events));

// The version is the check's, so it rises even if only an event was wrong.
async function writeCheck(
  unit: Unit,
  record: ReadRecord,
  { receivedOn, correctiveAction, scope, events }: SpotCheckFact & Pick<SpotCheck, 'scope'>,
): Promise<void> {
  await alterRecord(unit, SpotCheckRow, record, { receivedOn, correctiveAction, scope, version: () => 'version + 1' });
  const values = [record.id, events.map(({ on }) => on), events.map(({ kind }) => kind)];
  const given = 'select occurred_on, kind from unnest($2::date[], $3::text[]) as given (occurred_on, kind)';
  await unit.tx.query(`delete from spot_check_event where spot_check_id = $1 and (occurred_on, kind) not in (${given})`, values);
  await unit.tx.query(
    `insert into spot_check_event (spot_check_id, occurred_on, kind) select $1, * from (${given}) as events on conflict do nothing`,
    values,
  );
}

async function remove(
  unit: Unit,
  record: ReadRecord,
  file: LockedRecord<SpotCheckRow>,
  { keepAgainstTheLaw }: CorrectSpotCheckInput,
): Outcome {
  const wasShown = await spotCheckInUnit(unit.tx, record.id);
  return correct(unit, file, {
    after: { ...file.facts, spotChecks: withRecord(file.facts.spotChecks, record.id, null) },
    isKept: keepAgainstTheLaw,
    write: async () => {
      await unit.tx.query('delete from spot_check_event where spot_check_id = $1', [record.id]);
      await removeRecord(unit, SpotCheckRow, record);
    },
    answer: async () => ({ ...wasShown, version: null }),
  });
}
