import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Account, type AccountSource } from '../accounts/account.type.ts';
import { accountByLetter } from '../accounts/account-of-document.loader.ts';
import type { CountedConnection } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { LetterOfGoodStanding } from '../letters/letter-of-good-standing.type.ts';
import { LetterOfGoodStandingConnection } from './letter-connection.type.ts';
import { LettersOfGoodStandingArgs } from './letters.args.ts';
import { type ListedLetter, listLetters } from './letters.service.ts';

/** Lists Letters of Good Standing, each with its account. */
@Resolver(() => LetterOfGoodStanding)
export class LettersResolver {
  @Query(() => LetterOfGoodStandingConnection, {
    description:
      'The Letters of Good Standing behind the standings that are visible to you on the day, in pages; without an API key, those of ' +
      'certified or pending accounts. Staff see all letters unless they filter by standing.',
  })
  lettersOfGoodStanding(
    @Args(() => LettersOfGoodStandingArgs) args: LettersOfGoodStandingArgs,
    @Ctx() context: Context,
  ): Promise<CountedConnection<LetterOfGoodStanding>> {
    return listLetters(context, args);
  }

  @FieldResolver(() => Account, { nullable: true, description: 'The account it was issued to; null if the account’s record was removed.' })
  account(
    @Root() { id, accountOf }: LetterOfGoodStanding & Partial<ListedLetter>,
    @Ctx() context: Context,
  ): AccountSource | null | Promise<AccountSource | null> {
    return accountOf ?? context.loader(accountByLetter).load(id);
  }
}
