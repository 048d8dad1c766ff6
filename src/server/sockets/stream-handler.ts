import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHandler, type Handler } from 'graphql-sse';
import type { Caller } from '../../contract/viewer.type.ts';
import { Fault, faults } from '../../errors.ts';
import { faultOf, isForOperator } from '../errors/client-errors.ts';
import { faultAnswer } from '../http/answer.ts';
import type { Cors } from '../http/cors.ts';
import { readJson } from '../http/request-body.ts';
import { securityHeaders } from '../http/security-headers.ts';
import type { Admission } from '../limits/admission.ts';
import { limitsOf } from '../limits/limits.ts';
import { clientAddress } from '../request/client-address.ts';
import { refuseKeyElsewhere } from '../request/misplaced-key.ts';
import { localeOf } from '../request/request-locale.ts';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { RunningSubscription } from './running-subscription.ts';
import type { SocketParts } from './socket-session.ts';
import { LAST_ID, StreamSession } from './stream-session.ts';
import { Subscriber } from './subscriber.ts';

/** What the stream endpoint depends on. */
export interface StreamParts extends SocketParts {
  readonly cors: Cors;
  readonly log: Log;
  readonly metrics: Metrics | null;
  readonly admission: Admission;
}

/** Subscriptions as Server-Sent Events at /graphql/stream: one a request, by the protocol of graphql-sse in its mode of distinct connections. */
export class StreamHandler {
  private readonly parts: StreamParts;
  private readonly sessions = new Set<StreamSession>();
  private readonly protocol: Handler<Opening>;
  private readonly heartbeat: NodeJS.Timeout;
  private isClosing = false;

  constructor(parts: StreamParts) {
    this.parts = parts;
    this.heartbeat = setInterval(() => this.beat(), parts.socketLimits.heartbeatMs).unref();
    this.protocol = createHandler<Opening>({
      // Without a token, graphql-sse has no single connection mode, whose streams would belong to nobody.
      authenticate: () => null,
      onSubscribe: async ({ raw }, { query, operationName, variables }) => {
        const begun = await parts.subscriptions.begin(raw.subscriber, { query, operationName, variables });
        return begun instanceof RunningSubscription ? raw.session.eventsOf(begun) : raw.session.refused(begun);
      },
    });
  }

  /** How many streams are open. */
  get count(): number {
    return this.sessions.size;
  }

  /** Ends every stream, so that its consumer reconnects to another server. */
  close(): void {
    this.isClosing = true;
    clearInterval(this.heartbeat);
    for (const session of this.sessions) session.hangUp();
  }

  /** Always answers; never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const preflight = this.parts.cors.preflight(request);
    if (preflight) return void response.writeHead(204, preflight).end();
    try {
      await this.stream(request, response, requestId);
    } catch (error) {
      this.fail(request, response, faultOf(error, requestId), error);
    }
  }

  private async stream(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    this.mayEnter(request);
    const lastId = headerOf(request, 'last-event-id');
    // An EventSource whose subscription is over asks again until it is answered so.
    if (lastId === LAST_ID) return void response.writeHead(204, this.headers(request)).end();
    const address = clientAddress(request, this.parts.proxies);
    const parts = { ...this.parts, locale: localeOf(request), resumeAfter: lastId || null };
    const subscriber = new Subscriber(parts, request.headers.authorization, address, requestId);
    const caller = await callerOf(subscriber, request);
    const leave = this.parts.seats.take(caller, address, this.parts.socketLimits);
    if (!leave) throw faults.TOO_MANY_SOCKETS();
    response.once('close', leave);
    const body = request.method === 'POST' ? objectIn(await readJson(request, limitsOf(caller).bodyBytes)) : null;
    const session = new StreamSession(response, subscriber, this.parts.socketLimits, request.method === 'GET');
    this.keep(session, response, { requestId, scope: caller.scope, keyId: caller.keyId });
    await this.serve(request, response, body, { session, subscriber });
  }

  /** Holds a stream until it ends, then logs it. */
  private keep(session: StreamSession, response: ServerResponse, line: object): void {
    this.sessions.add(session);
    const openedAt = performance.now();
    response.once('close', () => {
      this.sessions.delete(session);
      this.parts.log.info({ ...line, seconds: Math.round(performance.now() - openedAt) / 1000 }, 'stream');
    });
  }

