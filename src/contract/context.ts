import type { DataSource } from 'typeorm';
import type { Day } from '../rules/calendar.ts';
import type { Locale } from '../rules/messages/messages.ts';
import type { Follower } from './follower.ts';
import type { Selections } from './selections.ts';
import type { Caller } from './viewer.type.ts';

/** What a resolver knows about the request that it answers. `today` and the two times are read once and stay the same throughout. */
export interface Context {
  readonly caller: Caller;
  /** Also in the `x-request-id` header of the answer and in the log. */
  readonly requestId: string;
  /** The language of words for which no `locale` is given, from `Accept-Language`. */
  readonly locale: Locale;
  /** The registry's day in Toronto. */
  readonly today: Day;
  /** The registry's time, for what the law or the record says. */
  readonly registryNow: Date;
  /** Wall time, for keys, budgets, signatures and links that end. */
  readonly wallNow: Date;
  /** Signs a JSON object as a compact JWS; `typ` says what it is. Null where the registry has no signing key. */
  readonly sign: ((payload: object, typ: string) => string) | null;
  /** The public address of the registry, without a slash at its end; null where none is set. */
  readonly publicUrl: string | null;
  /** Answers what a webhook selects of each change; null where no server runs. */
  readonly selections: Selections | null;
  /** Whether this registry sends daily e-mail to organizations and for watch lists. */
  readonly mailsDigests: boolean;
  /** Whether webhooks may target private addresses, as in development. */
  readonly privateTargets: boolean;
  /**
   * The loader that `make` creates, created once per request: `context.loader(organizationById).load(id)`. `make` must be the same function
   * each time, so declare it at the top of its module.
   */
  loader<Loader>(make: (source: DataSource, context: Context) => Loader): Loader;
  /** Gives the database to a service that reads: `context.read((source) => listOrganizations(source, args))`. */
  read<Answer>(service: (source: DataSource) => Answer): Answer;
  /**
   * Like `read`, for code that must find everything that is committed, or that writes without being a mutation, such as the log of
   * confidential reads: if there are replicas, `read` may see the state of some seconds ago, and cannot write.
   */
  primary<Answer>(service: (source: DataSource) => Answer): Answer;
  /**
   * Like `primary`, for results that the caller will resume from, such as a place in the feed: this request then reads everything else from
   * the primary too, and the caller's next reads are at least as new, as after a write.
   */
  primaryOnward<Answer>(service: (source: DataSource) => Promise<Answer>): Promise<Answer>;
  /** Gives the database to code that writes: only `mutate`, so that every mutation takes the same steps. */
  write<Answer>(work: (source: DataSource) => Promise<Answer>): Promise<Answer>;
  /** Notifies this server that a key was changed, once the change is committed. */
  forgetKey(id: string): void;
  /** Notes look-ups by number that found nothing visible: many of them slow a caller without a key down. */
  noteMisses(count: number): void;
  /** Notes what is deprecated in a text that the request brings, by schema coordinate: the answer warns of it as if the operation used it. */
  noteDeprecated(used: ReadonlyMap<string, string>): void;
  /** What a subscription uses to follow its events; null for queries and mutations. */
  readonly follower: Follower | null;
}
