import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { Replicas } from './replicas.ts';
import { END_OF_LOG, type Lsn, START_OF_LOG } from './replicas-lsn.ts';

/** About 100 bytes each. A key that is dropped sees its own writes a little later, unless its request names the position. */
const MOST_WRITERS = 10_000;

/** Gives each request its reader, and remembers up to which position each key has written on this node. */
export class Readers {
  readonly replicas: Replicas;
  private readonly written = new LRUCache<string, Lsn>({ max: MOST_WRITERS });

  constructor(replicas: Replicas) {
    this.replicas = replicas;
  }

  /** The reader of a request. `keyId` is null for callers without a key, who never write; `seen` is the position that the caller says it has seen. */
  of(keyId: string | null, seen: Lsn | null): Reader {
    const remembered = keyId === null ? undefined : this.written.get(keyId);
    return new Reader(this.replicas, larger(seen ?? START_OF_LOG, remembered ?? START_OF_LOG), (lsn) => {
      if (keyId !== null) this.remember(keyId, lsn);
    });
  }

  // Once a later position is known, an unknown one is lower.
  private remember(keyId: string, lsn: Lsn): void {
    const before = this.written.get(keyId) ?? END_OF_LOG;
    this.written.set(keyId, before === END_OF_LOG ? lsn : larger(lsn, before));
  }
}

/** Where a request reads: everything from one server. */
export class Reader {
  /** The request's own writes lie before it, and so does everything of the primary that it was shown; null if there is neither. */
  written: Lsn | null = null;
  private readonly replicas: Replicas;
  private readonly least: Lsn;
  private readonly remember: (lsn: Lsn) => void;
  private chosen: DataSource | null = null;

  constructor(replicas: Replicas, least: Lsn, remember: (lsn: Lsn) => void) {
    this.replicas = replicas;
    this.least = least;
    this.remember = remember;
  }

  /** A replica that has what the caller wrote, or else the primary. */
  get source(): DataSource {
    this.chosen ??= this.replicas.next(this.least) ?? this.replicas.primary;
    return this.chosen;
  }

  get isOnReplica(): boolean {
    return this.chosen !== null && this.chosen !== this.replicas.primary;
  }

  /** Call it once the caller has been shown data of the primary: what it reads from then on must not be older. */
  async sawPrimary(): Promise<void> {
    this.chosen = this.replicas.primary;
    await this.wrote();
  }

  /** Call it once something of the request is committed. */
  async wrote(): Promise<void> {
    const lsn = await this.replicas.written();
    this.remember(lsn);
    if (lsn !== END_OF_LOG) this.written = lsn;
  }
}

const larger = (a: Lsn, b: Lsn): Lsn => (a > b ? a : b);
