import type { Refusal } from '../../../src/rules/decision.ts';
import type { SpotCheckEventFact } from '../../../src/rules/facts.ts';
import { type ProposedCheck, refuseSpotCheck, refuseSpotCheckStep } from '../../../src/rules/recording/spot-checking.ts';
import { type CompactFacts, casesOf, factsOf } from '../case-file.ts';

/** One case of spot-checking.cases.yaml, as written: a letter to record, or a step of the check S1. */
export interface SpotCheckingCase {
  readonly case: string;
  readonly facts: CompactFacts;
  readonly letter?: Partial<ProposedCheck> & Pick<ProposedCheck, 'receivedOn'>;
  readonly step?: SpotCheckEventFact;
  readonly refused: readonly string[];
  readonly code?: string;
}

export const spotCheckingCases = casesOf<SpotCheckingCase>('recording/spot-checking.cases.yaml');

/** What the law says about the proposal of a case. */
export function judgeSpotChecking({ case: title, facts: compact, letter, step }: SpotCheckingCase): Refusal | null {
  const facts = factsOf(compact);
  if (letter) return refuseSpotCheck(facts, { correctiveAction: true, ...letter });
  const check = facts.spotChecks.find(({ id }) => id === 'S1');
  if (!check || !step) throw new Error(`${title} proposes nothing`);
  return refuseSpotCheckStep(facts, { check, ...step });
}
