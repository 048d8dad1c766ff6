import type { DataSource } from 'typeorm';

/** A shorter interval writes more often; what a node has not written is lost when it dies. */
const WRITTEN_EVERY_MS = 10_000;

/** Pairs of a key and a place in the schema that wait to be written; more are not counted. */
const MOST_WAITING = 10_000;

/** Counts the operations of each key that use what is deprecated, beside the requests and never in their way. */
export class DeprecatedUses {
  private readonly waiting = new Map<string, Use>();
  private readonly source: DataSource;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(source: DataSource) {
    this.source = source;
  }

  /** Counts an operation of a key, or of a caller without one, at each coordinate that it uses. */
  note(keyId: string | null, coordinates: Iterable<string>, at: Date): void {
    for (const coordinate of coordinates) {
      const use = { keyId: keyId ?? '', coordinate };
      const known = this.waiting.get(JSON.stringify(use));
      if (!known && this.waiting.size >= MOST_WAITING) continue;
      this.waiting.set(JSON.stringify(use), { ...use, uses: (known?.uses ?? 0) + 1, at });
      this.timer ??= setTimeout(() => this.write(), WRITTEN_EVERY_MS).unref();
    }
  }

  /** Writes what waits. */
  async close(): Promise<void> {
    this.write();
    await this.writing;
  }

  private write(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const uses = [...this.waiting.values()];
    this.waiting.clear();
    if (uses.length > 0) this.writing = this.writing.then(() => this.keep(uses)).catch(() => {});
  }

  // A lost count does no harm, so no request fails because of it. In order, so that two nodes never wait for each other.
  private async keep(uses: readonly Use[]): Promise<void> {
    await this.source.query(
      `insert into deprecated_use as known (key_id, coordinate, uses, first_used_at, last_used_at)
       select key_id, coordinate, uses, at, at
       from unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[]) as told (key_id, coordinate, uses, at) order by key_id, coordinate
       on conflict (key_id, coordinate) do update set
         uses = known.uses + excluded.uses, last_used_at = greatest(known.last_used_at, excluded.last_used_at)`,
      [uses.map(({ keyId }) => keyId), uses.map(({ coordinate }) => coordinate), uses.map((each) => each.uses), uses.map(({ at }) => at)],
    );
  }
}

interface Use {
  readonly keyId: string;
  readonly coordinate: string;
  readonly uses: number;
  readonly at: Date;
}

/** Who used what, the latest first. */
export interface DeprecatedUse {
  readonly coordinate: string;
  readonly uses: number;
  readonly lastUsedAt: Date;
  /** Null for callers without a key. */
  readonly keyId: string | null;
  /** Null for callers without a key, and for a key that is no longer on record. */
  readonly holder: string | null;
}

/** Which keys use what is deprecated. */
export function deprecatedUses(source: DataSource): Promise<DeprecatedUse[]> {
  return source.query(
    `select used.coordinate, used.uses::float8 as uses, used.last_used_at as "lastUsedAt", nullif(used.key_id, '') as "keyId", api_key.holder
     from deprecated_use used left join api_key on api_key.id = used.key_id order by used.last_used_at desc, used.coordinate, used.key_id`,
  );
}
