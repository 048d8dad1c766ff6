import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { Fault, faults } from '../../errors.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import { faultIn } from '../errors/error-language.ts';
import type { Cors } from '../http/cors.ts';
import { retryHeaders } from '../http/retry-headers.ts';
import { securityHeaders } from '../http/security-headers.ts';
import type { Admission } from '../limits/admission.ts';
import { clientAddress } from '../request/client-address.ts';
import { requestIdOf } from '../request/request-id.ts';
import { localeOf } from '../request/request-locale.ts';
import { closeCodes } from '../telemetry/close-codes.ts';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { RunningSubscription } from './running-subscription.ts';
import { type SocketParts, SocketSession } from './socket-session.ts';

/** What the WebSocket endpoint depends on. */
export interface SocketsParts extends SocketParts {
  readonly cors: Cors;
  readonly log: Log;
  readonly metrics: Metrics | null;
  readonly admission: Admission;
}

/** WebSockets at /graphql by the protocol graphql-transport-ws. */
export class Sockets {
  private readonly parts: SocketsParts;
  private readonly sessions = new Map<WebSocket, SocketSession>();
  private readonly server: WebSocketServer;
  private readonly protocol: ReturnType<typeof protocolServer>;
  private readonly heartbeat: NodeJS.Timeout;
  private isClosing = false;

  constructor(parts: SocketsParts) {
    this.parts = parts;
    const { messageBytes, farewellMs, heartbeatMs } = parts.socketLimits;
    // Compression would hold some 300 kB per socket. The types do not include closeTimeout yet.
    const options = { noServer: true, clientTracking: false, perMessageDeflate: false, handleProtocols, closeTimeout: farewellMs };
    this.server = new WebSocketServer({ ...options, maxPayload: messageBytes });
    this.heartbeat = setInterval(() => this.beat(), heartbeatMs).unref();
    this.protocol = protocolServer(parts.socketLimits.initMs);
  }

  /** How many sockets are open. */
  get count(): number {
    return this.sessions.size;
  }

  /** How many subscriptions run on them. */
  get subscriptions(): number {
    return [...this.sessions.values()].reduce((sum, session) => sum + session.count, 0);
  }

  /** Ends those whose key is no longer good. */
  checkKeys(): void {
    for (const session of this.sessions.values()) void session.checkKey();
  }

