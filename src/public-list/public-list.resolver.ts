import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { orderPublicList } from './order-list.service.ts';
import { MakePublicListInput } from './public-list.input.ts';
import { PublicListOrder } from './public-list-order.type.ts';

const MakePublicListResult = resultOf('MakePublicListResult', PublicListOrder);

/** Has public lists made. */
@Resolver(() => PublicListOrder)
export class PublicListResolver {
  @Mutation(() => MakePublicListResult, {
    description:
      'Has a further public list of the day made, beside the one that is made each night: the certified and pending accounts as signed files at ' +
      '`/public-lists`. It answers at once, and a job makes the list. For staff.',
  })
  makePublicList(
    @Arg('input', () => MakePublicListInput, { description: 'Your own key for the order.' }) input: MakePublicListInput,
    @Ctx() context: Context,
  ): Promise<PublicListOrder | Refusal> {
    return orderPublicList(context, input);
  }
}
