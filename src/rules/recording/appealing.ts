import type { Day } from '../calendar.ts';
import { type AppealFact, type AppealLevel, deniedAt, lastDayForSecondLevel, lastDayToAppeal, levelOf } from '../cycle/appeal.ts';
import type { AuditInCycle } from '../cycle/facts.ts';
import { because, type Refusal } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import { type Objection, objection, refusalOf } from './objections.ts';

/** The audit whose result is appealed. */
export type AppealedAudit = Pick<AuditInCycle, 'type' | 'reportedOn' | 'reportReceivedOn' | 'closedOn'>;

/** An appeal that an organization files. */
export interface ProposedAppeal {
  readonly on: Day;
  /** G-7.a: whether it rests on the evidence originally given, and on nothing else. */
  readonly onOriginalEvidence: boolean;
  /** Whether the audit's result was appealed before. */
  readonly isAppealed: boolean;
}

/** G-7.a, R-25, R-48: whether the result of an audit can be appealed at all. The year-one internal audit has no result of IHSA's. */
export const isAppealable = ({ type }: Pick<AppealedAudit, 'type'>): boolean =>
  type !== 'INITIAL_INTERNAL' && type !== 'RECERTIFICATION_INTERNAL';

/** the day of the report's receipt; where nobody recorded it, the report's date. */
export const resultReceivedOn = ({ reportReceivedOn, reportedOn }: AppealedAudit): Day | null => reportReceivedOn ?? reportedOn;

/** Why an appeal may not be filed, with every clause that stands against it; null if it may. */
export function refuseAppeal(audit: AppealedAudit, { on, onOriginalEvidence, isAppealed }: ProposedAppeal): Refusal | null {
  return refusalOf([
    ...(isAppealable(audit) ? [] : [unappealable(audit)]),
    ...(onOriginalEvidence ? [] : [objection('APPEAL_NOT_POSSIBLE', 'G-7.a', because('appeal-new-evidence'))]),
    ...(isAppealed ? [objection('ALREADY_RECORDED', 'G-7.b', because('appeal-filed-already'))] : []),
    ...(isAppealable(audit) ? filedInTime(audit, on) : []),
  ]);
}

const unappealable = ({ type }: AppealedAudit): Objection =>
  type === 'INITIAL_INTERNAL'
    ? objection('APPEAL_NOT_POSSIBLE', 'G-7.a', because('appeal-of-initial-internal-audit'))
    : objection('APPEAL_NOT_POSSIBLE', 'R-25', because('appeal-of-year-one-audit'));

/** G-7.b, F-28: within five business days of receiving the report, its day not counted. */
function filedInTime(audit: AppealedAudit, on: Day): readonly Objection[] {
  const receivedOn = resultReceivedOn(audit);
  if (receivedOn === null || on < receivedOn) return [objection('APPEAL_NOT_READY', 'G-7.b', because('appeal-before-report', { on }))];
  const lastDay = lastDayToAppeal(receivedOn);
  return on > lastDay ? [objection('APPEAL_TOO_LATE', 'G-7.b', because('appeal-too-late', { receivedOn, lastDay, on }))] : [];
}

const clauseOfLevel: Readonly<Record<AppealLevel, ClauseId>> = { 1: 'G-7.b', 2: 'G-7.c', 3: 'G-7.d' };

/** Why an appeal may not be taken to level 2; null if it may. */
export function refuseSecondLevel(appeal: AppealFact, on: Day): Refusal | null {
  const deniedOn = deniedAt(appeal, 1);
  const lastDay = deniedOn && lastDayForSecondLevel(deniedOn);
  return refusalOf([
    ...(levelOf(appeal, 2) ? [objection('ALREADY_RECORDED', 'G-7.c', because('appeal-level-filed', { level: '2' }))] : []),
    ...(deniedOn === null || on < deniedOn
      ? [objection('APPEAL_NOT_READY', 'G-7.c', because('appeal-not-denied', { level: '1', on }))]
      : []),
    ...(deniedOn !== null && lastDay !== null && on > lastDay
      ? [objection('APPEAL_TOO_LATE', 'G-7.c', because('appeal-second-too-late', { deniedOn, lastDay, on }))]
      : []),
  ]);
}

