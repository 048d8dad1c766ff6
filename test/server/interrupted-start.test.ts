import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApiProcess } from '../support/api-process.ts';
import { compiled } from '../support/compiled.ts';
import { pidFile } from '../support/postmaster.ts';
import { until } from '../support/until.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'registry-interrupted-'));
  chmodSync(home, 0o755);
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Commands of processes using a data folder, such as PostgreSQL. */
const processesOn = (folder: string): string[] =>
  execFileSync('ps', ['-Aww', '-o', 'command='], { encoding: 'utf8' })
    .split('\n')
    .filter((command) => command.includes(`${folder}/`));

const start = (folder: string): ApiProcess => new ApiProcess({ REGISTRY_DEMO_ACCOUNTS: '50', REGISTRY_DATA_DIR: folder });

type Reached = (api: ApiProcess, folder: string) => boolean;
const isInitializing: Reached = (_, folder) => existsSync(folder) && readdirSync(folder).some((name) => name.includes('.init-'));
const isLaunching: Reached = (_, folder) => existsSync(pidFile(folder));

/** Each step of a start, and each signal, at least once: one handler serves every signal. */
const cases: readonly (readonly [signal: NodeJS.Signals, step: string, isReached: Reached])[] = [
  ['SIGHUP', 'makes its folder', (_, folder) => existsSync(folder)],
  ['SIGTERM', 'launches the database', isLaunching],
  ['SIGINT', 'invents accounts', ({ said }) => said.includes('Inventing')],
  ['SIGHUP', 'serves requests', ({ said }) => said.includes('API')],
];

describe('a signal during the first start', () => {
  test.each(cases)('%s while it %s ends it, and leaves no PostgreSQL running', async (signal, step, isReached) => {
    const folder = join(home, `${signal} ${step}`.replaceAll(' ', '-'));
    const api = start(folder);
    await until(() => isReached(api, folder), 30_000);
    api.child.kill(signal);
    expect(await api.ended).toBe(0);
    expect(api.complained).toBe('');
    expect(processesOn(folder)).toEqual([]);
  });

  test('ends it at once when sent a second time, together with the database', async () => {
    const folder = join(home, 'twice');
    const api = start(folder);
    await until(() => isInitializing(api, folder), 30_000);
    api.child.kill('SIGINT');
    await sleep(600);
    api.child.kill('SIGINT');
    await api.ended;
    await until(() => processesOn(folder).length === 0);
  });

  test('counts once when sent twice by a terminal and npm', async () => {
    const folder = join(home, 'doubled');
    const api = start(folder);
    await until(() => isInitializing(api, folder), 30_000);
    api.child.kill('SIGINT');
    await sleep(50);
    api.child.kill('SIGINT');
    expect(await api.ended).toBe(0);
    expect(processesOn(folder)).toEqual([]);
  });

  test('from a closed terminal, where nothing can be printed any more, leaves no PostgreSQL running', async () => {
    const folder = join(home, 'closed');
    const api = start(folder);
    await until(() => isLaunching(api, folder), 30_000);
    for (const stream of [api.child.stdout, api.child.stderr]) stream?.destroy();
    api.child.kill('SIGHUP');
    expect(await api.ended).toBe(0);
    expect(processesOn(folder)).toEqual([]);
  });
});

const command = (folder: string): ChildProcess =>
  spawn(process.execPath, [compiled('src/cli/registry.js'), 'keys', 'list'], {
    env: { PATH: process.env.PATH ?? '', REGISTRY_DATA_DIR: folder },
    stdio: 'ignore',
  });

test('a signal ends a command that starts the database, and the database with it', async () => {
  const folder = join(home, 'command');
  const child = command(folder);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await until(() => existsSync(pidFile(folder)), 30_000);
  child.kill('SIGHUP');
  expect(await ended).toBe(130);
  expect(processesOn(folder)).toEqual([]);
});
