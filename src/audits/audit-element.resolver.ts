import { Args, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { Guideline } from '../guideline/guideline.type.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { elementsOf } from '../rules/audit-tool.ts';
import { render } from '../rules/messages/messages.ts';
import { AuditElementsArgs } from './audit-element.args.ts';
import { AuditElement } from './audit-element.type.ts';

/** Adds the elements of the audit tools to the guideline. */
@Resolver(() => Guideline)
export class AuditElementResolver {
  @FieldResolver(() => [AuditElement], {
    description: 'The elements of an audit tool as it is today: 14 for COR 2020, 19 for the older COR (F-18, X-11, X-15).',
  })
  auditElements(
    @Args(() => AuditElementsArgs) { tool }: AuditElementsArgs,
    @InLocale() locale: Locale,
    @Ctx() { today }: Context,
  ): AuditElement[] {
    return elementsOf(tool, today, locale).map(({ number, name }) => ({
      ...{ number, name, note: name && render(locale, 'element-name-note'), unofficial: name !== null && locale === 'fr' },
    }));
  }
}
