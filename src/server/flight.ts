import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { RegistryClock } from '../clock.ts';
import { ownHeaders } from './http/own-headers.ts';
import { requestIdOf } from './request/request-id.ts';

/** Answers requests under one path; it never rejects. */
interface Handler {
  handle(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<unknown>;
}

/** The requests in flight, and how the server drains. */
export class Flight {
  isClosing = false;
  private readonly inFlight = new Set<ServerResponse>();
  private landed: () => void = () => {};
  private readonly clock: Pick<RegistryClock, 'sandboxDay'>;

  constructor(clock: Pick<RegistryClock, 'sandboxDay'>) {
    this.clock = clock;
  }

  listener(graphql: Handler, streams: Handler, others: RequestListener): RequestListener {
    return (request, response) => {
      const requestId = requestIdOf(request);
      if (this.isClosing) response.setHeader('connection', 'close');
      this.inFlight.add(response);
      response.once('close', () => this.leave(response));
      // It writes our own headers with the others: to set one at a time takes longer.
      if (isAt('/graphql', request.url) && !isVisit(request)) return void graphql.handle(request, response, requestId);
      for (const [name, value] of Object.entries(ownHeaders(requestId, this.clock))) response.setHeader(name, value);
      if (isAt('/graphql/stream', request.url)) void streams.handle(request, response, requestId);
      else others(request, response);
    };
  }

  /** Reports that it is about to stop, for as long as load balancers need to notice, and keeps answering. */
  async announce(ms: number): Promise<void> {
    this.isClosing = true;
    await pause(ms);
  }

  async land(server: Server, graceMs: number): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const quiet = new Promise<void>((resolve) => {
      this.landed = resolve;
    });
    server.closeIdleConnections();
    for (const response of this.inFlight) if (!response.headersSent) response.setHeader('connection', 'close');
    const timer = setTimeout(() => this.landed(), graceMs);
    if (this.inFlight.size > 0) await quiet;
    clearTimeout(timer);
    server.closeAllConnections();
    await closed;
  }

  private leave(response: ServerResponse): void {
    this.inFlight.delete(response);
    if (this.isClosing && this.inFlight.size === 0) this.landed();
  }
}

const isAt = (path: string, url = ''): boolean => url === path || url.startsWith(`${path}?`);

/** Whether a person's browser opens the address, which answers programs. */
const isVisit = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'GET' && url === '/graphql' && headers.accept?.includes('text/html') === true;
