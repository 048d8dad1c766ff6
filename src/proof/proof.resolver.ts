import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { InLocale } from '../guideline/locale-argument.ts';
import { hasUnofficialFrench, unofficialBeside } from '../guideline/unofficial.ts';
import type { Because } from '../rules/decision.ts';
import { type MessageId, render, writeWord } from '../rules/messages/messages.ts';
import { ProofArgs } from './proof.args.ts';
import { type CheckedDocument, documentByNumber } from './proof.loader.ts';
import { Proof } from './proof.type.ts';

type ProofSource = Omit<Proof, 'statement'>;

/** Answers whether a document is on record and has effect. */
@Resolver(() => Proof)
export class ProofResolver {
  @Query(() => Proof, {
    nullable: true,
    description: 'The document with a number, and whether it has effect today; null if no document has this number.',
  })
  async proof(@Args(() => ProofArgs) { number }: ProofArgs, @Ctx() context: Context): Promise<ProofSource | null> {
    const document = await context.loader(documentByNumber).load(number);
    return document && proofOf(document, context);
  }

  @FieldResolver(() => String)
  statement(@Root() proof: ProofSource, @InLocale() locale: Locale): string {
    const { id, values } = statementOf(proof);
    return render(locale, id, values);
  }

  @FieldResolver(() => String, { description: 'What kind of document it is, in words.' })
  kindLabel(@Root() { kind }: ProofSource, @InLocale() locale: Locale): string {
    return writeWord(locale, kind);
  }

  @FieldResolver(() => Boolean, unofficialBeside('`statement`'))
  unofficial(@Root() proof: ProofSource): boolean {
    return hasUnofficialFrench(statementOf(proof));
  }
}

const proofOf = ({ effect, ...document }: CheckedDocument, { today }: Context): ProofSource => ({
  number: document.number,
  kind: document.kind,
  organizationName: document.organizationName,
  wsibAccount: document.wsibAccount,
  issuedOn: document.issuedOn,
  standard: document.standard,
  basis: document.basis,
  year: document.year,
  inEffect: effect.inEffect,
  effectiveUntil: effect.until,
  on: today,
});

function statementOf({ number, kind, organizationName, wsibAccount, issuedOn, inEffect, effectiveUntil, on }: ProofSource): Because {
  const holder = wsibAccount === null ? organizationName : `${organizationName} (WSIB ${wsibAccount})`;
  const id: MessageId = !inEffect ? 'proof-not-in-effect' : effectiveUntil === null ? 'proof-in-effect' : 'proof-in-effect-until';
  return { id, values: { number, kind, holder, issuedOn, on, ...(effectiveUntil === null ? {} : { until: effectiveUntil }) } };
}
