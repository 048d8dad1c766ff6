import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { hasUnofficialFrench, unofficialBeside } from '../guideline/unofficial.ts';
import type { Because } from '../rules/decision.ts';
import { type MessageId, render, writeWord } from '../rules/messages/messages.ts';
import { ProofArgs } from './proof.args.ts';
import { type ProofSource, proofOf } from './proof.service.ts';
import { DocumentStateEnum, Proof } from './proof.type.ts';

/** Answers whether a document is on record and has effect. */
@Resolver(() => Proof)
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

  @FieldResolver(() => Boolean, unofficialBeside('`statement`'))
  unofficial(@Root() proof: ProofSource): boolean {
    return hasUnofficialFrench(statementOf(proof, 'fr'));
  }
}

function statementOf(proof: ProofSource, locale: Locale): Because {
  const { number, kind, issuedOn, effectiveUntil: until, supersededBy: by, on } = proof;
  const values = { number, kind, holder: holderOf(proof, locale), issuedOn, on };
  return { id: messageOf(proof), values: { ...values, ...(until === null ? {} : { until }), ...(by === null ? {} : { by }) } };
}

function holderOf({ organizationName, wsibAccount }: ProofSource, locale: Locale): string {
  if (organizationName === null) return writeWord(locale, 'HOLDER_NOT_NAMED');
  return wsibAccount === null ? organizationName : `${organizationName} (WSIB ${wsibAccount})`;
}

function messageOf({ state, effectiveUntil, supersededBy }: ProofSource): MessageId {
  if (state === DocumentStateEnum.IN_EFFECT) return effectiveUntil === null ? 'proof-in-effect' : 'proof-in-effect-until';
  if (state === DocumentStateEnum.PENDING) return effectiveUntil === null ? 'proof-pending' : 'proof-pending-until';
  if (state === DocumentStateEnum.SUPERSEDED) return supersededBy === null ? 'proof-superseded' : 'proof-superseded-by';
  return withoutEffect[state];
}

const withoutEffect = {
  NOT_YET: 'proof-not-yet',
  LOST: 'proof-lost',
  EXPIRED: 'proof-expired',
  WITHDRAWN: 'proof-withdrawn',
  NEVER_IN_EFFECT: 'proof-never-in-effect',
} as const;
