import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';

/** Shorter and a busy key writes more; longer and the list of keys tells less. */
const NOTED_EVERY_MS = 60_000;

/** Keys in use at once, each some 100 bytes; one that is dropped is noted once too often. */
const MOST_KEYS = 10_000;

/** Keeps when a key was last used, to the minute, without making anybody wait. */
export class LastUse {
  private readonly noted = new LRUCache<string, number>({ max: MOST_KEYS });
  private readonly source: DataSource;

  constructor(source: DataSource) {
    this.source = source;
  }

  /** `at` is in milliseconds. */
  note(id: string, at: number): void {
    const last = this.noted.get(id);
    if (last !== undefined && at - last < NOTED_EVERY_MS) return;
    this.noted.set(id, at);
    void this.keep(id, new Date(at));
  }

  // Another node may have noted it in the same minute. That a note is lost harms nobody, so no request fails by it.
  private async keep(id: string, at: Date): Promise<void> {
    await this.source
      .query(
        `update api_key set last_used_at = $2 where id = $1 and coalesce(last_used_at < $2::timestamptz - interval '1 minute', true)`,
        [id, at],
      )
      .catch(() => {});
  }
}
