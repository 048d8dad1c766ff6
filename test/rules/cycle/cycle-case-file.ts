import type { AuditFact, AuditInCycle, CycleFacts } from '../../../src/rules/cycle/facts.ts';
import type { DesignationFact } from '../../../src/rules/cycle/people.ts';
import type { DatedStatement } from '../../../src/rules/statement.ts';
import { type CompactFacts, factsOf } from '../case-file.ts';
import { type CompactTraining, trainingOf } from './training.cases.ts';

/** The facts of an account with its audits as an analyst writes them: whatever is left out is none. */
export interface CompactCycleFacts extends CompactFacts {
  audits?: (Partial<AuditInCycle> & Pick<AuditFact, 'type'>)[];
  wsibStatements?: DatedStatement[];
  people?: CompactPerson[];
}

/** A role with the days of the courses by their letters, as in training.cases.yaml. */
type CompactPerson = Pick<DesignationFact, 'role' | 'from'> & Partial<DesignationFact> & CompactTraining;

/** The facts written out in full: A1, A2 … for audits, with the tool of COR 2020; a transition audit is one for the standing too. */
export function cycleFactsOf({ audits = [], wsibStatements = [], people, ...compact }: CompactCycleFacts): CycleFacts {
  const written = audits.map((given, n) => ({ ...unrecorded, id: `A${n + 1}`, ...given }));
  const transitionAudits = written.flatMap(({ id, type, completedOn }) =>
    type === 'TRANSITION' && completedOn ? [{ id, completedOn }] : [],
  );
  const designated = people?.map(({ courses, exemptions, retraining, ...given }, n) => ({
    ...{ id: `D${n + 1}`, to: null, isPermanentFullTime: true, codeSignedOn: null },
    ...given,
    training: trainingOf({ courses, exemptions, retraining }),
  }));
  const facts = { ...factsOf({ transitionAudits, ...compact }), audits: written, wsibStatements };
  return designated ? { ...facts, people: designated } : facts;
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
