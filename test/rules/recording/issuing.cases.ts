import type { Refusal } from '../../../src/rules/decision.ts';
import type { Standard } from '../../../src/rules/facts.ts';
import { refuseCorrection, refuseRemoval } from '../../../src/rules/recording/correcting.ts';
import { refuseLifting, refuseRevocation, refuseWithdrawal } from '../../../src/rules/recording/ending.ts';
import { certificateObjections, letterObjections, refuseRegistration } from '../../../src/rules/recording/issuing.ts';
import { refusalOf } from '../../../src/rules/recording/objections.ts';
import type { DatedStatement } from '../../../src/rules/statement.ts';
import { type CompactFacts, casesOf, factsOf } from '../case-file.ts';

/** One case of issuing.cases.yaml, as written; it proposes one thing. */
export interface IssuingCase {
  readonly case: string;
  readonly facts: CompactFacts;
  readonly wsibStatements?: readonly DatedStatement[];
  readonly today?: string;
  readonly certificate?: { standard: Standard; issuedOn: string; hasWsibAccount?: boolean };
  readonly letter?: { certificate: string; year: 2 | 3; issuedOn: string };
  readonly registration?: string;
  readonly withdrawal?: { registration: string; on: string };
  readonly revocation?: string;
  readonly lifting?: string;
  readonly correction?: CompactFacts;
  readonly kept?: boolean;
  readonly removal?: string;
  readonly refused: readonly string[];
  readonly code?: string;
}

export const issuingCases = casesOf<IssuingCase>('recording/issuing.cases.yaml');

/** What the law says about the proposal of a case. */
export function judgeCase(one: IssuingCase): Refusal | null {
  const facts = { ...factsOf(one.facts), wsibStatements: one.wsibStatements ?? [] };
  const { certificate, letter, registration, withdrawal, revocation, lifting, correction, removal } = one;
  if (certificate) {
    const proposed = { hasWsibAccount: true, ...certificate };
    return refusalOf(certificateObjections(facts, proposed, one.today ?? certificate.issuedOn));
  }
  if (letter) return refusalOf(letterObjections(facts, letter, one.today ?? letter.issuedOn));
  if (registration) return refuseRegistration(facts, registration, one.today ?? registration);
  if (withdrawal) return refuseWithdrawal(facts, withdrawal.registration, withdrawal.on);
  if (revocation) return refuseRevocation(facts, revocation);
  if (lifting) return refuseLifting(facts, lifting);
  if (correction) return refuseCorrection(facts, factsOf(correction), one.kept ?? false);
  const removed = facts.certificates.find(({ number }) => number === removal);
  if (!removed) throw new Error(`${one.case} proposes nothing`);
  return refuseRemoval(removed);
}
