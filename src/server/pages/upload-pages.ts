import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authentication } from '../../access/authentication.ts';
import type { Caller } from '../../contract/viewer.type.ts';
import { lsnHeader, lsnText } from '../../database/replicas-lsn.ts';
import type { Readers } from '../../database/replicas-reader.ts';
import { Fault, faults } from '../../errors.ts';
import { download } from '../../uploads/download.service.ts';
import { Receiver, type ReceiverParts } from '../../uploads/receiver.service.ts';
import { ABANDONED_MS } from '../../uploads/upload-folder.ts';
import { faultOf, isForOperator, isOfStorage } from '../errors/client-errors.ts';
import { faultIn } from '../errors/error-language.ts';
import type { Cors } from '../http/cors.ts';
import { retryHeaders } from '../http/retry-headers.ts';
import { RateLimit, type RateLimits } from '../limits/rate-limit.ts';
import { clientAddress } from '../request/client-address.ts';
import { localeOf } from '../request/request-locale.ts';
import type { Log } from '../telemetry/log.ts';
import type { Readiness } from './readiness.ts';

/** What the routes of uploads work with. */
export interface UploadPagesParts extends ReceiverParts {
  readonly authentication: Pick<Authentication, 'callerOf'>;
  readonly cors: Cors;
  /** Told where a document could not be stored. */
  readonly readiness: Pick<Readiness, 'noteStorageFault'>;
  readonly log: Log;
  /** Null where nothing is metered. */
  readonly limits: RateLimits | null;
  /** Number of our own proxies in front of this server. */
  readonly proxies: number;
  /** Null where there are no replicas. */
  readonly readers: Pick<Readers, 'of'> | null;
}

const nobody = { scope: 'public', keyId: null } as const;

/** How long the rest of a refused body is read and discarded, in milliseconds, so that its sender gets to read the answer. */
const LINGER_MS = 2_000;

/** PUT /uploads/<token> receives a document, GET /uploads/<id> returns one. */
export class UploadPages {
  private readonly parts: UploadPagesParts;
  private readonly receiver: Receiver;

  constructor(parts: UploadPagesParts) {
    this.parts = parts;
    this.receiver = new Receiver(parts);
  }

  /** Adds the routes, which read their bodies themselves, and clears unfinished files periodically. */
  addTo(pages: FastifyInstance): void {
    const clearing = setInterval(() => void this.clear(), ABANDONED_MS).unref();
    pages.addHook('onClose', async () => clearInterval(clearing));
    void pages.register((uploads, _options, done) => {
      uploads.removeAllContentTypeParsers();
      uploads.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
      uploads.setErrorHandler((error, request, reply) => this.refuse(error, request, reply));
      uploads.put<{ Params: { token: string } }>('/uploads/:token', (request, reply) => this.put(request, reply, request.params.token));
      uploads.get<{ Params: { id: string } }>('/uploads/:id', (request, reply) => this.get(request, reply, request.params.id));
      uploads.post('/uploads/:any', (request, reply) => this.refuseMethod(request, reply));
      uploads.options('/uploads/:any', (request, reply) => this.preflight(request, reply));
      done();
    });
  }

  private clear(): Promise<void> {
    const { folder, clock, log } = this.parts;
    return folder.clear(clock.wallNow()).catch((error: unknown) => log.error({ err: error }, 'Could not clear unfinished uploads.'));
  }

  private preflight({ raw }: FastifyRequest, reply: FastifyReply): FastifyReply {
    const allowed = this.parts.cors.preflight(raw);
    return reply
      .code(204)
      .headers(allowed ? { ...allowed, 'access-control-allow-methods': 'GET, PUT' } : {})
      .send();
  }

