import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { Guideline } from '../guideline/guideline.type.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import { elementName, elementsOf } from '../rules/audit-tool.ts';
import { render } from '../rules/messages/messages.ts';
import { AuditElementScore, type AuditElementScoreSource } from './audit.type.ts';
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

/** Names the element of a score. */
@Resolver(() => AuditElementScore)
@MarksOurFrench({ isOurs: () => true })
export class AuditElementScoreResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The name of the element (X-15); null where it is not known, as for the older COR.',
  })
  name(@Root() { tool, element }: AuditElementScoreSource, @InLocale() locale: Locale): string | null {
    return elementName(tool, element, locale);
  }

  @FieldResolver(() => String, { nullable: true, description: 'How far the name is official; null without a name.' })
  note(@Root() { tool, element }: AuditElementScoreSource, @InLocale() locale: Locale): string | null {
    return elementName(tool, element, locale) && render(locale, 'element-name-note');
  }
}
