import type { Day } from '../calendar.ts';
import { cor2020ForExternalAudits, cor2020ForInternalAudits, valueOn } from '../parameters.ts';
import { type AuditResult, resultsBy } from './audit-result.ts';
import type { AuditFact, AuditInCycle, AuditType } from './facts.ts';
import { type Hold, lastHold } from './hold.ts';

/** An audit as known on a day: a day is null until it has come, and so is the result until the report. */
export interface KnownAudit extends Omit<AuditFact, 'closedOn'> {
  /** Whether the last day on site is recorded; if not, `completedOn` is the next recorded day. */
  readonly hasCompletion: boolean;
  /** Day on which it was submitted to IHSA, if recorded; null once it was returned. */
  readonly submittedOn: Day | null;
  /** Day of the last return for correction (G-2.4.c); null without one. */
  readonly returnedOn: Day | null;
  /** Day on which the report on an external audit reached IHSA: completed, and its scores recorded; null before, and if no step says so. */
  readonly reportArrivedOn: Day | null;
  readonly reportReceivedOn: Day | null;
  /** Day from which the result counts: that of the report, or of the last later scores (G-2.4.k, R-48). */
  readonly resultOn: Day | null;
  /** Every result by its day: that of the report, and those of complete later scores; none before the report. */
  readonly results: readonly AuditResult[];
  readonly planOfActionApprovedOn: Day | null;
  readonly newAuditAskedForOn: Day | null;
  /** The last time for which the submission was held because its fee was unpaid, unless a return ended it; null without one. */
  readonly hold: Hold | null;
  /** Day on which the pre-assessment found it complete (G-2.4.c). */
  readonly preAssessedOn: Day | null;
  /** Day on which IHSA asked for a corrective action plan (G-2.4.e). */
  readonly planChosenOn: Day | null;
  /** Day on which the corrective action plan was submitted; null once it was sent back. */
  readonly planOfActionSubmittedOn: Day | null;
  /** Days on which the plan of an external audit was submitted, null once it was sent back, and approved (G-2.4.g). */
  readonly auditPlanSubmittedOn: Day | null;
  readonly auditPlanApprovedOn: Day | null;
}

/** The audits of some types as known on a day. */
export const auditsKnownOn = (audits: readonly AuditInCycle[], on: Day, ...types: readonly AuditType[]): readonly KnownAudit[] =>
  audits.filter(({ type }) => types.includes(type)).map((audit) => knownOn(audit, on));

/** if a day is missing, the next recorded one replaces it. */
function knownOn({ closedOn, laterScores = [], steps = [], ...audit }: AuditInCycle, on: Day): KnownAudit {
  const byNow = (day: Day | null | undefined): Day | null => (day && day <= on ? day : null);
  const reportedOn = audit.reportedOn ?? closedOn;
  const submission = submissionOn(steps, on) ?? { receivedOn: audit.receivedOn ?? reportedOn, returnedOn: null };
  const completedOn = audit.completedOn ?? submission.receivedOn;
  // G-2.4.k, R-48: after a correction or an appeal the last score counts, from its own day.
  const later = lastScoreBy(laterScores, on);
  return {
    ...audit,
    startedOn: byNow(audit.startedOn ?? completedOn),
    completedOn: byNow(completedOn),
    hasCompletion: audit.completedOn !== null,
    submittedOn: stepOn(steps, on, 'SUBMITTED', 'RETURNED'),
    receivedOn: byNow(submission.receivedOn),
    returnedOn: byNow(submission.returnedOn),
    reportedOn: byNow(reportedOn),
    resultOn: byNow(reportedOn) && (later?.on ?? reportedOn),
    results: resultsBy({ ...audit, reportedOn, laterScores }, on),
    reportArrivedOn: arrivalOf(byNow(completedOn), steps, on),
    reportReceivedOn: byNow(audit.reportReceivedOn),
    planOfActionApprovedOn: byNow(audit.planOfActionApprovedOn),
    newAuditAskedForOn: byNow(audit.newAuditAskedForOn),
    hold: lastHold(steps, on),
    preAssessedOn: stepOn(steps, on, 'PRE_ASSESSED'),
    planChosenOn: stepOn(steps, on, 'ACTION_PLAN_CHOSEN'),
    planOfActionSubmittedOn: stepOn(steps, on, 'ACTION_PLAN_SUBMITTED', 'ACTION_PLAN_SENT_BACK'),
    auditPlanSubmittedOn: stepOn(steps, on, 'AUDIT_PLAN_SUBMITTED', 'AUDIT_PLAN_SENT_BACK', 'AUDITOR_SELECTED'),
    auditPlanApprovedOn: stepOn(steps, on, 'AUDIT_PLAN_APPROVED', 'AUDITOR_SELECTED'),
    passed: byNow(reportedOn) === null ? null : (later?.passed ?? audit.passed),
  };
}

