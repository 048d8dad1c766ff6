import type { DataSource } from 'typeorm';
import type { Authentication } from '../../access/authentication.ts';
import type { Metered } from '../../access/rate-budget.ts';
import type { Clock } from '../../clock.ts';
import type { Context } from '../../contract/context.ts';
import type { Follower } from '../../contract/follower.ts';
import type { Selections } from '../../contract/selections.ts';
import type { Caller } from '../../contract/viewer.type.ts';
import type { Reader } from '../../database/replicas-reader.ts';
import type { Day } from '../../rules/calendar.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import type { SigningKeys } from '../../signing/signing-keys.ts';
import type { GuardedOperation } from '../limits/guard.ts';
import type { RateLimit } from '../limits/rate-limit.ts';
import type { DeprecatedIn } from './deprecated-in.ts';

/** What the parts of the server share about one request. */
export interface RequestNotes {
  operationName: string | null;
  kind: 'query' | 'mutation' | 'subscription' | null;
  cost: number | null;
  /** What the operation asks of the budget; null before that is known. */
  asked: Metered<number> | null;
  /** The operation that was found in the document, valid and within the limits; null before that is known. */
  guarded: GuardedOperation | null;
  /** What the operation, and a selection in it, uses that is deprecated; null before that is known. */
  deprecated: DeprecatedIn | null;
  /** Codes of the errors in the answer. */
  errors: readonly string[];
  /** Whether a query lost the server that it read from before it was answered: it is done once more. */
  isCutShort: boolean;
  /** Whether the database could not store something. */
  isStorageFault: boolean;
  /** Whether it is done for the second time. */
  isLastTry: boolean;
  /** Set if the whole request failed with its own HTTP status. */
  status: number | null;
}

/** What a request may have of its own, in place of what all of its server share. */
export interface RequestParts {
  /** The language of the request; default: English. */
  readonly locale?: Locale;
  /** Where queries read. Default: the primary. */
  readonly reader?: Reader | null;
}

/** What all requests of a server share. */
export interface ContextParts extends RequestParts {
  readonly source: DataSource;
  readonly clock: Clock;
  readonly authentication: Pick<Authentication, 'forget'>;
  /** Whether webhooks may target private addresses. Default: no. */
  readonly privateTargets?: boolean;
  /** Whether daily e-mail is sent. Default: no. */
  readonly mailsDigests?: boolean;
  /** The keys that sign receipts and credentials. Default: none. */
  readonly signingKeys?: Pick<SigningKeys, 'sign'> | null;
  /** The public address of the registry. Default: none. */
  readonly publicUrl?: string | null;
  /** Answers what webhooks select. Default: nothing does. */
  readonly selections?: Selections | null;
}

/** The context of one request. Apollo copies it, so everything shared is held by reference. */
export class RequestContext implements Context {
  readonly caller: Caller;
  readonly requestId: string;
  readonly locale: Locale;
  readonly registryNow: Date;
  readonly wallNow: Date;
  readonly today: Day;
  readonly privateTargets: boolean;
  readonly mailsDigests: boolean;
  readonly sign: Context['sign'];
  readonly publicUrl: string | null;
  readonly selections: Selections | null;
  readonly notes: RequestNotes = {
    operationName: null,
    kind: null,
    cost: null,
    asked: null,
    guarded: null,
    deprecated: null,
    errors: [],
    isCutShort: false,
    isStorageFault: false,
    isLastTry: false,
    status: null,
  };
  /** Null where nothing is metered. */
  readonly rate: RateLimit | null;
  readonly follower: Follower | null;
  readonly reader: Reader | null;
  private readonly source: DataSource;
  private readonly authentication: Pick<Authentication, 'forget'>;
  private readonly loaders = new Map<unknown, unknown>();

  constructor(
    parts: ContextParts,
    caller: Caller,
    requestId: string,
    rate: RateLimit | null,
    follower: Follower | null = null,
    { locale = 'en', reader = null }: RequestParts = parts,
  ) {
    const { clock } = parts;
    this.source = parts.source;
    this.authentication = parts.authentication;
    this.privateTargets = parts.privateTargets ?? false;
    this.mailsDigests = parts.mailsDigests ?? false;
    this.locale = locale;
    this.sign = parts.signingKeys?.sign ?? null;
    this.publicUrl = parts.publicUrl?.replace(/\/+$/, '') ?? null;
    this.selections = parts.selections ?? null;
    this.reader = reader;
    this.caller = caller;
    this.requestId = requestId;
    this.rate = rate;
    this.follower = follower;
    this.wallNow = clock.wallNow();
    this.registryNow = clock.registryNow();
    this.today = clock.today();
  }

  loader<Loader>(make: (source: DataSource, context: Context) => Loader): Loader {
    const known = this.loaders.get(make);
    // The map holds for each maker the loader that it made.
    if (known !== undefined) return known as Loader;
    const made = make(this.readable, this);
    this.loaders.set(make, made);
    return made;
  }

  read<Answer>(service: (source: DataSource) => Answer): Answer {
    return service(this.readable);
  }

  primary<Answer>(service: (source: DataSource) => Answer): Answer {
    return service(this.source);
  }

  async primaryOnward<Answer>(service: (source: DataSource) => Promise<Answer>): Promise<Answer> {
    const answer = await service(this.source);
    await this.reader?.sawPrimary();
    return answer;
  }

  async write<Answer>(work: (source: DataSource) => Promise<Answer>): Promise<Answer> {
    const answer = await work(this.source);
    await this.reader?.wrote();
    return answer;
  }

  /** A mutation's answer shows what it did, and a subscription's what has just happened, so neither reads a replica. */
  private get readable(): DataSource {
    return this.reader && this.notes.kind === 'query' ? this.reader.source : this.source;
  }

  noteMisses(count: number): void {
    this.rate?.noteMisses(count);
  }

  noteDeprecated(used: DeprecatedIn): void {
    this.notes.deprecated = new Map([...(this.notes.deprecated ?? []), ...used]);
  }

  forgetKey(id: string): void {
    this.authentication.forget(id);
  }
}
