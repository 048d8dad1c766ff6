import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import { execute } from 'graphql';
import type { Calls, Follower } from '../../contract/follower.ts';
import { Turns } from '../../database/turns.ts';
import { endedAt, type Fault } from '../../errors.ts';
import { faultOf, isForOperator } from '../errors/client-errors.ts';
import { checkInput } from '../errors/input-validation.ts';
import { inTime } from '../limits/deadline.ts';
import { type DeprecatedIn, shownDeprecated } from '../request/deprecated-in.ts';
import type { RequestContext } from '../request/request-context.ts';
import type { Subscriber } from './subscriber.ts';

/** A subscription that passed all checks. */
export interface AllowedSubscription {
  readonly args: Omit<ExecutionArgs, 'contextValue' | 'rootValue'>;
  /** Text that is equal for subscriptions that ask for the same of each event. */
  readonly group: string;
  /** What it uses that is deprecated. */
  readonly deprecated: DeprecatedIn;
  /** Cost points of each event. */
  readonly points: number;
  readonly wake: Calls;
  /** Errors of an event as its caller sees them. */
  readonly shown: (errors: readonly GraphQLError[], context: RequestContext) => GraphQLError[];
  /** Called with the internal error that ended it. */
  readonly failed: (error: unknown) => void;
}

/** The place at which a subscription began. */
export interface StartOfSubscription {
  readonly cursor: string;
  /** How many changes the feed had after it, visible to the subscriber or not. */
  readonly behind: number;
}

/**
 * The events of one subscription, each executed only when it is requested: a slow consumer gets them slowly. Each has its own context, so
 * that rights, the day and everything loaded are those of its moment. Throws a Fault with the cursor to resume after.
 */
export class RunningSubscription implements AsyncIterableIterator<ExecutionResult> {
  /** The cursor of the last event sent; null if none was sent yet. */
  cursor: string | null = null;
  /** Where it began, and how many changes the feed had after that place; null if its source has no places. */
  start: StartOfSubscription | null = null;
  readonly follower: Follower;
  private reached: string | null = null;
  private readonly ended = new AbortController();
  private readonly subscriber: Subscriber;
  private readonly allowed: AllowedSubscription;
  private events: AsyncGenerator<ExecutionResult, undefined> | null = null;

  constructor(subscriber: Subscriber, allowed: AllowedSubscription) {
    this.subscriber = subscriber;
    this.allowed = allowed;
    this.follower = {
      wake: allowed.wake,
      signal: this.ended.signal,
      now: () => subscriber.context(null),
      check: checkInput,
      resumeAfter: subscriber.resumeAfter,
      begins: (cursor, behind) => {
        this.start = { cursor, behind };
        this.reached = cursor;
      },
      reached: (cursor) => {
        this.reached = cursor;
      },
    };
  }

  /** What each event is executed with, except its context. */
  get args(): AllowedSubscription['args'] {
    return this.allowed.args;
  }

  /** Sets the source of its events. */
  follow(source: AsyncIterable<unknown>): this {
    this.cursor = this.reached;
    this.events = this.run(source);
    return this;
  }

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    if (!this.events || this.ended.signal.aborted) return over;
    return this.events.next();
  }

  // A generator that waits for its next event ends only when that event comes, so it is stopped by the signal and not awaited.
  async return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    this.ended.abort();
    this.events?.return(undefined).catch(() => {});
    return over;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async *run(source: AsyncIterable<unknown>): AsyncGenerator<ExecutionResult, undefined> {
    try {
      for await (const event of source) {
        if (this.ended.signal.aborted) return;
        const result = await this.execute(event);
        this.cursor = this.reached;
        yield result;
      }
    } catch (error) {
      if (!this.ended.signal.aborted) throw this.fault(error);
    }
  }

  private async execute(event: unknown): Promise<ExecutionResult> {
    const context = await this.subscriber.context(this.follower);
    await this.pay(context);
    const { args, shown } = this.allowed;
    const run = () =>
      turns.take(() => inTime(Promise.resolve(execute({ ...args, rootValue: event, contextValue: context })), context.caller));
    const result = this.warned(await sharedBy(event, `${this.allowed.group} ${rightsOf(context)}`, run));
    if (!result.errors) return result;
    // An event that cannot be sent is not skipped: the subscription ends before it and can be resumed there.
    if (!result.data) throw result.errors[0];
    return { ...result, errors: shown(result.errors, context) };
  }

  private warned(result: ExecutionResult): ExecutionResult {
    const { deprecated } = this.allowed;
    return deprecated.size === 0 ? result : { ...result, extensions: { ...result.extensions, deprecated: shownDeprecated(deprecated) } };
  }

  /** Waits until the budget has what an event costs. */
  private async pay({ rate }: RequestContext): Promise<void> {
    for (;;) {
      const seconds = rate?.takeEvent(this.allowed.points) ?? 0;
      if (seconds === 0) return;
      await sleep(seconds * 1000, undefined, { signal: this.ended.signal });
    }
  }

  private fault(error: unknown): Fault {
    const fault = faultOf(error, this.subscriber.requestId);
    if (isForOperator(error, fault)) this.allowed.failed(error);
    return endedAt(fault, this.cursor);
  }
}

/** Events that a process executes at once: more would take connections that queries need. */
const turns = new Turns(4);

/** What an event became for those who ask the same of it in one language with the same key on the same day: it is executed once for them all. */
const results = new WeakMap<object, Map<string, Promise<ExecutionResult>>>();

function sharedBy(event: unknown, group: string, run: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
  if (typeof event !== 'object' || event === null) return run();
  const ofEvent = results.get(event) ?? new Map<string, Promise<ExecutionResult>>();
  const result = ofEvent.get(group) ?? run();
  ofEvent.set(group, result);
  results.set(event, ofEvent);
  return result;
}

// Confidential reads are logged by key, so nothing is shared between keys.
const rightsOf = ({ caller, today, locale }: RequestContext): string =>
  JSON.stringify([today, locale, caller.scope, caller.keyId, caller.organizationId]);

const over: IteratorResult<ExecutionResult, undefined> = { done: true, value: undefined };
