import 'reflect-metadata';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { fixedClock } from '../src/clock.ts';
import { createDataSource, migrate } from '../src/database/data-source.ts';
import { startEphemeral } from '../src/database/embedded/ephemeral.ts';
import { createKey } from '../src/keys/keys.ts';
import { Wake } from '../src/outbox/wake.ts';
import { makeSchema } from '../src/server/schema.ts';
import { startServer } from '../src/server/server.ts';
import { makeLog } from '../src/server/telemetry/log.ts';
import { numbersGiven } from './flags.ts';
import { fillRegistry } from './lists-registry.ts';

// How long a list of bidders as typed takes in one request, and the same rows one by one: as searches by name and look-ups by number, which is what one
// does without `matchBidders`, and as requests of one row. Over HTTP, by turns, one request at a time. `npm run bench:bidders`; exit code 1 if the
// list takes more than a tenth of the single searches.

const { rows, accounts, rounds } = numbersGiven('bench:bidders', 'Compares a list of bidders in one request with its rows one by one.', {
  rows: ['how many rows', 300],
  accounts: ['how many accounts', 20_000],
  rounds: ['how many rounds; the medians are compared', 5],
});
const today = '2026-11-20';

interface Row {
  readonly name?: string;
  readonly number?: string;
}

interface Firm {
  readonly name: string;
  readonly account: string;
}

const swapped = (name: string): string => name.replace(/^(..)(.)(.)/, '$1$3$2');

/** The ways in which a clerk types a firm; every tenth row is a duplicate of an earlier one. */
const typings: readonly ((firm: Firm, other: Firm) => Row)[] = [
  ({ name }) => ({ name }),
  ({ name }) => ({ name: swapped(name) }),
  ({ name, account }) => ({ name, number: `WSIB ${account}` }),
  ({ name }) => ({ name: name.replace(/ \S+$/, '').toUpperCase() }),
  ({ name, account }) => ({ name: account, number: name }),
  ({ name }) => ({ name: `${name} o/a Cedar Gate Fencing` }),
  ({ account }) => ({ number: `${account.slice(0, -1)}A` }),
  ({ name }, other) => ({ name: `${name} and ${other.name} Joint Venture` }),
  ({ name }) => ({ name: name.replaceAll(/[aeiou](?=[a-z]+ )/g, '') }),
];

function typedRows(firms: readonly Firm[]): readonly Row[] {
  const typed: Row[] = [];
  for (const [at, firm] of firms.entries()) {
    const typing = typings[at % typings.length];
    const repeated = at % 10 === 9 ? typed[at - 9] : undefined;
    typed.push(repeated ?? typing?.(firm, firms[(at * 7 + 1) % firms.length] ?? firm) ?? {});
  }
  return typed;
}

const answer = 'status candidates { score wsibAccount organizationName } partners { status } verification { wsibAccount standing }';
const bidders = `query ($rows: [BidderRow!]!) { matchBidders(rows: $rows) { ${answer} } }`;
const search = 'query ($text: String) { organizations(search: $text, first: 5) { edges { score node { legalName } } } }';
const lookUp = 'query ($number: String!) { verify(subject: { wsibAccount: $number }) { standing organizationName } }';

/** What one does with a row without `matchBidders`. */
const singly = ({ name, number }: Row): readonly [string, object] =>
  number && /\d{6}/.test(number) ? [lookUp, { number: number.replace('WSIB ', '') }] : [search, { text: name }];

const postgres = await startEphemeral();
try {
  process.exitCode = await run();
} finally {
  await postgres.stop();
}
process.exit();

async function run(): Promise<number> {
  const source = await createDataSource(postgres.url, { poolSize: 4 }).initialize();
  await migrate(source);
  await fillRegistry(source, accounts, today);
  const { key } = await createKey(source.manager, { scope: 'buyer', holder: 'Town' });
  const log = makeLog('silent', new Writable({ write: (_chunk, _encoding, done) => done() }));
  const place = { host: '127.0.0.1', port: 0, rates: null, proxies: 0, corsOrigins: [], metrics: null, tracing: null };
  const folders = { explorerFolder: 'none', deskFolder: 'none', uploadsFolder: join(tmpdir(), 'registry-bidders-uploads') };
  const parts = { schema: await makeSchema(), source, clock: fixedClock(`${today}T15:00:00Z`), log, wake: new Wake(source, () => {}) };
  const server = await startServer({ ...parts, ...place, ...folders });
  const share = await compared(asker(server.url, key), typedRows(await firmsOf(source)));
  await server.close(1_000);
  await source.destroy();
  return share > 0.1 ? 1 : 0;
}

/** Firms that the public sees, always the same ones. */
function firmsOf(source: DataSource): Promise<Firm[]> {
  return source.query(
    `select o.legal_name as name, a.wsib_account as account from account a join organization o on o.id = a.organization_id
     where a.wsib_account::integer % 100 < 70 order by md5(a.wsib_account) limit $1`,
    [rows],
  );
}

type Ask = (query: string, variables: object) => Promise<void>;

/** Asks once; a fault ends the bench. */
function asker(url: string, key: string): Ask {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  return async (query, variables) => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const text = await response.text();
    if (text.includes('"errors"')) throw new Error(text.slice(0, 300));
  };
}

/** Prints the medians; the share that the list takes of the single searches. */
async function compared(ask: Ask, typed: readonly Row[]): Promise<number> {
  const ways: Readonly<Record<string, () => Promise<void>>> = {
    'one request': () => ask(bidders, { rows: typed }),
    'single searches': () => oneByOne(typed, (row) => ask(...singly(row))),
    'requests of one row': () => oneByOne(typed, (row) => ask(bidders, { rows: [row] })),
  };
  const taken: Record<string, number[]> = {};
  // The first round does not count: statements are prepared, and code is compiled.
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, way] of Object.entries(ways)) {
      const begun = performance.now();
      await way();
      if (round > 0) taken[name] = [...(taken[name] ?? []), performance.now() - begun];
    }
  const [list = 0, ...others] = Object.values(taken).map(median);
  console.log(`${typed.length} rows over ${accounts} accounts, medians of ${rounds} rounds`);
  for (const [at, name] of Object.keys(ways).entries()) {
    const ms = median(taken[name] ?? []);
    console.log(`${name}: ${ms.toFixed(0)} ms${at === 0 ? '' : `; the list takes 1/${(ms / list).toFixed(1)} of it`}`);
  }
  return list / (others[0] ?? 1);
}

async function oneByOne(typed: readonly Row[], each: (row: Row) => Promise<void>): Promise<void> {
  for (const row of typed) await each(row);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
