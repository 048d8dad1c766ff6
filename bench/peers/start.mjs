// npm run bench:start: from the start of the process to its first answer, on a registry that exists. `--help` lists the options.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freePort } from './contenders.mjs';
import { earlierBuild } from './earlier.mjs';
import { cpuOf } from './processes.mjs';
import { openRegistry } from './registry.mjs';
import { worksOf } from './works.mjs';

const help = `npm run bench:start -- [options]

Starts each build in turn, and asks it until it answers. A first round does not count.

  --accounts <n>    synthetic accounts of the registry (default: 10000)
  --database <url>  a database that was filled before, instead
  --before <ref>    an earlier build of the registry: its git reference, or the folder where it was built
  --rounds <n>      (default: 9)`;

const text = (fallback) => ({ type: 'string', ...(fallback !== undefined && { default: fallback }) });
const options = { accounts: text('10000'), database: text(), before: text(), rounds: text('9'), help: { type: 'boolean' } };
const { values: given } = parseArgs({ options });
if (given.help) {
  console.log(help);
  process.exit();
}

const folder = mkdtempSync(join(tmpdir(), 'registry-start-'));
const before = given.before === undefined ? null : earlierBuild(given.before, folder);
const registry = await openRegistry({ url: given.database, accounts: Number(given.accounts) });
/** As `npm start` has them. */
const flags = ['--enable-source-maps', '--max-semi-space-size=32'];

const { query, variables } = worksOf(registry.sample).W1;
const body = JSON.stringify({ query, variables: variables(0) });
const headers = { 'content-type': 'application/json' };

try {
  const builds = [['product', fileURLToPath(new URL('../../', import.meta.url))], ...(before ? [['before', before.path]] : [])];
  console.log(tableOf(await measure(builds, Number(given.rounds))));
} finally {
  await registry.client.end();
  await registry.stop();
  before?.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(builds, rounds) {
  const taken = builds.map(() => []);
  for (let round = 0; round <= rounds; round++)
    for (const [at, [, path]] of builds.entries()) {
      const start = await timedStart(path);
      if (round > 0) taken[at].push(start);
    }
  return builds.map(([name], at) => ({ name, ...mediansOf(taken[at]) }));
}

/** Milliseconds until the first answer, and the CPU time of the process until then. */
async function timedStart(path) {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [...flags, 'scripts/run.mjs', 'src/main.js'], {
    cwd: path,
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: registry.url, PORT: String(port) },
    stdio: 'ignore',
  });
  while (!(await isAnswered(port))) {
    if (child.exitCode !== null) throw new Error(`The registry ended with exit code ${child.exitCode} before it answered.`);
    await sleep(10);
  }
  const taken = { ms: performance.now() - begun, cpuMs: cpuOf(child.pid) / 1000 };
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  return taken;
}

async function isAnswered(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
    return 'data' in (await answer.json());
  } catch {
    return false;
  }
}

function mediansOf(taken) {
  const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
  return {
    ms: median(taken.map(({ ms }) => ms)),
    cpuMs: median(taken.map(({ cpuMs }) => cpuMs)),
    least: Math.min(...taken.map(({ ms }) => ms)),
  };
}

function tableOf(builds) {
  const lines = builds.map(({ name, ms, cpuMs, least }) => `| ${name} | ${ms.toFixed(0)} | ${least.toFixed(0)} | ${cpuMs.toFixed(0)} |`);
  const machine = `${registry.accounts} accounts; ${cpus().length} cores, load ${loadavg()[0].toFixed(1)} at the end; Node.js ${process.version}; PostgreSQL ${registry.version}`;
  return [machine, '', '| build | ms to the first answer | least | CPU ms |', '| --- | ---: | ---: | ---: |', ...lines].join('\n');
}
