import type { ClauseId } from './guideline.ts';

/** A question the law answers. The docs list it, and the coverage test holds it to its clauses. */
export interface Rule {
  readonly name: string;
  readonly question: string;
  /** The file to read first, in src/rules. */
  readonly file: string;
  /** Clauses whose reasons appear whether they hold or not: a case must show each holding, and another not holding. */
  readonly weighs: readonly ClauseId[];
  /** Clauses whose reasons appear only when they hold, or only when they do not. */
  readonly reports: readonly ClauseId[];
  /** Clauses that shape its answers without giving a reason: a case or a test must name each. */
  readonly follows: readonly ClauseId[];
  /** Where its cases and tests are, in test/rules. */
  readonly tests: readonly string[];
}
