import type { Day } from '../calendar.ts';
import { type Because, because, deciding, found, notFound, type Reason } from '../decision.ts';
import type { LetterTerm } from '../standing/certificate-life.ts';
import { type CertificateView, isHeld } from '../standing/certificate-state.ts';
import type { CertificateHistory } from '../standing/history.ts';
import type { ExternalAudit, ExternalStep } from './external-audit.ts';
import type { AuditFact } from './facts.ts';
import { heldReason } from './hold.ts';
import { type KnownAudit, submissionDay } from './known-audit.ts';
import { type MaintenanceAudit, readMaintenanceAudit } from './maintenance-audit.ts';
import { type RenewalAudit, type Restart, readRenewalAudit } from './renewal-audit.ts';
import type { CertifiedStage, Step } from './stage.ts';
import { externalFinding } from './stage-of-external-audit.ts';
import { type ReceivedStage, receivedAuditStep } from './stage-of-first-certification.ts';

type CertifiedStep = Step<CertifiedStage>;

/** G-2.4.j to G-2.5.d: the stage under a COR certificate that is certified or pending. */
export function certificateStep({ life, state }: CertificateView, audits: readonly AuditFact[], on: Day): CertifiedStep {
  const term = life.letterTerms.find(({ letter }) => !isHeld(letter, life, on)) ?? null;
  const maintenance = term && maintenanceStep(readMaintenanceAudit(audits, life, term, on), term, on);
  const renewal = renewalStep(readRenewalAudit(audits, life, on), life, on);
  const reasons = [...(maintenance?.reasons ?? []), ...renewal.reasons].map((reason) => naming(life, reason));
  if (state === 'PENDING') return { stage: term ? 'PENDING_LETTER' : 'PENDING_CERTIFICATE', reasons: reasons.map(undecided) };
  if (maintenance?.stage) return { stage: maintenance.stage, reasons };
  return { stage: renewal.stage ?? yearOn(life, on), reasons };
}

/** Every reason about a certificate names it, like the reasons of its state. */
const naming = ({ certificate: { number } }: CertificateHistory, reason: Reason): Reason => ({
  ...reason,
  because: { id: reason.because.id, values: { certificate: number, ...reason.because.values } },
});

const undecided = (reason: Reason): Reason => ({ ...reason, decides: false });

function yearOn({ letterTerms: [second, third] }: CertificateHistory, on: Day): CertifiedStage {
  if (on < second.due) return 'CERTIFIED_YEAR_1';
  return on < third.due ? 'CERTIFIED_YEAR_2' : 'CERTIFIED_YEAR_3';
}

/** The finding of one chapter; its stage is null while nothing of it is due or under way. */
interface Finding {
  readonly stage: CertifiedStage | null;
  readonly reasons: readonly Reason[];
}

/** G-2.4.j, G-2.4.k: the maintenance audit for the next letter is due, late, under review, to be corrected, or passed. */
function maintenanceStep({ dueOn, opensOn, correctBy, last, submission }: MaintenanceAudit, { year, due }: LetterTerm, on: Day): Finding {
  const values = { year: String(year), dueOn };
  if (last === null || last.receivedOn === null) {
    if (submission) return { stage: 'MAINTENANCE_AUDIT_REVIEW', reasons: decidedByFirst(submissionReasons(submission, values, due)) };
    if (on > dueOn) {
      const late = deciding(notFound('G-2.4.j', because('maintenance-audit-missing', values)));
      return { stage: 'MAINTENANCE_AUDIT_LATE', reasons: [late, byAnniversary(due, on)] };
    }
    const awaited = found('G-2.4.j', because('maintenance-audit-not-yet', values));
    return on < opensOn ? { stage: null, reasons: [awaited] } : { stage: 'MAINTENANCE_AUDIT_DUE', reasons: [deciding(awaited)] };
  }
  const { receivedOn, reportedOn, passed, type } = last;
  const received = submissionReasons(last, values, due);
  const transition = type === 'TRANSITION' ? [found('F-24', because('transition-audit-received', values))] : [];
  const held = reportedOn === null ? heldReason(last.hold) : [];
  const review = (stage: CertifiedStage, why: Reason): Finding => ({
    stage,
    reasons: [...received, ...transition, ...held, deciding(why)],
  });
  if (reportedOn === null || passed === null)
    return review('MAINTENANCE_AUDIT_REVIEW', notFound('G-2.4.k', because('maintenance-review-awaited', { ...values, receivedOn })));
  const outcome = { ...values, lastDay: correctBy };
  return passed
    ? review('LETTER_AWAITED', found('G-2.4.k', resultOf(last, 'maintenance-review-passed', outcome)))
    : review('MAINTENANCE_AUDIT_CORRECTION', notFound('G-2.4.k', resultOf(last, 'maintenance-review-failed', outcome)));
}

