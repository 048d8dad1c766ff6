import { auditFilesByAccount } from '../audits/audit-file.facts.ts';
import { keepingSupport } from '../audits/keeping-support.service.ts';
import { AppealLevelRow, AppealRow } from '../database/tables/appeal.table.ts';
import { AuditRow } from '../database/tables/audit.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { alterRecord, lockedFacts, lockedRecord, type ReadRecord, refuseFutureDay, removeRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { recordAuditEvent } from '../outbox/record-audit-change.ts';
import type { Day } from '../rules/calendar.ts';
import type { AppealFact } from '../rules/cycle/appeal.ts';
import type { Refusal } from '../rules/decision.ts';
import {
  refuseAcknowledgement,
  refuseAgreement,
  refuseAppeal,
  refuseAppealDecision,
  refuseSecondLevel,
} from '../rules/recording/appealing.ts';
import { appealsOf } from './appeal.facts.ts';
import type {
  AcknowledgeAppealInput,
  DecideAppealInput,
  FileAppealInput,
  FileSecondAppealInput,
  RecordAppealAgreementInput,
  RemoveAppealInput,
} from './appeal.input.ts';
import { type AppealSource, appealInUnit } from './appeal.loader.ts';
import { giveScores, takeScoresBack } from './appeal-scores.service.ts';

type Outcome = Promise<Written<AppealSource> | Refusal>;

/** G-7.b: records an appeal that an organization filed. */
export async function fileAppeal(unit: Unit, { audit: named, on: given, grounds, onOriginalEvidence }: FileAppealInput): Outcome {
  const on = dayGiven(unit, given);
  const auditId = recordId('audit', named, 'Audit');
  const seen = await unit.tx.findOneBy(AuditRow, { id: auditId });
  if (!seen) throw faults.NOT_FOUND('audit');
  const { accountId } = seen;
  await lockedFacts(unit, accountId);
  const audit = (await auditFilesByAccount(unit.tx, [accountId])).get(accountId)?.find(({ id }) => id === auditId);
  if (!audit) throw faults.NOT_FOUND('audit');
  const isAppealed = await unit.tx.existsBy(AppealRow, { auditId });
  const refusal = refuseAppeal(audit, { on, onOriginalEvidence, isAppealed });
  if (refusal) return refusal;
  const { identifiers } = await unit.tx.insert(AppealRow, { accountId, auditId, grounds });
  const appealId = String(identifiers[0]?.id);
  await unit.tx.insert(AppealLevelRow, { appealId, level: 1, filedOn: on });
  await recordAuditEvent(unit, 'APPEAL_CHANGED', [auditId]);
  return { thing: await appealInUnit(unit.tx, appealId), subject: accountId };
}

/** G-7.c: takes a denied appeal to level 2. */
export async function fileSecondAppeal(unit: Unit, input: FileSecondAppealInput): Outcome {
  const on = dayGiven(unit, input.on);
  const locked = await lockedAppeal(unit, input);
  const refusal = refuseSecondLevel(locked.fact, on);
  if (refusal) return refusal;
  await unit.tx.insert(AppealLevelRow, { appealId: locked.record.id, level: 2, filedOn: on });
  return alter(unit, locked, {});
}

/** G-7.b, G-7.c: records that IHSA acknowledged an appeal. */
export async function acknowledgeAppeal(unit: Unit, input: AcknowledgeAppealInput): Outcome {
  const on = dayGiven(unit, input.on);
  const locked = await lockedAppeal(unit, input);
  const refusal = refuseAcknowledgement(locked.fact, input.level, on);
  if (refusal) return refusal;
  await unit.tx.update(AppealLevelRow, { appealId: locked.record.id, level: input.level }, { acknowledgedOn: on });
  return alter(unit, locked, {});
}

