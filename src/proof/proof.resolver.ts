import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import { render, writeWord } from '../rules/messages/messages.ts';
import { ProofArgs } from './proof.args.ts';
import { type ProofSource, proofOf } from './proof.service.ts';
import { Proof } from './proof.type.ts';
import { statementOf } from './statement.ts';

/** Answers whether a document is on record and has effect. */
@Resolver(() => Proof)
@MarksOurFrench()
export class ProofResolver {
  @Query(() => Proof, {
    nullable: true,
    description:
      'The document with a number, and what has become of it on a day; null if no document ever had this number. Of a number that can be guessed, give what else you hold.',
  })
  proof(@Args(() => ProofArgs) args: ProofArgs, @Ctx() context: Context): Promise<ProofSource | null> {
    return proofOf(context, args);
  }

  @FieldResolver(() => String)
  statement(@Root() proof: ProofSource, @InLocale() locale: Locale): string {
    const { id, values } = statementOf(proof, locale);
    return render(locale, id, values);
  }

  @FieldResolver(() => String, { description: 'What kind of document it is, in words.' })
  kindLabel(@Root() { kind }: ProofSource, @InLocale() locale: Locale): string {
    return writeWord(locale, kind);
  }
}
