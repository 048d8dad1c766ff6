import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { isAlive } from '../../src/database/embedded/process.ts';
import { query } from '../support/database.ts';
import { Installation } from '../support/installation.ts';
import { eventually, pidFile, postmaster, vanished } from '../support/postmaster.ts';

const isRoot = process.getuid?.() === 0;
const ourselves = process.getuid?.() ?? 0;
const nobody = 65_534;

let installation: Installation;
beforeAll(() => {
  installation = new Installation();
});
afterAll(() => installation.remove());

const users: [string, number][] = isRoot
  ? [
      ['root', 0],
      ['an ordinary user', nobody],
    ]
  : [['an ordinary user', ourselves]];

describe.each(users)('started by %s, the embedded PostgreSQL', (_who, uid) => {
  const server = (dataDir: string) => installation.run({ dataDir, role: 'server' }, uid);
  const client = (dataDir: string) => installation.run({ dataDir, role: 'client' }, uid);
  let dataDir: string;
  beforeAll(() => {
    dataDir = installation.newDataDir(uid);
  });

  test('is created on the first start, keeps what is written and leaves no process behind', async () => {
    const first = server(dataDir);
    await query(await first.url(), `create table kept as select 'Été' as word`);
    const pid = postmaster(dataDir);
    expect(await first.stop()).toBe(0);
    await vanished(pid);
    expect(existsSync(pidFile(dataDir))).toBe(false);

    const second = server(dataDir);
    expect(await query(await second.url(), 'select lower(word) as word from kept')).toEqual([{ word: 'été' }]);
    await second.stop();
  });

  test('joins a PostgreSQL whose registry was killed with -9, and stops it at the end', async () => {
    const killed = server(dataDir);
    await query(await killed.url(), 'create table joined as select 1 as one');
    const pid = postmaster(dataDir);
    await killed.kill();
    expect(isAlive(pid)).toBe(true);

    const next = server(dataDir);
    expect(await next.port()).toBe(await killed.port());
    expect(await query(await next.url(), 'select * from joined')).toEqual([{ one: 1 }]);
    expect(postmaster(dataDir)).toBe(pid);
    await next.stop();
    await vanished(pid);
  });

  test('recovers after both the registry and PostgreSQL are killed with -9', async () => {
    const killed = server(dataDir);
    await query(await killed.url(), 'create table recovered as select 1 as one');
    const pid = postmaster(dataDir);
    // The registry goes first: alive for a moment longer, it would restart PostgreSQL.
    const ended = killed.kill();
    process.kill(pid, 'SIGKILL');
    await ended;
    await vanished(pid);
    expect(existsSync(pidFile(dataDir))).toBe(true);

    const next = server(dataDir);
    expect(await query(await next.url(), 'select * from recovered')).toEqual([{ one: 1 }]);
    await next.stop();
  });

  test('serves three processes that start at once on a folder that does not exist, and ends with the last of them', async () => {
    const dataDir = installation.newDataDir(uid);
    const apps = [server(dataDir), client(dataDir), client(dataDir)];
    const ports = await Promise.all(apps.map((each) => each.port()));
    expect(new Set(ports).size).toBe(1);
    expect(readdirSync(dataDir).sort()).toEqual(['embedded.json', 'postgresql', 'server.log']);

    const pid = postmaster(dataDir);
    await apps[0]!.stop();
    await apps[1]!.stop();
    expect(await query(await apps[2]!.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
    await apps[2]!.stop();
    await vanished(pid);
  });

  test('is created anew after a kill -9 during initdb', async () => {
    const dataDir = installation.newDataDir(uid);
    const killed = server(dataDir);
    await eventually(async () => readdirSync(join(dataDir, halfMade(dataDir), 'cluster', 'base')));
    const name = halfMade(dataDir);
    await killed.kill();
    expect(existsSync(join(dataDir, 'postgresql'))).toBe(false);
    expect(existsSync(join(dataDir, name))).toBe(true);

    const next = server(dataDir);
    expect(await query(await next.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDir, name))).toBe(false);
    await next.stop();
  });
});

const halfMade = (dataDir: string): string => {
  const name = readdirSync(dataDir).find((each) => each.includes('.init-'));
  if (!name) throw new Error('initdb has not begun');
  return name;
};

describe('the embedded PostgreSQL of a data folder', () => {
  const server = (dataDir: string) => installation.run({ dataDir, role: 'server' }, ourselves);
  const client = (dataDir: string) => installation.run({ dataDir, role: 'client' }, ourselves);
  let dataDir: string;
  beforeAll(() => {
    dataDir = installation.newDataDir(ourselves);
  });

  test('refuses a second API server, naming the process id of the first', async () => {
    const first = server(dataDir);
    await first.url();
    const second = server(dataDir);
    expect(await second.failure()).toBe(
      `Another registry server (pid ${first.child.pid}) already serves this data folder, ${dataDir}. ` +
        'Stop it first, or set REGISTRY_DATA_DIR to a different folder for this one.',
    );
    expect(await second.ended).toBe(1);
    expect(await query(await first.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
    await first.stop();
  });

  test('lets the command line join a running server, and leaves the server running', async () => {
    const api = server(dataDir);
    await query(await api.url(), 'create table seen as select 1 as one');
    const cli = client(dataDir);
    expect(await query(await cli.url(), 'select * from seen')).toEqual([{ one: 1 }]);
    expect(await cli.stop()).toBe(0);
    expect(await query(await api.url(), 'select * from seen')).toEqual([{ one: 1 }]);
    await api.stop();
  });

  test('lets an API server join the command line and outlive it', async () => {
    const cli = client(dataDir);
    await cli.url();
    const api = server(dataDir);
    await api.url();
    await cli.stop();
    expect(await query(await api.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
    await api.stop();
    expect(existsSync(pidFile(dataDir))).toBe(false);
  });

  test('comes back on the same port when PostgreSQL is killed under a running server, and stays reserved for that server', async () => {
    const api = server(dataDir);
    await query(await api.url(), 'create table kept as select 1 as one');
    const pid = postmaster(dataDir);
    process.kill(pid, 'SIGKILL');
    expect(await eventually(async () => query(await api.url(), 'select * from kept'))).toEqual([{ one: 1 }]);
    expect(postmaster(dataDir)).not.toBe(pid);
    expect(await server(dataDir).failure()).toContain(`(pid ${api.child.pid})`);
    await api.stop();
    expect(existsSync(pidFile(dataDir))).toBe(false);
  });

  test('stays with its server when one backend crashes and PostgreSQL drops every connection', async () => {
    const api = server(dataDir);
    const victim = new Client({ connectionString: await api.url() });
    victim.on('error', () => {});
    await victim.connect();
    const { rows } = await victim.query('select pg_backend_pid() as pid');
    process.kill(rows[0].pid, 'SIGKILL');
    await eventually(async () => query(await api.url(), 'select 1'));
    expect(await server(dataDir).failure()).toContain(`(pid ${api.child.pid})`);
    await api.stop();
    expect(existsSync(pidFile(dataDir))).toBe(false);
  });

  test('starts despite a postmaster.pid whose process id now belongs to something else', async () => {
    const first = server(dataDir);
    await first.url();
    const left = readFileSync(pidFile(dataDir), 'utf8').split('\n');
    await first.stop();
    const owner = statSync(join(dataDir, 'postgresql'));
    const stranger: ChildProcess = spawn('sleep', ['60'], isRoot ? { uid: owner.uid, gid: owner.gid } : {});
    writeFileSync(pidFile(dataDir), [stranger.pid, ...left.slice(1)].join('\n'));

    const next = server(dataDir);
    expect(await query(await next.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode).toBe(null);
    await next.stop();
    stranger.kill();
  });

  test('starts despite an empty postmaster.pid, as a power cut leaves it', async () => {
    writeFileSync(pidFile(dataDir), '');
    const minuteAgo = Date.now() / 1000 - 60;
    utimesSync(pidFile(dataDir), minuteAgo, minuteAgo);
    const next = server(dataDir);
    expect(await query(await next.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
    await next.stop();
  });

  test('logs nothing of what people sent', async () => {
    const api = server(dataDir);
    await expect(query(await api.url(), `select 'private'::integer`)).rejects.toThrow('private');
    const crash = query(await api.url(), `select pg_sleep(20) as private`).catch(() => {});
    const backend = await eventually(async () => {
      const rows = await query(await api.url(), `select pid from pg_stat_activity where query like 'select pg_sleep%'`);
      return Number(rows[0]!.pid);
    });
    process.kill(backend, 'SIGKILL');
    await crash;
    await eventually(async () => query(await api.url(), 'select 1'));
    const log = readFileSync(join(dataDir, 'server.log'), 'utf8');
    expect(log).toContain('was terminated by signal 9');
    expect(log).not.toContain('private');
    await api.stop();
  });

  test('keeps its password secret and requires it from every client', async () => {
    const api = server(dataDir);
    const url = new URL(await api.url());
    expect(statSync(join(dataDir, 'embedded.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'server.log')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'postgresql')).mode & 0o777).toBe(0o700);
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
    await api.stop();
  });

  test('says what is wrong when the password file is gone or damaged', async () => {
    const file = join(dataDir, 'embedded.json');
    writeFileSync(file, '{');
    expect(await server(dataDir).failure()).toBe(`${file} is damaged. Restore it, or set DATABASE_URL.`);
    rmSync(file);
    expect(await server(dataDir).failure()).toMatch(/embedded\.json is missing: .*DATABASE_URL/);
  });

  test('says what is wrong when the folder set for its programs has none', async () => {
    const options = { dataDir: installation.newDataDir(ourselves), role: 'server', bin: installation.folder } as const;
    const app = installation.run(options, ourselves);
    expect(await app.failure()).toBe('REGISTRY_EMBEDDED_PG_BIN does not lead to initdb and postgres of PostgreSQL 15 to 18.');
  });
});
