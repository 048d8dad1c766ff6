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
import { type Comparison, comparisonOf, type Measured, measure } from './timing/compare.ts';
import { drawHalves, hiddenAccounts, hideHalf, type Numbers, type NumbersAsked } from './timing/numbers.ts';

// Does the response time distinguish a hidden account from one that does not exist? For each root field that takes a subject, singly and in bulk,
// different hidden numbers and unknown ones are asked about by turns; which half of the numbers is hidden changes again and again. `npm run bench:timing`; exit code 1 if a field
// distinguishes the two, or if the control, a caller to whom nothing is hidden, is not distinguished; 2 if the interval of a field is too wide to
// decide, as on a busy machine or with few pairs.

const { pairs, bulk, turns, accounts, percent, only } = numbersGiven(
  'bench:timing',
  'Compares how long hidden and unknown numbers take.',
  {
    pairs: ['how many pairs of requests for each field', 8000],
    bulk: ['how many pairs of requests in bulk', 3000],
    turns: ['how often the hidden and the unknown half change places', 20],
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
  await source.query('vacuum analyze');
  const halves = await drawHalves(source, today);
  const hide = (turn: number) => hideHalf(source, halves, turn);
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
    const told = await compareAnswers(server.url, asking, hide, key);
    const verdict = verdictOf(told);
    failures += verdict === 'DISTINGUISHED' ? 1 : 0;
    open += verdict === 'not decided' ? 1 : 0;
    say(asking.name, told, verdict);
  }
  const many = askings.find(({ name }) => name === 'verifyMany');
  if (many && isAsked(CONTROL)) {
    const control = await compareAnswers(server.url, { ...many, name: CONTROL }, hide, staff);
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
  asking: Asking,
  hide: (turn: number) => Promise<NumbersAsked>,
  key: string | null,
): Promise<Comparison> {
  const measured: Measured = { differences: [], others: [] };
  const eachTurn = Math.ceil((asking.size === 1 ? pairs : bulk) / turns);
  for (let turn = 0; turn < turns; turn++) {
    const { hidden, unknown } = (await hide(turn))[asking.by ?? 'wsibAccount'];
    await measure(eachTurn, asker(url, asking, hidden, key), asker(url, asking, unknown, key), measured);
    console.error(`${asking.name}: ${measured.others.length} of ${eachTurn * turns} pairs`);
  }
  return comparisonOf(measured);
}

/** Asks about some of the numbers, others at each turn; milliseconds. */
function asker(
  url: string,
  { size, query, variables }: Asking,
  of: Numbers['hidden'],
  key: string | null,
): (turn: number) => Promise<number> {
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
  const at = (turn: number) => Array.from({ length: size }, (_, each) => of[(turn * size + each) % of.length] ?? '');
  return async (turn) => {
    const body = JSON.stringify({ query, variables: variables(at(turn)) });
    const begun = performance.now();
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const text = await answer.text();
    const took = performance.now() - begun;
    if (text.includes('"errors"')) throw new Error(text.slice(0, 300));
    return took;
  };
}

function say(name: string, { n, medianMs, difference, lower, upper }: Comparison, verdict: string): void {
  const range = `[${lower.toFixed(2)} %, ${upper.toFixed(2)} %]`;
  console.log(`${name}: ${n} pairs, median ${medianMs.toFixed(2)} ms, hidden − unknown ${difference.toFixed(2)} % ${range}: ${verdict}`);
}
