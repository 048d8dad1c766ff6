import type { Context } from '../contract/context.ts';
import { poolOf } from '../database/data-source.ts';
import { type SqlParameters, type Statement } from '../database/sql-parameters.ts';
import type { Connection } from './page.ts';

/** Up to here a list is counted exactly. */
export const MOST_COUNTED = 10_000;

/** How many elements a list has; if that is not exact, it has more. */
export interface Total {
  readonly count: number;
  readonly isExact: boolean;
}

/** A connection that can count its whole list, once and only on request. */
export interface CountedConnection<Node> extends Connection<Node> {
  readonly total: () => Promise<Total>;
}

/** Adds counting to a connection; `count` makes the statement whose rows are counted. */
export function counted<Node>(connection: Connection<Node>, count: () => Promise<Total>): CountedConnection<Node> {
  let asked: Promise<Total> | null = null;
  const total = () => {
    asked ??= count();
    return asked;
  };
  return Object.assign(connection, { total });
}

/** SQL: only as many rows as need to be counted: one more than the exact maximum. */
export const limitCounted = (params: SqlParameters): string => `limit ${params.add(MOST_COUNTED + 1)}`;

/** SQL: how many rows a SELECT returns, up to the counting limit. */
export const countingSql = (select: string, params: SqlParameters): string =>
  `select count(*)::integer as count from (${select} ${limitCounted(params)}) as listed`;

/** Runs a counting statement. */
export async function totalOf(context: Context, statement: Statement): Promise<Total> {
  return totalIn(await rowsOf<{ count: number }>(context, statement));
}

/** The total that a counting statement gave. */
export function totalIn([row]: readonly { readonly count: number }[]): Total {
  const count = row?.count ?? 0;
  return { count: Math.min(count, MOST_COUNTED), isExact: count <= MOST_COUNTED };
}

/** Reads the rows of a statement. */
export async function rowsOf<Row extends object>(context: Context, { text, values }: Statement): Promise<Row[]> {
  const { rows } = await context.read((source) => poolOf(source).query<Row>(text, [...values]));
  return rows;
}
