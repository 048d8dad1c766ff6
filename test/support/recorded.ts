import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { loadConfig } from '../../src/config.ts';
import { type ImportOutcome, importFolder } from '../../src/import/import.service.ts';
import type { Day } from '../../src/rules/calendar.ts';

/** The content of an import folder: each file's name without `.csv`, with its lines, header first. */
export type Files = Readonly<Record<string, readonly string[]>>;

/** Records facts in the usual way, by importing a folder. Fails the test if a row is bad. */
export async function record(dataSource: DataSource, files: Files, today: Day): Promise<ImportOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-facts-'));
  try {
    for (const [name, lines] of Object.entries(files)) await writeFile(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
    const format = { wsibAccountForm: loadConfig({}).wsibAccountForm };
    const request = { folder, kind: 'REAL' as const, actor: 'test', today, format, report: join(folder, 'report.csv') };
    const outcome = await importFolder(dataSource, request);
    if (!outcome.kept) throw new Error(`bad rows: ${JSON.stringify(outcome.problems)}`);
    return outcome;
  } finally {
    await rm(folder, { recursive: true });
  }
}
