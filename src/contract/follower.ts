import type { Context } from './context.ts';

/** What calls those who wait for changes. */
export interface Calls {
  count(call: 'change_stamped'): number;
  next(call: 'change_stamped', count: number, ms: number, signal?: AbortSignal): Promise<void>;
}

/** What a subscription's `subscribe` knows of whoever listens. */
export interface Follower {
  readonly wake: Calls;
  /** Aborted when nobody listens any more. */
  readonly signal: AbortSignal;
  /** The context of this moment, with loaders of its own. Throws UNAUTHENTICATED once the key is no longer good. */
  now(): Promise<Context>;
  /** Tells how far the subscription has come: the cursor of the event that is given next, or of what was passed over. */
  reached(cursor: string): void;
  /** Throws BAD_USER_INPUT as for a query: `subscribe` gets its arguments as they came. `path` is where the input stands among them. */
  check(input: object, path: string): void;
}
