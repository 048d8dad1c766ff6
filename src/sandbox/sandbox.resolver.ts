import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { AdvanceClockInput } from './sandbox.input.ts';
import { askAdvance, showSandbox } from './sandbox.service.ts';
import { Sandbox } from './sandbox.type.ts';

const AdvanceClockResult = resultOf('AdvanceClockResult', Sandbox);

/** Shows and moves the time of a sandbox. */
@Resolver(() => Sandbox)
export class SandboxResolver {
  @Query(() => Sandbox, { nullable: true, description: 'The state of this sandbox; null if this is a real registry.' })
  sandbox(@Ctx() context: Context): Promise<Sandbox | null> {
    return showSandbox(context);
  }

  @Mutation(() => AdvanceClockResult, {
    description:
      'Moves the clock of a sandbox forward, day by day: standings change, and notices, subscriptions and webhooks follow in order, as at each ' +
      'midnight. It answers at once; `sandbox { isReady }` says when everything is done. For staff. A registry that was not created as a sandbox refuses it.',
  })
  advanceClock(
    @Arg('input', () => AdvanceClockInput, { description: 'The day to move to.' }) input: AdvanceClockInput,
    @Ctx() context: Context,
  ): Promise<Sandbox | Refusal> {
    return askAdvance(context, input);
  }
}
