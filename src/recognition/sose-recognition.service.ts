import type { AccountSource } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { SoseRecognitionRow } from '../database/tables/sose-recognition.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import { accountNumbered } from '../mutations/account-named.ts';
import { corrections } from '../mutations/correct.service.ts';
import { alterRecord, lockForFacts, refuseFutureDay, refuseOtherVersion, removeRecord } from '../mutations/locked-facts.ts';
import { perform, type Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Day } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import { endOfRecognition, isRecognizedOn, type RecordedRecognition, refuseReport, refuseRevoking } from '../rules/sose/recognition.ts';
import { soseEligibility } from '../rules/sose/sose.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { soseFactsByWsibAccount } from '../sose/recorded-sose.loader.ts';
import type { CorrectSoseRecognitionInput, ReportSoseRecognitionInput, RevokeSoseRecognitionInput } from './sose-recognition.input.ts';
import { recognitionInUnit, recognitionsByAccount } from './sose-recognition.loader.ts';
import type { SoseRecognitionSource } from './sose-recognition.type.ts';

type Outcome = Promise<Written<SoseRecognitionSource> | Refusal>;

/** The recognitions of an account that are visible to the caller; null where none is, to callers who see only what was published. */
export async function recognitionsOf(context: Context, account: AccountSource): Promise<readonly SoseRecognitionSource[] | null> {
  const recognitions = await context.loader(recognitionsByAccount).load(account.accountId);
  const seesMore = seesWholeFile(viewerOf(context, account)) || context.caller.scope === 'ministry';
  return seesMore || recognitions.length > 0 ? recognitions : null;
}

/** Whether a recognition visible to the caller is in effect on a day; null where none is visible. */
export async function recognizedOn(context: Context, account: AccountSource, on: Day): Promise<boolean | null> {
  const recognitions = await recognitionsOf(context, account);
  return recognitions?.some((recognition) => isRecognizedOn(recognition, on)) ?? null;
}

/** W.3.d: the day by which the next third-party audit is due while a recognition is in effect; null to callers who may not see audits. */
export async function nextThirdPartyAuditBy(context: Context, recognition: SoseRecognitionSource): Promise<Day | null> {
  const end = endOfRecognition(recognition);
  if (recognition.wsibAccount === null || (end !== null && end <= context.today)) return null;
  const recorded = await context.loader(soseFactsByWsibAccount).load(recognition.wsibAccount);
  return recorded && soseEligibility({ ...nothingBrought, ...recorded }, context.today).nextThirdPartyAuditBy;
}

const nothingBrought = { systems: [], convictions: null, prosecutionUnderWay: null, workerParticipation: null };

/** records that an employer is recognized, as the ministry reports it. */
export async function reportSoseRecognition(context: Context, input: ReportSoseRecognitionInput): Promise<SoseRecognitionSource | Refusal> {
  const reportedBy = permitted(context);
  return perform(context, 'reportSoseRecognition', input, (unit) => report(unit, reportedBy, input));
}

async function report(unit: Unit, reportedBy: string, input: ReportSoseRecognitionInput): Outcome {
  const days = {
    grantedOn: input.grantedOn,
    fromDay: input.from ?? input.grantedOn,
    toDay: input.to ?? null,
    revokedOn: null,
    publishedOn: input.publishedOn ?? null,
  };
  refuseUnsound(unit, days);
  const accountId = await accountNumbered(unit, input.wsibAccount);
  if (accountId === null) throw faults.NOT_FOUND('account');
  const recognition = { accountId, reference: input.reference.trim(), reportedBy };
  await lockForFacts(unit, accountId);
  const known = await unit.tx.findOneBy(SoseRecognitionRow, recognition);
  const refusal = refuseReport(known && recorded(known));
  if (refusal) return refusal;
  const { identifiers } = await unit.tx.insert(SoseRecognitionRow, { ...recognition, ...days, revocationReason: null });
  return { thing: await recognitionInUnit(unit.tx, String(identifiers[0]?.id)), subject: accountId };
}

/** records that a recognition was revoked: from that day on it no longer counts. */
export async function revokeSoseRecognition(context: Context, input: RevokeSoseRecognitionInput): Promise<SoseRecognitionSource | Refusal> {
  permitted(context);
  return perform(context, 'revokeSoseRecognition', input, (unit) => revoke(unit, context, input));
}

