import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { localeOf, statedLocale } from '../../src/server/request/request-locale.ts';
import { Listener, TickResolver, ticking } from '../support/listener.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let sockets: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  sockets = await startTestServer({ resolvers: [TickResolver] });
});
afterAll(async () => {
  await server.stop();
  await sockets.stop();
});

describe('the language of a request', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['FR-ca', 'fr'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['en-CA,en;q=0.9,fr;q=0.8', 'en'],
    ['en;q=0.5, fr;q=0.6', 'fr'],
    ['de, fr;q=0.3', 'fr'],
    ['fr, en', 'fr'],
    ['en, fr', 'en'],
    ['fr;q=0', 'en'],
    ['fro, frr', 'en'],
    ['*', 'en'],
    ['fr;q=x', 'fr'],
    [`${'de,'.repeat(30)}fr`, 'en'],
  ])('of Accept-Language %j is %s', (header, locale) => {
    expect(localeOf({ headers: header === undefined ? {} : { 'accept-language': header } })).toBe(locale);
  });

  test('in connection_init may have either case and a region; an unsupported one counts as none', () => {
    expect(['fr', 'FR', 'fr-CA', 'EN'].map(statedLocale)).toEqual(['fr', 'fr', 'fr', 'en']);
    expect(['de', '', 7, null, undefined].map(statedLocale)).toEqual([null, null, null, null, null]);
  });
});

describe('over HTTP', () => {
  const query = `{ verify(subject: { wsibAccount: "1999999" }) { consequence fr: consequence(locale: FR) en: consequence(locale: EN) unset: consequence(locale: null) } }`;
  const english = 'No current certification is on record for 20 November 2026.';
  const french = expect.stringContaining('20\u00A0novembre\u00A02026');
  const asked = (language?: string) =>
    server.request
      .post('/graphql')
      .set(language ? { 'accept-language': language } : {})
      .send({ query });

  test('words are in English if the request names no language', async () => {
    const { body, headers } = await asked();
    expect(body.data.verify).toEqual({ consequence: english, fr: french, en: english, unset: english });
    expect(headers).toMatchObject({ 'content-language': 'en', vary: 'accept, accept-encoding, accept-language' });
  });

  test('words are in the language of Accept-Language, except for fields that set their own', async () => {
    const { body, headers } = await asked('fr-CA,fr;q=0.9,en;q=0.8');
    expect(body.data.verify).toEqual({ consequence: french, fr: french, en: english, unset: french });
    expect(headers).toMatchObject({ 'content-language': 'fr', vary: 'accept, accept-encoding, accept-language' });
  });

  test('titles of clauses follow it too', async () => {
    const { body } = await server.request
      .post('/graphql')
      .set('accept-language', 'fr')
      .send({ query: '{ guideline { clauses(ids: ["G-2.4.l"]) { title } } }' });
    expect(body.data.guideline.clauses[0].title).toBe('En attente sans lettre après 30 jours');
  });

  test('an answer to a request that failed names its language', async () => {
    const { headers } = await server.request
      .post('/graphql')
      .set({ 'accept-language': 'fr', 'content-type': 'application/json' })
      .send('{');
    expect(headers).toMatchObject({ 'content-language': 'fr', vary: 'accept, accept-encoding, accept-language' });
  });
});

describe('of a subscription', () => {
  let heard: string[] = [];
  beforeEach(() => {
    heard = [];
    ticking.told = ({ locale }) => void heard.push(locale);
  });
  const one = 'subscription { ticks(count: 1) { number } }';

  async function locale(headers: Record<string, string>, stated?: unknown): Promise<string[]> {
    const listener = new Listener(`${sockets.url}/graphql`, { headers });
    await new Promise((opened) => listener.socket.once('open', opened));
    listener.say({ type: 'connection_init', ...(stated !== undefined && { payload: { locale: stated } }) });
    await new Promise((acknowledged) => listener.socket.once('message', acknowledged));
    listener.subscribe('a', one);
    await listener.events('a', 1);
    await listener.close();
    return heard;
  }

  test('over WebSocket is that of the upgrade', async () => expect(await locale({ 'accept-language': 'fr-CA' })).toEqual(['fr']));

  test('over WebSocket is English if nothing names one', async () => expect(await locale({})).toEqual(['en']));

  test('over WebSocket is the one in connection_init', async () => {
    expect(await locale({ 'accept-language': 'en' }, 'fr')).toEqual(['fr']);
  });

  test('over WebSocket is that of the upgrade if connection_init names no supported one', async () => {
    expect(await locale({ 'accept-language': 'fr' }, 'de')).toEqual(['fr']);
  });

  test('over Server-Sent Events is that of the request, and its answer says so', async () => {
    const headers = { accept: 'text/event-stream', 'accept-language': 'fr' };
    const answer = await sockets.request.get('/graphql/stream').query({ query: one }).set(headers);
    expect(heard).toEqual(['fr']);
    expect(answer.headers).toMatchObject({ 'content-language': 'fr', vary: 'accept-language' });
  });
});
