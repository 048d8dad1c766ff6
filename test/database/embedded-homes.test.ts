import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { isAlive } from '../../src/database/embedded/process.ts';
import { query } from '../support/database.ts';
import { Installation } from '../support/installation.ts';
import { postmaster, vanished } from '../support/postmaster.ts';

const isRoot = process.getuid?.() === 0;
const ourselves = process.getuid?.() ?? 0;
const nobody = 65_534;

let installation: Installation;
beforeAll(() => {
  installation = new Installation();
});
afterAll(() => installation.remove());
afterEach(() => chmodSync(installation.folder, 0o755));

test('a data folder inside a private home works: PostgreSQL runs outside it, because its account may not enter', async () => {
  const dataDir = installation.newDataDir(ourselves);
  const outsideFolder = '/var/lib/cor-registry';
  const hadOutsideFolder = existsSync(outsideFolder);
  chmodSync(installation.folder, 0o700);
  const first = installation.run({ dataDir, role: 'server' }, ourselves);
  await query(await first.url(), 'create table kept as select 1 as one');
  const { folder } = await first.outcome;
  expect(folder.startsWith(installation.folder)).toBe(!isRoot);
  await first.stop();

  // The data is still found after the home is opened.
  chmodSync(installation.folder, 0o755);
  const next = installation.run({ dataDir, role: 'server' }, ourselves);
  expect(await query(await next.url(), 'select * from kept')).toEqual([{ one: 1 }]);
  await next.stop();
  rmSync(hadOutsideFolder ? folder : outsideFolder, { recursive: true, force: true });
});

test('data inside a home that was made private later is not silently replaced by an empty registry', async () => {
  const dataDir = installation.newDataDir(ourselves);
  const first = installation.run({ dataDir, role: 'server' }, ourselves);
  await query(await first.url(), 'create table kept as select 1 as one');
  await first.stop();
  chmodSync(installation.folder, 0o700);
  const next = installation.run({ dataDir, role: 'server' }, ourselves);
  const { failed } = await next.outcome;
  // An ordinary user may still enter the folder.
  expect(failed?.split('\n')[0] ?? null).toBe(
    isRoot
      ? `The data folder ${dataDir} is inside a folder that the account running PostgreSQL cannot enter. Open that folder (chmod o+x), run the registry as an ordinary user, or set DATABASE_URL.`
      : null,
  );
  await next.stop();
});

test('the PostgreSQL of a killed test run is stopped and removed by the next run', async () => {
  const killed = installation.run('ephemeral', ourselves);
  await killed.url();
  const folder = () => readdirSync('/tmp').find((name) => name.startsWith(`pgtest-${killed.child.pid}-`));
  const pid = postmaster(join('/tmp', folder() ?? ''));
  await killed.kill();
  expect(isAlive(pid)).toBe(true);

  const next = installation.run('ephemeral', ourselves);
  expect(await query(await next.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(folder()).toBeUndefined();
  await vanished(pid);
  await next.stop();
});

// Only root can act as another user or give files away.
(isRoot ? describe : describe.skip)('an ordinary user among others', () => {
  test('gets an error saying that the data belongs to another user', async () => {
    const dataDir = installation.newDataDir(0);
    const roots = installation.run({ dataDir, role: 'server' }, 0);
    await roots.url();
    await roots.stop();
    const theirs = installation.run({ dataDir, role: 'server' }, nobody);
    expect(await theirs.failure()).toMatch(/cannot be made or written to.*DATABASE_URL/);
  });

  test('is advised to set DATABASE_URL when the machine has no account with that user id', async () => {
    const stranger = 54_321;
    const theirs = installation.run({ dataDir: installation.newDataDir(stranger), role: 'server' }, stranger);
    expect(await theirs.failure()).toMatch(/could not look up effective user ID(.|\n)*DATABASE_URL/);
  });
});