/** G-7.b to G-7.d, R-48: records the decision on a level; where it changes the result, the audit has new scores from its day on. */
export async function decideAppeal(unit: Unit, input: DecideAppealInput): Outcome {
  const { level, outcome, decision, scores = null } = input;
  if ((outcome === 'ALLOWED') !== (scores !== null))
    throw faults.BAD_USER_INPUT('input.scores', 'input.scores goes with the outcome ALLOWED, and only with it.');
  const on = dayGiven(unit, input.on);
  const locked = await lockedAppeal(unit, input);
  const refusal = refuseAppealDecision(locked.fact, level, on);
  if (refusal) return refusal;
  const decided = { decidedOn: on, outcome, decision };
  return keepingSupport(unit, locked.accountId, null, async () => {
    if (scores) await giveScores(unit, locked.fact.audit, { on, note: `Appeal, level ${level}` }, scores);
    if (level === 3) await unit.tx.insert(AppealLevelRow, { appealId: locked.record.id, level, ...decided });
    else await unit.tx.update(AppealLevelRow, { appealId: locked.record.id, level }, decided);
    return alter(unit, locked, {});
  });
}

/** G-7.c: records an agreement that both parties signed. */
export async function recordAppealAgreement(unit: Unit, input: RecordAppealAgreementInput): Outcome {
  const { agreement, scores = null } = input;
  const on = dayGiven(unit, input.on);
  const locked = await lockedAppeal(unit, input);
  const refusal = refuseAgreement(locked.fact, on);
  if (refusal) return refusal;
  return keepingSupport(unit, locked.accountId, null, async () => {
    if (scores) await giveScores(unit, locked.fact.audit, { on, note: 'Appeal, agreement' }, scores);
    return alter(unit, locked, { agreedOn: on, agreement });
  });
}

/** removes an appeal that was recorded in error, with the scores that it gave, unless a certificate or letter rests on them. */
export async function removeAppeal(unit: Unit, input: RemoveAppealInput): Outcome {
  const locked = await lockedAppeal(unit, input);
  return keepingSupport(unit, locked.accountId, input.exception, () => remove(unit, locked));
}

async function remove(unit: Unit, { record, fact, accountId }: LockedAppeal): Promise<Written<AppealSource>> {
  const wasShown = await appealInUnit(unit.tx, record.id);
  await takeScoresBack(unit, fact);
  await unit.tx.query('delete from appeal_level where appeal_id = $1', [record.id]);
  await removeRecord(unit, AppealRow, record);
  await recordAuditEvent(unit, 'APPEAL_CHANGED', [fact.audit]);
  return { thing: { ...wasShown, version: null }, subject: accountId };
}

interface LockedAppeal {
  readonly record: ReadRecord;
  readonly accountId: string;
  readonly fact: AppealFact;
}

async function lockedAppeal(
  unit: Unit,
  { appeal, expectedVersion }: { readonly appeal: string; readonly expectedVersion: number },
): Promise<LockedAppeal> {
  const record = { id: recordId('appeal', appeal, 'Appeal'), expectedVersion };
  const find = (id: string) => unit.tx.findOneBy(AppealRow, { id });
  const { accountId } = await lockedRecord(unit, 'appeal', record, find, (row) => row.accountId);
  const fact = (await appealsOf(unit.tx, [accountId])).get(accountId)?.find(({ id }) => id === record.id);
  if (!fact) throw new Error('The facts of a locked appeal were not read.');
  return { record, accountId, fact };
}

// The version is the appeal's, so it rises though only a level was changed.
async function alter(
  unit: Unit,
  { record, accountId, fact }: LockedAppeal,
  changes: Partial<Pick<AppealRow, 'agreedOn' | 'agreement'>>,
): Promise<Written<AppealSource>> {
  await alterRecord(unit, AppealRow, record, { ...changes, version: () => 'version + 1' });
  await recordAuditEvent(unit, 'APPEAL_CHANGED', [fact.audit]);
  return { thing: await appealInUnit(unit.tx, record.id), subject: accountId };
}

function dayGiven(unit: Unit, on: Day | null | undefined): Day {
  const day = on ?? unit.today;
  refuseFutureDay('on', day, unit);
  return day;
}
