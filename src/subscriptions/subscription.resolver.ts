import { Args, Resolver, Root, Subscription } from 'type-graphql';
import { AuditChange } from '../changes/audit-change.type.ts';
import type { AuditChangeSource, RequestChangeSource, StatusChangeSource } from '../changes/change.source.ts';
import { StatusChange } from '../changes/change.type.ts';
import { EquivalencyRequestChange } from '../changes/equivalency-request-change.type.ts';
import type { Context } from '../contract/context.ts';
import { AuditChangedArgs, EquivalencyRequestChangedArgs, StatusChangedArgs } from './subscription.args.ts';
import { auditChanges, requestChanges, statusChanges } from './subscriptions.ts';

const howTold =
  'By WebSocket at /graphql, or as Server-Sent Events at /graphql/stream. Keep the cursor of the last change you processed and resume ' +
  '`after` it when you reconnect: then you miss nothing and receive nothing twice.';

/** What a subscription begins with; its arguments are unchecked. */
interface Begun<Arguments> {
  readonly context: Context;
  readonly args: Arguments;
}

/** Sends changes as they become known. */
@Resolver()
export class SubscriptionResolver {
  @Subscription(() => StatusChange, {
    description: `Every change of a standing that is visible to you when it is sent, in the order of the feed. ${howTold}`,
    subscribe: ({ context, args }: Begun<StatusChangedArgs>) => statusChanges(context, args),
  })
  statusChanged(@Root() change: StatusChangeSource, @Args(() => StatusChangedArgs) _args: StatusChangedArgs): StatusChangeSource {
    return change;
  }

  @Subscription(() => EquivalencyRequestChange, {
    description: `Every change of a request for equivalency or reciprocity that is visible to you, in the order of the feed. ${howTold}`,
    subscribe: ({ context, args }: Begun<EquivalencyRequestChangedArgs>) => requestChanges(context, args),
  })
  equivalencyRequestChanged(
    @Root() change: RequestChangeSource,
    @Args(() => EquivalencyRequestChangedArgs) _args: EquivalencyRequestChangedArgs,
  ): RequestChangeSource {
    return change;
  }

  @Subscription(() => AuditChange, {
    description: `Every step of an audit that is recorded or taken back, and anything else that alters an audit, for the organization itself and for staff, in the order of the feed. ${howTold}`,
    subscribe: ({ context, args }: Begun<AuditChangedArgs>) => auditChanges(context, args),
  })
  auditChanged(@Root() change: AuditChangeSource, @Args(() => AuditChangedArgs) _args: AuditChangedArgs): AuditChangeSource {
    return change;
  }
}