/** The result of the review, or of later scores on their own day (G-2.4.k, R-48). */
function resultOf(
  { reportedOn, resultOn }: KnownAudit,
  words: 'maintenance-review-passed' | 'maintenance-review-failed',
  values: YearDue & { readonly lastDay: Day },
): Because {
  const days = { ...values, reportedOn: reportedOn ?? '', resultOn: resultOn ?? '' };
  return because(resultOn === reportedOn ? words : `${words}-rescored`, days);
}

/** G-2.4.j: the day of the submission decides whether it was in time, not IHSA's receipt. */
function submissionReasons(audit: KnownAudit, values: YearDue, due: Day): readonly Reason[] {
  const day = submissionDay(audit) ?? '';
  const why = becauseSubmitted(audit, day > values.dueOn, values);
  return day > values.dueOn ? [notFound('G-2.4.j', why), byAnniversary(due, day)] : [found('G-2.4.j', why)];
}

const decidedByFirst = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons.map((reason, at) => (at === 0 ? deciding(reason) : reason));

interface YearDue {
  readonly year: string;
  readonly dueOn: Day;
}

function becauseSubmitted({ submittedOn, receivedOn }: KnownAudit, isLate: boolean, values: YearDue): Because {
  if (receivedOn === null)
    return because(isLate ? 'maintenance-receipt-awaited-late' : 'maintenance-receipt-awaited', {
      ...values,
      submittedOn: submittedOn ?? '',
    });
  if (submittedOn === null || submittedOn === receivedOn)
    return because(isLate ? 'maintenance-audit-received-late' : 'maintenance-audit-received', { ...values, receivedOn });
  return because(isLate ? 'maintenance-audit-submitted-late' : 'maintenance-audit-submitted', { ...values, submittedOn, receivedOn });
}

/** G-3.2.c: what is late by section 2.4 may be in time by section 3.2; neither refuses it. */
const byAnniversary = (due: Day, day: Day): Reason =>
  (day <= due ? found : notFound)('G-3.2.c', because('maintenance-audit-by-anniversary', { due }));

const renewalStages: Readonly<Record<ExternalStep, CertifiedStage>> = {
  UNDER_WAY: 'RENEWAL_AUDIT_UNDER_WAY',
  REPORT_AWAITED: 'RENEWAL_REPORT_AWAITED',
  PASSED: 'NEW_CERTIFICATE_AWAITED',
  RE_AUDIT_DUE: 'RENEWAL_RE_AUDIT_DUE',
  RE_AUDIT_REPORT_AWAITED: 'RENEWAL_RE_AUDIT_REPORT_AWAITED',
  RE_AUDIT_MISSED: 'RENEWAL_MUST_RESTART',
};

/** G-2.5.b, F-19: the external audit for the new cycle, at any anniversary; without one it falls due before the third. */
function renewalStep({ opensOn, dueOn, external, restart }: RenewalAudit, life: CertificateHistory, on: Day): Finding {
  if (external === null) {
    if (on < opensOn) return { stage: null, reasons: [notFound('G-2.5.b', because('renewal-not-yet', { opensOn, dueOn }))] };
    return { stage: 'RENEWAL_DUE', reasons: [deciding(found('G-2.5.b', because('renewal-open', { opensOn, dueOn })))] };
  }
  const { step, reasons } = externalFinding(external, on);
  const all = [...reasons, ...cutShort(external, life)];
  return step === 'RE_AUDIT_MISSED' && restart ? restartedStep(restart, all, on) : { stage: renewalStages[step], reasons: all };
}

const restartedStages: Readonly<Record<ReceivedStage, CertifiedStage>> = {
  INTERNAL_AUDIT_REVIEW: 'INTERNAL_AUDIT_REVIEW',
  INTERNAL_AUDIT_CORRECTION: 'INTERNAL_AUDIT_CORRECTION',
  EXTERNAL_AUDIT_DUE: 'RENEWAL_DUE',
  PREPARING_INTERNAL_AUDIT: 'RENEWAL_MUST_RESTART',
  MUST_RESTART: 'RENEWAL_MUST_RESTART',
};

/** a reviewed internal audit precedes the next external one. */
function restartedStep({ internal, failedOn }: Restart, reasons: readonly Reason[], on: Day): Finding {
  const again = receivedAuditStep(internal, on);
  const restarted = found('R-47', because('rests-on-restart', { failedOn }));
  return { stage: restartedStages[again.stage], reasons: [...reasons.map(undecided), restarted, ...again.reasons] };
}

/** day 91 comes before the end of a re-audit's six months. */
function cutShort({ reAuditDueOn }: ExternalAudit, { renewal: { lostFrom } }: CertificateHistory): readonly Reason[] {
  if (reAuditDueOn === null) return [];
  const values = { lostFrom, deadline: reAuditDueOn };
  return reAuditDueOn >= lostFrom
    ? [found('R-12', because('re-audit-cut-short', values))]
    : [notFound('R-12', because('re-audit-not-cut-short', values))];
}
