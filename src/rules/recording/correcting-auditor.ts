import type { Day } from '../calendar.ts';
import type { Refusal } from '../decision.ts';
import { makerObjections } from './auditing.ts';
import type { AuditingFacts, AuditLife } from './auditing-facts.ts';
import { type Objection, refusalOf } from './objections.ts';
import { consecutiveObjections, type Maker } from './selecting.ts';

/**
 * G-2.4.g, G-3.4.a, R-45: why an audit may not be recorded as made by another auditor: one who could not be on site on its days, or
 * who, or whose company, made the audit before it or the one after it. Null if it may.
 */
export function refuseOtherAuditor(facts: AuditingFacts, audit: AuditLife, maker: Maker): Refusal | null {
  const corrected = { ...audit, auditor: maker.auditor, auditingCompany: maker.company };
  const after = { ...facts, audits: facts.audits.map((each) => (each.id === audit.id ? corrected : each)) };
  const own = daysOnSite(audit).flatMap((on) => makerObjections(after, corrected, maker.auditor, maker.company, on));
  return refusalOf([...own.filter(isFirst), ...laterObjections(facts, after, audit)]);
}

const daysOnSite = ({ startedOn, completedOn }: AuditLife): readonly Day[] =>
  [...new Set([startedOn, completedOn])].filter((day) => day !== null);

/** What is wrong on both days is said once. */
const isFirst = (each: Objection, at: number, all: readonly Objection[]): boolean => all.findIndex((other) => isSame(other, each)) === at;

const isSame = (one: Objection, other: Objection): boolean =>
  one.reason.clause === other.reason.clause && one.reason.because.id === other.reason.because.id;

/** what later audits would be refused for after the change, and were not before. */
function laterObjections(before: AuditingFacts, after: AuditingFacts, { id }: AuditLife): readonly Objection[] {
  return after.audits
    .filter((each) => each.id !== id)
    .flatMap((each) => {
      const known = objectionsOn(before, each);
      return objectionsOn(after, each).filter((objection) => !known.some((other) => isSame(other, objection)));
    });
}

function objectionsOn(facts: AuditingFacts, audit: AuditLife): readonly Objection[] {
  const on = audit.startedOn ?? audit.steps.findLast(({ kind }) => kind === 'AUDITOR_SELECTED')?.on ?? null;
  return on === null ? [] : consecutiveObjections(facts, audit, { auditor: audit.auditor, company: audit.auditingCompany }, on);
}
