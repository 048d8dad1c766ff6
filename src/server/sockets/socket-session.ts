import type { IncomingMessage } from 'node:http';
import type { ExecutionArgs, GraphQLError } from 'graphql';
import type { Context as SocketContext, SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Caller } from '../../contract/viewer.type.ts';
import { Fault, faults } from '../../errors.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import { faultOf } from '../errors/client-errors.ts';
import { faultIn, inLanguage } from '../errors/error-language.ts';
import { shownFault } from '../errors/shown-errors.ts';
import { clientAddress } from '../request/client-address.ts';
import { hasKeyElsewhere, hasMisplacedKey } from '../request/misplaced-key.ts';
import { localeOf, statedLocale } from '../request/request-locale.ts';
import { closeCodes } from '../telemetry/close-codes.ts';
import { RunningSubscription } from './running-subscription.ts';
import type { Seats, SocketLimits } from './socket-limits.ts';
import { Subscriber, type SubscriberParts } from './subscriber.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What all sockets of a server share. */
export interface SocketParts extends SubscriberParts {
  readonly subscriptions: Subscriptions;
  readonly socketLimits: SocketLimits;
  readonly seats: Seats;
  /** Number of our own proxies in front of this server. */
  readonly proxies: number;
}

/** A subscription passed through graphql-ws and back: what it treats as GraphQL arguments is the running subscription. */
export interface Begun extends ExecutionArgs {
  readonly running: RunningSubscription;
}

/** One socket, from its opening to its end. */
export class SocketSession {
  /** Whether it has answered the last ping. */
  isAlive = true;
  /** Whether it is being closed: further messages are ignored. */
  isEnding = false;
  private readonly parts: SocketParts;
  private readonly socket: WebSocket;
  /** The upgrade request, until the subscriber is known: an idle socket does not keep it. */
  private request: IncomingMessage | null;
  private readonly address: string;
  readonly requestId: string;
  private subscriber: Subscriber;
  private leaveSeat: () => void;
  private leaving = 0;
  /** The language of its events: `connection_init` states it as `locale`, else the upgrade by `Accept-Language`. */
  private locale: Locale;
  /** The subscriber, once identified. */
  caller: Caller | null = null;
  private readonly openedAt = performance.now();
  private running: SocketContext['subscriptions'] = {};

  constructor(parts: SocketParts, socket: WebSocket, request: IncomingMessage, requestId: string, leaveSeat: () => void) {
    this.parts = parts;
    this.socket = socket;
    this.request = request;
    this.address = clientAddress(request, parts.proxies);
    this.requestId = requestId;
    this.leaveSeat = leaveSeat;
    this.locale = localeOf(request);
    this.subscriber = this.subscriberWith(request.headers.authorization);
  }

  /** Takes the key from `connection_init`, otherwise from the upgrade request; closes the socket if the key is refused. */
  async connect({ connectionParams = {}, subscriptions }: Pick<SocketContext, 'connectionParams' | 'subscriptions'>): Promise<void> {
    this.running = subscriptions;
    const { request } = this;
    this.request = null;
    const { authorization, Authorization, locale } = connectionParams;
    this.locale = statedLocale(locale) ?? this.locale;
    const shown = authorization ?? Authorization ?? request?.headers.authorization;
    this.subscriber = this.subscriberWith(typeof shown === 'string' ? shown : undefined);
    // A key that is not text is not a key.
    if (shown !== undefined && typeof shown !== 'string') return this.refuse(faults.UNAUTHENTICATED('WRONG'));
    // Served without a key, it would miss in silence what only the key shows.
    const isElsewhere = hasMisplacedKey(connectionParams) || (request !== null && hasKeyElsewhere(request));
    if (shown === undefined && isElsewhere) return this.refuse(faults.UNAUTHENTICATED('MISPLACED'));
    await this.sitDown();
  }

  private async sitDown(): Promise<void> {
    try {
      const caller = await this.subscriber.caller();
      this.caller = caller;
      if (caller.keyId === null) return;
      const leave = this.parts.seats.take(caller, this.subscriber.address, this.parts.socketLimits);
      if (!leave) return this.close(closeCodes.TOO_MANY_SOCKETS, 'Too many sockets');
      this.leaveSeat();
      this.leaveSeat = leave;
      // The socket may have closed while its key was looked up.
      if (this.isEnding) leave();
    } catch (error) {
      if (error instanceof Fault) this.tryToPay();
      this.refuse(faultOf(error, this.requestId));
    }
  }