async function revoke(unit: Unit, context: Context, input: RevokeSoseRecognitionInput): Outcome {
  const row = await lockedRecognition(unit, context, input.recognition);
  refuseOtherVersion(row, input.expectedVersion);
  const refusal = refuseRevoking(recorded(row));
  if (refusal) return refusal;
  const revokedOn = input.revokedOn ?? unit.today;
  refuseUnsound(unit, { ...row, revokedOn });
  await alterRecord(unit, SoseRecognitionRow, at(row), { revokedOn, revocationReason: input.revocationReason });
  return { thing: await recognitionInUnit(unit.tx, row.id), subject: row.accountId };
}

/** Corrects what was reported wrongly of a recognition, or removes one that never existed. */
export async function correctSoseRecognition(
  context: Context,
  input: CorrectSoseRecognitionInput,
): Promise<SoseRecognitionSource | Refusal> {
  permitted(context);
  return perform(context, 'correctSoseRecognition', input, (unit) => correct(unit, context, input));
}

async function correct(unit: Unit, context: Context, input: CorrectSoseRecognitionInput): Outcome {
  const row = await lockedRecognition(unit, context, input.recognition);
  refuseOtherVersion(row, input.expectedVersion);
  const was = await recognitionInUnit(unit.tx, row.id);
  if (input.recordedInError) {
    await removeRecord(unit, SoseRecognitionRow, at(row));
    return { thing: { ...was, version: null }, subject: row.accountId };
  }
  const { grantedOn, from, to: toDay, revokedOn, publishedOn } = input;
  if (revokedOn && row.revokedOn === null)
    throw faults.BAD_USER_INPUT('input.revokedOn', 'input.revokedOn can only be corrected for a revoked recognition.');
  const changes = corrections(row, { grantedOn: grantedOn ?? undefined, fromDay: from ?? undefined, toDay, revokedOn, publishedOn });
  refuseUnsound(unit, { ...row, ...changes });
  const withoutReason = revokedOn === null ? { revocationReason: null } : {};
  await alterRecord(unit, SoseRecognitionRow, at(row), { ...changes, ...withoutReason });
  return { thing: await recognitionInUnit(unit.tx, row.id), subject: row.accountId };
}

/** The name under which the caller reports; FORBIDDEN unless it is the ministry or staff. */
function permitted({ caller: { scope, holder } }: Context): string {
  if (holder === null || !['ministry', 'staff', 'admin'].includes(scope)) throw faults.FORBIDDEN('reporting recognitions');
  return holder;
}

/** A recognition with its account locked: for the ministry, one that it reported itself; for staff, any. Others are not found. */
async function lockedRecognition(unit: Unit, context: Context, globalId: string): Promise<SoseRecognitionRow> {
  const id = recordId('recognition', globalId, 'SoseRecognition');
  const mine = seesWholeFile(viewerOf(context)) ? {} : { reportedBy: context.caller.holder ?? '' };
  const seen = await unit.tx.findOneBy(SoseRecognitionRow, { id, ...mine });
  if (!seen) throw faults.NOT_FOUND('recognition');
  await lockForFacts(unit, seen.accountId);
  const row = await unit.tx.findOneBy(SoseRecognitionRow, { id });
  if (!row) throw faults.CONFLICT(null);
  return row;
}

const at = ({ id, version }: SoseRecognitionRow) => ({ id, expectedVersion: version });

const recorded = ({ reference, grantedOn, fromDay, toDay, revokedOn }: SoseRecognitionRow): RecordedRecognition => ({
  ...{ reference, grantedOn, from: fromDay, to: toDay, revokedOn },
});

type Days = Pick<SoseRecognitionRow, 'grantedOn' | 'fromDay' | 'toDay' | 'revokedOn' | 'publishedOn'>;

function refuseUnsound(unit: Unit, { grantedOn, fromDay, toDay, revokedOn, publishedOn }: Days): void {
  refuseFutureDay('grantedOn', grantedOn, unit);
  if (publishedOn !== null) refuseFutureDay('publishedOn', publishedOn, unit);
  if (revokedOn !== null) refuseFutureDay('revokedOn', revokedOn, unit);
  if (toDay !== null && toDay < fromDay) throw faults.BAD_USER_INPUT('input.to', 'input.to must not be before the first day.');
  if (publishedOn !== null && publishedOn < grantedOn) {
    throw faults.BAD_USER_INPUT('input.publishedOn', 'input.publishedOn must not be before the day of the grant.');
  }
  if (revokedOn !== null && revokedOn < grantedOn) {
    throw faults.BAD_USER_INPUT('input.revokedOn', 'input.revokedOn must not be before the day of the grant.');
  }
}
