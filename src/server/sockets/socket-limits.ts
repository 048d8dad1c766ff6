import type { Caller } from '../../contract/viewer.type.ts';

/** Limits for clients that stay connected, and how long the server waits for them. Times are in milliseconds. */
export interface SocketLimits {
  /** Sockets and streams at once per address: those without a key, and those that have not sent theirs yet. */
  readonly perAddress: number;
  /** Sockets and streams at once per key. */
  readonly perKey: number;
  /** Subscriptions at once on one socket. */
  readonly subscriptions: number;
  /** How long a socket may take to say who it is. */
  readonly initMs: number;
  /** How often each connection is pinged and its key checked again. */
  readonly heartbeatMs: number;
  /** How long an event may take to be sent. */
  readonly patienceMs: number;
  /** How long a consumer that is being closed has to receive the rest. */
  readonly farewellMs: number;
  /** Maximum bytes of one incoming message. */
  readonly messageBytes: number;
  /** Bytes queued for one consumer beyond which it is immediately too slow. */
  readonly bufferedBytes: number;
}

/**
 * The heartbeat is shorter than the 30 to 60 s after which proxies cut a silent connection. The patience is as long as a mobile connection
 * may drop out: a longer one holds an event in memory for each stalled consumer, a shorter one closes consumers that would have come back.
 */
export const usualSocketLimits: SocketLimits = {
  perAddress: 20,
  perKey: 200,
  subscriptions: 20,
  initMs: 3_000,
  heartbeatMs: 12_000,
  patienceMs: 20_000,
  farewellMs: 10_000,
  messageBytes: 128 * 1024,
  bufferedBytes: 1024 * 1024,
};

/** How many connections each caller has. */
export class Seats {
  private readonly taken = new Map<string, number>();

  /** Takes one of a caller's connections; returns a function that releases it, or null if none is left. */
  take({ keyId }: Pick<Caller, 'keyId'>, address: string, limits: SocketLimits): (() => void) | null {
    const who = keyId === null ? `address ${address}` : `key ${keyId}`;
    const held = this.taken.get(who) ?? 0;
    if (held >= (keyId === null ? limits.perAddress : limits.perKey)) return null;
    this.taken.set(who, held + 1);
    let isTaken = true;
    return () => {
      if (isTaken) this.leave(who);
      isTaken = false;
    };
  }

  private leave(who: string): void {
    const left = (this.taken.get(who) ?? 1) - 1;
    if (left === 0) this.taken.delete(who);
    else this.taken.set(who, left);
  }
}
