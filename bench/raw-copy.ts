import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { connectionOf } from '../src/database/unit-of-work.ts';
import { withoutKeys } from '../src/import/bulk-load.ts';

/** Rows of one database as files of COPY's own format. */
export interface CopiedTables {
  readonly folder: string;
  /** In an order in which a row follows those that it refers to. */
  readonly tables: readonly string[];
}

/** Writes those of the tables that hold rows to files. */
export function copyOut(source: DataSource, { folder, tables }: CopiedTables): Promise<CopiedTables> {
  return source.transaction(async (tx) => {
    const client = await connectionOf(tx);
    const filled: string[] = [];
    for (const table of tables) {
      const copy = client.query(copyTo(`copy ${table} to stdout`));
      await pipeline(copy, createWriteStream(join(folder, table)));
      if (copy.rowCount > 0) filled.push(table);
    }
    return { folder, tables: filled };
  });
}

/**
 * Seconds that PostgreSQL takes to COPY the rows into empty tables of another registry, in one transaction, without the triggers that derive rows from
 * rows, since those are copied too. References, keys and indexes are kept, or taken off and restored for all rows at once.
 */
export function timedCopyIn(target: DataSource, { folder, tables }: CopiedTables, keys: 'kept' | 'restored'): Promise<number> {
  return target.transaction(async (tx) => {
    const client = await connectionOf(tx);
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
    const begun = performance.now();
    const fill = () => copyAll(client, { folder, tables });
    await (keys === 'kept' ? fill() : withoutKeys(client, tables, fill));
    return (performance.now() - begun) / 1000;
  });
}

async function copyAll(client: PoolClient, { folder, tables }: CopiedTables): Promise<void> {
  for (const table of tables) await pipeline(createReadStream(join(folder, table)), client.query(copyFrom(`copy ${table} from stdin`)));
}
