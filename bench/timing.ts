import 'reflect-metadata';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { fixedClock } from '../src/clock.ts';
import { createDataSource, migrate } from '../src/database/data-source.ts';
import { startEphemeral } from '../src/database/embedded/ephemeral.ts';
import type { Scope } from '../src/database/tables/api-key.table.ts';
import { write } from '../src/database/unit-of-work.ts';
import { loadDemo } from '../src/demo/demo.service.ts';
import { createKey } from '../src/keys/keys.ts';
import { Wake } from '../src/outbox/wake.ts';
import { makeSchema } from '../src/server/schema.ts';
import { startServer } from '../src/server/server.ts';
import { makeLog } from '../src/server/telemetry/log.ts';
import { numbersGiven } from './flags.ts';
import { type Asking, askings } from './timing/askings.ts';
import { type Comparison, compare } from './timing/compare.ts';
import { freeHalf, hiddenAccounts, type Numbers } from './timing/numbers.ts';

// Does the response time distinguish a hidden account from one that does not exist? For each root field that takes a subject, singly and in bulk,
// different hidden numbers and unknown ones are asked about by turns. `npm run bench:timing`; exit code 1 if a field
// distinguishes the two, or if the control, a caller to whom nothing is hidden, is not distinguished; 2 if the interval of a field is too wide to
// decide, as on a busy machine or with few pairs.

const { pairs, bulk, accounts, percent, only } = numbersGiven(
  'bench:timing',
  'Compares how long hidden and unknown numbers take.',
  {
    pairs: ['how many pairs of requests for each field', 500],
    bulk: ['how many pairs of requests in bulk', 200],
    accounts: ['how many invented accounts', 4000],
    percent: ['by how many percent the medians may differ', 1],
  },
  { only: 'one field, such as verifyMany, or "control"; default: all of them' },
);
const today = '2026-11-20';
const CONTROL = 'control: verifyMany by staff';
const isAsked = (name: string): boolean => only === undefined || name === only || name.split(/[ :]/)[0] === only;
const asked = askings.filter(({ name }) => isAsked(name));
if (asked.length === 0 && !isAsked(CONTROL)) {
  console.error(`bench:timing: --only must be one of ${[...askings.map(({ name }) => name), 'control'].join(', ')}.`);
  process.exit(1);
}

/** A recognition for each hidden account, which the ministry has not published. */
const recordRecognitions = (source: DataSource): Promise<unknown> =>
  write(source, { actor: 'timing', today }, ({ tx }) =>
    tx.query(
      `insert into sose_recognition (account_id, reference, granted_on, from_day, reported_by)
       select a.id, 'SOSE', $1, $1, 'Ministry' from ${hiddenAccounts}`,
      [today],
    ),
  );

const postgres = await startEphemeral();
try {
  process.exitCode = await run();
} finally {
  await postgres.stop();
}
process.exit();

async function run(): Promise<number> {
  const source = await createDataSource(postgres.url, { poolSize: 2 }).initialize();
  await migrate(source);
  await loadDemo(source, { accounts, today });
  await recordRecognitions(source);
  const numbers = await freeHalf(source, today);
  await source.query('vacuum analyze');
  const keyOf = async (scope: Scope) => (await createKey(source.manager, { scope, holder: scope })).key;
  const [staff, keys] = [await keyOf('staff'), { buyer: await keyOf('buyer'), sose: await keyOf('sose'), wsib: await keyOf('wsib') }];
  const log = makeLog('silent', new Writable({ write: (_chunk, _encoding, done) => done() }));
  const place = { host: '127.0.0.1', port: 0, rates: null, proxies: 0, corsOrigins: [], metrics: null, tracing: null };
  const folders = { explorerFolder: 'none', deskFolder: 'none', uploadsFolder: join(tmpdir(), 'registry-timing-uploads') };
  const parts = { schema: await makeSchema(), source, clock: fixedClock(`${today}T15:00:00Z`), log, wake: new Wake(source, () => {}) };
  const server = await startServer({ ...parts, ...place, ...folders });
  let failures = 0;
  let open = 0;
  for (const asking of asked) {
    const key = asking.scope && keys[asking.scope];
    const told = await compareAnswers(server.url, asking, numbers[asking.by ?? 'wsibAccount'], key);
    const verdict = verdictOf(told);
    failures += verdict === 'DISTINGUISHED' ? 1 : 0;
    open += verdict === 'not decided' ? 1 : 0;
    say(asking.name, told, verdict);
  }
  const many = askings.find(({ name }) => name === 'verifyMany');
  if (many && isAsked(CONTROL)) {
    const control = await compareAnswers(server.url, { ...many, name: CONTROL }, numbers.wsibAccount, staff);
    const isFound = control.lower > percent || control.upper < -percent;
    failures += isFound ? 0 : 1;
    say(CONTROL, control, isFound ? 'distinguished, as it must be' : 'NOT DISTINGUISHED');
  }
  await server.close(1_000);
  await source.destroy();
  return failures > 0 ? 1 : open > 0 ? 2 : 0;
}

/** An interval that is merely wide says nothing: neither that the two are equal nor that they differ. */
function verdictOf({ lower, upper }: Comparison): 'not distinguished' | 'DISTINGUISHED' | 'not decided' {
  if (Math.abs(lower) <= percent && Math.abs(upper) <= percent) return 'not distinguished';
  return lower > 0 || upper < 0 ? 'DISTINGUISHED' : 'not decided';
}

async function compareAnswers(
  url: string,
  { name, size, query, variables }: Asking,
  { hidden, unknown }: Numbers,
  key: string | null,
): Promise<Comparison> {
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
  const ask = async (numbers: readonly string[]): Promise<number> => {
    const body = JSON.stringify({ query, variables: variables(numbers) });
    const begun = performance.now();
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const text = await answer.text();
    const took = performance.now() - begun;
    if (text.includes('"errors"')) throw new Error(text.slice(0, 300));
    return took;
  };
  const at = (list: readonly string[], turn: number) =>
    Array.from({ length: size }, (_, each) => list[(turn * size + each) % list.length] ?? '');
  return compare(
    size === 1 ? pairs : bulk,
    (turn) => ask(at(hidden, turn)),
    (turn) => ask(at(unknown, turn)),
    (done, of) => console.error(`${name}: ${done} of ${of} pairs`),
  );
}

function say(name: string, { n, medianMs, difference, lower, upper }: Comparison, verdict: string): void {
  const range = `[${lower.toFixed(2)} %, ${upper.toFixed(2)} %]`;
  console.log(`${name}: ${n} pairs, median ${medianMs.toFixed(2)} ms, hidden − unknown ${difference.toFixed(2)} % ${range}: ${verdict}`);
}
