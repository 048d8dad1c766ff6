import type { DataSource } from 'typeorm';
import type { ChangeSource } from '../changes/change.source.ts';
import type { ChangeCriteria } from '../changes/change-criteria.ts';
import { cursorOf, positionOf } from '../changes/cursor.ts';
import { latestPosition } from '../changes/feed.ts';
import { follow } from '../changes/follow.ts';
import { Readings } from '../changes/readings.ts';
import type { Context } from '../contract/context.ts';
import type { Follower } from '../contract/follower.ts';
import { faults } from '../errors.ts';
import { mustBeOwnList } from '../watch-lists/watch-list.loader.ts';

/** The follower of a subscription; there is none if it was requested like a query. */
export function followerOf({ follower }: Context): Follower {
  if (!follower) throw faults.BAD_REQUEST('Subscriptions are not served here.');
  return follower;
}

/** What a subscription asks for. */
export interface Asked {
  readonly criteria: ChangeCriteria;
  /** A cursor; none means from now on. */
  readonly after: string | null | undefined;
  readonly watchList: string | null | undefined;
}

/**
 * The changes visible to a subscriber at the moment of each, from a cursor or from now on, until nobody is listening. Throws BAD_USER_INPUT
 * for a cursor that the feed has not returned and NOT_FOUND for a watch list that is not the caller's; ends with UNAUTHENTICATED once the
 * key is no longer valid.
 */
export async function visibleChanges(context: Context, { criteria, after, watchList }: Asked): Promise<AsyncGenerator<ChangeSource>> {
  const follower = followerOf(context);
  const { wake, signal } = follower;
  const { from, behind } = await startOf(context, after);
  follower.begins(cursorOf(from), behind);
  // A list that is deleted in the meantime must not look like one on which nothing happens.
  const asking = async () => {
    const now = await follower.now();
    await now.primary((source) => mustBeOwnList(source, now.caller, watchList));
    return now;
  };
  await asking();
  return reaching(
    follower,
    context.primary((source) => follow({ source, wake, readings: readingsOf(source) }, { after: from, criteria, asking, signal })),
  );
}

/** The readings that the subscriptions of a process share, by data source. */
const shared = new WeakMap<DataSource, Readings>();

function readingsOf(source: DataSource): Readings {
  const known = shared.get(source) ?? new Readings(source);
  shared.set(source, known);
  return known;
}

async function* reaching(follower: Follower, changes: AsyncIterable<ChangeSource>): AsyncGenerator<ChangeSource> {
  for await (const change of changes) {
    follower.reached(change.cursor);
    yield change;
  }
}

async function startOf(context: Context, argument: string | null | undefined): Promise<{ from: string; behind: number }> {
  const latest = await context.primary(latestPosition);
  const { resumeAfter } = followerOf(context);
  const after = resumeAfter ?? argument;
  if (typeof after !== 'string') return { from: latest, behind: 0 };
  const position = positionOf(after);
  if (position !== null && BigInt(position) <= BigInt(latest)) return { from: position, behind: Number(BigInt(latest) - BigInt(position)) };
  const field = resumeAfter === null ? 'after' : 'Last-Event-ID';
  throw faults.BAD_FIELDS([{ field, message: 'must be a cursor returned by the changes of this registry.' }]);
}
