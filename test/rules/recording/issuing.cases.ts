import type { AuditFact } from '../../../src/rules/cycle/facts.ts';
import type { Refusal } from '../../../src/rules/decision.ts';
import type { Standard } from '../../../src/rules/facts.ts';
import { refuseCorrection, refuseRemoval } from '../../../src/rules/recording/correcting.ts';
import { refuseLifting, refuseRevocation, refuseWithdrawal } from '../../../src/rules/recording/ending.ts';
import { type ProposedLetter, refuseCertificate, refuseLetter, refuseRegistration } from '../../../src/rules/recording/issuing.ts';
import type { DatedStatement } from '../../../src/rules/statement.ts';
import { type CompactFacts, casesOf, factsOf } from '../case-file.ts';

/** One case of issuing.cases.yaml, as written; it proposes one thing. */
export interface IssuingCase {
  readonly case: string;
  readonly facts: CompactFacts;
  readonly wsibStatements?: readonly DatedStatement[];
  readonly today?: string;
  readonly certificate?: { standard: Standard; issuedOn: string; hasWsibAccount?: boolean; audit?: Partial<AuditFact> };
  readonly letter?: ProposedLetter;
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

/** What the law says to the proposal of a case. */
export function judgeCase(one: IssuingCase): Refusal | null {
  const facts = { ...factsOf(one.facts), wsibStatements: one.wsibStatements ?? [] };
  const { certificate, letter, registration, withdrawal, revocation, lifting, correction, removal } = one;
  if (certificate) {
    const { standard, issuedOn, hasWsibAccount = true, audit } = certificate;
    const proposed = { standard, issuedOn, hasWsibAccount, audit: audit ? auditOf(audit) : null };
    return refuseCertificate(facts, proposed, one.today ?? issuedOn);
  }
  if (letter) return refuseLetter(facts, letter, one.today ?? letter.issuedOn);
  if (registration) return refuseRegistration(facts, registration, one.today ?? registration);
  if (withdrawal) return refuseWithdrawal(facts, withdrawal.registration, withdrawal.on);
  if (revocation) return refuseRevocation(facts, revocation);
  if (lifting) return refuseLifting(facts, lifting);
  if (correction) return refuseCorrection(facts, factsOf(correction), one.kept ?? false);
  const removed = facts.certificates.find(({ number }) => number === removal);
  if (!removed) throw new Error(`${one.case} proposes nothing`);
  return refuseRemoval(removed);
}

const auditOf = (given: Partial<AuditFact>): AuditFact => ({
  id: 'A1',
  type: 'EXTERNAL',
  tool: 'COR_2020',
  startedOn: null,
  completedOn: null,
  receivedOn: null,
  reportedOn: null,
  closedOn: null,
  passed: null,
  ...given,
});
