import { expect, test } from '@jest/globals';
import { startTestServer } from '../support/server.ts';

test('a draining server says that it is not ready, keeps answering, and closes each connection, until it ends', async () => {
  const server = await startTestServer({ drainMs: 1_500 });
  await server.request.get('/readyz').expect(200);
  const stopped = server.stop();
  const ready = await server.request.get('/readyz');
  expect(ready.status).toBe(503);
  expect(ready.body).toEqual({ status: 'not ready', reason: 'The server is stopping.' });
  const answer = await server.graphql('{ viewer { scope } }');
  expect(answer).toMatchObject({ status: 200, data: { viewer: { scope: 'PUBLIC' } } });
  expect(answer.headers.connection).toBe('close');
  await stopped;
  await expect(fetch(new URL('/healthz', server.url))).rejects.toThrow();
});
