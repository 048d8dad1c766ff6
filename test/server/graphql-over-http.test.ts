import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { type Audit, serverAudits } from 'graphql-http';
import { DeprecatedUses, deprecatedUses } from '../../src/access/deprecated-uses.ts';
import { keyText, newKey } from '../../src/access/key.ts';
import { deprecatedCommand } from '../../src/cli/deprecated.command.ts';
import { deprecatedIn } from '../../src/server/request/deprecated-in.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await startTestServer();
  key = await server.keyFor('staff');
});
afterAll(() => server.stop());

describe('the audits of GraphQL over HTTP', () => {
  // The audits introspect, which needs a key, and send GET requests, which need a header that a form on another site cannot send.
  const audits = serverAudits({
    url: () => `${server.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${key}`, 'apollo-require-preflight': 'true' } }),
  });

  test('there are 61', () => expect(audits).toHaveLength(61));

  test.each(audits.map((audit): [string, Audit] => [`${audit.id} ${audit.name}`, audit]))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect({ status: result.status, reason: 'reason' in result ? result.reason : undefined }).toEqual({ status: 'ok', reason: undefined });
  });
});

describe('a malformed request', () => {
  const post = () => server.request.post('/graphql').set('content-type', 'application/json');

  test('malformed JSON gets a JSON error', async () => {
    const { status, body, headers } = await post().send('{"query": "{ viewer');
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(body).toEqual({ errors: [{ message: 'The request body is not valid JSON.', extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('text that is not UTF-8 is refused', async () => {
    const { status, body } = await post().send(Buffer.from('{"query":"{ viewer { holder } } # \xe9"}', 'latin1').toString('latin1'));
    expect([status, body.errors?.[0].extensions.code]).toEqual([200, undefined]);
    const raw = await rawPost(Buffer.from('{"query":"{ viewer { holder } } # \xe9"}', 'latin1'));
    expect(raw.status).toBe(415);
  });

  test.each([
    ['text/plain', '{"query":"{ viewer { scope } }"}'],
    ['application/x-www-form-urlencoded', 'query=%7Bviewer%7Bscope%7D%7D'],
    ['application/json; charset=latin1', '{"query":"{ viewer { scope } }"}'],
    ['application/graphql', '{ viewer { scope } }'],
  ])('a body of %s is refused', async (type, body) => {
    const answer = await server.request.post('/graphql').set('content-type', type).set('apollo-require-preflight', '1').send(body);
    expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  test('a body over 64 kB without a key is refused, with or without a declared length', async () => {
    const body = JSON.stringify({ query: `{ viewer { scope } } # ${'x'.repeat(64 * 1024)}` });
    const said = await post().send(body);
    expect([said.status, said.body.errors[0].extensions]).toEqual([413, { code: 'REQUEST_TOO_LARGE', limit: 65_536 }]);
    const unsaid = await rawPost(Buffer.from(body), { 'transfer-encoding': 'chunked' });
    expect([unsaid.status, JSON.parse(unsaid.text).errors[0].extensions.code]).toEqual([413, 'REQUEST_TOO_LARGE']);
  });

  test('a body of 200 kB with a key is read', async () => {
    const { data } = await server.graphql(`{ viewer { scope } } # ${'x'.repeat(200 * 1024)}`, {}, { key });
    expect(data).toEqual({ viewer: { scope: 'STAFF' } });
  });

  test('a batch is refused', async () => {
    const { status, body } = await post().send([{ query: '{ viewer { scope } }' }, { query: '{ viewer { scope } }' }]);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  const get = (headers: Record<string, string>) => server.request.get('/graphql').query({ query: '{ viewer { scope } }' }).set(headers);

  test.each(['navigate', 'no-cors', 'websocket', 'nonsense'])(
    'a GET with Sec-Fetch-Mode %s, as from links, forms and images, is refused',
    async (mode) => {
      const { status, body } = await get({ 'sec-fetch-mode': mode });
      expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    },
  );

  test.each([
    {},
    { 'sec-fetch-mode': 'cors' },
    { 'sec-fetch-mode': 'same-origin' },
    { 'sec-fetch-mode': 'navigate', 'apollo-require-preflight': '1' },
  ])('a GET with %j is answered', async (headers) => {
    expect((await get(headers)).body).toEqual({ data: { viewer: { scope: 'PUBLIC' } } });
  });

  test('a GET with a key gets an answer in any mode, and one with a wrong key does not', async () => {
    const asked = async (authorization: string) => (await get({ authorization, 'sec-fetch-mode': 'no-cors' })).body;
    expect(await asked(`Bearer ${key}`)).toEqual({ data: { viewer: { scope: 'STAFF' } } });
    expect((await asked(`Bearer ${key}x`)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  test.each([
    ['in another header', (text: string) => ({ headers: { 'x-api-key': text }, query: {} })],
    ['in the address', (text: string) => ({ headers: {}, query: { key: text } })],
  ])('a key %s is refused with a word on where it goes, and one beside Authorization is no matter', async (_where, placed) => {
    const { headers, query } = placed(key);
    const asked = (more: Record<string, string>) =>
      server.request
        .get('/graphql')
        .query({ query: '{ viewer { scope } }', ...query })
        .set({ ...headers, ...more });
    const { status, body } = await asked({});
    expect([status, body.errors[0].extensions]).toEqual([401, { code: 'UNAUTHENTICATED', reason: 'MISPLACED' }]);
    expect(body.errors[0].message).toContain('in this header: `Authorization: Bearer cor_…`');
    const stream = await server.request
      .get('/graphql/stream')
      .query({ query: 'subscription { statusChanged { cursor } }', ...query })
      .set({ ...headers, accept: 'text/event-stream' });
    expect(stream.status).toBe(401);
    expect((await asked({ authorization: `Bearer ${key}` })).body.data).toEqual({ viewer: { scope: 'STAFF' } });
    const ofGateway = await server.request.get('/graphql').query({ query: '{ viewer { scope } }' }).set('x-api-key', 'of a gateway');
    expect(ofGateway.body.data).toEqual({ viewer: { scope: 'PUBLIC' } });
  });

  test('a GET changes nothing', async () => {
    const { status } = await server.request
      .get('/graphql')
      .query({ query: 'mutation { __typename }' })
      .set({ authorization: `Bearer ${key}` });
    expect(status).toBe(405);
  });

  test('a byte order mark before the JSON is ignored', async () => {
    const { status, text } = await rawPost(Buffer.from('\uFEFF{"query":"{ viewer { scope } }"}'));
    expect([status, JSON.parse(text)]).toEqual([200, { data: { viewer: { scope: 'PUBLIC' } } }]);
  });

  test.each(['put', 'delete', 'patch'] as const)('%s is not a method of /graphql', async (method) => {
    const { status, headers, body } = await server.request[method]('/graphql').set('apollo-require-preflight', '1');
    expect([status, headers.allow, body.errors[0].extensions.code]).toEqual([405, 'GET, POST', 'BAD_REQUEST']);
  });

  test('persisted queries are not supported', async () => {
    const { body } = await post().send({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } });
    expect(body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  test('a body that never arrives ends with its connection, and the server still answers', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"que');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    expect((await server.graphql('{ viewer { scope } }')).status).toBe(200);
  });

  test('bytes that are not HTTP get a JSON error', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write('nonsense\r\n\r\n'));
      socket.on('data', (data) => resolve(String(data)));
    });
    expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request/);
    expect(answer).not.toMatch(/at .*\.js/);
  });
});

describe('an API key', () => {
  const viewer = '{ viewer { scope } }';
  const asked = async (authorization: string) => {
    const { status, body, headers } = await server.request.post('/graphql').set({ authorization }).send({ query: viewer });
    return { status, body, asks: headers['www-authenticate'] };
  };
  const refusal = (reason: string, message: unknown) => ({
    status: 401,
    body: { errors: [{ message, extensions: { code: 'UNAUTHENTICATED', reason } }] },
    asks: 'Bearer realm="registry"',
  });
  const refused = refusal('WRONG', 'The API key is wrong. Send it in full, as it was issued: `Authorization: Bearer cor_…`.');

  test('an unknown key is refused, the first time and again', async () => {
    const unknown = `Bearer ${keyText(newKey())}`;
    expect(await asked(unknown)).toEqual(refused);
    expect(await asked(unknown)).toEqual(refused);
  });

  test('a known id with another secret is refused in the same words', async () => {
    const other = keyText({ id: key.split('_')[1] ?? '', secret: newKey().secret });
    expect(await asked(`Bearer ${other}`)).toEqual(refused);
  });

  test.each([
    '',
    'Bearer',
    'Bearer ',
    'Basic dXNlcjpwYXNz',
    'Bearer cor_x_y',
    'Bearer nonsense',
    `Bearer cor_${'0'.repeat(16)}_${'x'.repeat(43)}`,
  ])('the header "%s" is refused in the same words', async (header) => {
    expect(await asked(header)).toEqual(refused);
  });

  // Apollo Client 4 treats a 401 in plain JSON as a network failure, and its RetryLink sends the wrong key five times.
  test.each([
    ['application/graphql-response+json', 'application/graphql-response+json'],
    ['application/graphql-response+json,application/json;q=0.9', 'application/graphql-response+json'],
    ['application/json, application/graphql-response+json', 'application/json'],
    ['application/graphql-response+json;q=0', 'application/json'],
    ['*/*', 'application/json'],
  ])('a refusal to %s comes as %s', async (accept, type) => {
    const { status, headers, body } = await server.request
      .post('/graphql')
      .set({ authorization: `Bearer ${key}x`, accept })
      .send({ query: viewer });
    expect([status, headers['content-type']]).toEqual([401, `${type}; charset=utf-8`]);
    expect(body.errors[0].extensions.reason).toBe('WRONG');
  });

  test('the word Bearer is accepted in any case', async () => {
    expect((await asked(`bearer ${key}`)).status).toBe(200);
  });

  test('a revoked key is refused, and a caller with its secret learns why', async () => {
    const revoked = await server.keyFor('buyer');
    await server.dataSource.query('update api_key set revoked_at = now() where id = $1', [revoked.split('_')[1]]);
    expect(await asked(`Bearer ${revoked}`)).toEqual(refusal('REVOKED', 'The API key was revoked. Ask for a new one.'));
  });

  test('a key is refused from the instant it expires, and a caller with its secret learns why', async () => {
    const expired = await server.keyFor('buyer');
    await server.dataSource.query('update api_key set expires_at = now() where id = $1', [expired.split('_')[1]]);
    expect(await asked(`Bearer ${expired}`)).toEqual(refusal('EXPIRED', expect.stringContaining('has expired')));
  });

  test('the secret is stored as a hash and appears in no log', async () => {
    await asked(`Bearer ${key}`);
    const secret = key.slice(key.indexOf('_', 4) + 1);
    const [stored] = await server.dataSource.query(`select encode(secret_hash, 'escape') as hash from api_key where id = $1`, [
      key.split('_')[1],
    ]);
    expect(stored.hash).not.toContain(secret);
    expect(JSON.stringify(server.logged)).not.toContain(secret);
  });
});

describe('every answer', () => {
  test('varies by Accept and is not cached', async () => {
    const { headers } = await server.graphql('{ viewer { scope } }');
    expect(headers).toMatchObject({
      vary: 'accept, accept-encoding, accept-language',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  test('carries the request id that came with the request', async () => {
    const answer = await server.request.get('/healthz').set('x-request-id', 'bid-42.A_1');
    expect(answer.headers['x-request-id']).toBe('bid-42.A_1');
  });

  test.each(['x'.repeat(65), 'two words', '<script>', ''])('carries an id of its own when the one given is "%s"', async (id) => {
    const { headers } = await server.request.get('/healthz').set('x-request-id', id);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{24}$/);
  });

  test('that is long comes compressed to callers who ask for that, with the same content', async () => {
    const types = (encoding: string) =>
      server.request
        .post('/graphql')
        .set({ authorization: `Bearer ${key}`, 'accept-encoding': encoding })
        .send({ query: '{ __schema { types { name description } } }' });
    const [plain, zipped] = [await types('identity'), await types('br, gzip;q=0.5')];
    expect([plain.headers['content-encoding'], zipped.headers['content-encoding']]).toEqual([undefined, 'gzip']);
    expect(Number(zipped.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']) / 2);
    expect(zipped.body.data).toEqual(plain.body.data);
    expect((await types('gzip;q=0, deflate')).headers['content-encoding']).toBeUndefined();
    const short = await server.request.post('/graphql').set('accept-encoding', 'gzip').send({ query: '{ viewer { scope } }' });
    expect(short.headers['content-encoding']).toBeUndefined();
  });

  test('to a request that accepts no supported type is a 406', async () => {
    const { status } = await server.request.post('/graphql').set('accept', 'image/png').send({ query: '{ viewer { scope } }' });
    expect(status).toBe(406);
  });

  test('is logged in one line without what was sent', async () => {
    await server.request
      .post('/graphql')
      .set({ authorization: `Bearer ${key}`, 'x-request-id': 'logged-1' })
      .send({
        query: 'query WhoAmI { viewer { scope holder } }',
        variables: { secret: 'confidential' },
      });
    const lines = server.logged.filter((line) => line.requestId === 'logged-1');
    expect(lines).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        msg: 'request',
        requestId: 'logged-1',
        operationName: 'WhoAmI',
        ms: expect.any(Number),
        status: 200,
        scope: 'staff',
        keyId: key.split('_')[1],
        cost: 1,
      },
    ]);
  });
});

describe('a WebSocket request without its upgrade', () => {
  const opening = { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-version': '13' };

  test.each([
    ['Upgrade', { connection: 'keep-alive' }],
    ['Connection', { upgrade: 'websocket', connection: 'keep-alive' }],
  ])('learns that %s was left out on the way', async (header, headers) => {
    const { status, body, headers: answered } = await server.request.get('/graphql').set({ ...opening, ...headers });
    expect([status, answered.upgrade]).toEqual([426, 'websocket']);
    expect(body.errors[0]).toMatchObject({
      message: expect.stringContaining(`header ${header} `),
      extensions: { code: 'UPGRADE_REQUIRED', header },
    });
  });
});

describe('the other pages', () => {
  test('/healthz says that the process is alive', () => server.request.get('/healthz').expect(200, { status: 'ok' }));

  test('/schema.graphql is the schema as text', async () => {
    const { headers, text } = await server.request.get('/schema.graphql').expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toContain('type Viewer {');
    expect(headers['content-encoding']).toBe('gzip');
    const plain = await server.request.get('/schema.graphql').set('accept-encoding', 'identity').expect(200);
    expect([plain.headers['content-encoding'], plain.text]).toEqual([undefined, text]);
  });

  test('an unknown page gets a JSON error', async () => {
    const { body } = await server.request.get('/nowhere').expect(404);
    expect(body.errors[0].extensions.code).toBe('NOT_FOUND');
  });

  test('/readyz waits for the newest migration', async () => {
    const [last] = await server.dataSource.query('delete from migration where id = (select max(id) from migration) returning *');
    await until(async () => (await server.request.get('/readyz')).status === 503);
    await server.request.get('/readyz').expect(503, { status: 'not ready', reason: 'The database has not had every migration.' });
    const { body, headers } = await server.request.get('/readyz').set('accept-language', 'fr-CA');
    expect([body.reason, headers['content-language']]).toEqual(['La base de données n’a pas reçu toutes les migrations.', 'fr']);
    await server.dataSource.query('insert into migration (id, timestamp, name) values ($1, $2, $3)', [
      last[0].id,
      last[0].timestamp,
      last[0].name,
    ]);
    await until(async () => (await server.request.get('/readyz')).status === 200);
    await server.request.get('/readyz').expect(200, { status: 'ready' });
  });
});

/** POSTs raw bytes, which supertest would serialize in its own way. */
function rawPost(bytes: Buffer, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      `${server.url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      },
    );
    sent.on('error', reject);
    sent.end(bytes);
  });
}

describe('stopping', () => {
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
});

describe('an operation that uses what is deprecated', () => {
  const coordinate = 'Criterion.unofficial(locale:)';
  const query = '{ soseEligibility(wsibAccount: "1000002") { criteria { unofficial(locale: EN) } } }';
  const post = (given: string) => server.request.post('/graphql').set('authorization', `Bearer ${key}`).send({ query: given });

  test('is answered with a warning that names it, its dates and what to use', async () => {
    const { body, headers } = await post(query);
    expect(body.extensions.deprecated).toEqual([{ coordinate, reason: expect.stringContaining('Leave it out') }]);
    expect(headers).toMatchObject({ deprecation: '@1795996800', sunset: 'Tue, 30 Nov 2027 00:00:00 GMT' });
  });

  test('is counted by key and coordinate; others are not, and get no warning', async () => {
    const { body, headers } = await post('{ soseEligibility(wsibAccount: "1000002") { criteria { unofficial } } }');
    expect([body.extensions?.deprecated, headers.deprecation]).toEqual([undefined, undefined]);
    const uses = new DeprecatedUses(server.source);
    uses.note('one key', [coordinate], new Date('2031-03-01T00:00:00Z'));
    uses.note('one key', [coordinate], new Date('2031-03-02T00:00:00Z'));
    await uses.close();
    uses.note(null, [coordinate], new Date('2031-03-03T00:00:00Z'));
    uses.note('one key', [coordinate], new Date('2031-03-04T00:00:00Z'));
    await uses.close();
    // What the server itself counted is written when it stops.
    await server.restart();
    const [, own] = key.split('_');
    expect((await deprecatedUses(server.dataSource)).map(({ keyId, uses: count, holder }) => [keyId, count, holder])).toEqual([
      ['one key', 3, null],
      [null, 1, null],
      [own, 1, 'Test staff'],
    ]);
    const write = jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
    const before = process.env.DATABASE_URL;
    process.env.DATABASE_URL = server.databaseUrl;
    await deprecatedCommand().parseAsync(['--locale', 'en'], { from: 'user' });
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    const shown = write.mock.calls.map(([text]) => text);
    write.mockRestore();
    expect(shown).toEqual([
      `${coordinate}: 3 uses, last 2031-03-04T00:00:00.000Z, key one key of –\n`,
      `${coordinate}: 1 use, last 2031-03-03T00:00:00.000Z, without a key\n`,
      expect.stringMatching(new RegExp(`: 1 use, last .*, key ${own} of Test staff\n$`)),
    ]);
  });

  test('is found by its fields, arguments, input fields and enum values, in the document and in the variables', () => {
    const schema = buildSchema(`
      type Query { old: Int @deprecated(reason: "1") one(kind: Kind, by: By, gone: Int @deprecated(reason: "2")): Int }
      enum Kind { NEW OLD @deprecated(reason: "3") }
      input By { name: String @deprecated(reason: "4") kinds: [Kind!] by: By }`);
    const found = (text: string, variables = {}) => {
      const document = parse(text);
      const operation = getOperationAST(document);
      if (!operation) throw new Error('The document has one operation.');
      return [...deprecatedIn(schema, document, operation, variables)];
    };
    expect(found('{ old one(gone: 1, kind: OLD) }')).toEqual([
      ['Query.old', '1'],
      ['Query.one(gone:)', '2'],
      ['Kind.OLD', '3'],
    ]);
    expect(found('{ one(by: { by: { name: "a" } }) }')).toEqual([['By.name', '4']]);
    const text = 'query ($by: By) { one(by: $by, kind: NEW) }';
    expect(found(text, { by: { by: { name: 'a', kinds: ['NEW', 'OLD'] } } })).toEqual([
      ['By.name', '4'],
      ['Kind.OLD', '3'],
    ]);
    expect(found(text, { by: { kinds: ['NEW'] } })).toEqual([]);
  });
});
