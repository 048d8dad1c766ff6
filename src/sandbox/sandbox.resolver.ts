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
  @Query(() => Sandbox, { nullable: true, description: 'The sandbox that this registry is; null if it is a real one.' })
  sandbox(@Ctx() context: Context): Promise<Sandbox | null> {
    return showSandbox(context);
  }

  @Mutation(() => AdvanceClockResult, {
    description:
      'Moves the time of a sandbox forward, day by day: standings, notices, subscriptions and webhooks happen in order, as at each midnight. It ' +
      'answers at once; `sandbox { isReady }` says when all of it is done. For staff. A registry that was not created as a sandbox refuses it.',
  })
  advanceClock(
    @Arg('input', () => AdvanceClockInput, { description: 'The day it is to be.' }) input: AdvanceClockInput,
    @Ctx() context: Context,
  ): Promise<Sandbox | Refusal> {
    return askAdvance(context, input);
  }
}
