import type { DataSource } from 'typeorm';
import type { Day } from '../rules/calendar.ts';
import type { Follower } from './follower.ts';
import type { Caller } from './viewer.type.ts';

/** What a resolver knows of the request it answers. `today` and `now` are read once and stay the same throughout. */
export interface Context {
  readonly caller: Caller;
  /** Also in the `x-request-id` header of the answer and in the log. */
  readonly requestId: string;
  /** The day in Toronto. */
  readonly today: Day;
  readonly now: Date;
  /** Whether webhooks may lead to private addresses, as in development. */
  readonly privateTargets: boolean;
  /**
   * The loader that `make` makes, made once a request: `context.loader(organizationById).load(id)`.
   * `make` must be the same function each time, so declare it at the top of its module.
   */
  loader<Loader>(make: (source: DataSource, context: Context) => Loader): Loader;
  /** Hands the database to a service that reads: `context.read((source) => listOrganizations(source, args))`. */
  read<Answer>(service: (source: DataSource) => Answer): Answer;
  /**
   * The same to what must find everything that is committed, or writes without being a mutation, such as the log of confidential readings: where
   * there are replicas, `read` may find what stood some seconds ago, and cannot write.
   */
  primary<Answer>(service: (source: DataSource) => Answer): Answer;
  /**
   * The same to what the caller goes on from, such as a place in the feed: this request then reads all else there too, and what the caller reads
   * next is at least as new, as after a write.
   */
  primaryOnward<Answer>(service: (source: DataSource) => Promise<Answer>): Promise<Answer>;
  /** Hands the database to what writes: `mutate` alone, so that every mutation takes the same steps. */
  write<Answer>(work: (source: DataSource) => Promise<Answer>): Promise<Answer>;
  /** Tells this server that a key was changed, once that is committed. */
  forgetKey(id: string): void;
  /** What a subscription follows its events with; null for queries and mutations. */
  readonly follower: Follower | null;
}
