import { expect, test } from '@jest/globals';
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { mentions } from '../../src/contract/mentions.ts';

const asking = (text: string): { operation: OperationDefinitionNode; fragments: Record<string, FragmentDefinitionNode> } => {
  const { definitions } = parse(text);
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)!;
  const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  return { operation, fragments: Object.fromEntries(fragments.map((each) => [each.name.value, each])) };
};

test.each([
  ['{ verify { why: reasons { clause } } }', true],
  ['{ a: verify { found } b: verify { ... { reasons { clause } } } }', true],
  ['{ verify { ...Why } } fragment Why on Verification { reasons @include(if: false) { clause } }', true],
  ['{ reasons: verify { found } }', false],
])('%s mentions reasons: %s', (text, expected) => {
  const known = asking(text);
  // The second time from memory.
  expect([mentions(known, ['reasons']), mentions(known, ['reasons'])]).toEqual([expected, expected]);
});
