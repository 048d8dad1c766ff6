import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A file as it is sent. */
interface Asset {
  readonly plain: Buffer;
  readonly zipped: Buffer;
}

/** The files of a folder used by pages, sent compressed to clients that accept it. */
export class Assets {
  private readonly folder: string;
  private readonly files = new Map<string, Promise<Asset>>();

  constructor(folder: string) {
    this.folder = folder;
  }

  async send(request: FastifyRequest, reply: FastifyReply, name: string): Promise<FastifyReply> {
    const { plain, zipped } = await this.file(name);
    return takesGzip(request) ? reply.header('content-encoding', 'gzip').send(zipped) : reply.send(plain);
  }

  // Read on first request, then kept: some 5 MB for the explorer, which most nodes never need.
  private file(name: string): Promise<Asset> {
    const known = this.files.get(name);
    if (known !== undefined) return known;
    const reading = readAsset(join(this.folder, name));
    this.files.set(name, reading);
    reading.catch(() => this.files.delete(name));
    return reading;
  }
}

/** Whether the client takes compressed answers; the answer varies by `accept-encoding`. */
export function takesGzip({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
}

/** The bytes, compressed. */
export const zip = promisify(gzip);

async function readAsset(path: string): Promise<Asset> {
  const plain = await readFile(path);
  return { plain, zipped: await zip(plain) };
}
