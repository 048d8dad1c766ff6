import type { Day } from '../calendar.ts';
import type { AccountFacts, Standard } from '../facts.ts';
import type { DatedStatement } from '../statement.ts';
import type { AppealFact } from './appeal.ts';
import type { DesignatedPerson } from './people.ts';

/** The audits of the program; a transition audit is a maintenance audit with the tool of COR 2020 (F-24). */
export type AuditType = 'INITIAL_INTERNAL' | 'EXTERNAL' | 'RE_AUDIT' | 'MAINTENANCE' | 'TRANSITION' | 'RECERTIFICATION_INTERNAL';

/** One audit of an account, with its recorded days. */
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
  /** Whether its scores pass (decideAuditScore); null if not all of them are recorded. It counts from the day of the report. */
  readonly passed: boolean | null;
}

/** An audit with what is recorded about its life; a missing field was not recorded. */
export interface AuditInCycle extends AuditFact {
  /** Day on which the organization received the report. */
  readonly reportReceivedOn?: Day | null;
  /** The scores after corrections and appeals, with their days (G-2.4.k, R-48). */
  readonly laterScores?: readonly { readonly on: Day; readonly passed: boolean | null }[];
  /** Its steps: among them receipts and returns, which determine the submission known on a day (G-2.4.c). */
  readonly steps?: readonly { readonly kind: string; readonly on: Day }[];
  /** G-2.4.e: IHSA's choice after a review that did not pass. */
  readonly planOfActionApprovedOn?: Day | null;
  readonly newAuditAskedForOn?: Day | null;
}

/** Everything recorded about one account that determines where it is in the certification process. Order does not matter. */
export interface CycleFacts extends AccountFacts {
  readonly audits: readonly AuditInCycle[];
  /** Whether WSIB counts the account as active and in good standing (G-1.2.a). */
  readonly wsibStatements: readonly DatedStatement[];
  /** Everyone who has or had a role at the account, with their training; absent if the question does not concern them. */
  readonly people?: readonly DesignatedPerson[];
  /** The appeals against results of its audits; absent where the question does not concern them. */
  readonly appeals?: readonly AppealFact[];
  /** Its applications for registration; absent where the question does not concern them. */
  readonly applications?: readonly ApplicationInCycle[];
}

/** An application for registration, with the days of its steps (G-2.1.a). */
export interface ApplicationInCycle {
  readonly id: string;
  readonly appliedOn: Day;
  readonly acknowledgedOn: Day | null;
  readonly verifiedOn: Day | null;
  /** Day on which it was confirmed or rejected. */
  readonly endedOn: Day | null;
}
