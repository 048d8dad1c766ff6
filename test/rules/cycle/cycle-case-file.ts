import type { AuditFact, CycleFacts } from '../../../src/rules/cycle/facts.ts';
import type { DatedStatement } from '../../../src/rules/statement.ts';
import { type CompactFacts, factsOf } from '../case-file.ts';

/** The facts of an account with its audits as an analyst writes them: whatever is left out is none. */
export interface CompactCycleFacts extends CompactFacts {
  audits?: (Partial<AuditFact> & Pick<AuditFact, 'type'>)[];
  wsibStatements?: DatedStatement[];
}

/** The facts written out in full: A1, A2 … for audits, with the tool of COR 2020; a transition audit is one for the standing too. */
export function cycleFactsOf({ audits = [], wsibStatements = [], ...compact }: CompactCycleFacts): CycleFacts {
  const written = audits.map((given, n) => ({ ...unrecorded, id: `A${n + 1}`, ...given }));
  const transitionAudits = written.flatMap(({ id, type, completedOn }) =>
    type === 'TRANSITION' && completedOn ? [{ id, completedOn }] : [],
  );
  return { ...factsOf({ transitionAudits, ...compact }), audits: written, wsibStatements };
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
