import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { accountById, type LoadedAccount } from '../accounts/account.loader.ts';
import { Account } from '../accounts/account.type.ts';
import type { CountedConnection } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { EquivalencyRequest } from '../equivalency/equivalency-request.type.ts';
import { requestById, type SeenRequest } from '../equivalency/request.loader.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import { render, writeWord } from '../rules/messages/messages.ts';
import { AssignWorkInput } from './assignment.input.ts';
import { assignWork } from './assignment.service.ts';
import { WorkCount, WorkItem, type WorkItemSource } from './work-item.type.ts';
import { WorkItemConnection } from './work-item-connection.type.ts';
import { WorkCountsArgs, WorkQueueArgs } from './work-queue.args.ts';
import { workCounts, workQueue } from './work-queue.service.ts';

/** Lists what has a running deadline. */
@Resolver(() => WorkItem)
@MarksOurFrench()
export class WorkQueueResolver {
  @Query(() => WorkItemConnection, {
    description:
      'Every obligation of IHSA that is not done, the requests under way, and what staff watch: what is due before what is upcoming; of either, what is lost without it first, then by day. Computed for today, with its clauses. For staff.',
  })
  workQueue(@Args(() => WorkQueueArgs) args: WorkQueueArgs, @Ctx() context: Context): Promise<CountedConnection<WorkItemSource>> {
    return workQueue(context, args);
  }

  @Query(() => [WorkCount], { description: 'How many items of each kind the queue has; kinds without any are left out. For staff.' })
  workCounts(@Args(() => WorkCountsArgs) args: WorkCountsArgs, @Ctx() context: Context): Promise<WorkCount[]> {
    return workCounts(context, args);
  }

  @Mutation(() => WorkItem, {
    description: 'Records who looks after an item of the work queue. No rule refuses it. For staff.',
  })
  assignWork(
    @Arg('input', () => AssignWorkInput, { description: 'Which item, and who.' }) input: AssignWorkInput,
    @Ctx() context: Context,
  ): Promise<WorkItemSource> {
    return assignWork(context, input);
  }

  @FieldResolver(() => Account)
  account(@Root() { accountId }: WorkItemSource, @Ctx() context: Context): Promise<LoadedAccount | null> {
    return context.loader(accountById).load(accountId);
  }

  @FieldResolver(() => EquivalencyRequest, { nullable: true })
  request(@Root() { requestId }: WorkItemSource, @Ctx() context: Context): Promise<SeenRequest | null> | null {
    return requestId === null ? null : context.loader(requestById).load(requestId);
  }

  @FieldResolver(() => String, { description: 'What it is, in words.' })
  label(@Root() { kind }: WorkItemSource, @InLocale() locale: Locale): string {
    return writeWord(locale, kind);
  }

  @FieldResolver(() => String, { description: 'Why it is in the queue, with its days and document numbers.' })
  because(@Root() { because: { id, values } }: WorkItemSource, @InLocale() locale: Locale): string {
    return render(locale, id, values);
  }
}

/** Names the kinds that are counted. */
@Resolver(() => WorkCount)
@MarksOurFrench()
export class WorkCountResolver {
  @FieldResolver(() => String, { description: 'What the kind is, in words.' })
  label(@Root() { kind }: WorkCount, @InLocale() locale: Locale): string {
    return writeWord(locale, kind);
  }
}
