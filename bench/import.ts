import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { dayInToronto, wallClock } from '../src/clock.ts';
import { settings } from '../src/config.ts';
import { createDataSource, migrate } from '../src/database/data-source.ts';
import { startEphemeral } from '../src/database/embedded/ephemeral.ts';
import { importFiles } from '../src/import/columns.ts';
import { importFolder } from '../src/import/import.service.ts';
import type { Phase } from '../src/import/progress.ts';
import { numbersGiven } from './flags.ts';
import { writeFolder } from './import-folder.ts';
import { copyOut, timedCopyIn } from './raw-copy.ts';

// How long an import of accounts with their certificates and letters takes, beside a raw COPY of all rows that it stores, in rounds; and its peak
// memory.

const { accounts, rounds } = numbersGiven('bench:import', 'Times an import beside a raw COPY of the rows that it stores.', {
  accounts: ['how many accounts', 100_000],
  rounds: ['how many rounds', 1],
});
const today = dayInToronto(wallClock.wallNow());
const format = { wsibAccountForm: settings.wsibAccountForm.fallback };
/** What an import fills, in the order of references. */
const tables = [...importFiles(format).map(({ table }) => table), 'document_number', 'standing_period', 'chain_pending'];

const folder = mkdtempSync(join(tmpdir(), 'import-bench-'));
const server = await startEphemeral();
try {
  console.log(`${accounts} accounts, ${writeFolder(folder, accounts, today)} rows`);
  for (let round = 1; round <= rounds; round++) await timedRound(round);
  console.log(`at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB in Node`);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}

async function timedRound(round: number): Promise<void> {
  const copied = mkdtempSync(join(tmpdir(), 'copy-bench-'));
  const imported = await newRegistry(`imported_${round}`);
  const seconds = await timedImport(imported);
  const rows = await copyOut(imported, { folder: copied, tables });
  if (round === rounds) console.log(`  again, unchanged: ${(await timedImport(imported)).toFixed(1)} s`);
  await imported.destroy();
  const kept = await timedCopy(`kept_${round}`, (target) => timedCopyIn(target, rows, 'kept'));
  const restored = await timedCopy(`restored_${round}`, (target) => timedCopyIn(target, rows, 'restored'));
  rmSync(copied, { recursive: true });
  console.log(
    `round ${round}: import ${seconds.toFixed(1)} s (${Math.round(accounts / seconds)} accounts/s), COPY with keys in place ${kept.toFixed(1)} s, ` +
      `COPY with keys restored after it ${restored.toFixed(1)} s: the import has ${(kept / seconds).toFixed(2)} and ${(restored / seconds).toFixed(2)} ` +
      `of their speed; load ${loadavg()[0]?.toFixed(1)}`,
  );
}

async function newRegistry(name: string): Promise<DataSource> {
  const owner = await createDataSource(server.url, { poolSize: 1 }).initialize();
  await owner.query(`create database ${name}`);
  await owner.destroy();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const registry = await createDataSource(url.href, { poolSize: 2 }).initialize();
  await migrate(registry);
  return registry;
}

async function timedCopy(name: string, copy: (target: DataSource) => Promise<number>): Promise<number> {
  const target = await newRegistry(name);
  const seconds = await copy(target);
  await target.destroy();
  return seconds;
}

async function timedImport(dataSource: DataSource): Promise<number> {
  const begun = performance.now();
  const ends = new Map<Phase, number>();
  const outcome = await importFolder(dataSource, {
    folder,
    kind: 'REAL',
    actor: 'bench',
    today,
    format,
    report: join(folder, 'import-report-bench.csv'),
    onProgress: ({ phase }) => ends.set(phase, performance.now()),
  });
  const end = performance.now();
  if (!outcome.kept) throw new Error(JSON.stringify(outcome.problems));
  let from = begun;
  for (const [phase, at] of ends) {
    console.log(`  ${phase}: ${((at - from) / 1000).toFixed(1)} s`);
    from = at;
  }
  return (end - begun) / 1000;
}
