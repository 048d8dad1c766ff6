import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { accountById, type LoadedAccount } from '../accounts/account.loader.ts';
import { Account, type AccountSource } from '../accounts/account.type.ts';
import type { CountedConnection } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { LocalDate } from '../contract/scalars.ts';
import { recordId } from '../mutations/record-id.ts';
import { organizationById } from '../organizations/organization.loader.ts';
import { Organization, type OrganizationSource } from '../organizations/organization.type.ts';
import type { Day } from '../rules/calendar.ts';
import { reviewClock } from '../rules/equivalency/clock.ts';
import { checklistOn } from '../rules/equivalency/documents.ts';
import { decisionOf, grantableOf, readReview, stateOf } from './answers.service.ts';
import { EquivalencyRequest, HostCor, IsoCertificate, RequestDocument, RequestReview } from './equivalency-request.type.ts';
import { requestById, type SeenRequest } from './request.loader.ts';
import {
  ChecklistItem,
  type ChecklistItemSource,
  Grantable,
  type GrantableSource,
  RequestDecision,
  type RequestDecisionSource,
  RequestState,
  ReviewClock,
  type ReviewClockSource,
} from './request-answers.type.ts';
import { EquivalencyRequestConnection } from './request-connection.type.ts';
import { EquivalencyRequestArgs, EquivalencyRequestsArgs } from './requests.args.ts';
import { listRequests, requestsOfAccount } from './requests.service.ts';
import { shownDocument } from './shown-document.ts';

const day = { nullable: true, description: 'A day: what is recorded by then counts. Default: today in Toronto.' };
const whole = 'Null to callers who may see only its status.';

/** Answers about requests for equivalency and reciprocity. */
@Resolver(() => EquivalencyRequest)
export class EquivalencyRequestResolver {
  @Query(() => EquivalencyRequest, {
    nullable: true,
    description:
      'The request with a global id; null if it is not visible to you. It is visible to the applicant, to staff and to the association ' +
      'it names.',
  })
  equivalencyRequest(
    @Args(() => EquivalencyRequestArgs) { id }: EquivalencyRequestArgs,
    @Ctx() context: Context,
  ): Promise<SeenRequest | null> {
    return context.loader(requestById).load(recordId('id', id, 'EquivalencyRequest'));
  }

  @Query(() => EquivalencyRequestConnection, {
    description:
      'The requests for equivalency and reciprocity that are visible to you, in pages: all for staff, its own for an organization.',
  })
  equivalencyRequests(
    @Args(() => EquivalencyRequestsArgs) args: EquivalencyRequestsArgs,
    @Ctx() context: Context,
  ): Promise<CountedConnection<SeenRequest>> {
    return listRequests(context, args);
  }

  @FieldResolver(() => Organization, { nullable: true })
  applicant(@Root() { organizationId }: SeenRequest, @Ctx() context: Context): Promise<OrganizationSource | null> {
    return context.loader(organizationById).load(organizationId);
  }

  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { accountId }: SeenRequest, @Ctx() context: Context): Promise<LoadedAccount | null> {
    return context.loader(accountById).load(accountId);
  }

  @FieldResolver(() => RequestState, {
    nullable: true,
    description: 'Its status on a day. Null before it was begun; for the association it names, also while it was a draft.',
  })
  state(@Root() request: SeenRequest, @Arg('on', () => LocalDate, day) on: Day | null, @Ctx() { today }: Context): RequestState | null {
    return stateOf(request, on ?? today);
  }

  @FieldResolver(() => LocalDate, { nullable: true, description: `The day on which it was begun. ${whole}` })
  createdOn(@Root() request: SeenRequest): Day | null {
    return request.whole?.row.createdOn ?? null;
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description: `The day on which it was submitted; null if it is not submitted. ${whole}`,
  })
  submittedOn(@Root() request: SeenRequest): Day | null {
    return request.whole?.row.submittedOn ?? null;
  }

  @FieldResolver(() => HostCor, {
    nullable: true,
    description: `What is recorded about the host province’s COR; null where nothing is. ${whole}`,
  })
  hostCor(@Root() request: SeenRequest): HostCor | null {
    return request.whole?.facts.hostCor ?? null;
  }

  @FieldResolver(() => IsoCertificate, {
    nullable: true,
    description: `What is recorded of the firm’s certificate; null where nothing is. ${whole}`,
  })
  isoCertificate(@Root() request: SeenRequest): IsoCertificate | null {
    return request.whole?.facts.isoCertificate ?? null;
  }

  @FieldResolver(() => [RequestDocument], { nullable: true, description: `Its documents, in the order in which they arrived. ${whole}` })
  documents(@Root() request: SeenRequest): RequestDocument[] | null {
    return request.whole?.documents.map(shownDocument) ?? null;
  }

  @FieldResolver(() => [ChecklistItem], {
    nullable: true,
    description: `Everything it needs, item by item, present or missing on a day (R-41). ${whole}`,
  })
  checklist(
    @Root() request: SeenRequest,
    @Arg('on', () => LocalDate, day) on: Day | null,
    @Ctx() { today }: Context,
  ): readonly ChecklistItemSource[] | null {
    return request.whole && checklistOn(request.whole.facts, on ?? today);
  }

  @FieldResolver(() => ReviewClock, { nullable: true, description: `The 30 days of its review, as of a day (R-19). ${whole}` })
  clock(
    @Root() request: SeenRequest,
    @Arg('on', () => LocalDate, day) on: Day | null,
    @Ctx() { today }: Context,
  ): ReviewClockSource | null {
    if (request.whole === null) return null;
    return { ...reviewClock(request.whole.facts, on ?? today), asked: request.whole.waits };
  }

  @FieldResolver(() => Grantable, {
    nullable: true,
    description: `The most that \`decideEquivalencyRequest\` could grant on a day, and what is missing for more (R-40, R-41). ${whole}`,
  })
  grantable(
    @Root() request: SeenRequest,
    @Arg('on', () => LocalDate, day) on: Day | null,
    @Ctx() { today }: Context,
  ): GrantableSource | null {
    return request.whole && grantableOf(request.whole, on ?? today);
  }

  @FieldResolver(() => RequestReview, { nullable: true, description: `The report on its review; null if there is none yet. ${whole}` })
  review(@Root() request: SeenRequest, @Ctx() context: Context): Promise<RequestReview | null> | null {
    return request.whole && readReview(context, request.whole);
  }

  @FieldResolver(() => RequestDecision, { nullable: true, description: `IHSA’s decision; null if there is none yet. ${whole}` })
  decision(@Root() request: SeenRequest): RequestDecisionSource | null {
    return request.whole && decisionOf(request.whole);
  }

  @FieldResolver(() => Int, { nullable: true, description: `Version of the record, for \`expectedVersion\`. ${whole}` })
  version(@Root() request: SeenRequest): number | null {
    return request.whole?.row.version ?? null;
  }
}

/** Lists the requests for an account. */
@Resolver(() => Account)
export class AccountWithRequestsResolver {
  @FieldResolver(() => [EquivalencyRequest], {
    description: 'The requests for equivalency and reciprocity that are visible to you, the latest first.',
  })
  equivalencyRequests(@Root() { accountId }: AccountSource, @Ctx() context: Context): Promise<readonly SeenRequest[]> {
    return requestsOfAccount(context, accountId);
  }
}
