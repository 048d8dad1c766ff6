import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ApiProcess } from '../support/api-process.ts';
import { freshDatabase } from '../support/database.ts';
import { pidFile, postmaster, vanished } from '../support/postmaster.ts';
import { until } from '../support/until.ts';

// Each test starts processes, some with their own database.

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'registry-shutdown-'));
  chmodSync(home, 0o755);
}, 60_000);
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

const running: ApiProcess[] = [];
const start = (settings: Record<string, string> = {}): ApiProcess => {
  const api = new ApiProcess({ REGISTRY_DEMO_ACCOUNTS: '0', REGISTRY_DATA_DIR: join(home, 'data'), ...settings });
  running.push(api);
  return api;
};
afterEach(async () => {
  for (const api of running.splice(0)) {
    api.child.kill('SIGTERM');
    await api.ended;
  }
});

/** Signals closer together than this count as one. */
const apartMs = 600;

const body = JSON.stringify({ query: '{ viewer { scope } }' });

/** Sends a request except for the last bytes of its body; `finish` sends those and returns the answer. */
async function halfARequest({ hostname, port }: URL): Promise<() => Promise<string>> {
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (text) => {
    answer += text;
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, -5)}`,
  );
  // Nothing shows that it has arrived, and the server cuts off what has not.
  await sleep(1000);
  return async () => {
    socket.write(body.slice(-5));
    await closed;
    return answer;
  };
}

const takesNoMore = ({ hostname, port }: URL): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
    socket.once('connect', () => socket.destroy());
  });

describe('a termination signal', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s lets a request in flight finish, takes no new one, and leaves no PostgreSQL behind',
    async (signal) => {
      const api = start();
      const url = await api.url();
      const pid = postmaster(join(home, 'data'));
      const finish = await halfARequest(url);
      api.child.kill(signal);
      await until(() => takesNoMore(url));
      const answer = await finish();
      expect(answer).toMatch(/^HTTP\/1.1 200 OK/);
      expect(answer).toMatch(/connection: close/i);
      expect(answer).toContain('{"data":{"viewer":{"scope":"PUBLIC"}}');
      expect(await api.ended).toBe(0);
      expect(api.complained).toBe('');
      await vanished(pid);
      expect(existsSync(pidFile(join(home, 'data')))).toBe(false);
    },
  );

  test('does not wait for requests in flight when sent a second time', async () => {
    const api = start();
    const url = await api.url();
    const pid = postmaster(join(home, 'data'));
    await halfARequest(url);
    api.child.kill('SIGTERM');
    await until(() => takesNoMore(url));
    await sleep(apartMs);
    const asked = performance.now();
    api.child.kill('SIGTERM');
    expect(await api.ended).toBe(1);
    expect(performance.now() - asked).toBeLessThan(5_000);
    await vanished(pid);
  });
});

describe('a start', () => {
  test('writes the first staff key to a file for its owner and not to its output, and the key works', async () => {
    const settings = { REGISTRY_DATA_DIR: join(home, 'keys') };
    const first = start(settings);
    const url = await first.url();
    const [, file = ''] = /The first staff key is in (\S+)\. /.exec(first.said) ?? [];
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const key = readFileSync(file, 'utf8').trim();
    const answer = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body,
    });
    expect(await answer.json()).toMatchObject({ data: { viewer: { scope: 'STAFF' } } });
    first.child.kill('SIGTERM');
    await first.ended;
    expect(first.said).not.toMatch(/cor_|postgres:\/\//);

    rmSync(file);
    const second = start(settings);
    await second.url();
    expect(second.said).not.toMatch(/cor_|postgres:/);
    expect(second.said).toContain('use the staff key of the first start');
  });

  test('on its own database prints the address of the API, and not that of the database', async () => {
    const database = await freshDatabase();
    const api = start({ DATABASE_URL: database.url });
    const url = await api.url();
    expect(url.protocol).toBe('http:');
    expect(api.said).not.toMatch(/postgres:\/\//);
    api.child.kill('SIGTERM');
    await api.ended;
    await database.drop();
  });

  test('on a port in use says so in one line and makes no key', async () => {
    const database = await freshDatabase();
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const address = holder.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const api = start({ PORT: String(port), DATABASE_URL: database.url });
    expect(await api.ended).toBe(1);
    expect(api.complained).toBe(`Port ${port} on 127.0.0.1 is in use. Set PORT to another one, or stop what listens there.\n`);
    expect(api.said).not.toMatch(/cor_/);
    holder.close();
    await database.drop();
  });

  test('with an unknown setting says so in one line', async () => {
    const api = start({ PORT: 'eighty' });
    expect(await api.ended).toBe(1);
    expect(api.complained).toBe('PORT must be a whole number from 0 to 65535.\n');
  });
});
