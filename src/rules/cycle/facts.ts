import type { Day } from '../calendar.ts';
import type { AccountFacts, Standard } from '../facts.ts';
import type { DatedStatement } from '../statement.ts';
import type { DesignatedPerson } from './people.ts';

/** The audits of the program; a transition audit is a maintenance audit with the tool of COR 2020 (F-24). */
export type AuditType = 'INITIAL_INTERNAL' | 'EXTERNAL' | 'RE_AUDIT' | 'MAINTENANCE' | 'TRANSITION' | 'RECERTIFICATION_INTERNAL';

/** One audit of an account, with the days that are recorded of it. */
export interface AuditFact {
  readonly id: string;
  readonly type: AuditType;
  readonly tool: Standard;
  readonly startedOn: Day | null;
  /** Last day on site. */
  readonly completedOn: Day | null;
  /** Day on which IHSA received it (G-2.4.b). */
  readonly receivedOn: Day | null;
  /** Date of the report on it. */
  readonly reportedOn: Day | null;
  readonly closedOn: Day | null;
  /** Whether its scores pass (decideAuditScore); null where not all of them are recorded. It counts from the day of the report. */
  readonly passed: boolean | null;
}

/** Everything recorded of one account that bears on where it stands in the certification process. Order does not matter. */
export interface CycleFacts extends AccountFacts {
  readonly audits: readonly AuditFact[];
  /** Whether WSIB counts the account as active and in good standing (G-1.2.a). */
  readonly wsibStatements: readonly DatedStatement[];
  /** Who has or had a role at the account, with their training; absent where the question does not concern them. */
  readonly people?: readonly DesignatedPerson[];
}
