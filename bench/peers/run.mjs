// npm run bench: the registry beside its peers, on one database. `--help` lists the options.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkAnswers } from './check.mjs';
import { contenders } from './contenders.mjs';
import { earlierBuild } from './earlier.mjs';
import { measure } from './measure.mjs';
import { openRegistry } from './registry.mjs';
import { chartOf, tableOf } from './report.mjs';
import { worksOf } from './works.mjs';

const help = `npm run bench -- [options]

Answers are compared first; then every contender is asked the same in interleaved rounds.

  --accounts <n>       synthetic accounts of the registry (default: 100000)
  --database <url>     a database that was filled before, instead
  --before <ref>       an earlier build of the registry as a contender: its git reference, or the folder where it was built
  --works <list>       such as W1,W2b (default: all)
  --contenders <list>  such as product,bare (default: all)
  --connections <list> (default: 1,16,64)
  --rounds <n>         (default: 5)
  --seconds <n>        of load for each contender in a round (default: 2)
  --out <folder>       writes bench.json, bench.md and bench.svg there
  --check              compares answers and counts statements, and measures nothing`;

const text = (fallback) => ({ type: 'string', ...(fallback !== undefined && { default: fallback }) });
const { values: given } = parseArgs({
  options: {
    ...{ accounts: text('100000'), database: text(), before: text(), works: text(), contenders: text(), connections: text('1,16,64') },
    ...{ rounds: text('5'), seconds: text('2'), out: text(), check: { type: 'boolean' }, help: { type: 'boolean' } },
  },
});
if (given.help) {
  console.log(help);
  process.exit();
}

// Before the run: it takes long, and would be lost.
if (given.out !== undefined) mkdirSync(given.out, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'registry-bench-'));
const before = given.before === undefined ? null : earlierBuild(given.before, folder);
const registry = await openRegistry({ url: given.database, accounts: Number(given.accounts) });
try {
  await run();
} finally {
  await registry.client.end();
  await registry.stop();
  before?.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function run() {
  const { key, today } = registry;
  const works = chosen(worksOf(registry.sample), given.works);
  const entrants = contenders(before?.path ?? null).filter(({ name }) => given.contenders?.split(',').includes(name) ?? true);
  const startWith = (url) => (entrant) => entrant.start({ url, key, today, pool: 4, log: join(folder, `${entrant.name}.log`) });
  const statements = await checkAnswers(entrants, works, registry.url, startWith);
  if (given.check) {
    console.table(statements);
    return console.log('Every contender gives the same answers. Above: statements a request.');
  }
  const settings = { rounds: Number(given.rounds), seconds: Number(given.seconds), connections: given.connections.split(',').map(Number) };
  const results = await measure(entrants, works, { ...settings, postmaster: registry.postmaster, start: startWith(registry.url) });
  write({ machine: machine(), settings, works: aboutOf(works), statements, results });
}

function chosen(works, names) {
  return Object.fromEntries(Object.entries(works).filter(([name]) => names?.split(',').includes(name) ?? true));
}

function aboutOf(works) {
  return Object.fromEntries(Object.entries(works).map(([name, { about }]) => [name, about]));
}

function machine() {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model,
    node: process.version,
    postgres: registry.version,
    accounts: registry.accounts,
    loadAtEnd: loadavg(),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    before: given.before ?? null,
    at: registry.today,
  };
}

function write(report) {
  console.log(tableOf(report));
  if (given.out === undefined) return;
  writeFileSync(join(given.out, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(given.out, 'bench.md'), tableOf(report));
  writeFileSync(join(given.out, 'bench.svg'), chartOf(report));
}
