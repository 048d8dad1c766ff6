import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
beforeAll(async () => {
  // No heartbeat comes during the test: a notification ends the socket.
  server = await startTestServer({ upkeep: true, socketLimits: { heartbeatMs: 600_000 } });
});
afterAll(() => server.stop());

const idOf = (key: string): string => /^cor_([^_]+)_/.exec(key)?.[1] ?? '';

async function connect(key: string) {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const state = { closed: null as number | null, acknowledged: false };
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } })));
  socket.on('message', (data) => {
    state.acknowledged ||= String(data).includes('connection_ack');
  });
  socket.on('close', (code) => {
    state.closed = code;
  });
  await until(() => state.acknowledged);
  return { socket, state };
}

test('a key revoked on another node loses its sockets here within five seconds, and no other key does', async () => {
  const [revoked, kept] = [await server.keyFor('buyer', 'Revoked'), await server.keyFor('buyer', 'Kept')];
  const [one, other] = [await connect(revoked), await connect(kept)];
  await server.dataSource.query('update api_key set revoked_at = clock_timestamp() where id = $1', [idOf(revoked)]);
  await until(() => one.state.closed !== null);
  expect(one.state.closed).toBe(4401);
  expect(other.state.closed).toBeNull();
  other.socket.close();
  const { status, errors } = await server.graphql('{ viewer { scope } }', {}, { key: revoked });
  expect([status, errors?.[0]?.extensions]).toMatchObject([401, { reason: 'REVOKED' }]);
});

test('pages about the process’s state are not cached', async () => {
  for (const page of ['/healthz', '/readyz', '/schema.graphql'])
    expect((await server.request.get(page)).headers['cache-control']).toBe('no-store');
});

describe('callers', () => {
  const viewer = '{ viewer { scope holder } }';

  describe('viewer', () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startTestServer();
    });
    afterAll(() => server.stop());

    test('a caller without a key is the public', async () => {
      const { status, data } = await server.graphql(viewer);
      expect(status).toBe(200);
      expect(data).toEqual({ viewer: { scope: 'PUBLIC', holder: null } });
    });

    test('a caller with a key is the key’s holder', async () => {
      const key = await server.keyFor('buyer', 'City of Sudbury');
      const { data } = await server.graphql(viewer, {}, { key });
      expect(data).toEqual({ viewer: { scope: 'BUYER', holder: 'City of Sudbury' } });
    });

    test('the statements of a request are counted', async () => {
      server.statements();
      await server.request.get('/readyz').expect(200, { status: 'ready' });
      expect(server.statements()).toEqual([]);
      await server.dataSource.query('select 1');
      expect(server.statements()).toEqual(['select 1']);
      await server.graphql(viewer);
      expect(server.statements()).toEqual([]);
    });
  });
});
