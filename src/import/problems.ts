import type { PoolClient } from 'pg';
import type { Check } from './check.ts';
import { checksOf } from './checks.ts';
import type { ImportFile } from './column.ts';
import type { OnProgress } from './progress.ts';
import { stagingTable } from './staging.ts';

/** How many rows a file has, and how many of them are bad. */
export interface RowCounts {
  readonly rows: number;
  readonly bad: number;
}

/** Runs every check on every file, each file after those it refers to, so that a row that refers to a bad row is bad itself. */
export async function checkRows(client: PoolClient, files: readonly ImportFile[], onProgress: OnProgress): Promise<void> {
  const checks = files.map((file) => checksOf(file, files));
  const total = checks.flat().length;
  let done = 0;
  for (const [fileIndex, file] of files.entries()) {
    await noteUnreadable(client, file, fileIndex);
    for (const check of checks[fileIndex] ?? []) {
      onProgress({ phase: 'checking', done, total });
      await note(client, check, fileIndex);
      done++;
    }
    await markBad(client, file, fileIndex);
  }
  onProgress({ phase: 'checking', done, total });
}

/** Problems found while reading came with the rows. */
async function noteUnreadable(client: PoolClient, file: ImportFile, fileIndex: number): Promise<void> {
  await client.query(
    `insert into problem (file, line, column_name, severity, reason)
     select $1, line, found ->> 0, found ->> 2, found ->> 1 from ${stagingTable(file)}, json_array_elements(problems) as found where problems is not null`,
    [fileIndex],
  );
}

async function note(client: PoolClient, { column, sql, severity = 'error' }: Check, fileIndex: number): Promise<void> {
  await client.query(
    `insert into problem (file, line, column_name, severity, reason)
     select $1, line, $2, $3, reason from (${sql}) as found (line, reason)`,
    [fileIndex, column, severity],
  );
}

async function markBad(client: PoolClient, file: ImportFile, fileIndex: number): Promise<void> {
  await client.query(
    `update ${stagingTable(file)} set bad = true where not bad and line in (select line from problem where file = $1 and severity = 'error')`,
    [fileIndex],
  );
}

/** The rows of each file, good and bad. */
export async function countRows(client: PoolClient, files: readonly ImportFile[]): Promise<readonly RowCounts[]> {
  const { rows } = await client.query<{ rows: number; bad: number }>(
    files
      .map(
        (file, fileIndex) =>
          `select ${fileIndex} as file, count(*)::integer as rows, (count(*) filter (where bad))::integer as bad from ${stagingTable(file)}`,
      )
      .join(' union all ')
      .concat(' order by file'),
  );
  return rows.map(({ rows: all, bad }) => ({ rows: all, bad }));
}

/** How many warnings were noted. */
export async function countWarnings(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ warnings: number }>(`select count(*)::integer as warnings from problem where severity = 'warning'`);
  return rows[0]?.warnings ?? 0;
}
