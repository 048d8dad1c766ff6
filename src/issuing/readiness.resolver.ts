import { FieldResolver, Resolver, Root } from 'type-graphql';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import { RefusalCode } from '../mutations/refused.type.ts';
import { IssuingReadiness, type IssuingReadinessSource } from './readiness.type.ts';

/** Puts the decision on a document that is not yet issued into words. */
@Resolver(() => IssuingReadiness)
export class IssuingReadinessResolver {
  @FieldResolver(() => Boolean)
  isReady(@Root() { decision }: IssuingReadinessSource): boolean {
    return decision.refusal === null;
  }

  @FieldResolver(() => RefusalCode, { nullable: true })
  code(@Root() { decision }: IssuingReadinessSource): RefusalCode | null {
    return decision.refusal?.code ?? null;
  }

  @FieldResolver(() => [Reason], { description: 'Every clause for which something is missing; empty if the document could be issued.' })
  missing(@Root() { decision }: IssuingReadinessSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(decision.refusal?.reasons ?? [], locale);
  }

  @FieldResolver(() => [Reason], {
    description:
      'Every other clause that was consulted: met (`holds`), or not known here or set aside by the exception named (`holds` is false).',
  })
  others(@Root() { decision }: IssuingReadinessSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(decision.reasons, locale);
  }
}
