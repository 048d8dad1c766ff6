import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../clock.ts';
import type { Send } from '../../desk/api.ts';
import { Desk } from '../../desk/desk.ts';
import type { DeskAnswer, DeskRequest } from '../../desk/desk-request.ts';
import { refusalEnding, refusalWords } from '../../desk/refusals.ts';
import { sayIn } from '../../desk/words.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import { faultOf, isForOperator } from '../errors/client-errors.ts';
import { inLanguage } from '../errors/error-language.ts';
import type { GraphQLHandler } from '../http/graphql-handler.ts';
import { retryHeaders } from '../http/retry-headers.ts';
import { localeOf as languageOf } from '../request/request-locale.ts';
import type { Log } from '../telemetry/log.ts';
import { addresses } from './addresses.ts';
import { Assets, takesGzip, zip } from './assets.ts';
import {
  addressOf,
  attachment,
  formOf,
  keyOf,
  languageCookie,
  localeOf,
  MOST_FORM_BYTES,
  pathWithoutLanguage,
  readerOf,
} from './desk-http.ts';

/** The dependencies of the pages for people. */
export interface DeskPagesParts {
  readonly graphql: Pick<GraphQLHandler, 'ask'>;
  readonly clock: Clock;
  /** Whether every firm of this registry is invented. */
  readonly isSynthetic: () => Promise<boolean>;
  /** Whether daily e-mail can be asked for. Default: no. */
  readonly mailsDigests?: boolean;
  /** Folder of the style sheet and the script. */
  readonly deskFolder: string;
  /** The registry's public address; null: the one that a request names. */
  readonly publicUrl: string | null;
  /** Called with faults that are ours. */
  readonly log: Log;
}

/** Scripts and styles of our own, forms that lead back here, and nothing else. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const assets: Readonly<Record<string, string>> = {
  'desk.css': 'text/css; charset=utf-8',
  'desk.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

type Show = (request: DeskRequest, params: Readonly<Record<string, string>>) => DeskAnswer | Promise<DeskAnswer>;

/** Serves the pages for people; each asks the API for its reader. */
export class DeskPages {
  private readonly parts: DeskPagesParts;
  private readonly desk = new Desk();

  constructor(parts: DeskPagesParts) {
    this.parts = parts;
  }

  /** Adds the routes. Callers of `/` that want no HTML get the list of addresses. */
  addTo(pages: FastifyInstance): void {
    void pages.register((desk, _options, done) => {
      const types = ['multipart/form-data', 'application/x-www-form-urlencoded'];
      desk.addContentTypeParser(types, { parseAs: 'buffer', bodyLimit: MOST_FORM_BYTES }, (_request, body, parsed) => parsed(null, body));
      desk.setErrorHandler((error, request, reply) => this.failed(error, request, reply));
      this.addAssets(desk);
      this.addRoutes(desk);
      done();
    });
  }

  /** The page for an unknown address. */
  notFound(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    return this.show(request, reply, (asked) => this.desk.notFound(asked));
  }

  private addRoutes(pages: FastifyInstance): void {
    const { check, accounts, proofs, receipts } = this.desk;
    const get = (path: string, show: Show) => pages.get(path, (request, reply) => this.show(request, reply, show));
    const post = (path: string, show: Show) => pages.post(path, (request, reply) => this.show(request, reply, show));
    pages.get('/', (request, reply) => {
      return wantsPage(request) ? this.show(request, reply, (asked) => check.form(asked)) : listAddresses(request, reply);
    });
    get('/check', (asked) => check.form(asked));
    post('/check', (asked) => check.check(asked));
    get('/graphql', (asked) => this.desk.graphql(asked));
    get('/accounts/:number', (asked, { number = '' }) => accounts.show(asked, number));
    post('/accounts/:number', (asked, { number = '' }) => accounts.show(asked, number));
    get('/accounts/:number/calendar.ics', (asked, { number = '' }) => accounts.calendar(asked, number));
    get('/accounts/:number/changes.atom', (asked, { number = '' }) => accounts.feed(asked, number));
    post('/accounts/:number/watch', (asked, { number = '' }) => accounts.watch(asked, number));
    for (const each of ['proof', 'PROOF']) get(`/${each}/:number`, (asked, { number = '' }) => proofs.show(asked, number));
    get('/receipts', (asked) => receipts.form(asked));
    get('/receipts/:number', (asked, { number = '' }) => receipts.show(asked, number));
    post('/receipts', (asked) => receipts.show(asked));
    post('/receipts/:number', (asked, { number = '' }) => receipts.show(asked, number));
    // A form leads to the address of what it names, which can be bookmarked and shared.
    this.addForm(pages, '/accounts', '/accounts', (asked) => accounts.form(asked));
    this.addForm(pages, '/proof', '/proof', (asked) => proofs.form(asked));
    this.addForm(pages, '/verify', '/accounts', (asked) => accounts.form(asked));
    pages.get<{ Params: { number: string } }>('/verify/:number', (request, reply) =>
      reply.redirect(`/accounts/${encodeURIComponent(request.params.number)}`),
    );
  }

  private addForm(pages: FastifyInstance, path: string, to: string, show: Show): void {
    pages.get<{ Querystring: Record<string, string> }>(path, (request, reply) => {
      const query = new URLSearchParams(request.url.split('?')[1] ?? '');
      const number = query.get('number')?.trim();
      if (!number) return this.show(request, reply, show);
      query.delete('number');
      if (!query.get('on')) query.delete('on');
      const rest = query.size > 0 ? `?${query}` : '';
      return reply.redirect(`${to}/${encodeURIComponent(number)}${rest}`);
    });
  }

