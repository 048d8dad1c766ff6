import type { GraphQLInputType } from 'graphql';
import { getNullableType, isEnumType, isInputObjectType, isListType } from 'graphql';

/** The path of a value in the input: `subjects[3].wsibAccount`. */
export const pathText = (path: readonly (string | number)[]): string =>
  path.map((each, at) => (typeof each === 'number' ? `[${each}]` : at === 0 ? each : `.${each}`)).join('');

/** What a value of a type must be, as the rest of a sentence that begins with the field: "must be text." */
export function mustBe(type: GraphQLInputType | null | undefined): string {
  const bare = type ? getNullableType(type) : null;
  if (!bare) return 'is not valid.';
  if (isListType(bare)) return 'must be a list.';
  if (isEnumType(bare))
    return `must be one of ${bare
      .getValues()
      .map(({ name }) => name)
      .join(', ')}.`;
  if (isInputObjectType(bare)) return `must be an object of the input type ${bare.name}.`;
  return builtIn[bare.name] ?? ownWords(bare.extensions.expected) ?? `must be a ${bare.name}.`;
}

const builtIn: Readonly<Record<string, string>> = {
  String: 'must be text.',
  ID: 'must be an id: text.',
  Int: 'must be a whole number from -2147483648 to 2147483647.',
  Float: 'must be a number.',
  Boolean: 'must be true or false.',
};

const ownWords = (expected: unknown): string | null => (typeof expected === 'string' ? expected : null);
