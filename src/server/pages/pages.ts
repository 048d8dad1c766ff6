import type { RequestListener, Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Authentication } from '../../access/authentication.ts';
import { publishedHeads } from '../../chain/heads.ts';
import type { Clock } from '../../clock.ts';
import { statusList } from '../../credentials/credential.service.ts';
import { type Fault, faults } from '../../errors.ts';
import { errorInFrench } from '../../errors-french.ts';
import type { SigningKeys } from '../../signing/signing-keys.ts';
import { faultOf, isForOperator, isOfStorage } from '../errors/client-errors.ts';
import { inLanguage } from '../errors/error-language.ts';
import type { Cors } from '../http/cors.ts';
import { retryHeaders } from '../http/retry-headers.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { closeUnread, takesGzip } from '../http/send.ts';
import type { RateLimits } from '../limits/rate-limit.ts';
import { localeOf } from '../request/request-locale.ts';
import type { Log } from '../telemetry/log.ts';
import type { CalendarPages } from './calendar-pages.ts';
import { type DeskPages, wantsPage } from './desk-pages.ts';
import { Explorer } from './explorer.ts';
import type { MailPages } from './mail-pages.ts';
import { PublicListPages } from './public-list-pages.ts';
import { type Readiness, RIGHT_MISSING } from './readiness.ts';
import { TokenPages } from './token-pages.ts';
import type { UploadPages } from './upload-pages.ts';

/** What the pages next to /graphql depend on. */
export interface PagesParts {
  readonly source: DataSource;
  /** The schema as text. */
  readonly sdl: () => string;
  readonly cors: Cors;
  /** Folder of the explorer's files. */
  readonly explorerFolder: string;
  readonly desk: DeskPages;
  readonly uploads: UploadPages;
  readonly calendars: CalendarPages;
  readonly mail: MailPages;
  readonly readiness: Readiness;
  readonly isClosing: () => boolean;
  /** Null where nothing is signed. */
  readonly signingKeys: SigningKeys | null;
  readonly publicUrl: string | null;
  /** Null where nothing is metered. */
  readonly limits: RateLimits | null;
  readonly proxies: number;
  readonly authentication: Authentication;
  readonly clock: Clock;
  /** Whether one more caller with this header is admitted. */
  readonly hasRoom: (authorization: string | undefined) => boolean;
  /** Called with faults that are ours. */
  readonly log: Log;
  /** Why the process is not ready although the database is; null if it is ready. */
  readonly whyUnwell: () => string | null;
}

/** The pages next to /graphql. `makeServer` receives their handler and returns the http.Server that carries both. */
export function makePages(parts: PagesParts, makeServer: (others: RequestListener) => Server): FastifyInstance {
  const pages = fastify({
    serverFactory: makeServer,
    bodyLimit: 1024,
    logger: false,
    exposeHeadRoutes: true,
    frameworkErrors: (_error, _request, reply) => refuseUndecoded(reply),
  });
  addHooks(pages, parts);
  new Explorer(parts.explorerFolder).addTo(pages);
  parts.desk.addTo(pages);
  parts.uploads.addTo(pages);
  parts.calendars.addTo(pages);
  parts.mail.addTo(pages);
  new PublicListPages(parts).addTo(pages);
  new TokenPages(parts).addTo(pages);
  addHealth(pages, parts);
  addDocuments(pages, parts);
  pages.setNotFoundHandler(async (request, reply) =>
    wantsPage(request)
      ? parts.desk.notFound(request, reply)
      : refuse(reply, 404, 'NOT_FOUND', 'There is no such page. The GraphQL API is at /graphql.'),
  );
  pages.setErrorHandler(async (error, request, reply) =>
    wantsPage(request) && statusOf(error) >= 500 ? parts.desk.failed(error, request, reply) : failed(error, reply, parts),
  );
  return pages;
}

function addHooks(pages: FastifyInstance, parts: PagesParts): void {
  pages.addHook('onRequest', async (request, reply) => {
    reply.headers({
      ...securityHeaders,
      ...parts.cors.headers(request.raw),
      ...(unkept.has(request.url.split('?')[0] ?? '') && { 'cache-control': 'no-store' }),
    });
    // The pages for people ask the API, which admits their questions or refuses them.
    if (asksDatabase.test(request.url) && !parts.hasRoom(request.headers.authorization)) return refuseFault(faults.OVERLOADED(), reply);
    return undefined;
  });
  // What is read from a file as it is sent may take longer.
  pages.addHook('onSend', async (_request, reply, payload) => {
    if (typeof payload === 'string' || Buffer.isBuffer(payload)) closeUnread(reply.raw);
  });
}

