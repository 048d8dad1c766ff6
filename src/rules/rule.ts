import type { ClauseId } from './guideline.ts';

/** A question the law answers. The docs list it, and the coverage test holds it to its clauses. */
export interface Rule {
  readonly name: string;
  readonly question: string;
  /** The file to read first, in src/rules. */
  readonly file: string;
  /** Clauses its answers report either way: a case must show each holding, and another not. */
  readonly weighs: readonly ClauseId[];
  /** Clauses its answers report on one side only. */
  readonly reports: readonly ClauseId[];
  /** Clauses that shape its answers without a reason of their own: a case or a test must name each. */
  readonly follows: readonly ClauseId[];
  /** Where its cases and tests are, in test/rules. */
  readonly tests: readonly string[];
}
