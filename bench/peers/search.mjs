// npm run bench:search: what the first 20 of a search by name take PostgreSQL, among names as varied as real ones. `--help` lists the options.
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { fillNames } from '../../dist/bench/search-registry.js';
import { dayInToronto, wallClock } from '../../dist/src/clock.js';
import { createDataSource, migrate } from '../../dist/src/database/data-source.js';
import { startEphemeral } from '../../dist/src/database/embedded/ephemeral.js';
import { createKey } from '../../dist/src/keys/keys.js';
import { searchKeysOf } from '../../dist/src/names/name-keys.js';
import { readName } from '../../dist/src/names/read-name.js';
import { likenessToLegalName, scoreOf, searchedParts } from '../../dist/src/names/score.js';
import { contenders } from './contenders.mjs';
import { earlierBuild } from './earlier.mjs';
import { cpuOfPostgres, parentOf } from './processes.mjs';

const help = `npm run bench:search -- [options]

Asks each build in turn for the first 20 of a search, one request after the other.

  --accounts <n>    invented organizations of one account each (default: 10000)
  --before <ref>    an earlier build of the registry: its git reference, or the folder where it was built
  --searches <n>    (default: 40)
  --rounds <n>      after one that does not count (default: 3)
  --recall          also compares each name of the registry with each search, and says how many of the best 20 are found`;

const text = (fallback) => ({ type: 'string', ...(fallback !== undefined && { default: fallback }) });
const numbers = { accounts: text('10000'), searches: text('40'), rounds: text('3') };
const { values: given } = parseArgs({ options: { ...numbers, before: text(), recall: { type: 'boolean' }, help: { type: 'boolean' } } });
if (given.help) {
  console.log(help);
  process.exit();
}

const operation = 'query ($search: String!) { organizations(search: $search, first: 20) { nodes { legalName operatingName } } }';
const folder = mkdtempSync(join(tmpdir(), 'registry-search-'));
const before = given.before === undefined ? null : earlierBuild(given.before, folder);
const server = await startEphemeral();
const client = new pg.Client(server.url);
const started = [];
async function run() {
  const today = dayInToronto(wallClock.wallNow());
  const source = await createDataSource(server.url, { poolSize: 2 }).initialize();
  await migrate(source);
  await fillNames(source, Number(given.accounts), today);
  const { key } = await createKey(source.manager, { scope: 'buyer', holder: 'Bench' });
  await source.destroy();
  await client.connect();
  const { rows } = await client.query(`select pg_backend_pid() as pid, current_setting('server_version') as version`);
  const searches = await searchesOf();
  const builds = contenders(before?.path ?? null).filter(({ name }) => ['product', 'before'].includes(name));
  for (const build of builds)
    started.push({
      name: build.name,
      ...(await build.start({ url: server.url, key, today, pool: 4, log: join(folder, `${build.name}.log`) })),
    });
  const measured = await measure(searches, parentOf(rows[0].pid));
  const best = given.recall ? await bestOf(searches) : null;
  console.log(tableOf(measured, best, rows[0].version));
}

/** Names as people type them, in turn: whole, without the ending, the first two words, without a letter, and with two letters exchanged. */
async function searchesOf() {
  const { rows } = await client.query(
    `select o.legal_name from organization o join account a on a.organization_id = o.id join standing_period p on p.account_id = a.id
     where p.standing = 'CERTIFIED' order by md5(o.id::text) limit $1`,
    [Number(given.searches)],
  );
  return rows.map(({ legal_name: name }, at) => ways[at % ways.length](name));
}

const withoutEnding = (name) => name.split(' ').slice(0, -1).join(' ');
const ways = [
  (name) => name,
  withoutEnding,
  (name) => name.split(' ').slice(0, 2).join(' '),
  (name) => withoutEnding(name).replace(/(\p{L}{3})\p{L}(\p{L}{2})/u, '$1$2'),
  (name) => withoutEnding(name).replace(/(\p{L}{2})(\p{L})(\p{L})(\p{L})/u, '$1$3$2$4'),
];

/** Per build: PostgreSQL's CPU time a search in each round, the time of each answer, and the names found. */
async function measure(searches, postmaster) {
  const measured = started.map(({ name }) => ({ name, postgresMs: [], ms: [], found: [] }));
  for (let round = 0; round <= Number(given.rounds); round++)
    for (const [at, build] of started.entries()) {
      const used = cpuOfPostgres(postmaster);
      const answers = [];
      for (const search of searches) answers.push(await ask(build, search));
      if (round > 0) {
        measured[at].postgresMs.push((cpuOfPostgres(postmaster) - used) / 1000 / searches.length);
        measured[at].ms.push(...answers.map(({ ms }) => ms));
      }
      measured[at].found = answers.map(({ names }) => names);
    }
  return measured;
}

async function ask({ url, headers }, search) {
  const begun = performance.now();
  const body = JSON.stringify({ query: operation, variables: { search } });
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const { data, errors } = await answer.json();
  if (!data) throw new Error(JSON.stringify(errors));
  return { ms: performance.now() - begun, names: data.organizations.nodes.map((each) => [each.legalName, each.operatingName]) };
}

/** What is less like a search, of a million, is not expected to be found. */
const LIKE = 700_000;

/** For each search, how many are to be found, and how like the last of them is: every name that the caller sees is compared. */
async function bestOf(searches) {
  const { rows } = await client.query(
    `select o.legal_name, o.operating_name from organization o join account a on a.organization_id = o.id
     join standing_period p on p.account_id = a.id where p.standing = 'CERTIFIED'`,
  );
  return searches.map((search) => {
    const parts = searchedParts(searchKeysOf(readName(search)));
    const rank = rankOf(parts);
    const ranks = rows.map((row) => rank(row.legal_name, row.operating_name)).filter((each) => each >= LIKE);
    const twenty = ranks.sort((a, b) => b - a).slice(0, 20);
    return { rank, count: twenty.length, least: twenty.at(-1) };
  });
}

const rankOf = (parts) => (legalName, operatingName) => {
  const { score } = scoreOf(parts, { legalName, operatingName, formerNames: [] });
  return Math.round(0.95 * score + 0.05 * Math.max(0, ...parts.map(({ name }) => likenessToLegalName(name, legalName))));
};

/** The part of the best that was found; one that is as like as the last of them counts as much as it. */
const recallOf = (found, best) => {
  const parts = found.flatMap((names, at) => {
    const { rank, count, least } = best[at];
    return count === 0 ? [] : [names.filter((name) => rank(...name) >= least).length / count];
  });
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

function tableOf(measured, best, version) {
  const lines = measured.map(({ name, postgresMs, ms, found }) => {
    const recall = best ? recallOf(found, best).toFixed(3) : '–';
    return `| ${name} | ${median(postgresMs).toFixed(1)} | ${median(ms).toFixed(1)} | ${recall} |`;
  });
  const machine = `${given.accounts} accounts; ${given.searches} searches; ${cpus().length} cores, load ${loadavg()[0].toFixed(1)} at the end; Node.js ${process.version}; PostgreSQL ${version}`;
  return [machine, '', '| build | PostgreSQL CPU ms | ms to the answer | recall at 20 |', '| --- | ---: | ---: | ---: |', ...lines].join(
    '\n',
  );
}

try {
  await run();
} finally {
  for (const each of started) await each.stop();
  await client.end();
  await server.stop();
  before?.remove();
  rmSync(folder, { recursive: true, force: true });
}
