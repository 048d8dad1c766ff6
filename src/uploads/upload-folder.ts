import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { errorCode } from '../database/error-code.ts';
import { faults } from '../errors.ts';

/** The most bytes of a file: 25 MiB. */
export const MOST_BYTES = 25 * 1024 * 1024;

/** Milliseconds after which an unfinished file is abandoned: much longer than any request may take. */
export const ABANDONED_MS = 10 * 60 * 1000;

/** The folder could not be written or read: its disk is full or failed, or it belongs to another user. `cause` says which. */
export class FolderFailed extends Error {
  override readonly name = 'FolderFailed';

  constructor(cause: unknown) {
    super('The folder for uploads cannot be used. Set REGISTRY_UPLOADS_DIR to a writable folder with room.', { cause });
  }
}

const inFolder = <Value>(work: Promise<Value>): Promise<Value> =>
  work.catch((cause: unknown) => {
    throw new FolderFailed(cause);
  });

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
    const file = await open(pathOf(this.kept, sha256)).catch((error: unknown) => {
      // A file that is gone does not come back by asking again.
      throw errorCode(error) === 'ENOENT' ? error : new FolderFailed(error);
    });
    return file.createReadStream();
  }

  // Created with the first file: a registry that receives none needs no writable folder.
  private async make(): Promise<void> {
    await inFolder(mkdir(this.coming, { recursive: true, mode: 0o700 }));
  }
}

interface Written {
  readonly sha256: string;
  readonly size: number;
}

async function written(path: string, chunks: AsyncIterable<Buffer>): Promise<Written> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await inFolder(open(path, 'wx', 0o600));
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > MOST_BYTES) throw faults.REQUEST_TOO_LARGE(MOST_BYTES);
      hash.update(chunk);
      await inFolder(file.appendFile(chunk));
    }
    await inFolder(file.sync());
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
    await inFolder(mkdir(join(kept, '..'), { recursive: true, mode: 0o700 }));
    await inFolder(rename(this.path, kept));
  }

  /** Removes it unless it was stored. */
  discard(): Promise<void> {
    return rm(this.path, { force: true });
  }
}
