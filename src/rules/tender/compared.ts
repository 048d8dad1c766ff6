import { because } from '../decision.ts';
import type { RequirementDecision } from './requirement.ts';

/** What the name beside a number is: one of the firm's own, one of them with a slip in it, or another. */
export type NameBeside = 'OWN' | 'SLIP' | 'OTHER';

/** a number beside another name decides nothing, and beside a name with a slip it decides, but the two must be compared. */
export function nameCompared(decision: RequirementDecision, name: NameBeside, firm: string): RequirementDecision {
  if (name === 'OWN') return decision;
  const nothing = { route: null, document: null, reasons: [], cure: null } as const;
  if (name === 'OTHER') return { ...nothing, outcome: 'CANNOT_SAY', ask: because('tender-ask-other-name', { firm }) };
  return { ...decision, ask: decision.ask ?? because('tender-ask-compare-name', { firm }) };
}

/** the number of a document alone does not say whose it is. */
export const documentCompared = (decision: RequirementDecision, document: string): RequirementDecision =>
  decision.document === document ? { ...decision, ask: because('tender-ask-compare-document', { document }) } : decision;
