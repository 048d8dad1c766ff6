import type { FastifyInstance } from 'fastify';
import { Assets } from './assets.ts';

/** The files of the explorer besides its page, with what they are. */
const assets: Readonly<Record<string, string>> = {
  'react.production.min.js': 'text/javascript; charset=utf-8',
  'react-dom.production.min.js': 'text/javascript; charset=utf-8',
  'graphiql.min.js': 'text/javascript; charset=utf-8',
  'explorer.js': 'text/javascript; charset=utf-8',
  'graphiql.min.css': 'text/css; charset=utf-8',
  'explorer.css': 'text/css; charset=utf-8',
  'examples.json': 'application/json; charset=utf-8',
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
    pages.get('/explorer', (request, reply) => {
      const headers = { 'content-security-policy': policy, 'cache-control': 'no-cache', vary: 'accept-encoding' };
      return this.files.send(request, reply.headers(headers).type('text/html; charset=utf-8'), 'index.html');
    });
    for (const [name, type] of Object.entries(assets))
      pages.get(`/explorer/${name}`, (request, reply) => {
        // Short, so that browsers soon load a new version.
        const headers = { 'cache-control': 'public, max-age=300', vary: 'accept-encoding' };
        return this.files.send(request, reply.headers(headers).type(type), name);
      });
  }
}