/** The last score after a correction or an appeal by a day, of those that are complete; null without one. */
export const lastScoreBy = (laterScores: NonNullable<AuditInCycle['laterScores']>, on: Day) =>
  laterScores.filter((score) => score.on <= on && score.passed !== null).reduce<LaterResult | null>(later, null);

type LaterResult = NonNullable<AuditInCycle['laterScores']>[number];

const later = (last: LaterResult | null, score: LaterResult): LaterResult => (last && last.on > score.on ? last : score);

/**
 * G-2.3, G-2.4.k, R-48: whether an audit passes as of a day on which it is reported: by its first scores, or from their own day by those after a
 * correction or an appeal. Null where not all of them are recorded.
 */
export const passesOn = ({ passed, laterScores = [] }: Pick<AuditInCycle, 'passed' | 'laterScores'>, on: Day): boolean | null =>
  lastScoreBy(laterScores, on)?.passed ?? passed;

type Steps = NonNullable<AuditInCycle['steps']>;

/** G-3.4.b: the scores come with the report on a completed audit. */
function arrivalOf(completedOn: Day | null, steps: Steps, on: Day): Day | null {
  const [scoredOn] = steps.flatMap((step) => (step.kind === 'SCORED' && step.on <= on ? step.on : [])).sort();
  if (completedOn === null || scoredOn === undefined) return null;
  return completedOn > scoredOn ? completedOn : scoredOn;
}

/** The day of a step that stands on a day: the last of its kind, unless one that takes it back came after it. */
function stepOn(steps: Steps, on: Day, kind: string, ...takenBackBy: readonly string[]): Day | null {
  const last = steps.findLast((step) => step.on <= on && (step.kind === kind || takenBackBy.includes(step.kind)));
  return last?.kind === kind ? last.on : null;
}

/** G-2.4.c: the receipt that applies on a day, and the last return before it; null if neither is recorded as a step. */
function submissionOn(steps: Steps, on: Day): { receivedOn: Day | null; returnedOn: Day | null } | null {
  const moves = steps.filter(({ kind }) => kind === 'RECEIVED' || kind === 'RETURNED');
  if (moves.length === 0) return null;
  const known = moves.filter((move) => move.on <= on);
  const last = known.at(-1);
  return {
    receivedOn: last?.kind === 'RECEIVED' ? last.on : null,
    returnedOn: known.findLast(({ kind }) => kind === 'RETURNED')?.on ?? null,
  };
}

/** G-2.4.j, R-34: the day of its submission; if no step says it, that of its receipt. */
export const submissionDay = ({ submittedOn, receivedOn }: KnownAudit): Day | null => submittedOn ?? receivedOn;

/** the day from which the six months run: that of the report's receipt or, if not recorded, the report's date. */
export const clockStart = ({ reportReceivedOn, reportedOn }: KnownAudit): Day | null => reportReceivedOn ?? reportedOn;

/** The last of some audits by one of their days; on the same day, the one with the greater id. Audits without the day do not count. */
export function lastBy(audits: readonly KnownAudit[], dayOf: (audit: KnownAudit) => Day | null): KnownAudit | null {
  const keyed = audits.flatMap((audit) => {
    const day = dayOf(audit);
    return day === null ? [] : [{ audit, key: `${day} ${audit.id}` }];
  });
  return keyed.reduce<(typeof keyed)[number] | null>((last, one) => (last && last.key > one.key ? last : one), null)?.audit ?? null;
}

/** How X-4 applies to an audit. */
type ToolOfAudit = Pick<AuditFact, 'type' | 'tool' | 'receivedOn' | 'completedOn'>;

/** whether the tool of an initial internal audit could be used when it was received, that of an external one when it was completed. */
export function usesToolInForce(audit: ToolOfAudit): boolean {
  const day = toolDay(audit);
  if (audit.tool === 'COR_2020' || day === null) return true;
  return !valueOn(audit.type === 'EXTERNAL' ? cor2020ForExternalAudits : cor2020ForInternalAudits, day);
}

/** The day whose tool is judged; null if no tool is compulsory. */
export function toolDay({ type, receivedOn, completedOn }: ToolOfAudit): Day | null {
  if (type === 'EXTERNAL') return completedOn;
  return type === 'INITIAL_INTERNAL' ? receivedOn : null;
}
