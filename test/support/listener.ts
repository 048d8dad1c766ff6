import { once } from 'node:events';
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';
import { type ClientOptions, WebSocket } from 'ws';
import type { Context } from '../../src/contract/context.ts';
import type { TestServer } from './server.ts';
import { until } from './until.ts';

/** A message of graphql-transport-ws. */
export interface SocketMessage {
  readonly id?: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
  readonly payload?: any;
}

/** A socket on the client's side, message by message. */
export class Listener {
  readonly socket: WebSocket;
  readonly heard: SocketMessage[] = [];
  /** The close code and reason. */
  readonly closed: Promise<readonly [number, string]>;
  isClosed = false;

  constructor(url: string, options: ClientOptions = {}, protocol = 'graphql-transport-ws') {
    this.socket = new WebSocket(url.replace(/^http/, 'ws'), protocol, options);
    this.socket.on('message', (data) => this.heard.push(JSON.parse(String(data))));
    this.socket.on('error', () => {});
    this.closed = new Promise((resolve) => {
      this.socket.once('close', (code, reason) => {
        this.isClosed = true;
        resolve([code, String(reason)]);
      });
    });
  }

  /** Opens a socket at /graphql and sends `connection_init`. */
  static async of(server: TestServer, key?: string, options: ClientOptions = {}): Promise<Listener> {
    const listener = new Listener(`${server.url}/graphql`, options);
    await once(listener.socket, 'open');
    listener.say({ type: 'connection_init', ...(key && { payload: { authorization: `Bearer ${key}` } }) });
    await until(() => listener.isClosed || listener.heard.some(({ type }) => type === 'connection_ack'));
    return listener;
  }

  say(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: Record<string, unknown> = {}): void {
    this.say({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** The messages of a subscription so far. */
  of(id: string, type?: string): SocketMessage[] {
    return this.heard.filter((each) => each.id === id && (type === undefined || each.type === type));
  }

  /** The errors that ended a subscription, once it has ended. */
  async errors(id: string): Promise<NonNullable<SocketMessage['payload']>> {
    await until(() => this.isClosed || this.of(id, 'error').length > 0);
    return this.of(id, 'error')[0]?.payload;
  }

  /** What a subscription has delivered, once there are `count` messages. */
  async events(id: string, count: number): Promise<unknown[]> {
    await until(() => this.isClosed || this.of(id, 'error').length > 0 || this.of(id, 'next').length >= count);
    if (this.of(id, 'next').length < count) throw new Error(`It ended: ${JSON.stringify(this.of(id, 'error'))}`);
    return this.of(id, 'next').map(({ payload }) => payload);
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}

@ObjectType({ description: 'A tick.' })
export class Tick {
  @Field(() => Int, { description: 'Which.' })
  number!: number;

  @Field(() => String, { description: 'Much text.' })
  text!: string;
}

/** A source of events for tests of transports: numbered events, produced on demand. */
export const ticking = {
  /** How many were produced so far. */
  made: 0,
  /** Called for each field of an event. */
  told: (_context: Context, _number: number): void => {},
  running: 0,
};

export interface Ticks {
  readonly count: number;
  readonly bytes: number;
  readonly waits: boolean;
}

// The arguments come as they were sent.
async function* ticks({ follower }: Context, { count, bytes, waits }: Ticks): AsyncGenerator<Tick> {
  const signal = follower?.signal;
  ticking.running += 1;
  try {
    for (let number = 1; number <= count && !signal?.aborted; number += 1) {
      follower?.reached(`cursor-${number}`);
      ticking.made += 1;
      yield { number, text: 'x'.repeat(bytes) };
    }
    if (waits && signal && !signal.aborted) await once(signal, 'abort');
  } finally {
    ticking.running -= 1;
  }
}

const argument = (description: string) => ({ description });

/** The resolvers of a schema for tests of sockets and streams. */
@Resolver(() => Tick)
export class TickResolver {
  @Query(() => String, { description: 'Says hello.' })
  hello(): string {
    return 'hello';
  }

  @Mutation(() => String, { description: 'Changes nothing.' })
  change(): string {
    return 'changed';
  }

  @Subscription(() => Tick, { description: 'Ticks.', subscribe: ({ args, context }) => ticks(context, args) })
  ticks(
    @Root() tick: Tick,
    @Arg('count', () => Int, { ...argument('How many.'), defaultValue: 3 }) _count: number,
    @Arg('bytes', () => Int, { ...argument('How long the text is.'), defaultValue: 1 }) _bytes: number,
    @Arg('waits', () => Boolean, { ...argument('Whether it stays.'), defaultValue: false }) _waits: boolean,
    @Arg('loud', () => Boolean, { ...argument('No longer heard.'), nullable: true, deprecationReason: 'Leave it out.' }) _loud:
      | boolean
      | null,
    @Ctx() context: Context,
  ): Tick {
    ticking.told(context, tick.number);
    return tick;
  }
}
