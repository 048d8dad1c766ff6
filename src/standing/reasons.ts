import type { Reason } from '../rules/decision.ts';

/**
 * A reason as stored: `[clause, truths, message id, values]`; the truths are the sum of 1 for holds and 2 for decides; without values, that entry is
 * missing.
 */
type StoredReason = readonly [
  clause: Reason['clause'],
  truths: number,
  messageId: Reason['because']['id'],
  values?: Reason['because']['values'],
];

const HOLDS = 1;
const DECIDES = 2;

/** The reasons of a period as compact JSON: as objects they would take twice the space, and ten times when rendered. */
export const encodeReasons = (reasons: readonly Reason[]): string => JSON.stringify(reasons.map(stored));

function stored({ clause, holds, decides, because: { id, values } }: Reason): StoredReason {
  const truths = (holds ? HOLDS : 0) + (decides ? DECIDES : 0);
  for (const _ in values) return [clause, truths, id, values];
  return [clause, truths, id];
}

/** The reasons of a stored period. Clauses and message ids once in use stay, so that stored reasons can be read. */
export function decodeReasons(text: string): Reason[] {
  const reasons: StoredReason[] = JSON.parse(text);
  return reasons.map(([clause, truths, id, values = {}]) => ({
    clause,
    holds: (truths & HOLDS) !== 0,
    decides: (truths & DECIDES) !== 0,
    because: { id, values },
  }));
}
