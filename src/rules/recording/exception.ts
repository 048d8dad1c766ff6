import { because, type Reason, type Refusal } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import type { Finding } from './finding.ts';
import type { ExceptionFact } from './issuing-facts.ts';
import { type Objection, objection, refusalOf } from './objections.ts';

/** the clauses that no exception sets aside. */
export const neverSetAside: readonly ClauseId[] = ['G-2.3', 'G-2.4.m', 'G-2.5.c', 'F-12', 'R-8', 'R-13', 'R-22', 'R-29', 'R-32'];

/** why an exception may not be recorded; null if it may. */
export const refuseException = ({ clauses }: ExceptionFact): Refusal | null =>
  refusalOf(
    clauses
      .filter((clause) => neverSetAside.includes(clause))
      .map((clause) => objection('EXCEPTION_NOT_POSSIBLE', clause, because('refused-exception'))),
  );

/** the findings that an exception leaves as they are, and those it sets aside, each with the clause that it would have been refused for. */
export function setAside(
  findings: readonly Finding[],
  exception: ExceptionFact | null,
): { readonly kept: readonly Finding[]; readonly reasons: readonly Reason[] } {
  const isSetAside = (finding: Finding): boolean => finding.state === 'MISSING' && exception !== null && covers(exception, finding);
  return {
    kept: findings.filter((finding) => !isSetAside(finding)),
    reasons: findings.filter(isSetAside).map(({ reason }): Reason => ({ ...reason, holds: false, decides: false })),
  };
}

/** A document or audit that was already used stays used: its clauses are not set aside. */
const covers = ({ clauses }: ExceptionFact, { code, reason: { clause } }: Objection): boolean =>
  code !== 'ALREADY_ISSUED' && clauses.includes(clause) && !neverSetAside.includes(clause);
