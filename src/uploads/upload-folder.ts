import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { faults } from '../errors.ts';

/** The most bytes of a file: 25 MiB. */
export const MOST_BYTES = 25 * 1024 * 1024;

/** Milliseconds after which an unfinished file is nobody’s: much longer than any request may take. */
export const ABANDONED_MS = 10 * 60 * 1000;

/** Where the content of documents lies: each file once, under the SHA-256 of its bytes, and those that are still coming apart from them. */
export class UploadFolder {
  private readonly kept: string;
  private readonly coming: string;

  constructor(path: string) {
    this.kept = join(path, 'files');
    this.coming = join(path, 'coming');
  }

  /** Clears what processes that were killed left of files. */
  async clear(now: Date): Promise<void> {
    for (const name of await readdir(this.coming).catch(() => [])) {
      const path = join(this.coming, name);
      const found = await stat(path).catch(() => null);
      if (found && now.getTime() - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
    }
  }

  /** Takes a file in as it comes; throws REQUEST_TOO_LARGE as soon as it is. Whatever ends it early leaves nothing behind. */
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

  /** The content of a file that was kept; rejects where it is gone. */
  async read(sha256: string): Promise<Readable> {
    const file = await open(pathOf(this.kept, sha256));
    return file.createReadStream();
  }

  // Only when the first file comes: a registry that takes none needs no folder that it can write.
  private async make(): Promise<void> {
    try {
      await mkdir(this.coming, { recursive: true, mode: 0o700 });
    } catch (cause) {
      throw new Error('The folder for uploads cannot be made. Set REGISTRY_UPLOADS_DIR to one that can be written.', { cause });
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

// A folder for each first two digits: a folder of very many files is slow to list.
const pathOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

/** A file that has come whole, and is not kept yet. */
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

  /** Keeps it, and replaces a file of the same content. */
  async keep(): Promise<void> {
    const kept = pathOf(this.folder, this.sha256);
    await mkdir(join(kept, '..'), { recursive: true, mode: 0o700 });
    await rename(this.path, kept);
  }

  /** Removes it unless it was kept. */
  discard(): Promise<void> {
    return rm(this.path, { force: true });
  }
}
