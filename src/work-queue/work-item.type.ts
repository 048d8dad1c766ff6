import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import { ObligationState, Party } from '../cycle/obligation.type.ts';
import { EquivalencyRequest } from '../equivalency/equivalency-request.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { Party as Who } from '../rules/cycle/obligations.ts';
import type { Because } from '../rules/decision.ts';

/** What has a deadline, as an enum of the schema. */
export const WorkItemKind = {
  EQUIVALENCY_REVIEW: 'EQUIVALENCY_REVIEW',
  EQUIVALENCY_DOCUMENTS: 'EQUIVALENCY_DOCUMENTS',
  EQUIVALENCY_DECISION: 'EQUIVALENCY_DECISION',
  EQUIVALENCY_RENEWAL: 'EQUIVALENCY_RENEWAL',
  BIDDING_DOCUMENT_END: 'BIDDING_DOCUMENT_END',
  WSIB_GOOD_STANDING: 'WSIB_GOOD_STANDING',
  PENDING_CERTIFICATION: 'PENDING_CERTIFICATION',
  SPOT_CHECK_IMPLEMENTATION: 'SPOT_CHECK_IMPLEMENTATION',
  SPOT_CHECK_VALIDATION: 'SPOT_CHECK_VALIDATION',
} as const;
export type WorkItemKind = keyof typeof WorkItemKind;

registerEnumType(WorkItemKind, {
  name: 'WorkItemKind',
  description: 'What kind of item has a deadline.',
  valuesConfig: {
    EQUIVALENCY_REVIEW: { description: 'The review of a complete request, within 30 days (G-6.1.a, G-6.2.a, R-19).' },
    EQUIVALENCY_DOCUMENTS: { description: 'Documents that IHSA asked for; the review clock is paused (G-6.1.c, R-19).' },
    EQUIVALENCY_DECISION: { description: 'The decision on a request whose review was reported (R-41).' },
    EQUIVALENCY_RENEWAL: { description: 'A certificate of equivalency that ends; its renewal is a new request (R-20).' },
    BIDDING_DOCUMENT_END: { description: 'A bidding-only document that ends (R-21).' },
    WSIB_GOOD_STANDING: { description: 'A WSIB account reported closed or not in good standing: staff decide (G-1.2.a, R-1).' },
    PENDING_CERTIFICATION: { description: 'A pending certification, which is lost without its letter or certificate (G-2.4.m, G-2.5.c).' },
    SPOT_CHECK_IMPLEMENTATION: { description: 'Corrective action after a spot check, to be reported within 90 days (G-4.4.b).' },
    SPOT_CHECK_VALIDATION: { description: 'IHSA’s validation of corrective action that was reported (G-4.4.c).' },
  },
});

@ObjectType({ description: 'Something with a running deadline today, for IHSA’s staff to act on or watch.' })
export class WorkItem {
  @Field(() => ID, { description: 'Identifies this item on every day; opaque.' })
  key!: string;

  @Field(() => WorkItemKind, { description: 'What it is.' })
  kind!: WorkItemKind;

  @Field(() => Party, { description: 'Whose turn it is.' })
  by!: Who;

  @Field(() => Account, { description: 'The account it concerns.' })
  account!: Account;

  @Field(() => EquivalencyRequest, { nullable: true, description: 'The request it concerns, if any.' })
  request!: EquivalencyRequest | null;

  @Field(() => [String], { description: 'Ids of the clauses it follows from, the one that requires it first.' })
  clauses!: readonly string[];

  @Field(() => ObligationState, {
    description: 'Its state today; never DONE. An item with a due day is upcoming until 90 days before that day (R-36).',
  })
  state!: ObligationState;

  @Field(() => LocalDate, { description: 'The day on which it arose.' })
  since!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'The last day on which it is on time; null if no source gives one.' })
  dueOn!: Day | null;
}

/** What a query returns to GraphQL for an item. */
export interface WorkItemSource extends Readonly<Omit<WorkItem, 'account' | 'request'>> {
  readonly accountId: string;
  /** The request that it is about, by the id it is stored under. */
  readonly requestId: string | null;
  readonly because: Because;
}
