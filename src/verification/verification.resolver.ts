import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Account, type AccountSource } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { fromIds } from '../contract/document-id.ts';
import { mentions } from '../contract/mentions.ts';
import { errorInFrench } from '../errors-french.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import { looksLikeSentences } from '../identifiers/looks-like.ts';
import { render, writeWord } from '../rules/messages/messages.ts';
import type { SubjectProblem } from './subject.ts';
import { VerifyArgs, VerifyManyArgs } from './verification.args.ts';
import { verifySubject, verifySubjects } from './verification.service.ts';
import { adviceFor, meaningOf, type VerificationSource } from './verification.source.ts';
import { InputProblem, Verification } from './verification.type.ts';

/** The fields that read the reasons. */
const fromReasons = ['reasons', 'decidedBy', 'because', 'unofficial'];

/** What of an answer is read only where an operation shows it. */
const seldom = (info: GraphQLResolveInfo) => ({ withReasons: mentions(info, fromReasons), withIds: mentions(info, fromIds) });

/** Answers whether an account is certified on a day, and why. */
@Resolver(() => Verification)
@MarksOurFrench()
export class VerificationResolver {
  @Query(() => Verification, { description: 'The standing of one account on a day. An account that is not on record gets an answer too.' })
  verify(
    @Args(() => VerifyArgs) { subject, on, knownAt }: VerifyArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<VerificationSource> {
    return verifySubject(context, subject, { on, knownAt, ...seldom(info) });
  }

  @Query(() => [Verification], {
    description:
      'The same for up to 500 subjects, in the order asked: all the bidders of a closing day. Each is a look-up of your budget; without an API key it holds 200.',
  })
  verifyMany(
    @Args(() => VerifyManyArgs) { subjects, on, knownAt }: VerifyManyArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<VerificationSource[]> {
    return verifySubjects(context, subjects, { on, knownAt, ...seldom(info) });
  }

  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { account }: VerificationSource): AccountSource | null {
    return account();
  }

  @FieldResolver(() => [Reason])
  reasons(@Root() { consulted }: VerificationSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(consulted(), locale);
  }

  @FieldResolver(() => [String], { description: 'Ids of the clauses that made the outcome: those of the `reasons` that decide.' })
  decidedBy(@Root() { consulted }: VerificationSource): string[] {
    return consulted()
      .filter(({ decides }) => decides)
      .map(({ clause }) => clause);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why, in a line for a list: what the clauses of `decidedBy` found. Null where there are no `reasons`.',
  })
  because(@Root() { consulted }: VerificationSource, @InLocale() locale: Locale): string | null {
    const found = consulted()
      .filter(({ decides }) => decides)
      .map(({ because: { id, values } }) => render(locale, id, values));
    return found.length > 0 ? found.join(' ') : null;
  }

  @FieldResolver(() => String)
  consequence(@Root() source: VerificationSource, @InLocale() locale: Locale): string {
    const { id, values } = meaningOf(source);
    return render(locale, id, values);
  }

  @FieldResolver(() => String, { nullable: true })
  advice(@Root() source: VerificationSource, @InLocale() locale: Locale): string | null {
    const advice = adviceFor(source);
    return advice && render(locale, advice.id, advice.values);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The standing in words.' })
  standingLabel(@Root() { standing }: VerificationSource, @InLocale() locale: Locale): string | null {
    return standing && writeWord(locale, standing);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The standing from `holdsUntil` on, in words.' })
  thenLabel(@Root() { then }: VerificationSource, @InLocale() locale: Locale): string | null {
    return then && writeWord(locale, then);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the standing rests on, in words.' })
  basisLabel(@Root() { basis }: VerificationSource, @InLocale() locale: Locale): string | null {
    return basis && writeWord(locale, basis);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The standard in words.' })
  standardLabel(@Root() { standard }: VerificationSource, @InLocale() locale: Locale): string | null {
    return standard && writeWord(locale, standard);
  }
}

/** Renders what is wrong with a subject as text. */
@Resolver(() => InputProblem)
export class InputProblemResolver {
  @FieldResolver(() => String, { description: 'What the field must look like, or what it looks like.' })
  message(@Root() { expected, looksLike }: SubjectProblem, @InLocale() locale: Locale): string {
    if (expected !== null) return locale === 'fr' ? (errorInFrench(expected) ?? expected) : expected;
    return render(locale, looksLikeSentences[looksLike ?? 'NOTHING_TO_READ']);
  }
}
