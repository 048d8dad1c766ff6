import { Field, ObjectType } from 'type-graphql';
import { Certificate } from '../certificates/certificate.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import { BiddingDocument } from '../letters/bidding-document.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { Reason } from '../rules/decision.ts';
import type { ReviewClock as Clock } from '../rules/equivalency/clock.ts';
import type { ChecklistItem as Item } from '../rules/equivalency/documents.ts';
import type { Grantable as LawOfGrant, Missing } from '../rules/equivalency/equivalency.ts';
import type { RequestState as State } from '../rules/equivalency/request.ts';
import { ClockState, Grant, NeededFor, RequestItem, RequestStatus } from './request-enums.type.ts';

@ObjectType('EquivalencyRequestState', { description: 'Where a request stands on a day.' })
export class RequestState {
  @Field(() => RequestStatus, { description: 'Where it stands.' })
  status!: State['status'];

  @Field(() => LocalDate, { description: 'The day from which it is so.' })
  since!: Day;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day of the document it led to, that day included; null where there is none.',
  })
  lastDay!: Day | null;
}

@ObjectType({ description: 'One thing that a request needs, as it is there or missing on a day (R-41).' })
export class ChecklistItem {
  @Field(() => RequestItem, { description: 'What is needed.' })
  item!: Item['item'];

  @Field(() => NeededFor, { description: 'For what.' })
  neededFor!: Item['neededFor'];

  @Field(() => LocalDate, { nullable: true, description: 'The first day it was there; null while it is missing.' })
  since!: Day | null;
}

@ObjectType('ReviewWait', { description: 'Days on which the clock stood still: IHSA waited for documents it had asked for (R-19).' })
export class ReviewWait {
  @Field(() => LocalDate, { description: 'The day on which IHSA asked.' })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which they came, which counts again; null while IHSA waits.' })
  to!: Day | null;

  @Field(() => String, { description: 'What IHSA asked for.' })
  askedFor!: string;
}

@ObjectType({ description: 'The 30 days of the lead auditor’s review, as of a day (R-19).' })
export class ReviewClock {
  @Field(() => ClockState, { description: 'Where the clock stands.' })
  state!: Clock['state'];

  @Field(() => LocalDate, { nullable: true, description: 'The day on which the submission was complete; null while it is not.' })
  startedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day by which the review was due before any wait.' })
  originalDueOn!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The day by which it is due now; while the clock stands still, the day it would be if the documents came on the day asked.',
  })
  dueOn!: Day | null;

  @Field(() => Boolean, { description: 'Whether the review was reported after its due day, or is overdue.' })
  isLate!: boolean;

  @Field(() => Boolean, { description: 'True for reciprocity: no source states a time, and the day is a target of this registry.' })
  isTarget!: boolean;
}

@ObjectType({ description: 'Something that stands between a request and a grant of more (R-40).' })
export class MissingForGrant {
  @Field(() => Grant, { description: 'What it stands in the way of.' })
  grant!: Missing['grant'];

  @Field(() => Boolean, { description: 'Whether it is known to be so; false where nobody recorded it, and who knows it can still say.' })
  isKnown!: boolean;

  @Field(() => [String], { description: 'Ids of the clauses that ask for it.' })
  clauses!: string[];
}

@ObjectType({
  description:
    'The most that a decision on a day could grant, and what is missing for more (R-40). NOTHING before the submission, while documents are ' +
    'awaited, before the report on the review of an equivalency, and once the request is decided or withdrawn (R-41).',
})
export class Grantable {
  @Field(() => Grant, { description: 'The most that may be granted.' })
  grant!: LawOfGrant['outcome'];

  @Field(() => LocalDate, { description: 'The day it was judged for.' })
  on!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the document if it were issued on the day; null for NOTHING.' })
  lastDay!: Day | null;

  @Field(() => [MissingForGrant], { description: 'What is missing for more, grant by grant, the greatest first.' })
  missing!: MissingForGrant[];
}

/** What a query returns to GraphQL for what may be granted. */
export interface GrantableSource extends Readonly<Omit<Grantable, 'missing'>> {
  readonly missing: readonly Missing[];
  readonly reasons: readonly Reason[];
}

@ObjectType({ description: 'What IHSA decided of a request, and what came of it.' })
export class RequestDecision {
  @Field(() => LocalDate, { description: 'Day of the decision.' })
  on!: Day;

  @Field(() => Grant, { description: 'What was granted.' })
  grant!: LawOfGrant['outcome'];

  @Field(() => String, {
    nullable: true,
    description: 'IHSA’s own reason, which there is wherever less was granted than the law allowed (R-40); null where none was given.',
  })
  judgement!: string | null;

  @Field(() => Certificate, {
    nullable: true,
    description: 'The Certificate of Recognition that was issued; null for other outcomes, and once its record was removed.',
  })
  certificate!: Certificate | null;

  @Field(() => BiddingDocument, {
    nullable: true,
    description: 'The interim letter or letter of reciprocity that was issued; null for other outcomes, and once its record was removed.',
  })
  biddingDocument!: BiddingDocument | null;
}

/** What a query returns to GraphQL for a decision; its document is found by its key. */
export interface RequestDecisionSource extends Readonly<Omit<RequestDecision, 'certificate' | 'biddingDocument'>> {
  readonly certificateId: string | null;
  readonly biddingDocumentId: string | null;
  readonly reasons: readonly Reason[];
}

/** What a query returns to GraphQL for a line of a checklist: as the law gives it. */
export interface ChecklistItemSource extends Readonly<ChecklistItem> {
  readonly reason: Reason;
}

/** What a query returns to GraphQL for the clock of a review. */
export interface ReviewClockSource extends Readonly<ReviewClock> {
  readonly asked: readonly { readonly fromDay: Day; readonly toDay: Day | null; readonly askedFor: string }[];
  readonly reasons: readonly Reason[];
}
