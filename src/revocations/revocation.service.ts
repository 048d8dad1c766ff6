import { RevocationRow } from '../database/tables/revocation.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { correct, corrections, withRecord } from '../mutations/correct.service.ts';
import { alterRecord, type LockedRecord, lockedFacts, lockedRecord, type ReadRecord, removeRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { updateStandings } from '../mutations/update-standings.service.ts';
import type { Day } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseLifting, refuseRevocation } from '../rules/recording/ending.ts';
import type { CorrectRevocationInput, LiftRevocationInput, RecordRevocationInput } from './revocation.input.ts';
import { revocationInUnit } from './revocation.loader.ts';
import type { Revocation } from './revocation.type.ts';

type Outcome = Promise<Written<Revocation> | Refusal>;

/** records that a certification is revoked, with the reason and the document. */
export async function recordRevocation(unit: Unit, { account, from, reason, document }: RecordRevocationInput): Outcome {
  const accountId = await accountNamed(unit, account);
  const effectiveFrom = from ?? unit.today;
  const facts = await lockedFacts(unit, accountId);
  const refusal = refuseRevocation(facts, effectiveFrom);
  if (refusal) return refusal;
  const id = await insertRevocation(unit, { accountId, effectiveFrom, reason, document });
  await updateStandings(unit, [accountId]);
  return { thing: await revocationInUnit(unit.tx, id), subject: accountId };
}

// No source gave it a key, so its id is its reference.
async function insertRevocation(
  { tx }: Unit,
  { accountId, effectiveFrom, reason, document }: Pick<RevocationRow, 'accountId' | 'effectiveFrom' | 'reason' | 'document'>,
): Promise<string> {
  const [row]: { id: string }[] = await tx.query(
    `insert into revocation (id, reference, account_id, effective_from, reason, document)
     select id, id::text, $1, $2, $3, $4 from new_id() as id returning id`,
    [accountId, effectiveFrom, reason, document],
  );
  if (!row) throw new Error('The revocation was not entered.');
  return row.id;
}

/** lifts a revocation from a day on; the clocks kept running during it. */
export async function liftRevocation(unit: Unit, input: LiftRevocationInput): Outcome {
  const liftedOn = input.liftedOn ?? unit.today;
  const record = { id: recordId('revocation', input.revocation, 'Revocation'), expectedVersion: input.expectedVersion };
  const { row, facts, accountId } = await locked(unit, record);
  const refusal = refuseLifting(facts, record.id);
  if (refusal) return refusal;
  refuseDisorder(row.effectiveFrom, liftedOn);
  await alterRecord(unit, RevocationRow, record, { liftedOn });
  await updateStandings(unit, [accountId]);
  return { thing: await revocationInUnit(unit.tx, record.id), subject: accountId };
}

/** Corrects what was recorded of a revocation, or removes one that never existed. */
export async function correctRevocation(unit: Unit, input: CorrectRevocationInput): Outcome {
  const record = { id: recordId('revocation', input.revocation, 'Revocation'), expectedVersion: input.expectedVersion };
  const file = await locked(unit, record);
  return input.recordedInError ? remove(unit, record, file, input) : change(unit, record, file, input);
}

const locked = (unit: Unit, record: ReadRecord): Promise<LockedRecord<RevocationRow>> => {
  const find = (id: string) => unit.tx.findOneBy(RevocationRow, { id });
  return lockedRecord(unit, 'revocation', record, find, ({ accountId }) => accountId);
};

async function change(unit: Unit, record: ReadRecord, file: LockedRecord<RevocationRow>, input: CorrectRevocationInput): Outcome {
  const { from, liftedOn, revocationReason, document } = input;
  const given = {
    effectiveFrom: from ?? undefined,
    liftedOn,
    reason: revocationReason ?? undefined,
    document: document ?? undefined,
  };
  const changes = corrections(file.row, given);
  const corrected = { ...file.row, ...changes };
  if (corrected.liftedOn !== null) refuseDisorder(corrected.effectiveFrom, corrected.liftedOn);
  const fact = { id: record.id, from: corrected.effectiveFrom, liftedOn: corrected.liftedOn };
  return correct(unit, file, {
    after: { ...file.facts, revocations: withRecord(file.facts.revocations, record.id, () => fact) },
    isKept: input.keepAgainstTheLaw,
    write: () => alterRecord(unit, RevocationRow, record, changes),
    answer: () => revocationInUnit(unit.tx, record.id),
  });
}

async function remove(
  unit: Unit,
  record: ReadRecord,
  file: LockedRecord<RevocationRow>,
  { keepAgainstTheLaw }: CorrectRevocationInput,
): Outcome {
  const wasShown = await revocationInUnit(unit.tx, record.id);
  return correct(unit, file, {
    after: { ...file.facts, revocations: withRecord(file.facts.revocations, record.id, null) },
    isKept: keepAgainstTheLaw,
    write: () => removeRecord(unit, RevocationRow, record),
    answer: async () => ({ ...wasShown, version: null }),
  });
}

function refuseDisorder(from: Day, liftedOn: Day): void {
  if (liftedOn < from) throw faults.BAD_USER_INPUT('input.liftedOn', 'input.liftedOn must not be before the first day of the revocation.');
}
