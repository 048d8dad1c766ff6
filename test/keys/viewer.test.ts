import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

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
