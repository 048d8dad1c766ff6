import { addMonths, type Day } from '../calendar.ts';
import { reauditMonths, valueOn } from '../parameters.ts';
import type { AuditFact } from './facts.ts';
import { auditsKnownOn, clockStart, type KnownAudit, lastBy, usesToolInForce } from './known-audit.ts';

/** An external audit with the re-audit that belongs to it. */
export interface ExternalAudit {
  readonly audit: KnownAudit;
  /** Last day to complete a re-audit; null unless the audit failed (G-2.4.i). */
  readonly reAuditDueOn: Day | null;
  /** The last re-audit completed by that day. */
  readonly reAudit: KnownAudit | null;
}

/** The progress of an external audit. */
export type ExternalStep = 'UNDER_WAY' | 'REPORT_AWAITED' | 'PASSED' | 'RE_AUDIT_DUE' | 'RE_AUDIT_REPORT_AWAITED' | 'RE_AUDIT_MISSED';

/** The last of the given external audits, as known on a day; null if none has started. */
export function readExternalAudit(audits: readonly AuditFact[], on: Day, belongs: (audit: KnownAudit) => boolean): ExternalAudit | null {
  const candidates = auditsKnownOn(audits, on, 'EXTERNAL').filter((audit) => usesToolInForce(audit) && belongs(audit));
  const audit = lastBy(candidates, ({ completedOn, startedOn }) => completedOn ?? startedOn);
  if (audit === null) return null;
  const reAuditDueOn = audit.passed === false ? sixMonthsAfter(clockStart(audit)) : null;
  return { audit, reAuditDueOn, reAudit: reAuditOf(audit, reAuditDueOn, auditsKnownOn(audits, on, 'RE_AUDIT')) };
}

const sixMonthsAfter = (reportedOn: Day | null): Day | null => reportedOn && addMonths(reportedOn, valueOn(reauditMonths, reportedOn));

/** G-2.4.i, R-35: a re-audit belongs to the external audit before it and counts if it is completed in time. */
function reAuditOf({ completedOn }: KnownAudit, dueOn: Day | null, reAudits: readonly KnownAudit[]): KnownAudit | null {
  if (completedOn === null || dueOn === null) return null;
  return lastBy(reAudits, (audit) => (isWithin(audit.completedOn, completedOn, dueOn) ? audit.completedOn : null));
}

const isWithin = (day: Day | null, from: Day, to: Day): boolean => day !== null && from <= day && day <= to;

/** The state of an external audit on a day. A result counts once it is reported and its scores are recorded. */
export function externalStep({ audit, reAuditDueOn, reAudit }: ExternalAudit, on: Day): ExternalStep {
  if (audit.completedOn === null) return 'UNDER_WAY';
  if (audit.passed === null) return 'REPORT_AWAITED';
  if (audit.passed || reAudit?.passed === true) return 'PASSED';
  if (reAudit !== null && reAudit.passed === null) return 'RE_AUDIT_REPORT_AWAITED';
  return reAuditDueOn !== null && on > reAuditDueOn ? 'RE_AUDIT_MISSED' : 'RE_AUDIT_DUE';
}

/** The audit that passed, or its re-audit; null until then. */
export function passedAudit({ audit, reAudit }: ExternalAudit): KnownAudit | null {
  if (audit.passed) return audit;
  return reAudit?.passed ? reAudit : null;
}

/** whether the result is that of later scores, and no longer that of the report. */
export const isRescored = ({ reportedOn, resultOn }: KnownAudit): boolean => resultOn !== reportedOn;
