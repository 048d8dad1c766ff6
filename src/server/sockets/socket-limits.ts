import type { Caller } from '../../contract/viewer.type.ts';

/** What those who stay connected may hold, and how long they are waited for. Times are milliseconds. */
export interface SocketLimits {
  /** Sockets and streams at once, of an address: those without a key, and those that have not shown theirs yet. */
  readonly perAddress: number;
  /** Sockets and streams at once, of a key. */
  readonly perKey: number;
  /** Subscriptions at once on one socket. */
  readonly subscriptions: number;
  /** How long a socket may take to say who it is. */
  readonly initMs: number;
  /** How often each is asked whether it is still there, and its key looked at again. */
  readonly heartbeatMs: number;
  /** How long an event may take to leave for its consumer. */
  readonly patienceMs: number;
  /** How long a consumer that was told to go has to take the rest. */
  readonly farewellMs: number;
  /** Bytes of one message to us. */
  readonly messageBytes: number;
  /** Bytes on the way to one consumer, beyond which it is too slow at once. */
  readonly bufferedBytes: number;
}

/**
 * A heartbeat shorter than the 30 to 60 s after which proxies cut a silent connection. Patience as long as a mobile line may be away; a longer one
 * holds an event in memory for each that stalls, a shorter one sends those away who would have come back.
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

/** Who is connected how often. */
export class Seats {
  private readonly taken = new Map<string, number>();

  /** Takes a seat of a caller; gives what leaves it, or null where none is left. */
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