  private async serve(
    request: IncomingMessage,
    response: ServerResponse,
    body: Record<PropertyKey, unknown> | null,
    raw: Opening,
  ): Promise<void> {
    const { method = 'GET', url = '' } = request;
    const headers = { get: (name: string) => (name === 'accept' ? 'text/event-stream' : headerOf(request, name)) };
    const [content, { status, headers: more }] = await this.protocol({ method, url, headers, body, raw, context: undefined });
    if (typeof content !== 'object' || content === null)
      throw faults.BAD_REQUEST('The request is not a GraphQL over Server-Sent Events request.');
    response.writeHead(status, { ...more, ...this.headers(request, 'accept-language'), 'x-accel-buffering': 'no' });
    await raw.session.send(content);
  }

  private headers(request: IncomingMessage, vary = ''): Record<string, string> {
    return { ...securityHeaders, vary, 'content-language': localeOf(request), ...this.parts.cors.headers(request, vary) };
  }

  private mayEnter(request: IncomingMessage): void {
    if (this.isClosing) throw faults.STOPPING();
    if (!this.parts.cors.admits(request)) throw faults.ORIGIN_REFUSED();
    if (request.method !== 'GET' && request.method !== 'POST') throw faults.BAD_REQUEST('Request a stream by GET or POST.');
    if (!headerOf(request, 'accept').includes('text/event-stream'))
      throw faults.BAD_REQUEST('Streams need a client that accepts text/event-stream; for single answers use /graphql.');
    // An EventSource that gets 503 never comes back: it is refused within its stream.
    if (request.method === 'POST') this.mustHaveRoom(request);
  }

  private mustHaveRoom({ headers }: IncomingMessage): void {
    const { admission, authentication, metrics } = this.parts;
    const known = authentication.remembers(headers.authorization);
    if (admission.admits(known)) return;
    metrics?.countRefusal(known?.scope ?? null);
    throw faults.OVERLOADED();
  }

  private fail(request: IncomingMessage, response: ServerResponse, fault: Fault, error: unknown): void {
    if (isForOperator(error, fault)) this.parts.log.error({ err: error }, 'A stream failed because of an internal error.');
    if (response.destroyed) return;
    if (response.headersSent) return void response.destroy();
    const { status, headers, body } = faultAnswer(fault, localeOf(request));
    // A client that is to come again keeps its connection: a new one would cost more. Otherwise a body that is not read ends it.
    const isToReturn = fault.code === 'OVERLOADED';
    if (isToReturn) request.resume();
    const last = isToReturn ? {} : { connection: 'close' };
    response.writeHead(status, { ...headers, ...this.headers(request, headers.vary), ...last }).end(body);
  }

  /** Ends those whose key is no longer good. */
  checkKeys(): void {
    for (const session of this.sessions) void session.checkKey();
  }

  private beat(): void {
    this.checkKeys();
  }
}

/** What graphql-sse passes through. */
interface Opening {
  readonly session: StreamSession;
  readonly subscriber: Subscriber;
}

// Charges failed key attempts to the client's address.
async function callerOf(subscriber: Subscriber, request: IncomingMessage): Promise<Caller> {
  try {
    refuseKeyElsewhere(request);
    return await subscriber.caller();
  } catch (error) {
    if (error instanceof Fault) subscriber.payForWrongKey();
    throw error;
  }
}

function objectIn(body: unknown): Record<PropertyKey, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw faults.BAD_REQUEST('The request body must be a JSON object.');
  return { ...body };
}

const headerOf = ({ headers }: IncomingMessage, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};
