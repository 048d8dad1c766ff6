import { addYears, type Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import { thirdPartyAuditYears, valueOn } from '../parameters.ts';
import { auditCriteria, lastDayFor } from './audit.ts';
import { certificateCriterion, lostFromOf } from './certificate.ts';
import { actionPlanCriterion, conductCriteria, type SoseCriterion, systemCriterion } from './criteria.ts';
import { type Eligibility, overall } from './criterion.ts';
import { type CountedAudit, type Way, waysOn } from './evidence.ts';
import type { SoseFacts, SoseSystem } from './facts.ts';

export type { SoseCriterion, SoseCriterionKind } from './criteria.ts';
export type { Criterion, Eligibility, Evidence, Finding, Holder, Stated } from './criterion.ts';
export type { ActionPlanFact, BodyKind, LeadAuditorFact, SoseFacts, SoseSystem, SystemAuditFact, SystemFact } from './facts.ts';

/** A warning beside the criteria, with its clause. */
export interface SoseNote {
  readonly clause: ClauseId;
  readonly because: Because;
}

/** Whether an employer is eligible for recognition under SOSE on an application day, criterion by criterion. */
export interface SoseAssessment {
  readonly outcome: Eligibility;
  readonly on: Day;
  /** The system it was judged by, the one with the best result; null if none is known. */
  readonly system: SoseSystem | null;
  /** All of them, always in the same order. */
  readonly criteria: readonly SoseCriterion[];
  /** Last day to apply with the current audit (L.a); null if no audit verified the system. */
  readonly lastDayToApply: Day | null;
  /** What would change the last day. */
  readonly movedBy: readonly SoseNote[];
  /** Day by which the next third-party audit follows: an obligation after recognition, not a criterion (W.3.d). */
  readonly nextThirdPartyAuditBy: Day | null;
  readonly warnings: readonly SoseNote[];
}

/** Judged by the rules of the application day; of several systems and audits, by the one with the best result. */
export function soseEligibility(facts: SoseFacts, applicationDay: Day): SoseAssessment {
  const judged = waysOn(facts, applicationDay)
    .flatMap((way) => (way.audits.length > 0 ? way.audits : [null]).map((audit) => judge(way, audit, facts, applicationDay)))
    .sort(furthestFirst);
  const [best] = judged;
  if (!best) throw new Error('an employer has at least one way to apply');
  return assessmentOf(best, applicationDay);
}

/** One way to apply, with one of its audits and the findings. */
interface Judged {
  readonly way: Way;
  readonly audit: CountedAudit | null;
  readonly criteria: readonly SoseCriterion[];
}

const judge = (way: Way, audit: CountedAudit | null, facts: SoseFacts, on: Day): Judged => ({
  way,
  audit,
  criteria: [
    systemCriterion(way, on),
    certificateCriterion(way, audit, on),
    ...auditCriteria(way, audit, facts, on),
    actionPlanCriterion(way, audit, facts, on),
    ...conductCriteria(facts, on),
  ],
});

/** Fewest criteria not met, then fewest not known, then the latest audit; then by system and ids, so that the order of the facts does not matter. */
function furthestFirst(a: Judged, b: Judged): number {
  const difference = count(a, 'NOT_MET') - count(b, 'NOT_MET') || count(a, 'NOT_KNOWN_HERE') - count(b, 'NOT_KNOWN_HERE');
  if (difference !== 0) return difference;
  const [dayA, dayB] = [a.audit?.completedOn ?? '', b.audit?.completedOn ?? ''];
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  return nameOf(a) < nameOf(b) ? -1 : 1;
}

const count = ({ criteria }: Judged, finding: SoseCriterion['finding']): number =>
  criteria.filter((criterion) => criterion.finding === finding).length;

const nameOf = ({ way: { system, brought }, audit }: Judged): string =>
  `${system ?? ''} ${audit?.id ?? ''} ${brought?.certificate?.number ?? ''} ${brought?.broughtBy ?? ''}`;

function assessmentOf({ way, audit, criteria }: Judged, on: Day): SoseAssessment {
  const verifying = isVerifying(criteria) ? audit : null;
  return {
    outcome: overall(criteria),
    on,
    system: way.system,
    criteria,
    lastDayToApply: verifying && lastDayFor(verifying.completedOn, on),
    movedBy: movedBy(way, verifying, on),
    nextThirdPartyAuditBy: verifying && addYears(verifying.completedOn, valueOn(thirdPartyAuditYears, on)),
    warnings: warningsOf(way),
  };
}

const isVerifying = (criteria: readonly SoseCriterion[]): boolean =>
  criteria.some(({ criterion, finding }) => criterion === 'THIRD_PARTY_AUDIT' && finding === 'MET');

/** L.a: the day follows from the audit, so only another audit moves it; a certificate that ends earlier shortens it. */
function movedBy({ cor, brought, system }: Way, audit: CountedAudit | null, on: Day): readonly SoseNote[] {
  if (!audit) return [{ clause: 'L.a', because: because('sose-moved-by-first-audit') }];
  const lastDay = lastDayFor(audit.completedOn, on);
  const certificate = brought?.certificate ?? null;
  const lostFrom = cor?.life.loss?.on ?? (cor && lostFromOf(cor));
  const reAuditOn = audit.reAudit?.completedOn;
  const notes: (SoseNote | null)[] = [
    { clause: 'L.a', because: because('sose-moved-by-new-audit', { completedOn: audit.completedOn }) },
    reAuditOn === undefined || system !== 'COR_2020'
      ? null
      : { clause: 'R-42', because: because('sose-moved-by-re-audit', { reAuditOn, lastDay: lastDayFor(reAuditOn, on) }) },
    certificate?.lastDay && certificate.lastDay < lastDay
      ? { clause: 'W.3.a', because: because('sose-cut-short', { certificate: certificate.number, endsOn: certificate.lastDay }) }
      : null,
    lostFrom && lostFrom > on && lostFrom <= lastDay
      ? { clause: cor?.life.loss?.clause ?? 'R-23', because: because('sose-cut-short-by-loss', { lostFrom }) }
      : null,
  ];
  return notes.filter((note) => note !== null);
}

/** pending now, lost, or revoked. */
function warningsOf({ cor, revokedFrom }: Way): readonly SoseNote[] {
  const lostFrom = cor && lostFromOf(cor);
  const loss = cor?.state === 'LOST' ? cor.life.loss : null;
  const notes: (SoseNote | null)[] = [
    revokedFrom === null ? null : { clause: 'R-29', because: because('sose-warning-revoked', { from: revokedFrom }) },
    lostFrom ? { clause: 'R-23', because: because('sose-warning-pending', { lostFrom }) } : null,
    loss ? { clause: loss.clause, because: because('sose-warning-lost', { lostOn: loss.on }) } : null,
  ];
  return notes.filter((note) => note !== null);
}
