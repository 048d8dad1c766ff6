import type { ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { Fault, faults } from '../../errors.ts';
import { faultOf } from '../errors/client-errors.ts';
import { inLanguage } from '../errors/error-language.ts';
import type { RunningSubscription } from './running-subscription.ts';
import type { SocketLimits } from './socket-limits.ts';
import type { Subscriber } from './subscriber.ts';

/** The id of a last message: there is nothing to come back for. It is no cursor. */
export const LAST_ID = 'end';

/** Errors after which the same request can be answered: their last message keeps the id of the last event. */
const passing: ReadonlySet<unknown> = new Set(['TOO_SLOW', 'RATE_LIMITED', 'OVERLOADED', 'TIMED_OUT', 'INTERNAL']);

/** One stream of Server-Sent Events, from its first byte to its last. */
export class StreamSession {
  private readonly response: ServerResponse;
  private readonly subscriber: Subscriber;
  private readonly limits: SocketLimits;
  /** Whether its client is an EventSource, which has no other way to learn where it is than ids. */
  private readonly isEventSource: boolean;
  private running: RunningSubscription | null = null;
  private isToReturn = false;
  /** The cursors of the events that graphql-sse has not written yet. */
  private readonly cursors: (string | null)[] = [];

  constructor(response: ServerResponse, subscriber: Subscriber, limits: SocketLimits, isEventSource: boolean) {
    this.response = response;
    this.subscriber = subscriber;
    this.limits = limits;
    this.isEventSource = isEventSource;
    response.once('close', () => void this.running?.return());
  }

  /** The events of a subscription, each taken only when the one before has been sent: graphql-sse itself would take them all. */
  async *eventsOf(running: RunningSubscription): AsyncGenerator<ExecutionResult, void> {
    this.running = running;
    // The stream may have closed while the request was checked.
    if (this.response.destroyed) await running.return();
    for await (const result of running) {
      this.cursors.push(running.cursor);
      yield result;
      await this.drained();
    }
  }

  /** The errors of a subscription that could not begin: graphql-sse takes only results with data at once. */
  async *refused(errors: readonly GraphQLError[]): AsyncGenerator<ExecutionResult, void> {
    this.isToReturn = errors.some(({ extensions }) => passing.has(extensions.code));
    yield { errors };
  }

  /** Sends what graphql-sse writes, to the end. */
  async send(content: AsyncIterable<string>): Promise<void> {
    try {
      this.begin();
      for await (const text of content) {
        if (this.response.writableEnded || this.response.destroyed) return;
        this.response.write(this.withId(text));
      }
      this.response.end();
    } catch (error) {
      this.farewell(faultOf(error, this.subscriber.requestId));
    }
  }

  /** Ends the stream if its key is no longer valid. */
  async checkKey(): Promise<void> {
    try {
      await this.subscriber.caller();
    } catch (error) {
      if (error instanceof Fault) this.farewell(error);
    }
  }

  /** Ends the stream without a message, like a broken connection: its consumer reconnects. */
  hangUp(): void {
    void this.running?.return();
    this.response.end();
    this.response.socket?.destroySoon();
  }

  /** The first message of an EventSource. It has data: some clients forget an id that comes without. Clients of graphql-sse refuse its name. */
  private begin(): void {
    const start = this.running?.start;
    if (start && this.isEventSource) this.response.write(`id: ${start.cursor}\nevent: begin\ndata: ${JSON.stringify(start)}\n\n`);
  }

  private withId(text: string): string {
    if (text.startsWith('event: complete')) return this.complete();
    const cursor = text.startsWith('event: next') ? this.cursors.shift() : null;
    return cursor ? `id: ${cursor}\n${text}` : text;
  }

  private complete(): string {
    if (!this.isEventSource) return 'event: complete\ndata:\n\n';
    return `${this.isToReturn ? '' : `id: ${LAST_ID}\n`}event: complete\ndata: {}\n\n`;
  }

  // What was written is sent at the end of this event loop turn.
  private async drained(): Promise<void> {
    await turn();
    if (!this.response.writableNeedDrain || this.response.destroyed) return;
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        clearTimeout(timer);
        this.response.off('drain', go).off('close', go);
        resolve();
      };
      const timer = setTimeout(() => reject(faults.TOO_SLOW(this.running?.cursor ?? null)), this.limits.patienceMs);
      this.response.on('drain', go).on('close', go);
    });
  }

  /** The last event: why there are no more, with the cursor to resume after. */
  private farewell({ message, extensions, code }: Fault): void {
    this.isToReturn = passing.has(code);
    void this.running?.return();
    if (this.response.writableEnded || this.response.destroyed) return;
    const cursor = this.running?.cursor;
    const answer = {
      errors: [inLanguage(this.subscriber.locale, { message, extensions: cursor ? { ...extensions, cursor } : extensions })],
    };
    this.response.end(`event: next\ndata: ${JSON.stringify(answer)}\n\n${this.complete()}`);
    setTimeout(() => this.response.destroy(), this.limits.farewellMs).unref();
  }
}
