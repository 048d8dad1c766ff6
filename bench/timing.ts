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
import { inventBusinessNumber } from '../src/demo/names.ts';
import { createKey } from '../src/keys/keys.ts';
import { Wake } from '../src/outbox/wake.ts';
import { makeSchema } from '../src/server/schema.ts';
import { startServer } from '../src/server/server.ts';
import { makeLog } from '../src/server/telemetry/log.ts';
import { numbersGiven } from './flags.ts';
import { type Comparison, compare } from './timing/compare.ts';

// Does the response time distinguish a hidden account from one that does not exist? For each root field that takes a subject, singly and in bulk,
// different hidden numbers and unknown ones are asked about by turns. `npm run bench:timing`; exit code 1 if a field
// distinguishes the two, or if the control, a caller to whom nothing is hidden, is not distinguished; 2 if the interval of a field is too wide to
// decide, as on a busy machine or with few pairs.

const { pairs, bulk, accounts, percent } = numbersGiven('bench:timing', 'Compares how long hidden and unknown numbers take.', {
  pairs: ['how many pairs of requests for each field', 500],
  bulk: ['how many pairs of requests in bulk', 200],
  accounts: ['how many invented accounts', 4000],
  percent: ['by how many percent the medians may differ', 1],
});
const today = '2026-11-20';
/** How many numbers one bulk request asks about. */
const AT_ONCE = 500;

/** A root field with the numbers it asks about. */
interface Asking {
  readonly name: string;
  readonly size: number;
  /** Whose key asks; null for a caller without one. */
  readonly scope: 'buyer' | 'sose' | 'wsib' | null;
  readonly by?: 'businessNumber';
  readonly query: string;
  readonly variables: (numbers: readonly string[]) => unknown;
}

const subjects = (numbers: readonly string[]) => numbers.map((wsibAccount) => ({ wsibAccount }));
const rows = (numbers: readonly string[]) => numbers.map((number) => ({ number }));
const single = ([n]: readonly string[]) => ({ n });

// The other root fields that take such a number are not here, with reasons: docs/decisions/0350-root-fields-that-take-a-number.md.
const askings: readonly Asking[] = [
  {
    ...{ name: 'verify', size: 1, scope: null },
    query: 'query ($n: String!) { verify(subject: { wsibAccount: $n }) { found standing reasons { clause because } } }',
    variables: single,
  },
  {
    ...{ name: 'verifyMany', size: AT_ONCE, scope: 'buyer' },
    query: 'query ($s: [VerificationSubject!]!) { verifyMany(subjects: $s) { found standing } }',
    variables: (numbers) => ({ s: subjects(numbers) }),
  },
  {
    ...{ name: 'verifyMany by business number', size: AT_ONCE, scope: 'buyer', by: 'businessNumber' },
    query: 'query ($s: [VerificationSubject!]!) { verifyMany(subjects: $s) { found standing } }',
    variables: (numbers) => ({ s: numbers.map((businessNumber) => ({ businessNumber })) }),
  },
  {
    ...{ name: 'matchBidders', size: AT_ONCE, scope: 'buyer' },
    query: 'query ($r: [BidderRow!]!) { matchBidders(rows: $r) { status verification { found standing } } }',
    variables: (numbers) => ({ r: rows(numbers) }),
  },
  {
    ...{ name: 'checkRequirement', size: AT_ONCE, scope: 'buyer' },
    query: 'query ($r: [BidderRow!]!) { checkRequirement(requirement: { routes: [COR] }, rows: $r) { outcome } }',
    variables: (numbers) => ({ r: rows(numbers) }),
  },
  {
    ...{ name: 'account', size: 1, scope: null },
    query: 'query ($n: String!) { account(wsibAccount: $n) { id standing { standing } } }',
    variables: single,
  },
  {
    ...{ name: 'soseRecognitions', size: 1, scope: null },
    query: 'query ($n: String!) { soseRecognitions(wsibAccount: $n) { reference } }',
    variables: single,
  },
  {
    ...{ name: 'rebateEligibility', size: 1, scope: 'wsib' },
    query: 'query ($n: String!) { rebateEligibility(wsibAccount: $n) { outcome } }',
    variables: single,
  },
  {
    ...{ name: 'soseEligibility', size: 1, scope: 'sose' },
    query: 'query ($n: String!) { soseEligibility(wsibAccount: $n) { outcome judgesRecord account { id } } }',
    variables: single,
  },
  {
    ...{ name: 'soseEligibilities', size: 100, scope: 'sose' },
    query: 'query ($a: [SoseApplicant!]!) { soseEligibilities(applicants: $a) { outcome judgesRecord } }',
    variables: (numbers) => ({ a: subjects(numbers) }),
  },
];

