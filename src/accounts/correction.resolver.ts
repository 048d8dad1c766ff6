import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { versionOfAccount } from '../disclosure/version.loader.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import {
  ChangeWsibAccountInput,
  CorrectAccountInput,
  CreateAccountInput,
  MergeAccountsInput,
  RecordSystemInPlaceInput,
} from './account.input.ts';
import { Account, type AccountSource } from './account.type.ts';
import { correctAccount, type WrittenAccount } from './correction.service.ts';
import { changeWsibAccount, createAccount, recordSystemInPlace } from './creation.service.ts';
import { mergeAccounts } from './merging.service.ts';

const CreateAccountResult = resultOf('CreateAccountResult', Account);
const ChangeWsibAccountResult = resultOf('ChangeWsibAccountResult', Account);
const RecordSystemInPlaceResult = resultOf('RecordSystemInPlaceResult', Account);
const MergeAccountsResult = resultOf('MergeAccountsResult', Account);
const CorrectAccountResult = resultOf('CorrectAccountResult', Account);

/** Enters, merges and corrects accounts. */
@Resolver(() => Account)
export class AccountCorrectionResolver {
  @Mutation(() => CreateAccountResult, {
    description:
      'Enters an account of an organization. An organization may hold several; each registers, is audited and is certified by itself (G-1.2.b). For staff.',
  })
  createAccount(
    @Arg('input', () => CreateAccountInput, { description: 'Whose account, and its number.' }) input: CreateAccountInput,
    @Ctx() context: Context,
  ): Promise<WrittenAccount | Refusal> {
    return mutate(context, 'createAccount', input, (unit) => createAccount(unit, input));
  }

  @Mutation(() => ChangeWsibAccountResult, {
    description:
      'Records that WSIB gave an account another number. The former one goes on to find the account while no other account holds it. For staff.',
  })
  changeWsibAccount(
    @Arg('input', () => ChangeWsibAccountInput, { description: 'Which account, and its number from when.' }) input: ChangeWsibAccountInput,
    @Ctx() context: Context,
  ): Promise<WrittenAccount | Refusal> {
    return mutate(context, 'changeWsibAccount', input, (unit) => changeWsibAccount(unit, input));
  }

  @Mutation(() => RecordSystemInPlaceResult, {
    description: 'Records since when the health and safety management system of an account has been in place (G-1.2.d). For staff.',
  })
  recordSystemInPlace(
    @Arg('input', () => RecordSystemInPlaceInput, { description: 'Which account, and since when.' }) input: RecordSystemInPlaceInput,
    @Ctx() context: Context,
  ): Promise<WrittenAccount | Refusal> {
    return mutate(context, 'recordSystemInPlace', input, (unit) => recordSystemInPlace(unit, input));
  }

  @Mutation(() => MergeAccountsResult, {
    description:
      'Makes one of two accounts that are the same one, entered twice; the ids of both go on to work. Accounts with different WSIB account numbers, and two that were certified, are never merged (G-1.2.b). For staff.',
  })
  mergeAccounts(
    @Arg('input', () => MergeAccountsInput, { description: 'Which one stays, and which one is merged into it.' }) input: MergeAccountsInput,
    @Ctx() context: Context,
  ): Promise<WrittenAccount | Refusal> {
    return mutate(context, 'mergeAccounts', input, (unit) => mergeAccounts(unit, input));
  }

  @Mutation(() => CorrectAccountResult, { description: 'Corrects the number of an account, or who holds it. For staff.' })
  correctAccount(
    @Arg('input', () => CorrectAccountInput, { description: 'The corrected values.' }) input: CorrectAccountInput,
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
