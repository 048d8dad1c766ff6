import { type ApplicationFact, confirmationFindings } from '../../../src/rules/recording/applying.ts';
import type { DatedStatement } from '../../../src/rules/statement.ts';
import { type CompactFacts, casesOf, factsOf } from '../case-file.ts';

/** One case of applying.cases.yaml, as written. */
export interface ApplicationCase {
  readonly case: string;
  readonly application: Partial<ApplicationFact>;
  readonly facts?: CompactFacts;
  readonly wsib?: readonly DatedStatement[];
  readonly on: string;
  readonly missing: readonly string[];
}

export const applicationCases = casesOf<ApplicationCase>('recording/applying.cases.yaml');

export const findingsOf = ({ application, facts = {}, wsib = [], on }: ApplicationCase) =>
  confirmationFindings(
    { appliedOn: '2026-05-01', acknowledgedOn: null, verifiedOn: null, rejectedOn: null, confirmedOn: null, ...application },
    { ...factsOf(facts), wsibStatements: wsib },
    on,
    on,
  );
