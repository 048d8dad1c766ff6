import { addYears, type Day } from '../calendar.ts';
import { because, type Refusal } from '../decision.ts';
import { auditorEvaluationYears, valueOn } from '../parameters.ts';
import type { Span } from './issuing-facts.ts';
import { objection, refusalOf } from './objections.ts';

/** What is recorded of an auditor's place in the program. */
export interface ListedAuditor {
  readonly removedOn: Day | null;
  readonly erasedOn: Day | null;
}

/** G-2.4.g, R-17, R-63: why an auditor may not be put on the approved list for some days; null if allowed. */
export function refuseListing({ removedOn, erasedOn }: ListedAuditor, periods: readonly Span[], { from, to }: Span): Refusal | null {
  const other = periods.find((period) => (to === null || period.from <= to) && (period.to === null || from <= period.to));
  return refusalOf([
    ...(other ? [objection('ALREADY_RECORDED', 'G-2.4.g', because('list-period-overlaps', { from: other.from }))] : []),
    ...(removedOn === null || (to !== null && to < removedOn)
      ? []
      : [objection('AUDITOR_NOT_POSSIBLE', 'R-17', because('auditor-removed-already', { removedOn }))]),
    ...(erasedOn === null ? [] : [objection('AUDITOR_NOT_POSSIBLE', 'R-63', because('auditor-erased-already', { erasedOn }))]),
  ]);
}

/** an auditor is removed only once; null if allowed. */
export const refuseRemovedAuditor = (removedOn: Day | null): Refusal | null =>
  refusalOf(removedOn === null ? [] : [objection('ALREADY_RECORDED', 'R-17', because('auditor-removed-already', { removedOn }))]);

/**
 * G-4.3: the day by which an auditor is to be evaluated: a year after the last evaluation, or after the first day on the list; null if there is
 * neither.
 */
export function evaluationDueOn(evaluatedOn: readonly Day[], listed: readonly Pick<Span, 'from'>[]): Day | null {
  const from = [...evaluatedOn].sort().at(-1) ?? listed.map((period) => period.from).sort()[0] ?? null;
  return from && addYears(from, valueOn(auditorEvaluationYears, from));
}
