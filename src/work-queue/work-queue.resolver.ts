import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { accountById, type LoadedAccount } from '../accounts/account.loader.ts';
import { Account } from '../accounts/account.type.ts';
import type { CountedConnection } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { EquivalencyRequest } from '../equivalency/equivalency-request.type.ts';
import { requestById, type SeenRequest } from '../equivalency/request.loader.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { InLocale } from '../guideline/locale-argument.ts';
import { hasUnofficialFrench, unofficialBeside } from '../guideline/unofficial.ts';
import { render, writeWord } from '../rules/messages/messages.ts';
import { WorkItem, type WorkItemSource } from './work-item.type.ts';
import { WorkItemConnection } from './work-item-connection.type.ts';
import { WorkQueueArgs } from './work-queue.args.ts';
import { workQueue } from './work-queue.service.ts';

/** Lists what has a running deadline. */
@Resolver(() => WorkItem)
export class WorkQueueResolver {
  @Query(() => WorkItemConnection, {
    description:
      'Everything with a running deadline today, with its clauses and days, the earliest due first; an item without a due day is ' +
      'sorted by the day since which it has been waiting. For staff.',
  })
  workQueue(@Args(() => WorkQueueArgs) args: WorkQueueArgs, @Ctx() context: Context): Promise<CountedConnection<WorkItemSource>> {
    return workQueue(context, args);
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

  @FieldResolver(() => Boolean, unofficialBeside('`because`'))
  unofficial(@Root() { because }: WorkItemSource): boolean {
    return hasUnofficialFrench(because);
  }
}