  private addAssets(pages: FastifyInstance): void {
    const files = new Assets(this.parts.deskFolder);
    for (const [name, type] of Object.entries(assets))
      pages.get(`/desk/${name}`, (request, reply) => {
        const headers = { 'cache-control': 'public, max-age=300', vary: 'accept-encoding' };
        return files.send(request, reply.headers(headers).type(type), name);
      });
  }

  private async show(request: FastifyRequest, reply: FastifyReply, show: Show): Promise<FastifyReply> {
    const asked = await this.deskRequest(request, reply, await this.parts.isSynthetic());
    // The router has decoded the parameters, which it says are of no type.
    const params = request.params as Readonly<Record<string, string>>;
    return this.send(request, reply, asked.locale, await show(asked, params));
  }

  private async deskRequest(request: FastifyRequest, reply: FastifyReply, isSynthetic: boolean): Promise<DeskRequest> {
    const { clock, publicUrl, mailsDigests = false } = this.parts;
    const form = await formOf(request);
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    const locale = localeOf(request, query, form);
    const authorization = keyOf(request, form);
    return {
      locale,
      say: sayIn(locale),
      path: request.method === 'POST' ? null : pathWithoutLanguage(request.url),
      query,
      form,
      today: clock.today(),
      now: clock.registryNow().toISOString(),
      isSynthetic,
      sandboxDay: clock.sandboxDay ?? null,
      mailsDigests,
      address: publicUrl ?? addressOf(request),
      send: this.sender(request, reply, { locale, authorization }),
      reader: readerOf(authorization),
    };
  }

  private sender(request: FastifyRequest, reply: FastifyReply, reader: { locale: Locale; authorization: string | undefined }): Send {
    const requestId = String(reply.raw.getHeader('x-request-id') ?? '');
    return async (query, variables) => {
      const { status, body } = await this.parts.graphql.ask({ page: request.raw, requestId, ...reader, body: { query, variables } });
      return { status, ...JSON.parse(body) };
    };
  }

  private async send(request: FastifyRequest, reply: FastifyReply, locale: Locale, answer: DeskAnswer): Promise<FastifyReply> {
    const asked = new URLSearchParams(request.url.split('?')[1] ?? '').get('lang');
    void reply.code(answer.status).headers({
      // “Back” shows a page again as it was, the answer to a form too, instead of asking to send the form once more.
      'cache-control': 'file' in answer ? 'no-store' : 'private, no-cache',
      'content-language': locale,
      // Not by cookie: nobody else is given a stored page, and “Back” still finds its own when the language was changed meanwhile.
      vary: 'accept, accept-language, accept-encoding',
      // As at /graphql.
      ...retryHeaders({ status: answer.status, details: answer.retryAfter === undefined ? {} : { retryAfter: answer.retryAfter } }),
      ...(answer.status === 401 && { 'www-authenticate': 'Bearer realm="registry"' }),
      ...(asked === locale && 'page' in answer && { 'set-cookie': languageCookie(locale) }),
    });
    if ('file' in answer) {
      void reply.header('content-disposition', attachment(answer.name, answer.isInline === true)).type(answer.type);
      return reply.send(answer.file);
    }
    void reply.header('content-security-policy', policy).type('text/html; charset=utf-8');
    const { text } = answer.page;
    return takesGzip(request) ? reply.header('content-encoding', 'gzip').send(await zip(text)) : reply.send(text);
  }

  /** A form that cannot be read, or too large a file, leads back to the form; of anything else a page says that it failed. */
  async failed(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
    // The page names no firm, so that it need not say whether they are invented.
    const isSynthetic = await this.parts.isSynthetic().catch(() => false);
    const asked = await this.deskRequest(Object.assign(request, { body: null }), reply, isSynthetic);
    if (status >= 500) return this.send(request, reply, asked.locale, this.ofFault(error, asked, reply));
    const problem = status === 413 ? asked.say('fileTooLarge', { most: MOST_FORM_BYTES / 1_048_576 }) : asked.say('fileUnreadable');
    return this.send(request, reply, asked.locale, this.desk.check.form(asked, problem, { status }));
  }

  private ofFault(error: unknown, asked: DeskRequest, { raw }: FastifyReply): DeskAnswer {
    const requestId = String(raw.getHeader('x-request-id') ?? '');
    const fault = faultOf(error, requestId);
    const { code, message, details } = fault;
    if (isForOperator(error, fault))
      this.parts.log.error({ requestId, err: error }, 'A page could not be answered because of an internal error.');
    const refusal = {
      code,
      ...inLanguage(asked.locale, { message }),
      retryAfter: details.retryAfter === undefined ? null : Number(details.retryAfter),
      reason: null,
    };
    return this.desk.failed(asked, refusalWords(asked, refusal), refusalEnding(refusal));
  }
}

function listAddresses(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const locale = languageOf(request);
  return reply
    .headers({ vary: 'accept, accept-language', 'content-language': locale })
    .type('text/plain; charset=utf-8')
    .send(addresses[locale]);
}

/** Whether the caller is a person’s browser. */
export const wantsPage = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean => headers.accept?.includes('text/html') === true;
