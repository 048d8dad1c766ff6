import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { GraphQLString, getArgumentValues, getNamedType } from 'graphql';
import { createParameterDecorator, FieldResolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { siblingsOf } from '../contract/siblings.ts';
import { usesOurTerms } from '../rules/messages/unofficial.ts';
import { Locale } from './locale.type.ts';

const description =
  'Whether words asked for beside it are answered in French with a term that has no official French; false of English. ' +
  'Asked for alone, it is about all words here in the language of the request.';

interface Marking {
  /** Whether French words are ours. Default: those with one of our terms. */
  readonly isOurs?: (french: string) => boolean;
  /** Why its argument `locale` is deprecated, for the types that have it. */
  readonly deprecationReason?: string;
}

/** Adds `unofficial` to the type of a resolver whose fields in words take a language each: it follows the language of those beside it. */
export const MarksOurFrench =
  ({ isOurs = usesOurTerms, deprecationReason }: Marking = {}): ClassDecorator =>
  ({ prototype }) => {
    const method = { value: (isUnofficial: boolean) => isUnofficial };
    Object.defineProperty(prototype, 'unofficial', method);
    FieldResolver(() => Boolean, { description })(prototype, 'unofficial', method);
    const isUnofficial = (asked: Asked) => frenchBeside(asked).then((words) => words.some(isOurs));
    const arguments_ = deprecationReason === undefined ? {} : oldLocale(deprecationReason);
    createParameterDecorator<Context>(isUnofficial, arguments_)(prototype, 'unofficial', 0);
  };

const oldLocale = (deprecationReason: string) => ({
  arg: { name: 'locale', typeFunc: () => Locale, options: { nullable: true, deprecationReason, description: 'EN: false.' } },
});

/** How `unofficial` is asked for. */
interface Asked {
  readonly root: unknown;
  readonly args: Readonly<Record<string, unknown>>;
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
}

/** What the fields in words that are answered in French say. */
async function frenchBeside({ root, args, context, info }: Asked): Promise<readonly string[]> {
  const languageOf = (field: FieldNode) => args.locale ?? localeOf(info, field) ?? context.locale;
  const beside = siblingsOf(info).filter(({ name }) => isInWords(info.parentType, name.value));
  const alone = (args.locale ?? context.locale) === 'fr' ? fieldsInWords(info.parentType) : [];
  const names = beside.length === 0 ? alone : beside.filter((field) => languageOf(field) === 'fr').map(({ name }) => name.value);
  const said = [...new Set(names)].map((name) => info.parentType.getFields()[name]?.resolve?.(root, { locale: 'fr' }, context, info));
  return (await Promise.all(said)).flat().filter((words) => typeof words === 'string');
}

function localeOf({ parentType, variableValues }: GraphQLResolveInfo, node: FieldNode): unknown {
  const field = parentType.getFields()[node.name.value];
  return field && getArgumentValues(field, node, variableValues).locale;
}

const fieldsInWords = (type: GraphQLObjectType): string[] => Object.keys(type.getFields()).filter((name) => isInWords(type, name));

/** Whether a field answers in words, in a language of its own. */
export function isInWords(type: GraphQLObjectType, name: string): boolean {
  const field = type.getFields()[name];
  return field !== undefined && getNamedType(field.type) === GraphQLString && field.args.some((arg) => arg.name === 'locale');
}
