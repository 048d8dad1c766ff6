import type { ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { Fault, faults } from '../../errors.ts';
import { faultOf } from '../errors/client-errors.ts';
import { inLanguage } from '../errors/error-language.ts';
import type { RunningSubscription } from './running-subscription.ts';
import type { SocketLimits } from './socket-limits.ts';
import type { Subscriber } from './subscriber.ts';

/** One stream of Server-Sent Events, from its first byte to its last. */
export class StreamSession {
  private readonly response: ServerResponse;
  private readonly subscriber: Subscriber;
  private readonly limits: SocketLimits;
  private running: RunningSubscription | null = null;

  constructor(response: ServerResponse, subscriber: Subscriber, limits: SocketLimits) {
    this.response = response;
    this.subscriber = subscriber;
    this.limits = limits;
    response.once('close', () => void this.running?.return());
  }

  /** The events of a subscription, each taken only when the one before has been sent: graphql-sse itself would take them all. */
  async *eventsOf(running: RunningSubscription): AsyncGenerator<ExecutionResult, void> {
    this.running = running;
    // The stream may have closed while the request was checked.
    if (this.response.destroyed) await running.return();
    for await (const result of running) {
      yield result;
      await this.drained();
    }
  }

  /** Sends what graphql-sse writes, to the end. */
  async send(content: AsyncIterable<string>): Promise<void> {
    try {
      for await (const text of content) {
        if (this.response.writableEnded || this.response.destroyed) return;
        this.response.write(text);
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
  private farewell({ message, extensions }: Fault): void {
    void this.running?.return();
    if (this.response.writableEnded || this.response.destroyed) return;
    const cursor = this.running?.cursor;
    const answer = {
      errors: [inLanguage(this.subscriber.locale, { message, extensions: cursor ? { ...extensions, cursor } : extensions })],
    };
    this.response.end(`event: next\ndata: ${JSON.stringify(answer)}\n\nevent: complete\ndata:\n\n`);
    setTimeout(() => this.response.destroy(), this.limits.farewellMs).unref();
  }
}