/** A path that cannot be decoded arrives here before any hook; Fastify's own answer would repeat it. */
function refuseUndecoded(reply: FastifyReply): void {
  const headers = { ...securityHeaders, 'content-type': 'application/json; charset=utf-8', vary: 'accept-language' };
  const locale = localeOf(reply.request.raw);
  const { errors } = problem('BAD_REQUEST', 'The request is not valid.');
  reply.hijack();
  reply.raw.writeHead(400, headers).end(JSON.stringify({ errors: errors.map((each) => inLanguage(locale, each)) }));
}

function addHealth(pages: FastifyInstance, parts: PagesParts): void {
  pages.get('/healthz', async () => ({ status: 'ok' }));
  pages.get('/readyz', async ({ raw }, reply) => {
    const reason = whyNotReady(parts);
    const locale = localeOf(raw);
    const inWords = (english: string) => (locale === 'fr' ? (errorInFrench(english) ?? english) : english);
    reply.code(reason ? 503 : 200).headers({ vary: 'accept-language', 'content-language': locale });
    if (reason) return reply.send({ status: 'not ready', reason: inWords(reason) });
    const { isStorageFaulty, rightsMissing } = parts.readiness;
    const storage = isStorageFaulty && { storage: inWords(STORAGE_FAULT) };
    return reply.send({ status: 'ready', ...storage, ...(rightsMissing > 0 && { rights: inWords(RIGHT_MISSING) }) });
  });
}

function failed(error: unknown, reply: FastifyReply, { log, readiness }: PagesParts): FastifyReply {
  const status = statusOf(error);
  if (status < 500) return refuse(reply, status, 'BAD_REQUEST', 'The request is not valid.');
  const requestId = String(reply.raw.getHeader('x-request-id') ?? '');
  const fault = faultOf(error, requestId);
  if (isOfStorage(error)) readiness.noteStorageFault();
  if (isForOperator(error, fault)) log.error({ requestId, err: error }, 'A page could not be answered because of an internal error.');
  return refuseFault(fault, reply);
}

/** Routes besides /graphql that ask the database. */
const asksDatabase = /^\/(calendars|mail|uploads|audit-log|credentials|public-lists|oauth)(\/|$)/;

const refuseFault = (fault: Fault, reply: FastifyReply): FastifyReply =>
  refuse(reply.headers(retryHeaders(fault)), fault.status, fault.code, fault.message);

/** How long verifiers may keep a status list: what ends meanwhile is seen this much later. */
const STATUS_SECONDS = 300;

const bothOf = (text: string) => ({ text, compressed: gzipSync(text) });

/** The schema, and what others check the registry by. */
function addDocuments(pages: FastifyInstance, { source, sdl, cors, signingKeys, publicUrl, clock }: PagesParts): void {
  let schema: { readonly text: string; readonly compressed: Buffer } | null = null;
  pages.get('/schema.graphql', async ({ raw }, reply) => {
    // Made when somebody first asks for it: a start need not wait.
    schema ??= bothOf(sdl());
    reply.type('text/plain; charset=utf-8').headers({ vary: 'accept-encoding', ...cors.headers(raw, 'accept-encoding') });
    return takesGzip(raw) ? reply.header('content-encoding', 'gzip').send(schema.compressed) : reply.send(schema.text);
  });
  pages.get('/audit-log/heads', async () => publishedHeads(source));
  pages.get<{ Params: { list: string } }>('/credentials/status/:list', async (request, reply) => {
    const signing = { sign: signingKeys?.sign ?? null, publicUrl, today: clock.today(), wallNow: clock.wallNow() };
    const list = /^[1-9]\d{0,5}$/.test(request.params.list) ? await statusList(source, signing, Number(request.params.list)) : null;
    if (list === null) return refuse(reply, 404, 'NOT_FOUND', 'There is no such status list.');
    return reply.header('cache-control', `public, max-age=${STATUS_SECONDS}`).type('application/vc+jwt').send(list);
  });
  pages.get('/.well-known/jwks.json', async () => signingKeys?.publicKeys ?? { keys: [] });
}

/** What a cache must not answer in our place: that a process that has stopped is ready, or a schema that was. */
const unkept: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/schema.graphql']);

const problem = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

/** Answers with an error in the language of its request. */
function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  const locale = localeOf(reply.request.raw);
  const { errors } = problem(code, message);
  return reply
    .code(status)
    .headers({ vary: 'accept-language', 'content-language': locale })
    .send({ errors: errors.map((each) => inLanguage(locale, each)) });
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' && status >= 400 ? status : 500;
}

function whyNotReady({ readiness, isClosing, whyUnwell }: PagesParts): string | null {
  return isClosing() ? 'The server is stopping.' : (readiness.whyNotReady() ?? whyUnwell());
}

/** It takes no process out of the balancer: all would go, and reading goes on. */
const STORAGE_FAULT = 'Something could not be stored within the last minute: the disk of the database or of documents may be full.';
