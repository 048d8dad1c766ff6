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
export const connectionOf = <Node>(page: Page, found: readonly Node[], cursorOf: (node: Node) => string): Connection<Node> =>
  new FoundConnection(page, found, { nodeOf: (node) => node, cursorOf });

/** An element found for a page, and its position in the list. */
export interface Positioned<Node> extends Position {
  readonly node: Node;
}

/** Like `connectionOf`, for elements that come with their position. */
export const connectionOfPositioned = <Node>(page: Page, found: readonly Positioned<Node>[], cursors: Cursors): Connection<Node> =>
  new FoundConnection(page, found, { nodeOf: ({ node }) => node, cursorOf: ({ text, id }) => cursors.write({ text, id }) });

/** How elements that were found are shown. */
interface Showing<Found, Node> {
  readonly nodeOf: (found: Found) => Node;
  readonly cursorOf: (found: Found) => string;
}

/** A connection whose cursors are written when they are asked for: few ask for one of each element. Its properties are not its own: a spread loses them. */
class FoundConnection<Found, Node> implements Connection<Node> {
  readonly nodes: readonly Node[];
  private readonly page: Page;
  private readonly inPage: readonly Found[];
  private readonly goesOn: boolean;
  private readonly showing: Showing<Found, Node>;

  constructor(page: Page, found: readonly Found[], showing: Showing<Found, Node>) {
    const inPage = found.slice(0, page.size);
    this.page = page;
    this.inPage = page.fromBack ? inPage.toReversed() : inPage;
    this.goesOn = found.length > page.size;
    this.showing = showing;
    this.nodes = this.inPage.map(showing.nodeOf);
  }

  get edges(): readonly Edge<Node>[] {
    const { nodeOf, cursorOf } = this.showing;
    return this.inPage.map((found) => ({ cursor: cursorOf(found), node: nodeOf(found) }));
  }

  get pageInfo(): PageInfo {
    const { fromBack, before, after } = this.page;
    return {
      // The element of the given cursor lies beyond the page on its side.
      hasNextPage: fromBack ? before !== null : this.goesOn,
      hasPreviousPage: fromBack ? this.goesOn : after !== null,
      startCursor: this.cursorAt(0),
      endCursor: this.cursorAt(-1),
    };
  }

  private cursorAt(place: number): string | null {
    const found = this.inPage.at(place);
    return found === undefined ? null : this.showing.cursorOf(found);
  }
}
