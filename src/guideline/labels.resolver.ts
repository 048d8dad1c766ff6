import type { GraphQLResolveInfo } from 'graphql';
import { isEnumType } from 'graphql';
import { Args, Info, Query, Resolver } from 'type-graphql';
import { enumLabel } from '../rules/messages/enum-label.ts';
import { usesOurTerms } from '../rules/messages/unofficial.ts';
import { EnumLabelsArgs } from './labels.args.ts';
import { EnumLabel } from './labels.type.ts';
import { InLocale } from './locale.args.ts';
import type { Locale } from './locale.type.ts';

/** Answers what a person calls the values of the schema's enums. */
@Resolver()
export class LabelsResolver {
  @Query(() => [EnumLabel], {
    description:
      'What a person calls the values of enums, in the order of the schema: for clients that show an enum without a label of its own beside it. ' +
      'A name that is no enum, and a value that only a program reads (an order, a language), have none.',
  })
  enumLabels(
    @Args(() => EnumLabelsArgs) { enums }: EnumLabelsArgs,
    @InLocale() locale: Locale,
    @Info() { schema }: GraphQLResolveInfo,
  ): EnumLabel[] {
    return enums.flatMap((name) => {
      const type = schema.getType(name);
      return isEnumType(type) ? type.getValues().flatMap(({ name: value }) => labelled(name, value, locale)) : [];
    });
  }
}

function labelled(name: string, value: string, locale: Locale): EnumLabel[] {
  const label = enumLabel(locale, name, value);
  return label === null ? [] : [{ enum: name, value, label, unofficial: locale === 'fr' && usesOurTerms(label) }];
}
