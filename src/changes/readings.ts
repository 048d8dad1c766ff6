import type { DataSource } from 'typeorm';
import { Turns } from '../database/turns.ts';
import type { Asking } from '../disclosure/consent.sql.ts';
import { type FeedPage, type FeedPart, readChanges } from './feed.ts';

/** Milliseconds for which a reading is shared: long enough for thousands who were called at once, and well below what a reading may be old. */
const SHARED_MS = 250;

/** Readings at once: more would take from queries the connections that they need. */
const AT_ONCE = 2;

/** Readings of the feed, of which those who ask for the same at the same time with the same rights share one. */
export class Readings {
  private readonly pages = new Map<string, Promise<FeedPage>>();
  private readonly turns = new Turns(AT_ONCE);
  private readonly source: DataSource;

  constructor(source: DataSource) {
    this.source = source;
  }

  /** As `readChanges`. `count` is how many calls there were before it was asked for: what came with a later one is read anew. */
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