/** Numbers of hidden accounts and ones that nobody has. */
interface Numbers {
  readonly hidden: readonly string[];
  readonly unknown: readonly string[];
}

/** SQL: the accounts that are hidden from everybody but staff; $1 is the day. */
const hiddenAccounts = `account a cross join lateral (
    select standing from standing_period where account_id = a.id and valid_from <= $1 order by valid_from desc limit 1) as p
  where a.wsib_account ~ '^[0-9]+$' and p.standing not in ('CERTIFIED', 'PENDING', 'BIDDING_ONLY')`;

async function numbersOf(source: DataSource): Promise<Numbers> {
  const rows: { number: string }[] = await source.query(`select a.wsib_account as number from ${hiddenAccounts} order by random()`, [
    today,
  ]);
  const hidden = rows.map(({ number }) => number);
  // A letter for the last digit: of the same length, and next to it in the index, so that its lookup is as deep. Numbers beyond the last would be quicker.
  const unknown = hidden.map((number) => number.slice(0, -1) + 'ABCDEFGHIJ'.charAt(Number(number.at(-1))));
  return { hidden, unknown };
}

/** Every fifth firm has no business number: those it would have are unknown, and next to the others in the index. */
async function businessNumbersOf(source: DataSource): Promise<Numbers> {
  const rows: { number: string }[] = await source.query(
    `select o.business_number as number from organization o where o.business_number is not null and (select count(*) from account where organization_id = o.id) = 1 and exists (
       select from ${hiddenAccounts} and a.organization_id = o.id) order by random()`,
    [today],
  );
  const taken: { number: string }[] = await source.query('select business_number as number from organization');
  const all = new Set(taken.map(({ number }) => number));
  const unknown = Array.from({ length: accounts }, (_, at) => inventBusinessNumber(at + 1)).filter((number) => !all.has(number));
  return { hidden: rows.map(({ number }) => number), unknown };
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
  const [numbers, businessNumbers] = [await numbersOf(source), await businessNumbersOf(source)];
  const keyOf = async (scope: Scope) => (await createKey(source.manager, { scope, holder: scope })).key;
  const [staff, keys] = [await keyOf('staff'), { buyer: await keyOf('buyer'), sose: await keyOf('sose'), wsib: await keyOf('wsib') }];
  const log = makeLog('silent', new Writable({ write: (_chunk, _encoding, done) => done() }));
  const place = { host: '127.0.0.1', port: 0, rates: null, proxies: 0, corsOrigins: [], metrics: null, tracing: null };
  const folders = { explorerFolder: 'none', deskFolder: 'none', uploadsFolder: join(tmpdir(), 'registry-timing-uploads') };
  const parts = { schema: await makeSchema(), source, clock: fixedClock(`${today}T15:00:00Z`), log, wake: new Wake(source, () => {}) };
  const server = await startServer({ ...parts, ...place, ...folders });
  let failures = 0;
  let open = 0;
  for (const asking of askings) {
    const key = asking.scope && keys[asking.scope];
    const told = await compareAnswers(server.url, asking, asking.by === 'businessNumber' ? businessNumbers : numbers, key);
    const verdict = verdictOf(told);
    failures += verdict === 'DISTINGUISHED' ? 1 : 0;
    open += verdict === 'not decided' ? 1 : 0;
    say(asking.name, told, verdict);
  }
  const [, many] = askings;
  if (many) {
    const control = await compareAnswers(server.url, many, numbers, staff);
    const isFound = control.lower > percent || control.upper < -percent;
    failures += isFound ? 0 : 1;
    say('control: verifyMany by staff', control, isFound ? 'distinguished, as it must be' : 'NOT DISTINGUISHED');
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
  { size, query, variables }: Asking,
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
  );
}

function say(name: string, { n, medianMs, difference, lower, upper }: Comparison, verdict: string): void {
  const range = `[${lower.toFixed(2)} %, ${upper.toFixed(2)} %]`;
  console.log(`${name}: ${n} pairs, median ${medianMs.toFixed(2)} ms, hidden − unknown ${difference.toFixed(2)} % ${range}: ${verdict}`);
}
