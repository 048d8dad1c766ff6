import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import { ObligationKind, ObligationState, obligationKinds, Party, WorkConsequence } from '../cycle/obligation.type.ts';
import { EquivalencyRequest } from '../equivalency/equivalency-request.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { Party as Who } from '../rules/cycle/obligations.ts';
import type { Because } from '../rules/decision.ts';

/** What staff watch although somebody else must act. */
export const WatchedKind = {
  EQUIVALENCY_RENEWAL: 'EQUIVALENCY_RENEWAL',
  BIDDING_DOCUMENT_END: 'BIDDING_DOCUMENT_END',
  WSIB_GOOD_STANDING: 'WSIB_GOOD_STANDING',
  BECOMING_PENDING: 'BECOMING_PENDING',
  PENDING_CERTIFICATION: 'PENDING_CERTIFICATION',
  SPOT_CHECK_IMPLEMENTATION: 'SPOT_CHECK_IMPLEMENTATION',
} as const;
export type WatchedKind = keyof typeof WatchedKind;

/** What has a deadline, as an enum of the schema: every kind of obligation, the steps of requests, and what staff watch. */
export const WorkItemKind = {
  ...ObligationKind,
  EQUIVALENCY_REVIEW: 'EQUIVALENCY_REVIEW',
  EQUIVALENCY_DOCUMENTS: 'EQUIVALENCY_DOCUMENTS',
  EQUIVALENCY_DECISION: 'EQUIVALENCY_DECISION',
  ...WatchedKind,
} as const;
export type WorkItemKind = keyof typeof WorkItemKind;

/** Whether staff watch things of the kind although somebody else must act. */
export const isWatched = (kind: WorkItemKind): kind is WatchedKind => kind in WatchedKind;

registerEnumType(WorkItemKind, {
  name: 'WorkItemKind',
  description: 'What kind of item has a deadline.',
  valuesConfig: {
    ...obligationKinds,
    EQUIVALENCY_REVIEW: { description: 'The review of a complete request, within 30 days (G-6.1.a, G-6.2.a, R-19).' },
    EQUIVALENCY_DOCUMENTS: { description: 'Documents that IHSA asked for; the review clock is paused (G-6.1.c, R-19).' },
    EQUIVALENCY_DECISION: { description: 'The decision on a request whose review was reported (R-41).' },
    EQUIVALENCY_RENEWAL: { description: 'A certificate of equivalency that ends; its renewal is a new request (R-20).' },
    BIDDING_DOCUMENT_END: { description: 'A bidding-only document that ends (R-21).' },
    WSIB_GOOD_STANDING: { description: 'A WSIB account reported closed or not in good standing: staff decide (G-1.2.a, R-1).' },
    BECOMING_PENDING: {
      description: 'A certification whose letter or certificate is missing and which will be pending after day 30 (G-2.4.l, G-2.5.c).',
    },
    PENDING_CERTIFICATION: { description: 'A pending certification, which is lost without its letter or certificate (G-2.4.m, G-2.5.c).' },
    SPOT_CHECK_IMPLEMENTATION: { description: 'Corrective action after a spot check, to be reported within 90 days (G-4.4.b).' },
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

  @Field(() => LocalDate, { description: 'The day on which it arose, or on which it becomes due.' })
  since!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'The last day on which it is on time; null if no source gives one.' })
  dueOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day on which it can be done; null if there is no such day.' })
  lastDay!: Day | null;

  @Field(() => WorkConsequence, { description: 'What follows if it is not done by its days.' })
  consequence!: WorkConsequence;

  @Field(() => String, { nullable: true, description: 'Who looks after it; null while nobody does.' })
  assignee!: string | null;

  @Field(() => Int, { description: 'Version of the assignment, for `expectedVersion` of `assignWork`; 0 before the first.' })
  assignmentVersion!: number;
}

@ObjectType({ description: 'How many items of one kind the queue has.' })
export class WorkCount {
  @Field(() => WorkItemKind, { description: 'The kind.' })
  kind!: WorkItemKind;

  @Field(() => Int, { description: 'Items of the kind.' })
  total!: number;

  @Field(() => Int, { description: 'Those that are overdue.' })
  overdue!: number;

  @Field(() => Int, { description: 'Those that are due.' })
  due!: number;

  @Field(() => Int, { description: 'Those that are upcoming.' })
  upcoming!: number;
}

/** What a query returns to GraphQL for an item. */
export interface WorkItemSource extends Readonly<Omit<WorkItem, 'account' | 'request'>> {
  readonly accountId: string;
  /** The request that it is about, by the id it is stored under. */
  readonly requestId: string | null;
  readonly because: Because;
}
