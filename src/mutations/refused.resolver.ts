import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { Refused } from './refused.type.ts';

const language = { description: 'The language of the sentences.', defaultValue: Locale.EN };

/** Puts a refusal into words. */
@Resolver(() => Refused)
export class RefusedResolver {
  @FieldResolver(() => String)
  message(@Root() { reasons }: Refusal, @Arg('locale', () => Locale, language) locale: Locale): string {
    // What several clauses say together is said once.
    return [...new Set(renderReasons(reasons, locale).map(({ because }) => because))].join(' ');
  }

  @FieldResolver(() => [Reason])
  reasons(@Root() { reasons }: Refusal, @Arg('locale', () => Locale, language) locale: Locale): Reason[] {
    return renderReasons(reasons, locale);
  }
}
