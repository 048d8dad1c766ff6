import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Assets } from './assets.ts';
import { languageCookie, localeOf } from './desk-http.ts';

/** The files of the explorer besides its page, with what they are. */
const assets: Readonly<Record<string, string>> = {
  'react.production.min.js': 'text/javascript; charset=utf-8',
  'react-dom.production.min.js': 'text/javascript; charset=utf-8',
  'graphiql.min.js': 'text/javascript; charset=utf-8',
  'explorer.js': 'text/javascript; charset=utf-8',
  'graphiql.min.css': 'text/css; charset=utf-8',
  'explorer.css': 'text/css; charset=utf-8',
  'examples.json': 'application/json; charset=utf-8',
  'examples.fr.json': 'application/json; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/**
 * What the page may do: run our scripts and call our API, nothing else. Its editor writes its own style elements and attributes, and the
 * style sheet contains its fonts and two images.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'font-src data:',
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The explorer’s page at `/explorer`, with its files. */
export class Explorer {
  private readonly files: Assets;

  constructor(folder: string) {
    this.files = new Assets(folder);
  }

  /** Adds the routes. */
  addTo(pages: FastifyInstance): void {
    pages.get('/explorer', (request, reply) => this.page(request, reply));
    pages.get('/schema-changes.json', (request, reply) => {
      const headers = { 'cache-control': 'public, max-age=300', vary: 'accept-encoding' };
      return this.files.send(request, reply.headers(headers).type('application/json; charset=utf-8'), 'schema-changes.json');
    });
    for (const [name, type] of Object.entries(assets))
      pages.get(`/explorer/${name}`, (request, reply) => {
        // Short, so that browsers soon load a new version.
        const headers = { 'cache-control': 'public, max-age=300', vary: 'accept-encoding' };
        return this.files.send(request, reply.headers(headers).type(type), name);
      });
  }

  /** The page in the language of the desk’s pages: the one chosen, or the browser’s. */
  private page(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    const locale = localeOf(request, query, null);
    void reply.type('text/html; charset=utf-8').headers({
      'content-security-policy': policy,
      'cache-control': 'private, no-cache',
      'content-language': locale,
      vary: 'accept-language, accept-encoding, cookie',
      ...(query.get('lang') === locale && { 'set-cookie': languageCookie(locale) }),
    });
    return this.files.send(request, reply, locale === 'fr' ? 'index.fr.html' : 'index.html');
  }
}