  private tryToPay(): void {
    try {
      this.subscriber.payForWrongKey();
    } catch {
      // It is refused in any case.
    }
  }

  /** Begins a subscription, or returns its errors. */
  async subscribe(payload: SubscribePayload): Promise<Begun | GraphQLError[]> {
    const most = this.parts.socketLimits.subscriptions;
    if (this.count > most) return [shownFault(faults.TOO_COMPLEX('subscriptions on one socket', this.count, most), this.locale)];
    try {
      const begun = await this.parts.subscriptions.begin(this.subscriber, payload);
      return begun instanceof RunningSubscription ? { ...begun.args, running: begun } : begun;
    } catch (error) {
      const fault = faultOf(error, this.requestId);
      this.refuse(fault);
      return [shownFault(fault, this.locale)];
    }
  }

  /** Closes the socket if its key is no longer valid. */
  async checkKey(): Promise<void> {
    try {
      await this.subscriber.caller();
    } catch (error) {
      if (error instanceof Fault) this.refuse(error);
    }
  }

  /** Sends a message; if it is not sent in time, the socket is closed. */
  send(data: string): Promise<void> {
    const { patienceMs, bufferedBytes } = this.parts.socketLimits;
    if (this.socket.bufferedAmount > bufferedBytes) this.stall();
    // Awaiting the send would return at once here and never report that the socket is gone.
    if (this.socket.readyState !== this.socket.OPEN) this.endSubscriptions();
    if (this.socket.readyState !== this.socket.OPEN) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.stall(), patienceMs);
      this.leaving += 1;
      this.socket.send(data, () => {
        clearTimeout(timer);
        this.leaving -= 1;
        resolve();
      });
    });
  }

  /** Whether the socket is dead: it has not answered a ping, and no message is still within its sending time. */
  get isDead(): boolean {
    return !this.isAlive && this.leaving === 0 && !this.isEnding;
  }

  /** Ends each subscription with an error that says where it can be resumed, and then closes the socket. */
  private stall(): void {
    if (this.isEnding) return;
    for (const [id, running] of Object.entries(this.running)) {
      if (!(running instanceof RunningSubscription)) continue;
      const { message, extensions } = faults.TOO_SLOW(running.cursor);
      this.socket.send(JSON.stringify({ id, type: 'error', payload: [inLanguage(this.locale, { message, extensions })] }));
    }
    this.close(closeCodes.TRY_AGAIN, 'Too slow');
  }

  private refuse(fault: Fault): void {
    const { message } = faultIn(this.locale, fault);
    this.close(fault.code === 'UNAUTHENTICATED' ? closeCodes.UNAUTHENTICATED : closeCodes.TRY_AGAIN, reasonOf(message));
  }

  /** Ends its subscriptions and closes the socket with a reason. */
  close(code: number, reason: string): void {
    if (this.isEnding) return;
    this.isEnding = true;
    this.endSubscriptions();
    this.socket.close(code, reason);
  }

  /** The socket is gone: nobody is listening any more. */
  end(): void {
    this.isEnding = true;
    this.endSubscriptions();
    this.leaveSeat();
  }

  /** What the log records about it. */
  get line(): Record<string, unknown> {
    const { requestId, caller } = this;
    const seconds = Math.round(performance.now() - this.openedAt) / 1000;
    return { requestId, seconds, scope: caller?.scope ?? null, keyId: caller?.keyId ?? null };
  }

  /** How many subscriptions it has, including those still being checked. */
  get count(): number {
    return Object.keys(this.running).length;
  }

  private endSubscriptions(): void {
    for (const running of Object.values(this.running)) if (running instanceof RunningSubscription) void running.return();
  }

  private subscriberWith(authorization: string | undefined): Subscriber {
    return new Subscriber({ ...this.parts, locale: this.locale }, authorization, this.address, this.requestId);
  }
}

/** Bytes that the reason of a close code may have (RFC 6455, 5.5). */
const MOST_REASON_BYTES = 123;

/** A text as a reason: its beginning, in whole characters. */
const reasonOf = (text: string): string => text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(MOST_REASON_BYTES)).read);
