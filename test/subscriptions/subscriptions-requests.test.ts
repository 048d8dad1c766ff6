import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { endOfFeed } from '../support/feed.ts';
import { Listener } from '../support/listener.ts';
import { type RequestingServer, startRequesting, type Who } from '../support/requesting.ts';

let server: RequestingServer;
beforeAll(async () => {
  server = await startRequesting({ upkeep: true });
});
afterAll(() => server.stop());

let open: Listener[] = [];
afterEach(async () => {
  await Promise.all(open.map((each) => each.close()));
  open = [];
});

const changed = `subscription ($after: String, $filter: EquivalencyChangeFilter) {
  equivalencyRequestChanged(after: $after, filter: $filter) { before after effectiveOn request { id state { status } } } }`;

async function listen(who: Who, variables: Record<string, unknown> = {}): Promise<Listener> {
  const after = await endOfFeed(server);
  const listener = await Listener.of(server, server.keys[who]);
  open.push(listener);
  listener.subscribe('a', changed, { after, ...variables });
  return listener;
}

/** The reported changes of requests, with the status that each request then has. */
const told = async (listener: Listener, count: number): Promise<unknown[]> =>
  (await listener.events('a', count)).map((payload) => {
    const { data } = payload as { data: { equivalencyRequestChanged: { before: string | null; after: string } } };
    return [data.equivalencyRequestChanged.before, data.equivalencyRequestChanged.after];
  });

test('R-41: a caller who may see a request receives each of its steps, from the first visible one', async () => {
  const listeners = {
    gamma: await listen('gamma'),
    clerk: await listen('clerk'),
    beta: await listen('beta'),
    buyer: await listen('buyer'),
  };
  const { id } = await server.begin('gamma', 'A-3', 'OUT_OF_PROVINCE');
  await server.done('gamma', 'withdrawEquivalencyRequest', id);
  const steps = [
    [null, 'DRAFT'],
    ['DRAFT', 'WITHDRAWN'],
  ];
  expect(await told(listeners.gamma, 2)).toEqual(steps);
  expect(await told(listeners.clerk, 2)).toEqual(steps);
  const other = await server.begin('beta', 'A-2', 'OUT_OF_PROVINCE');
  expect(await told(listeners.beta, 1)).toEqual([[null, 'DRAFT']]);
  expect(listeners.beta.of('a', 'next')[0]?.payload.data.equivalencyRequestChanged.request.id).toBe(other.id);
  expect(listeners.buyer.of('a')).toEqual([]);
});

test('can be filtered by new status, and refuses an unknown status', async () => {
  const listener = await listen('clerk', { filter: { statuses: ['WITHDRAWN'] } });
  const { id } = await server.begin('gamma', 'A-3', 'OUT_OF_PROVINCE');
  await server.done('gamma', 'withdrawEquivalencyRequest', id);
  expect(await told(listener, 1)).toEqual([['DRAFT', 'WITHDRAWN']]);
  const wrong = await listen('clerk', { filter: { statuses: [] } });
  expect((await wrong.errors('a'))[0]).toMatchObject({
    message: 'filter.statuses must name at least one.',
    extensions: { field: 'filter.statuses' },
  });
});
