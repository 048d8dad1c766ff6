import { FieldResolver, Resolver, Root } from 'type-graphql';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { Refused } from './refused.type.ts';

/** Renders a refusal as text. */
@Resolver(() => Refused)
@MarksOurFrench()
export class RefusedResolver {
  @FieldResolver(() => String)
  message(@Root() { reasons }: Refusal, @InLocale() locale: Locale): string {
    // If several clauses give the same message, it is shown once.
    return [...new Set(renderReasons(reasons, locale).map(({ because }) => because))].join(' ');
  }

  @FieldResolver(() => [Reason])
  reasons(@Root() { reasons }: Refusal, @InLocale() locale: Locale): Reason[] {
    return renderReasons(reasons, locale);
  }
}
