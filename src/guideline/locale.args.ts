import { createParameterDecorator } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { Locale } from './locale.type.ts';

const options = { nullable: true, description: 'The language of the words. Default: that of the request (`Accept-Language`).' };

/** The argument `locale` of a field that answers in words; where it is absent or null, the language of the request. */
export const InLocale = () =>
  createParameterDecorator<Context>(({ args, context }): Locale => args.locale ?? context.locale, {
    arg: { name: 'locale', typeFunc: () => Locale, options },
  });