  /** Handles the upgrade requests of a server. */
  attachTo(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      if (request.headers.upgrade?.toLowerCase() === 'websocket') this.upgrade(request, socket, head);
      else answerWithout(server, request, socket, head);
    });
  }

  /** Accepts no more sockets, notifies each that the server is stopping, and waits for them for a limited time. */
  async close(graceMs: number): Promise<void> {
    this.isClosing = true;
    clearInterval(this.heartbeat);
    for (const session of this.sessions.values()) session.close(closeCodes.GOING_AWAY, 'The server is stopping');
    const patience = Math.min(graceMs, this.parts.socketLimits.farewellMs);
    await Promise.race([this.emptied(), new Promise((resolve) => setTimeout(resolve, patience).unref())]);
    for (const socket of this.sessions.keys()) socket.terminate();
  }

  private async emptied(): Promise<void> {
    await Promise.all([...this.sessions.keys()].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', destroyed);
    const admitted = this.admit(request);
    if (admitted instanceof Fault) {
      refuse(socket, admitted, localeOf(request));
    } else {
      socket.once('close', admitted);
      this.server.handleUpgrade(request, socket, head, (opened) => this.open(opened, request, admitted));
    }
  }

  /** The function that releases the connection, or why there is none. */
  private admit(request: IncomingMessage): Fault | (() => void) {
    const { proxies, seats, socketLimits } = this.parts;
    const leave = () => seats.take({ keyId: null }, clientAddress(request, proxies), socketLimits);
    return this.whyNot(request) ?? leave() ?? faults.TOO_MANY_SOCKETS();
  }

  private whyNot(request: IncomingMessage): Fault | null {
    if (this.isClosing) return faults.STOPPING();
    const [path = ''] = (request.url ?? '').split('?');
    if (path !== '/graphql') return faults.NOT_FOUND('page');
    if (!this.parts.cors.admits(request)) return faults.ORIGIN_REFUSED();
    return this.hasRoom(request) ? null : faults.OVERLOADED();
  }

  // A socket that shows no key yet mostly shows one in its first message.
  private hasRoom({ headers: { authorization } }: IncomingMessage): boolean {
    const { admission, authentication, metrics } = this.parts;
    const known = authorization === undefined ? null : authentication.remembers(authorization);
    const admitted = admission.admits(known);
    if (!admitted) metrics?.countRefusal(known?.scope ?? null);
    return admitted;
  }

  private open(socket: WebSocket, request: IncomingMessage, leaveSeat: () => void): void {
    const session = new SocketSession(this.parts, socket, request, requestIdOf(request), leaveSeat);
    this.sessions.set(socket, session);
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => session.send(data),
        close: (code = 1000, reason = '') => session.close(code, reason),
        onMessage: (take) => socket.on('message', (data) => void this.hear(session, () => take(String(data)))),
      },
      session,
    );
    socket.on('pong', () => {
      session.isAlive = true;
    });
    // For example a message that is too long: ws itself closes the socket with the right code.
    socket.on('error', (error) => this.parts.log.debug({ err: error }, 'A socket failed.'));
    socket.once('close', (code, reason) => void this.gone(socket, session, () => closed(code, String(reason)), code));
  }

  private async hear(session: SocketSession, take: () => Promise<void>): Promise<void> {
    if (session.isEnding) return;
    try {
      await take();
    } catch (error) {
      this.parts.log.error({ err: error }, 'A message on a socket could not be handled.');
      // Clients of graphql-ws take 4500 as final; this code brings them back.
      session.close(closeCodes.TRY_AGAIN, 'Internal server error');
    }
  }

  private async gone(socket: WebSocket, session: SocketSession, closed: () => Promise<void>, code: number): Promise<void> {
    this.sessions.delete(socket);
    session.end();
    this.parts.metrics?.countClose(code);
    this.parts.log.info({ ...session.line, code }, 'socket');
    await closed();
  }

  private beat(): void {
    for (const [socket, session] of this.sessions) {
      if (session.isDead) socket.terminate();
      session.isAlive = false;
      if (socket.readyState === socket.OPEN) socket.ping();
    }
    this.checkKeys();
  }
}

/** Apart, so that a listener does not keep the request of its socket for as long as that is open. */
function destroyed(this: Duplex): void {
  this.destroy();
}

/** graphql-ws, with the session's hooks. */
const protocolServer = (connectionInitWaitTimeout: number) =>
  makeServer<Record<string, unknown>, SocketSession>({
    connectionInitWaitTimeout,
    onConnect: (context) => context.extra.connect(context),
    onSubscribe: ({ extra }, _id, payload) => extra.subscribe(payload),
    subscribe: (args) => ('running' in args && args.running instanceof RunningSubscription ? args.running : { data: null }),
  });

/**
 * Ignores upgrade requests for other protocols, such as Java's client offering HTTP/2: with an upgrade listener, Node hands over every
 * request with an Upgrade header, so such a request is handled again without it.
 */
function answerWithout(server: Server, { method, url, rawHeaders }: IncomingMessage, socket: Duplex, head: Buffer): void {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (!/^(connection|upgrade|http2-settings)$/i.test(rawHeaders[at] ?? '')) lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

function refuse(socket: Duplex, fault: Fault, locale: Locale): void {
  const { status } = fault;
  const body = JSON.stringify({ errors: [faultIn(locale, fault)] });
  const headers = {
    ...securityHeaders,
    ...retryHeaders(fault),
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
