import type { OperationDefinitionNode } from 'graphql';
import type { Variables } from './operation-cost.ts';

/**
 * All that the cost of an operation depends on in its variables: numbers, since one may be the length of a page, and the lengths of lists, also of those in
 * an input object. Variables of equal sizes cost the same.
 */
export function sizesOf({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): string {
  let sizes = '';
  for (const { variable } of variableDefinitions) sizes += `${sizeOf(given[variable.name.value])};`;
  return sizes;
}

function sizeOf(value: unknown): string {
  // Where none is given, the default counts; null takes its place.
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '-';
  return Array.isArray(value) ? `[${value.length}]` : `{${listsIn(value)}}`;
}

function listsIn(input: object): string {
  let lists = '';
  for (const [name, value] of Object.entries(input)) if (Array.isArray(value)) lists += `${JSON.stringify(name)}:${value.length},`;
  return lists;
}
