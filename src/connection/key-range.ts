import type { SqlParameters } from '../database/sql-parameters.ts';
import type { Position } from './keyset.ts';
import type { Page } from './page.ts';

/** A range of a list to read; `above` and `below` are positions in its ascending order. */
export interface KeyRange {
  readonly above: Position | null;
  readonly below: Position | null;
  readonly direction: 'asc' | 'desc';
  readonly limit: number;
}

/** The range that holds a page of a list in ascending or descending order. */
export function keyRangeOf({ size, fromBack, after, before }: Page, isDescending: boolean): KeyRange {
  const [above, below] = isDescending ? [before, after] : [after, before];
  // One more than asked shows whether the list continues.
  return { above, below, direction: isDescending === fromBack ? 'asc' : 'desc', limit: size + 1 };
}

/** What a list is ordered by: SQL of a value and of an id, and the type of the value. */
export interface OrderKey {
  readonly value: string;
  readonly type: 'text' | 'date';
  readonly id: string;
}

/** SQL: the conditions that hold within a range. */
export function isWithin({ above, below }: KeyRange, key: OrderKey, params: SqlParameters): string[] {
  return [...(above ? [isBeyond('>', above, key, params)] : []), ...(below ? [isBeyond('<', below, key, params)] : [])];
}

const isBeyond = (sign: '<' | '>', position: Position, { value, type, id }: OrderKey, params: SqlParameters): string =>
  `(${value}, ${id}) ${sign} (${params.add(position.text)}::${type}, ${params.add(position.id)}::uuid)`;

/** SQL: the order of a range and where it ends. */
export const inOrder = ({ direction, limit }: KeyRange, { value, id }: OrderKey, params: SqlParameters): string =>
  `order by ${value} ${direction}, ${id} ${direction} limit ${params.add(limit)}`;
