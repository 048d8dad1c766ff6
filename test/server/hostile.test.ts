import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { keyText, newKey } from '../../src/access/key.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await startTestServer();
  key = await server.keyFor('staff');
});
afterAll(() => server.stop());

describe('no operation gets a 500', () => {
  const unharmed = ({ status, text }: { status: number; text: string }) => status < 500 && !text.includes('INTERNAL');

  const nested = (open: string, close: string, n: number) => open.repeat(n) + close.repeat(n);
  const steps = Array.from({ length: 300 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ');
  test.each([
    ['lists within lists', `{ verify(subject: ${nested('[', ']', 2_400)}) { found } }`],
    ['objects within objects', `{ verify(subject: ${nested('{a:', '1}', 1_200)}) { found } }`],
    ['fields within fields', `{ viewer ${nested('{ a ', '}', 1_600)} }`],
    ['fragments that spread each other in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['fragments that double', `{ ...F0 } ${steps} fragment F300 on Query { __typename }`],
    ['the same field a thousand times', `{ ${'viewer { scope } '.repeat(1_000)} }`],
    ['directives a thousand times', `{ viewer ${'@include(if: true) '.repeat(500)} { scope } }`],
    ['a name of 100,000 letters', `{ ${'a'.repeat(100_000)} }`],
    ['many operations', 'query A { viewer { scope } } query B { viewer { scope } }'],
    ['a subscription', 'subscription { viewer { scope } }'],
    ['a mutation that is none', 'mutation { __typename }'],
    ['deferred parts', '{ ... @defer { viewer { scope } } }'],
  ])('%s', async (_name, query) => {
    expect(unharmed(await server.graphql(query, {}, { key }))).toBe(true);
    expect(unharmed(await server.graphql(query))).toBe(true);
  });

  const words =
    '{ } ( ) [ ] : ! $a @include ... on fragment query mutation Query Verification verify verifyMany viewer scope found subject subjects wsibAccount "x" 1 -1 1.5 null true first if F __typename __schema'.split(
      ' ',
    );
  const variables = fc.dictionary(fc.constantFrom('a', 'subject', 'on'), fc.jsonValue({ maxDepth: 3 }));

  test('of random words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 25 }), variables, async (text, given) => {
        expect(unharmed(await server.graphql(`{ ${text.join(' ')}`, given, { key }))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('with random variables', async () => {
    const query = 'query ($subject: VerificationSubject!, $on: LocalDate) { verify(subject: $subject, on: $on) { found standing } }';
    const subject = fc.dictionary(
      fc.constantFrom('account', 'wsibAccount', 'documentNumber', 'businessNumber'),
      fc.jsonValue({ maxDepth: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(subject, fc.jsonValue()), fc.option(fc.string({ unit: 'binary' })), async (given, on) => {
        expect(unharmed(await server.graphql(query, { subject: given, on }, { key }))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('in a body of random JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        const answer = await server.request.post('/graphql').set('content-type', 'application/json').send(body);
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a malformed path', () => {
  const at = async (path: string, method = 'GET') => {
    const { status, headers, body } = await rawRequest(method, path);
    return { status, frame: headers['x-frame-options'], type: headers['content-type'], body };
  };

  test.each([
    ['/%zz', '/%zz'],
    ['/%ff', '/%ff'],
    ['/explorer/%00', '/explorer/%00'],
    ['//elsewhere.example/', '//elsewhere.example/'],
    ['/graphql/', '/graphql/'],
    ['/graphql%20', '/graphql%20'],
    ['one of 6,000 characters', '/a'.repeat(3_000)],
  ])('%s gets a fault that does not repeat it', async (_name, path) => {
    const { status, frame, type, body } = await at(path);
    expect([400, 404]).toContain(status);
    expect([frame, type]).toEqual(['DENY', 'application/json; charset=utf-8']);
    expect(Object.keys(JSON.parse(body))).toEqual(['errors']);
    expect(body).not.toContain(path);
  });

  test('of random characters gets no 500 and no stack', async () => {
    const paths = fc.array(
      fc.constantFrom('%', '2', 'e', 'f', '0', '.', '/', '?', '&', '=', '\\', '"', '<', ';', 'graphql', 'explorer', '~', '#'),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(paths, fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE'), async (parts, method) => {
        const { status, body } = await at(`/${parts.join('')}`, method);
        expect(status).toBeLessThan(500);
        expect(body).not.toMatch(/\bat .*\.[jt]s/);
      }),
      { numRuns: 150 },
    );
  });
});

/** Sends a request with the path unchanged; clients would normalize it. */
function rawRequest(method: string, path: string): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const request = httpRequest({ hostname, port, method, path }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.on('error', reject).end();
  });
}

describe('the look-up of a key', () => {
  test.each([
    ['a known one', () => server.keyFor('buyer')],
    ['an unknown one', async () => keyText(newKey())],
  ])('of %s is made once, for requests that come together and for those that follow', async (_name, make) => {
    const given = await make();
    const look = jest.spyOn(server.source.manager, 'findOneBy');
    await Promise.all(Array.from({ length: 5 }, () => server.graphql('{ viewer { scope } }', {}, { key: given })));
    await server.graphql('{ viewer { scope } }', {}, { key: given });
    expect(look).toHaveBeenCalledTimes(1);
    look.mockRestore();
  });
});
