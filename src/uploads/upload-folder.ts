import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { faults } from '../errors.ts';

/** The most bytes of a file: 25 MiB. */
export const MOST_BYTES = 25 * 1024 * 1024;

/** Milliseconds after which an unfinished file is abandoned: much longer than any request may take. */
export const ABANDONED_MS = 10 * 60 * 1000;

/**
 * Where the content of documents is stored: each file once, under the SHA-256 of its bytes; files still being received are kept separately.
 */
export class UploadFolder {
  private readonly kept: string;
  private readonly coming: string;

  constructor(path: string) {
    this.kept = join(path, 'files');
    this.coming = join(path, 'coming');
  }

  /** Clears unfinished files left by killed processes. */
  async clear(now: Date): Promise<void> {
    for (const name of await readdir(this.coming).catch(() => [])) {
      const path = join(this.coming, name);
      const found = await stat(path).catch(() => null);
      if (found && now.getTime() - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
    }
  }

  /** Receives a file as a stream; throws REQUEST_TOO_LARGE as soon as it is too large. If it ends early, nothing is left behind. */
  async take(chunks: AsyncIterable<Buffer>): Promise<ComingFile> {
    const path = join(this.coming, randomUUID());
    await this.make();
    try {
      return new ComingFile(path, this.kept, await written(path, chunks));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /** The content of a stored file; rejects if it is gone. */
  async read(sha256: string): Promise<Readable> {
    const file = await open(pathOf(this.kept, sha256));
    return file.createReadStream();
  }

  // Created with the first file: a registry that receives none needs no writable folder.
  private async make(): Promise<void> {
    try {
      await mkdir(this.coming, { recursive: true, mode: 0o700 });
    } catch (cause) {
      throw new Error('The folder for uploads cannot be made. Set REGISTRY_UPLOADS_DIR to a writable folder.', { cause });
    }
  }
}

interface Written {
  readonly sha256: string;
  readonly size: number;
}

async function written(path: string, chunks: AsyncIterable<Buffer>): Promise<Written> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > MOST_BYTES) throw faults.REQUEST_TOO_LARGE(MOST_BYTES);
      hash.update(chunk);
      await file.appendFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

// One folder for each pair of first digits: a folder with very many files is slow to list.
const pathOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

/** A file that was received completely and is not stored yet. */
export class ComingFile {
  readonly path: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  private readonly folder: string;

  constructor(path: string, folder: string, { sha256, size }: Written) {
    this.path = path;
    this.folder = folder;
    this.sha256 = sha256;
    this.size = size;
  }

  /** Stores it, replacing a file with the same content. */
  async keep(): Promise<void> {
    const kept = pathOf(this.folder, this.sha256);
    await mkdir(join(kept, '..'), { recursive: true, mode: 0o700 });
    await rename(this.path, kept);
  }

  /** Removes it unless it was stored. */
  discard(): Promise<void> {
    return rm(this.path, { force: true });
  }
}
