import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { dayInToronto, wallClock } from '../src/clock.ts';
import { settings } from '../src/config.ts';
import { createDataSource, migrate } from '../src/database/data-source.ts';
import { startEphemeral } from '../src/database/embedded/ephemeral.ts';
import { importFolder } from '../src/import/import.service.ts';
import type { Phase } from '../src/import/progress.ts';
import { writeFolder } from './import-folder.ts';

// How many accounts a second an import loads, with their certificates and letters, and its peak memory. Default: 100,000 accounts; `npm run
// bench:import -- 1000000` for another number.

const count = Number(process.argv[2] ?? 100_000);
const today = dayInToronto(wallClock.wallNow());
const folder = mkdtempSync(join(tmpdir(), 'import-bench-'));
const server = await startEphemeral();
try {
  const rows = writeFolder(folder, count, today);
  const dataSource = createDataSource(server.url);
  await dataSource.initialize();
  await migrate(dataSource);
  const seconds = await timedImport(dataSource);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${count} accounts, ${rows} rows: ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} accounts/s, at most ${megabytes} MB in Node`,
  );
  console.log(`again, unchanged: ${(await timedImport(dataSource)).toFixed(1)} s`);
  await dataSource.destroy();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}

async function timedImport(dataSource: ReturnType<typeof createDataSource>): Promise<number> {
  const begun = performance.now();
  const ends = new Map<Phase, number>();
  const outcome = await importFolder(dataSource, {
    folder,
    kind: 'REAL',
    actor: 'bench',
    today,
    format: { wsibAccountForm: settings.wsibAccountForm.fallback },
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
