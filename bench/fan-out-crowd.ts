import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Calls } from '../src/contract/follower.ts';

const program = fileURLToPath(new URL('./fan-out-clients.js', import.meta.url));

/** What the subscribers have received so far, and when the last of them received it. */
interface Told {
  readonly told: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Subscribers in a separate process, so that they take no time from the server. */
export class Crowd {
  private readonly child: ChildProcess;
  private readonly ended: Promise<never>;

  /** Opens the sockets and subscribes on each; `url` is that of the WebSocket. */
  constructor(url: string, query: string, subscribers: number, perSocket: number) {
    this.child = fork(program, [url, query, String(subscribers), String(perSocket)]);
    this.ended = once(this.child, 'exit').then(() => {
      throw new Error('The subscribers are gone.');
    });
    this.ended.catch(() => {});
  }

  /** The next time that each has received one more event. */
  next(): Promise<Told> {
    return this.orGone(once(this.child, 'message').then(([message]) => message as Told));
  }

  /** How many events were received so far, by all subscribers together. */
  async count(): Promise<number> {
    this.child.send('how many');
    return (await this.next()).told;
  }

  /** Waits for something, unless the subscribers' process ends first. */
  orGone<Thing>(thing: Promise<Thing>): Promise<Thing> {
    return Promise.race([thing, this.ended]);
  }

  async leave(): Promise<void> {
    this.child.kill();
    await this.ended.catch(() => {});
  }
}

/** Wakes those who follow the feed, and knows how many wait for the next call. */
export class CountedCalls implements Calls {
  private readonly calls: Calls;
  private waiting = 0;

  constructor(calls: Calls) {
    this.calls = calls;
  }

  count(call: 'change_stamped'): number {
    return this.calls.count(call);
  }

  async next(...given: Parameters<Calls['next']>): Promise<void> {
    this.waiting += 1;
    await this.calls.next(...given);
    this.waiting -= 1;
  }

  /** Waits until that many are waiting. */
  async until(count: number): Promise<void> {
    while (this.waiting !== count) await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
