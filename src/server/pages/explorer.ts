import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

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

/** A file as it is sent. */
interface Asset {
  readonly plain: Buffer;
  readonly zipped: Buffer;
}

/** The explorer's page at `/` for browsers, with its files; other callers of `/` get `index`. */
export class Explorer {
  private readonly folder: string;
  private readonly index: string;
  private readonly files = new Map<string, Promise<Asset>>();

  constructor(folder: string, index: string) {
    this.folder = folder;
    this.index = index;
  }

  /** Adds the routes. */
  addTo(pages: FastifyInstance): void {
    pages.get('/', (request, reply) => this.front(request, reply));
    for (const [name, type] of Object.entries(assets))
      pages.get(`/explorer/${name}`, (request, reply) => {
        // Short, so that browsers soon load a new version.
        reply.header('cache-control', 'public, max-age=300').type(type);
        return this.send(request, reply, name);
      });
  }

  private front(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> | FastifyReply {
    reply.header('vary', 'accept');
    if (!request.headers.accept?.includes('text/html')) return reply.type('text/plain; charset=utf-8').send(this.index);
    reply.headers({ 'content-security-policy': policy, 'cache-control': 'no-cache' }).type('text/html; charset=utf-8');
    return this.send(request, reply, 'index.html');
  }

  private async send(request: FastifyRequest, reply: FastifyReply, name: string): Promise<FastifyReply> {
    const { plain, zipped } = await this.file(name);
    reply.header('vary', 'accept, accept-encoding');
    const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    return takesGzip ? reply.header('content-encoding', 'gzip').send(zipped) : reply.send(plain);
  }

  // Read on first request, then kept: some 5 MB that most nodes never need.
  private file(name: string): Promise<Asset> {
    const known = this.files.get(name);
    if (known !== undefined) return known;
    const reading = readAsset(join(this.folder, name));
    this.files.set(name, reading);
    reading.catch(() => this.files.delete(name));
    return reading;
  }
}

async function readAsset(path: string): Promise<Asset> {
  const plain = await readFile(path);
  return { plain, zipped: await promisify(gzip)(plain) };
}
