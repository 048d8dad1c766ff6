import type { GuardedOperation } from '../limits/guard.ts';
import { guard } from '../limits/guard.ts';
import { deprecatedIn } from './deprecated-in.ts';
import type { RequestContext } from './request-context.ts';

/** Whether an operation takes its cost from the budget, or only asks for it. */
export type Charging = 'takes' | 'asks';

/**
 * Holds an operation to the limits of its caller, takes what it costs from the budget, and notes both and what is deprecated in it. Throws a fault if either does not allow it.
 * Nobody pays twice for an operation that is carried out again.
 */
export function chargeOperation(guarded: GuardedOperation, { notes, caller, rate }: RequestContext, charging: Charging): void {
  const { operation } = guarded;
  const isPaid = notes.cost !== null;
  notes.kind = operation.operation;
  notes.operationName = operation.name?.value.slice(0, 100) ?? null;
  const asked = guard(guarded, caller);
  notes.cost = asked.points;
  notes.asked = asked;
  notes.guarded = guarded;
  notes.deprecated = deprecatedIn(guarded.schema, guarded.document, operation, guarded.variables);
  if (charging === 'asks') rate?.quote(asked);
  else if (!isPaid) rate?.takeOperation(asked);
}
