import 'reflect-metadata';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fixedClock } from '../src/clock.ts';
import { createDataSource, migrate } from '../src/database/data-source.ts';
import { startEphemeral } from '../src/database/embedded/ephemeral.ts';
import { loadDemo } from '../src/demo/demo.service.ts';
import { Wake } from '../src/outbox/wake.ts';
import { makeSchema } from '../src/server/schema.ts';
import { startServer } from '../src/server/server.ts';
import { makeLog } from '../src/server/telemetry/log.ts';
import { numbersGiven } from './flags.ts';
import { fuzzImports } from './fuzz/csv.ts';
import { fuzz } from './fuzz/fuzz.ts';
import { targetAt } from './fuzz/target.ts';
import { CANARY } from './fuzz/values.ts';

// Random operations by every scope against an API on an invented registry, and random CSV: checks what must not happen, and how much memory is used.
// `npm run fuzz -- --operations 100000 --seed 7`; without a seed, a different one each time.

const { operations, seed, folders } = numbersGiven('fuzz', 'Asks random operations as every scope, and imports random folders.', {
  operations: ['how many operations', 10_000],
  seed: ['the same number gives the same operations (default: a different one each time)', Number(process.hrtime.bigint() % 1_000_000n)],
  folders: ['how many folders of CSV', 200],
});
const today = '2026-11-20';

const postgres = await startEphemeral();
let logged = '';
let surprises = 0;
const log = makeLog(
  'info',
  new Writable({
    write: (chunk, _encoding, done) => {
      read(String(chunk));
      done();
    },
  }),
);

function read(lines: string): void {
  if (lines.toLowerCase().includes(CANARY)) logged ||= lines.slice(0, 2_000);
  if (lines.includes('"level":50')) {
    surprises += 1;
    if (surprises <= 3) console.log(lines.slice(0, 3_000));
  }
}

try {
  const source = await createDataSource(postgres.url, { poolSize: 4, statementTimeout: 10_000, connectionTimeout: 10_000 }).initialize();
  await migrate(source);
  await loadDemo(source, { accounts: 500, today });
  const schema = await makeSchema();
  const place = {
    host: '127.0.0.1',
    port: 0,
    rates: null,
    proxies: 0,
    corsOrigins: [],
    explorerFolder: 'none',
    deskFolder: join(tmpdir(), 'registry-fuzz-desk'),
    uploadsFolder: join(tmpdir(), 'registry-fuzz-uploads'),
    metrics: null,
    tracing: null,
    wake: new Wake(source, () => {}),
  };
  const server = await startServer({ schema, source, clock: fixedClock(`${today}T15:00:00Z`), log, ...place });
  const target = await targetAt(server.url, schema, source);
  console.log(`seed ${seed}: ${operations} requests, ${target.secrets.length} names that are not public`);
  const begun = performance.now();
  const heap: string[] = [];
  const onProgress = (done: number) => {
    if (done % Math.max(1000, operations / 10) === 0) heap.push(`${done}: ${held()} MB`);
  };
  const findings = await fuzz(target, { operations, seed, onProgress });
  const { harms } = findings;
  console.log(JSON.stringify({ ...findings, harms: harms.length, surprises, valueLogged: logged }, null, 1));
  console.log(
    `${Math.round(operations / ((performance.now() - begun) / 1000))} requests/s; heap after ${heap.join(', ')}; ${held()} MB at the end`,
  );
  for (const harm of harms.slice(0, 10)) console.log(JSON.stringify(harm));
  const csv = await fuzzImports(await emptyRegistry(), { folders, seed });
  console.log(JSON.stringify({ ...csv, harms: csv.harms.length }), ...csv.harms.slice(0, 5));
  await server.close(1_000);
  await source.destroy();
  process.exitCode = harms.length + csv.harms.length + surprises > 0 || logged ? 1 : 0;
} finally {
  await postgres.stop();
}
process.exit();

/** Megabytes of live objects. */
function held(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}

/** A second registry, because an invented one accepts no real data. */
async function emptyRegistry() {
  const admin = await createDataSource(postgres.url).initialize();
  await admin.query('create database fuzz_csv');
  await admin.destroy();
  const source = await createDataSource(Object.assign(new URL(postgres.url), { pathname: '/fuzz_csv' }).href).initialize();
  await migrate(source);
  return source;
}
