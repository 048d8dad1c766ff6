import type { Connection } from '../connection/page.ts';
import { sizeOf } from '../connection/page.ts';
import type { Context } from '../contract/context.ts';
import { faults } from '../errors.ts';
import { mustBeOwnList } from '../watch-lists/watch-list.loader.ts';
import type { ChangeSource } from './change.source.ts';
import { criteriaOf } from './change-criteria.ts';
import type { ChangesArgs } from './changes.args.ts';
import { BEFORE_ALL, cursorOf, positionOf } from './cursor.ts';
import { type FeedPage, readChanges } from './feed.ts';

/** A page of the feed as passed to GraphQL. */
export interface ChangesPage extends Connection<ChangeSource> {
  readonly position: string;
  readonly latest: string;
}

const USUAL_SIZE = 20;

/** The changes after a cursor that are visible to the caller; throws BAD_USER_INPUT for a cursor that this feed cannot have returned. */
export async function changesPage(context: Context, { after, first, filter }: ChangesArgs): Promise<ChangesPage> {
  const size = sizeOf('first', first, context.caller) || USUAL_SIZE;
  const from = typeof after === 'string' ? positionGiven(after) : BEFORE_ALL;
  await context.primary((source) => mustBeOwnList(source, context.caller, filter?.watchList));
  // What is read about the accounts afterwards, here or by the next request, must not be older than the changes.
  const page = await context.primaryOnward((source) =>
    readChanges(source, context, { after: from, first: size, criteria: criteriaOf(filter, context.caller) }),
  );
  // For example a cursor from before the database was restored from a backup: continuing from it would miss the changes that replaced the
  // lost ones.
  if (BigInt(from) > BigInt(page.latest)) throw notACursor();
  return connectionOf(page, from);
}

function positionGiven(cursor: string): string {
  const position = positionOf(cursor);
  if (position === null) throw notACursor();
  return position;
}

const notACursor = () => faults.BAD_FIELDS([{ field: 'after', message: 'must be a cursor returned by the changes of this registry.' }]);

function connectionOf({ changes, hasMore, position, latest }: FeedPage, from: string): ChangesPage {
  const edges = changes.map((node) => ({ cursor: node.cursor, node }));
  return {
    edges,
    nodes: changes,
    pageInfo: {
      hasNextPage: hasMore,
      hasPreviousPage: from !== BEFORE_ALL,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    position: cursorOf(position),
    latest: cursorOf(latest),
  };
}
