import type { Context } from './context.ts';

/** Wakes those who wait for changes, or for a key to be revoked or rotated. */
export interface Calls {
  count(call: 'change_stamped' | 'api_key'): number;
  next(call: 'change_stamped' | 'api_key', count: number, ms: number, signal?: AbortSignal): Promise<void>;
}

/** What a subscription's `subscribe` knows about its subscriber. */
export interface Follower {
  readonly wake: Calls;
  /** Aborted when nobody is listening any more. */
  readonly signal: AbortSignal;
  /** The context of this moment, with its own loaders. Throws UNAUTHENTICATED once the key is no longer valid. */
  now(): Promise<Context>;
  /** The cursor that the transport itself says it had last, in place of the argument `after`; null if it says none. */
  readonly resumeAfter: string | null;
  /** Reports where the subscription begins, and how many changes the feed has after that place. */
  begins(cursor: string, behind: number): void;
  /** Reports how far the subscription has come: the cursor of the event that comes next, or of what was skipped. */
  reached(cursor: string): void;
  /** Throws BAD_USER_INPUT as for a query: `subscribe` receives its arguments unchecked. `path` is the place of the input among them. */
  check(input: object, path: string): void;
}
