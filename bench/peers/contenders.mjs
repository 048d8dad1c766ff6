// How each contender is started.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askedOfViews } from './views.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

/** The works that a peer has: those that follow from the stored timeline. */
const peerWorks = ['W1', 'W1r', 'W2', 'W2b', 'W3', 'W6'];

/** The registry of a folder that was built, with key, budgets, cost and log. */
const registry = (name, folder) => ({ name, works: null, start: (given) => startRegistry(folder, given) });
/** PostGraphile needs Node.js 22. */
const hasPostGraphile = Number(process.versions.node.split('.')[0]) >= 22;
const peer = (name, file, ...args) => ({ name, works: peerWorks, start: (given) => startPeer([join(here, file), ...args], given) });
/** Verifications alone: what the registry's statement costs a server that does nothing else. */
const sameStatement = { ...peer('bare-same-statement', 'bare.mjs', '--same-statement'), works: ['W1', 'W1r', 'W2', 'W2b'] };

/** The contenders, the product first; `before` is the folder of an earlier build, or null. */
export const contenders = (before) => [
  registry('product', root),
  ...(before === null ? [] : [registry('before', before)]),
  peer('bare', 'bare.mjs'),
  peer('bare-batched', 'bare.mjs', '--batched'),
  sameStatement,
  peer('mercurius', 'mercurius.mjs'),
  peer('yoga', 'yoga.mjs'),
  ...(hasPostGraphile ? [{ ...peer('postgraphile', 'postgraphile.mjs'), asked: askedOfViews }] : []),
];

async function startRegistry(folder, { url, pool, key, log }) {
  const port = await freePort();
  const out = openSync(log, 'w');
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: url,
    PORT: String(port),
    REGISTRY_POOL_SIZE: String(pool),
    // Metered, with a budget that the bench does not use up.
    REGISTRY_RATE_LIMITS: 'buyer.points=999999999/999999 buyer.lookUps=999999999/999999',
  };
  const child = spawn(process.execPath, ['--enable-source-maps', '--max-semi-space-size=32', join(folder, 'dist/src/main.js')], {
    cwd: folder,
    env,
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  await until(child, async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok);
  return running(child, `http://127.0.0.1:${port}/graphql`, { authorization: `Bearer ${key}` });
}

async function startPeer(args, { url, pool, today }) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
    BENCH_DATABASE_URL: url,
    BENCH_TODAY: today,
    BENCH_POOL: String(pool),
  };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  await until(child, async () => said.includes('\n'));
  return running(child, said.split('\n')[0], {});
}

const running = (child, url, headers) => ({
  pid: child.pid,
  url,
  headers,
  stop: () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    }),
});

/** Waits for a condition; a contender that ends before it ends the bench. */
async function until(child, condition) {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`A contender ended with exit code ${child.exitCode} before it was ready.`);
    if (await condition().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('A contender was not ready in a minute.');
}

/** A port that is free now. */
export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
