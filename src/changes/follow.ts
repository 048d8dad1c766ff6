import type { DataSource } from 'typeorm';
import type { Calls } from '../contract/follower.ts';
import type { Asking } from '../disclosure/consent.sql.ts';
import type { ChangeSource } from './change.source.ts';
import type { ChangeCriteria } from './change-criteria.ts';
import { type FeedPage, latestPosition } from './feed.ts';
import { Readings } from './readings.ts';

/** What following the feed needs from its process. */
export interface FeedPlant {
  readonly source: DataSource;
  readonly wake: Calls;
  /** Lets followers of the same feed share what they read; without it, each reads separately. */
  readonly readings?: Readings;
}

/** Who is following the feed, and from where. */
export interface Following {
  /** The position after which to begin; null means from now on. */
  readonly after: string | null;
  readonly criteria: ChangeCriteria;
  /** The caller and the day at the moment of the call; an error thrown here ends the following. */
  readonly asking: () => Asking | Promise<Asking>;
  readonly signal: AbortSignal;
}

/** Changes in memory at once, however slow the follower is. */
const PAGE = 50;

/** How long a page stays valid, in milliseconds: what is taken later is read again, with the rights of that moment. */
const FRESH_MS = 1_000;

/** Milliseconds after which a follower looks without having been woken. */
const POLL_MS = 10_000;

/**
 * The changes visible to a caller, in order and without gaps, from a position on: until the signal, or until the follower stops. No more
 * than one page is read ahead.
 */
export async function* follow(
  { source, wake, readings = new Readings(source) }: FeedPlant,
  { after, criteria, asking, signal }: Following,
): AsyncGenerator<ChangeSource> {
  let position = after ?? (await latestPosition(source));
  while (!signal.aborted) {
    const count = wake.count('change_stamped');
    const page = await readings.page(await asking(), { after: position, first: PAGE, criteria }, count);
    const lastSent = yield* whileFresh(page, signal);
    position = lastSent ?? page.position;
    if (lastSent === null && !page.hasMore) await wake.next('change_stamped', count, POLL_MS, signal);
  }
}

/** Yields the changes of a page; returns the position of the last one yielded if the rest must be read again, else null. */
async function* whileFresh({ changes }: FeedPage, signal: AbortSignal): AsyncGenerator<ChangeSource, string | null> {
  const readAt = performance.now();
  for (const change of changes) {
    if (signal.aborted) return null;
    yield change;
    if (performance.now() - readAt > FRESH_MS) return change.position;
  }
  return null;
}
