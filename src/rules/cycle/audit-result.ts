import type { Day } from '../calendar.ts';
import type { AuditInCycle } from './facts.ts';

/** What an audit's scores gave from a day on; null where not all of them are recorded. */
export interface AuditResult {
  readonly on: Day;
  readonly passed: boolean | null;
}

type Scored = Pick<AuditInCycle, 'reportedOn' | 'passed' | 'laterScores'>;

/** G-2.4.k, R-48: the result of the report, and those of complete later scores, by a day, in order; none before the report. */
export function resultsBy({ reportedOn, passed, laterScores = [] }: Scored, on: Day): readonly AuditResult[] {
  if (reportedOn === null || reportedOn > on) return [];
  const later = laterScores.filter((score) => score.on <= on && score.passed !== null);
  return [{ on: reportedOn, passed }, ...later.toSorted((a, b) => (a.on < b.on ? -1 : 1))];
}

/** The days of results that failed, the first one first. */
export const failures = (results: readonly AuditResult[]): readonly Day[] =>
  results.flatMap(({ on, passed }) => (passed === false ? on : [])).toSorted();

/** The day from which the last results pass; null if they do not. */
export function passingDay(results: readonly AuditResult[] = []): Day | null {
  const last = results.findLastIndex(({ passed }) => passed !== true);
  return results[last + 1]?.on ?? null;
}

/** the first day since which the audit of a document fails, by scores after its issue; null if it passes, or failed before. */
export function failsSince(audit: Scored, issuedOn: Day, on: Day): Day | null {
  const since = resultsBy(audit, on).filter((result) => result.on > issuedOn);
  return passingDay(since) === null ? lastFailingDay(since) : null;
}

/** The day on which the results began to fail the last time; null if none failed. */
export function lastFailingDay(results: readonly AuditResult[]): Day | null {
  const lastFailure = results.findLastIndex(({ passed }) => passed === false);
  const passBefore = results.slice(0, Math.max(lastFailure, 0)).findLastIndex(({ passed }) => passed === true);
  return failures(results.slice(passBefore + 1, lastFailure + 1))[0] ?? null;
}
