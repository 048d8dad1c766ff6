import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { looksLikeSentences } from '../identifiers/looks-like.ts';
import { render } from '../rules/messages/messages.ts';
import { MatchBiddersArgs } from './bidder.args.ts';
import { matchBidders } from './bidder.service.ts';
import type { MatchSource } from './bidder.source.ts';
import { BidderMatch, BidderProblem } from './bidder.type.ts';

/** Answers for lists of bidders as they were typed. */
@Resolver(() => BidderMatch)
export class BidderResolver {
  @Query(() => [BidderMatch], {
    description:
      'Which account each row of a list of bidders means, in the order of the rows, and its verification on the day. MATCHED needs a number, or the exact legal name with its ending; any other name has candidates for you to choose from. A firm that is not visible to you is NO_MATCH, like one that does not exist. Each row costs one look-up of your budget: 100 rows fit without an API key, 500 with one.',
  })
  matchBidders(
    @Args(() => MatchBiddersArgs) { rows, ...asked }: MatchBiddersArgs,
    @Ctx() context: Context,
  ): Promise<readonly MatchSource[]> {
    return matchBidders(context, rows, asked);
  }
}

/** The sentence of a problem. */
@Resolver(() => BidderProblem)
export class BidderProblemResolver {
  @FieldResolver(() => String)
  message(@Root() { looksLike }: BidderProblem, @InLocale() locale: Locale): string {
    return render(locale, looksLikeSentences[looksLike]);
  }
}
