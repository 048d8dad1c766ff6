import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ListFile, ListForm } from './public-list-type.ts';

/**
 * Bytes of a part. Larger, and each reader holds more memory; smaller, and PostgreSQL, which compresses each part by itself, stores more. 64 KiB of a
 * list take about 20.
 */
export const PART_BYTES = 65_536;

/** Stores a file of a list part by part. */
export class ListParts {
  private readonly tx: EntityManager;
  private readonly list: string;
  private readonly form: ListForm;
  private readonly hash = createHash('sha256');
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private bytes = 0;
  private parts = 0;

  constructor(tx: EntityManager, list: string, form: ListForm) {
    this.tx = tx;
    this.list = list;
    this.form = form;
  }

  async write(text: string): Promise<void> {
    const more = Buffer.from(text);
    this.hash.update(more);
    this.bytes += more.length;
    this.waiting.push(more);
    this.waitingBytes += more.length;
    while (this.waitingBytes >= PART_BYTES) await this.store(PART_BYTES);
  }

  /** Stores the rest; returns what the file is. */
  async end(): Promise<ListFile> {
    if (this.waitingBytes > 0) await this.store(this.waitingBytes);
    return { name: `${this.list}.${this.form}`, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  private async store(size: number): Promise<void> {
    const all = Buffer.concat(this.waiting);
    const rest = all.subarray(size);
    [this.waiting, this.waitingBytes] = [rest.length > 0 ? [rest] : [], rest.length];
    await this.tx.query('insert into public_list_part (list, form, number, bytes) values ($1, $2, $3, $4)', [
      this.list,
      this.form,
      this.parts,
      all.subarray(0, size),
    ]);
    this.parts += 1;
  }
}