/** Why IHSA may not acknowledge a level; null if it may. Late is shown, not refused: the appeal is not the organization's to lose by it. */
export function refuseAcknowledgement(appeal: AppealFact, level: 1 | 2, on: Day): Refusal | null {
  const done = levelOf(appeal, level)?.acknowledgedOn ?? null;
  return refusalOf([
    ...unfiled(appeal, level, on),
    ...(done === null
      ? []
      : [objection('ALREADY_RECORDED', clauseOfLevel[level], because('appeal-acknowledged', { level: String(level), day: done }))]),
    ...ended(appeal, level),
  ]);
}

/** Why IHSA may not decide a level; null if it may. */
export function refuseAppealDecision(appeal: AppealFact, level: AppealLevel, on: Day): Refusal | null {
  const before = level === 3 ? undenied(appeal, on) : unfiled(appeal, level, on);
  return refusalOf([...before, ...ended(appeal, level)]);
}

/** G-7.d: level 3 follows the denial at level 2, and nobody files it. */
function undenied(appeal: AppealFact, on: Day): readonly Objection[] {
  const deniedOn = deniedAt(appeal, 2);
  if (deniedOn !== null && deniedOn <= on) return [];
  return [objection('APPEAL_NOT_READY', 'G-7.d', because('appeal-not-denied', { level: '2', on }))];
}

function unfiled(appeal: AppealFact, level: 1 | 2, on: Day): readonly Objection[] {
  const filedOn = levelOf(appeal, level)?.filedOn ?? null;
  if (filedOn !== null && filedOn <= on) return [];
  return [objection('APPEAL_NOT_READY', clauseOfLevel[level], because('appeal-level-unfiled', { level: String(level), on }))];
}

/** A level is decided once, and an agreement ends the appeal (G-7.c, G-7.d). */
function ended(appeal: AppealFact, level: AppealLevel): readonly Objection[] {
  const decidedOn = levelOf(appeal, level)?.decidedOn ?? null;
  const { agreedOn } = appeal;
  return [
    ...(decidedOn === null
      ? []
      : [objection('ALREADY_RECORDED', clauseOfLevel[level], because('appeal-decided', { level: String(level), day: decidedOn }))]),
    ...(agreedOn === null ? [] : [objection('APPEAL_NOT_READY', 'G-7.c', because('appeal-agreed', { day: agreedOn }))]),
  ];
}

/**
 * Why an agreement may not be recorded; null if it may: it is of level 2, where what was denied can still be agreed on, and the Vice President's
 * decision is final (G-7.c, G-7.d). Once it is signed nothing is decided, so no decision on record is later than it.
 */
export function refuseAgreement(appeal: AppealFact, on: Day): Refusal | null {
  const second = levelOf(appeal, 2);
  const finalOn = levelOf(appeal, 3)?.decidedOn ?? null;
  return refusalOf([
    ...unfiled(appeal, 2, on),
    ...(appeal.agreedOn === null ? [] : [objection('ALREADY_RECORDED', 'G-7.c', because('appeal-agreed', { day: appeal.agreedOn }))]),
    ...(second && second.decidedOn !== null && (second.outcome === 'ALLOWED' || on < second.decidedOn)
      ? [objection('APPEAL_NOT_READY', 'G-7.c', because('appeal-decided', { level: '2', day: second.decidedOn }))]
      : []),
    ...(finalOn === null ? [] : [objection('APPEAL_NOT_READY', 'G-7.d', because('appeal-decided', { level: '3', day: finalOn }))]),
  ]);
}
