import type { ApplicationInCycle, AuditFact, AuditInCycle, CycleFacts } from '../../../src/rules/cycle/facts.ts';
import type { DesignationFact } from '../../../src/rules/cycle/people.ts';
import type { DatedStatement } from '../../../src/rules/statement.ts';
import { type CompactFacts, factsOf } from '../case-file.ts';
import { appealOf, type CompactAppeal } from '../recording/appealing.cases.ts';
import { type CompactTraining, trainingOf } from './training.cases.ts';

/** The facts of an account with its audits as an analyst writes them. Default for each: none. */
export interface CompactCycleFacts extends CompactFacts {
  audits?: (Partial<AuditInCycle> & Pick<AuditFact, 'type'>)[];
  wsibStatements?: DatedStatement[];
  people?: CompactPerson[];
  appeals?: CompactAppeal[];
  applications?: (Partial<ApplicationInCycle> & Pick<ApplicationInCycle, 'appliedOn'>)[];
}

/** A role with the days of its courses by their letters, as in training.cases.yaml. */
type CompactPerson = Pick<DesignationFact, 'role' | 'from'> & Partial<DesignationFact> & CompactTraining;

/** The facts written out in full: A1, A2 … for audits, P1, P2 … for appeals, R1, R2 … for applications, with the tool of COR 2020; a transition audit also counts for the standing. */
export function cycleFactsOf({
  audits = [],
  wsibStatements = [],
  people,
  appeals,
  applications = [],
  ...compact
}: CompactCycleFacts): CycleFacts {
  const written = audits.map((given, n) => ({ ...unrecorded, id: `A${n + 1}`, ...given }));
  const transitionAudits = written.flatMap(({ id, type, completedOn }) =>
    type === 'TRANSITION' && completedOn ? [{ id, completedOn }] : [],
  );
  const designated = people?.map(({ courses, exemptions, retraining, asked, ...given }, n) => ({
    ...{ id: `D${n + 1}`, to: null, isPermanentFullTime: true, codeSignedOn: null },
    ...given,
    training: trainingOf({ courses, exemptions, retraining, asked }),
  }));
  const facts = { ...factsOf({ transitionAudits, ...compact }), audits: written, wsibStatements };
  const appealed = appeals?.map((given, n) => appealOf({ id: `P${n + 1}`, ...given }));
  const applied = applications.map((given, n) => ({ id: `R${n + 1}`, acknowledgedOn: null, verifiedOn: null, endedOn: null, ...given }));
  return { ...facts, applications: applied, ...(designated ? { people: designated } : {}), ...(appealed ? { appeals: appealed } : {}) };
}

const unrecorded = {
  tool: 'COR_2020',
  startedOn: null,
  completedOn: null,
  receivedOn: null,
  reportedOn: null,
  closedOn: null,
  passed: null,
} as const satisfies Partial<AuditFact>;
