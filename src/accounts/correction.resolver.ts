import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { versionOfAccount } from '../disclosure/version.loader.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { CorrectAccountInput } from './account.input.ts';
import { Account, type AccountSource } from './account.type.ts';
import { correctAccount, type WrittenAccount } from './correction.service.ts';

const CorrectAccountResult = resultOf('CorrectAccountResult', Account);

/** Corrects accounts. */
@Resolver(() => Account)
export class AccountCorrectionResolver {
  @Mutation(() => CorrectAccountResult, { description: 'Corrects the number of an account, or who holds it. For staff.' })
  correctAccount(
    @Arg('input', () => CorrectAccountInput, { description: 'What it should have been.' }) input: CorrectAccountInput,
    @Ctx() context: Context,
  ): Promise<WrittenAccount | Refusal> {
    return mutate(context, 'correctAccount', input, (unit) => correctAccount(unit, input));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null to callers who may not see the whole file.',
  })
  version(@Root() account: AccountSource & Partial<WrittenAccount>, @Ctx() context: Context): number | Promise<number | null> {
    return account.version ?? context.loader(versionOfAccount).load(account.accountId);
  }
}
