import type { Caller } from '../contract/viewer.type.ts';
import { faults } from '../errors.ts';
import type { Cursors, Position } from './keyset.ts';
import { MOST_ON_A_PAGE, type PageArgs } from './page.args.ts';
import type { PageInfo } from './page-info.type.ts';

/** The page asked for: a number of elements from the start or the end of what lies between two positions. */
export interface Page {
  readonly size: number;
  readonly fromBack: boolean;
  readonly after: Position | null;
  readonly before: Position | null;
}

const USUAL_SIZE = 20;

/** Reads the arguments of a connection; throws BAD_USER_INPUT with the argument at fault. */
export function pageOf({ first, after, last, before }: PageArgs, cursors: Cursors, caller: Caller): Page {
  if (typeof first === 'number' && typeof last === 'number') throw bad('last', 'must not be given together with first.');
  return {
    size: Math.max(sizeOf('first', first, caller), sizeOf('last', last, caller)) || USUAL_SIZE,
    fromBack: typeof last === 'number',
    after: positionOf('after', after, cursors),
    before: positionOf('before', before, cursors),
  };
}

/** The size asked for, 0 if none; throws BAD_USER_INPUT if it exceeds the caller's maximum. */
export function sizeOf(field: string, asked: number | null | undefined, { keyId }: Caller): number {
  const most = keyId === null ? MOST_ON_A_PAGE / 2 : MOST_ON_A_PAGE;
  if (typeof asked !== 'number') return 0;
  if (asked > most) throw bad(field, `must not be greater than ${most} without an API key.`);
  return asked;
}

function positionOf(field: string, cursor: string | null | undefined, cursors: Cursors): Position | null {
  if (typeof cursor !== 'string') return null;
  const position = cursors.read(cursor);
  if (!position) throw bad(field, 'must be a cursor returned by this list.');
  return position;
}

const bad = (field: string, message: string) => faults.BAD_FIELDS([{ field, message }]);

/** One element of a connection. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** The elements of a page as a connection. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
}

/** Makes a connection from what was found for a page: at most one element more than asked, in the order of the search. */
export function connectionOf<Node>(page: Page, found: readonly Node[], cursorOf: (node: Node) => string): Connection<Node> {
  const inPage = found.slice(0, page.size);
  const nodes = page.fromBack ? inPage.toReversed() : inPage;
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  const goesOn = found.length > page.size;
  return {
    edges,
    nodes,
    pageInfo: {
      // The element of the given cursor lies beyond the page on its side.
      hasNextPage: page.fromBack ? page.before !== null : goesOn,
      hasPreviousPage: page.fromBack ? goesOn : page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** An element found for a page, and its position in the list. */
export interface Positioned<Node> extends Position {
  readonly node: Node;
}

/** Like `connectionOf`, for elements that come with their position. */
export function connectionOfPositioned<Node>(page: Page, found: readonly Positioned<Node>[], cursors: Cursors): Connection<Node> {
  const { edges, pageInfo } = connectionOf(page, found, ({ text, id }) => cursors.write({ text, id }));
  return { edges: edges.map(({ cursor, node: { node } }) => ({ cursor, node })), nodes: edges.map(({ node: { node } }) => node), pageInfo };
}