  private async put({ raw }: FastifyRequest, reply: FastifyReply, token: string): Promise<FastifyReply> {
    const { 'content-length': length, 'content-type': contentType = null, 'content-encoding': encoding = 'identity' } = raw.headers;
    this.rateLimit(raw, nobody)?.enter();
    if (encoding !== 'identity' || /^\s*multipart\//i.test(contentType ?? '')) throw faults.FILE_ENCODED();
    const claimedBytes = length === undefined ? null : Number(length);
    const requestId = requestIdOf(reply);
    const { document, isNew } = await this.receiver.receive(token, { chunks: chunksOf(raw), claimedBytes, contentType, requestId });
    this.parts.log.info({ requestId, size: document.size, isNew }, 'upload');
    return reply
      .code(isNew ? 201 : 200)
      .headers(await this.written())
      .send({ document, isNew });
  }

  /** The sender of a document sends no key: only its place in the log makes it easy to find. */
  private async written(): Promise<Record<string, string>> {
    const reader = this.parts.readers?.of(null, null);
    await reader?.wrote();
    return reader && reader.written !== null ? { [lsnHeader]: lsnText(reader.written) } : {};
  }

  private async get({ raw }: FastifyRequest, reply: FastifyReply, id: string): Promise<FastifyReply> {
    const { source, folder, clock } = this.parts;
    const caller = await this.callerOf(raw);
    const asking = { caller, today: clock.today(), requestId: requestIdOf(reply) };
    const { document, content } = await download(source, folder, asking, id);
    reply.headers({
      'content-type': document.mediaType,
      'content-length': document.size,
      'content-disposition': attachment(document.name),
      'cache-control': 'private, no-store',
    });
    return reply.send(content);
  }

  // As at /graphql: charges failed key attempts to the client's address.
  private async callerOf(raw: IncomingMessage): Promise<Caller> {
    try {
      const caller = await this.parts.authentication.callerOf(raw.headers.authorization);
      this.rateLimit(raw, caller)?.enter();
      return caller;
    } catch (error) {
      if (error instanceof Fault && error.code === 'UNAUTHENTICATED') this.rateLimit(raw, nobody)?.takeWrongKey();
      throw error;
    }
  }

  private rateLimit(raw: IncomingMessage, caller: Pick<Caller, 'scope' | 'keyId'>): RateLimit | null {
    const { limits, proxies } = this.parts;
    return limits && new RateLimit(limits, caller, caller.keyId === null ? clientAddress(raw, proxies) : '');
  }

  private refuseMethod(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    void reply.header('allow', 'GET, PUT');
    return this.refuse(faults.BAD_REQUEST('Send a document by PUT to the path that requestUpload returned.'), request, reply, 405);
  }

  private refuse(error: unknown, { raw }: FastifyRequest, reply: FastifyReply, status?: number): FastifyReply {
    const fault = faultOf(error);
    if (isOfStorage(error)) this.parts.readiness.noteStorageFault();
    const requestId = requestIdOf(reply);
    if (isForOperator(error, fault))
      this.parts.log.error({ requestId, err: error }, 'An upload or a download failed because of an internal error.');
    const shown = fault.code === 'INTERNAL' ? faults.INTERNAL(requestId) : fault;
    if (!raw.complete) linger(raw, reply);
    const locale = localeOf(raw);
    void reply.headers({ ...retryHeaders(shown), vary: 'accept-language', 'content-language': locale });
    return reply.code(status ?? shown.status).send({ errors: [faultIn(locale, shown)] });
  }
}

// A pipeline, or leaving a loop early, would destroy the request and with it the connection that carries the answer.
const chunksOf = (raw: IncomingMessage): AsyncIterable<Buffer> => ({
  [Symbol.asyncIterator]: () => raw.iterator({ destroyOnReturn: false })[Symbol.asyncIterator](),
});

function linger(raw: IncomingMessage, { raw: response }: FastifyReply): void {
  response.once('finish', () => {
    raw.resume();
    const timer = setTimeout(() => raw.destroy(), LINGER_MS);
    raw.once('close', () => clearTimeout(timer));
  });
}

const requestIdOf = ({ raw }: FastifyReply): string => String(raw.getHeader('x-request-id') ?? '');

/** RFC 6266: the sender’s name as it can be written, never a path. */
function attachment(name: string): string {
  const plain = name.replace(/[/\\:]/g, '_');
  const encoded = encodeURIComponent(plain).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="document"; filename*=UTF-8''${encoded}`;
}
