import { Args, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestChangeSource, StatusChangeSource } from '../changes/change.source.ts';
import { StatusChange } from '../changes/change.type.ts';
import { EquivalencyRequestChange } from '../changes/equivalency-request-change.type.ts';
import type { Context } from '../contract/context.ts';
import { EquivalencyRequestChangedArgs, StatusChangedArgs } from './subscription.args.ts';
import { requestChanges, statusChanges } from './subscriptions.ts';

const howTold =
  'By WebSocket at /graphql and as Server-Sent Events at /graphql/stream. Keep the cursor of the last change you took, and go on `after` it when you connect again: then nothing is missed, and nothing comes twice.';

/** What a subscription begins with; its arguments are as they came. */
interface Begun<Arguments> {
  readonly context: Context;
  readonly args: Arguments;
}

/** Tells of changes as they become known. */
@Resolver()
export class SubscriptionResolver {
  @Subscription(() => StatusChange, {
    description: `Every change of a standing that you may know of, at the moment it is told, in the order of the feed. ${howTold}`,
    subscribe: ({ context, args }: Begun<StatusChangedArgs>) => statusChanges(context, args),
  })
  statusChanged(@Root() change: StatusChangeSource, @Args(() => StatusChangedArgs) _args: StatusChangedArgs): StatusChangeSource {
    return change;
  }

  @Subscription(() => EquivalencyRequestChange, {
    description: `Every change of a request for equivalency or reciprocity that you may know of, in the order of the feed. ${howTold}`,
    subscribe: ({ context, args }: Begun<EquivalencyRequestChangedArgs>) => requestChanges(context, args),
  })
  equivalencyRequestChanged(
    @Root() change: RequestChangeSource,
    @Args(() => EquivalencyRequestChangedArgs) _args: EquivalencyRequestChangedArgs,
  ): RequestChangeSource {
    return change;
  }
}
