import type { Day } from './calendar.ts';
import type { ClauseId } from './guideline.ts';
import type { MessageId, MessageWith } from './messages/messages.ts';
import type { RefusalCode } from './refusal-code.ts';

/** A message id with the values it names: days, document numbers and names, never counts of days, so that it stays true for a whole period. */
export interface Because {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, string>>;
}

/** One clause that was consulted, and what was found. `decides` marks the clauses that determined the outcome. */
export interface Reason {
  readonly clause: ClauseId;
  readonly holds: boolean;
  readonly because: Because;
  readonly decides: boolean;
}

/** The law's answer to one question on one day, with every clause consulted. */
export interface Decision<Outcome extends string> {
  readonly outcome: Outcome;
  readonly on: Day;
  readonly reasons: readonly Reason[];
}

/** What a rule returns when the law does not allow a change: a refusal is an answer, not a fault. */
export class Refusal {
  readonly code: RefusalCode;
  readonly reasons: readonly Reason[];

  constructor(code: RefusalCode, reasons: readonly Reason[]) {
    this.code = code;
    this.reasons = reasons;
  }
}

/** A message with its values. The compiler requires every value that the message takes, unless it cannot know the names of the given ones. */
export const because = <Names extends string = never>(id: MessageWith<Names>, values?: Readonly<Record<Names, string>>): Because => ({
  id,
  values: values ?? {},
});

/** A clause that was found to hold. */
export const found = (clause: ClauseId, why: Because): Reason => ({ clause, holds: true, because: why, decides: false });

/** A clause that was consulted and does not hold. */
export const notFound = (clause: ClauseId, why: Because): Reason => ({ clause, holds: false, because: why, decides: false });

/** The same reason, marked as one that determined the outcome. */
export const deciding = (reason: Reason): Reason => ({ ...reason, decides: true });
