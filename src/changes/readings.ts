import type { DataSource } from 'typeorm';
import { Turns } from '../database/turns.ts';
import type { Asking } from '../disclosure/consent.sql.ts';
import { type FeedPage, type FeedPart, readChanges } from './feed.ts';

/**
 * How long a reading is shared, in milliseconds: long enough for thousands of followers woken at once, and well below the age a reading may
 * have.
 */
const SHARED_MS = 250;

/** Readings at once: more would take connections that queries need. */
const AT_ONCE = 2;

/** Readings of the feed. Followers who ask for the same at the same time with the same rights share one. */
export class Readings {
  private readonly pages = new Map<string, Promise<FeedPage>>();
  private readonly turns = new Turns(AT_ONCE);
  private readonly source: DataSource;

  constructor(source: DataSource) {
    this.source = source;
  }

  /** As `readChanges`. `count` is the number of wake-ups before the request: what came with a later one is read again. */
  page(asking: Asking, part: FeedPart, count: number): Promise<FeedPage> {
    const { scope, holder, organizationId } = asking.caller;
    const key = JSON.stringify([count, scope, holder, organizationId, asking.today, part]);
    return this.pages.get(key) ?? this.read(key, asking, part);
  }

  private read(key: string, asking: Asking, part: FeedPart): Promise<FeedPage> {
    const forget = () => this.pages.delete(key);
    const reading = this.turns.take(() => {
      setTimeout(forget, SHARED_MS).unref();
      return readChanges(this.source, asking, part);
    });
    this.pages.set(key, reading);
    reading.catch(forget);
    return reading;
  }
}
