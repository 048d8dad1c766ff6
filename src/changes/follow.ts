import type { DataSource } from 'typeorm';
import type { Calls } from '../contract/follower.ts';
import type { Asking } from '../disclosure/consent.sql.ts';
import type { ChangeSource } from './change.source.ts';
import type { ChangeCriteria } from './change-criteria.ts';
import { type FeedPage, latestPosition } from './feed.ts';
import { Readings } from './readings.ts';

/** What following the feed needs of its process. */
export interface FeedPlant {
  readonly source: DataSource;
  readonly wake: Calls;
  /** Through which those share what they read who follow alike; each reads by itself without. */
  readonly readings?: Readings;
}

/** Who follows the feed, and from where. */
export interface Following {
  /** The position after which to begin; null is now. */
  readonly after: string | null;
  readonly criteria: ChangeCriteria;
  /** Who asks and on what day, as of the moment of the call; what it throws ends the following. */
  readonly asking: () => Asking | Promise<Asking>;
  readonly signal: AbortSignal;
}

/** Changes in memory at once, however long the follower takes over them. */
const PAGE = 50;

/** Milliseconds for which what was read holds: what is taken later is read again, with the rights of that moment. */
const FRESH_MS = 1_000;

/** Milliseconds after which a follower looks without having been called. */
const POLL_MS = 10_000;

/**
 * The changes that a caller may know of, in their order and none left out, from a position on and for ever: until the signal, or until the
 * follower wants no more. Nothing is read ahead of the follower but a page.
 */
export async function* follow(
  { source, wake, readings = new Readings(source) }: FeedPlant,
  { after, criteria, asking, signal }: Following,
): AsyncGenerator<ChangeSource> {
  let position = after ?? (await latestPosition(source));
  while (!signal.aborted) {
    const count = wake.count('change_stamped');
    const page = await readings.page(await asking(), { after: position, first: PAGE, criteria }, count);
    const told = yield* whileFresh(page, signal);
    position = told ?? page.position;
    if (told === null && !page.hasMore) await wake.next('change_stamped', count, POLL_MS, signal);
  }
}

/** Gives the changes of a page; returns the position of the last given if the rest is to be read again, else null. */
async function* whileFresh({ changes }: FeedPage, signal: AbortSignal): AsyncGenerator<ChangeSource, string | null> {
  const readAt = performance.now();
  for (const change of changes) {
    if (signal.aborted) return null;
    yield change;
    if (performance.now() - readAt > FRESH_MS) return change.position;
  }
  return null;
}
