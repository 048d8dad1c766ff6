import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';

/** A shorter interval makes a busy key write more; a longer one makes the list of keys less precise. */
const NOTED_EVERY_MS = 60_000;

/** Keys in use at once, some 100 bytes each; a key that is dropped is written once more than needed. */
const MOST_KEYS = 10_000;

/** Records when a key was last used, to the minute, without delaying any request. */
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

  // Another node may have recorded it in the same minute. A lost record does no harm, so no request fails because of it.
  private async keep(id: string, at: Date): Promise<void> {
    await this.source
      .query(
        `update api_key set last_used_at = $2 where id = $1 and coalesce(last_used_at < $2::timestamptz - interval '1 minute', true)`,
        [id, at],
      )
      .catch(() => {});
  }
}
