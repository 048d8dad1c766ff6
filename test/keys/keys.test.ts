import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { Authentication } from '../../src/access/authentication.ts';
import { keyText, newKey, secretHash } from '../../src/access/key.ts';
import { readTrustedDocuments } from '../../src/access/trusted-documents.ts';
import { fixedClock, wallClock } from '../../src/clock.ts';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { makeSigningKeys, readSigningKeys, type SigningKeys } from '../../src/signing/signing-keys.ts';
import { compiled } from '../support/compiled.ts';
import { Listener } from '../support/listener.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const now = '2026-11-20T15:00:00Z';
let server: TestServer;
let keys: SigningKeys;
const trusted = new Map<string, ReadonlyMap<string, string>>();
let admin: string;
let firm: string;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-token-keys-'));
  makeSigningKeys(join(folder, 'keys.json'));
  keys = readSigningKeys(join(folder, 'keys.json'));
  rmSync(folder, { recursive: true });
  server = await startTestServer({ now, trustedDocuments: trusted, signingKeys: keys });
  admin = await server.keyFor('admin', 'Jane Doe');
  const files = {
    organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Example Builders Inc.,,,,Sudbury'],
  };
  await record(server.dataSource, files, '2026-11-20');
  const [row] = await server.dataSource.query('select id from organization');
  firm = row.id;
});

afterAll(() => server.stop());

const fields = 'id scope holder state createdAt expiresAt revokedAt lastUsedAt oldSecretUntil version organization { legalName }';
const create = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on IssuedApiKey { key apiKey { ${fields} } } } }`;
const rotate = `mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { ... on IssuedApiKey { key apiKey { ${fields} } } } }`;
const revoke = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { ... on ApiKey { ${fields} } } }`;

const asked = (input: object) => ({ input: { idempotencyKey: randomUUID(), ...input } });

async function make(input: object): Promise<{ id: string; key: string }> {
  const { data, errors } = await server.graphql(create, asked(input), { key: admin });
  if (errors) throw new Error(JSON.stringify(errors));
  return { id: data.createApiKey.apiKey.id, key: data.createApiKey.key };
}

async function fault(query: string, variables: object, key: string): Promise<unknown[]> {
  const { errors } = await server.graphql(query, { ...variables }, { key });
  return (errors ?? []).map(({ message, extensions }) => [extensions.code, extensions.field, message]);
}

async function whoIs(key: string): Promise<string> {
  const { data, errors } = await server.graphql('{ viewer { scope holder } }', {}, { key });
  return errors ? `${errors[0]?.extensions.code} ${errors[0]?.extensions.reason}` : `${data.viewer.scope} ${data.viewer.holder}`;
}

describe('an admin', () => {
  test('creates a key, which is shown once and opens what it is for', async () => {
    const { data } = await server.graphql(create, asked({ scope: 'BUYER', holder: ' City  of Sudbury ' }), { key: admin });
    const { key, apiKey } = data.createApiKey;
    expect(apiKey).toEqual({
      id: key.split('_')[1],
      scope: 'BUYER',
      holder: 'City of Sudbury',
      state: 'VALID',
      createdAt: expect.any(String),
      ...{ expiresAt: null, revokedAt: null, lastUsedAt: null, oldSecretUntil: null, organization: null },
      version: 1,
    });
    expect(await whoIs(key)).toBe('BUYER City of Sudbury');
    const [stored] = await server.dataSource.query('select secret_hash from api_key where id = $1', [apiKey.id]);
    expect(stored.secret_hash).toEqual(secretHash(key.slice(key.indexOf('_', 4) + 1)));
  });

  test('spells a holder’s name as its first key does', async () => {
    const { key } = await make({ scope: 'MINISTRY', holder: 'CITY OF SUDBURY' });
    expect(await whoIs(key)).toBe('MINISTRY City of Sudbury');
  });

  test('gets the same answer to a repeated request, without the secret', async () => {
    const input = asked({ scope: 'WSIB', holder: 'WSIB' });
    const first = await server.graphql(create, input, { key: admin });
    const again = await server.graphql(create, input, { key: admin });
    expect(again.data.createApiKey).toEqual({ ...first.data.createApiKey, key: null });
    const [{ count }] = await server.dataSource.query(`select count(*)::integer from api_key where scope = 'wsib'`);
    expect(count).toBe(1);
  });

  test('binds an organization’s key to that organization, and no other kind of key', async () => {
    const organization = toGlobalId('Organization', firm);
    const { id } = await make({ scope: 'ORGANIZATION', holder: 'Example Builders', organization });
    const { data } = await server.graphql(`{ apiKeys(scope: ORGANIZATION) { nodes { ${fields} } } }`, {}, { key: admin });
    expect(data.apiKeys.nodes).toEqual([expect.objectContaining({ id, organization: { legalName: 'Example Builders Inc.' } })]);
    const bound = ['BAD_USER_INPUT', 'input.organization', expect.stringContaining('for an organization’s key, and only for such a key')];
    expect(await fault(create, asked({ scope: 'ORGANIZATION', holder: 'x' }), admin)).toEqual([bound]);
    expect(await fault(create, asked({ scope: 'BUYER', holder: 'x', organization }), admin)).toEqual([bound]);
    const nobody = toGlobalId('Organization', '00000000-0000-7000-8000-000000000000');
    const missing = ['NOT_FOUND', undefined, 'There is no such organization.'];
    expect(await fault(create, asked({ scope: 'ORGANIZATION', holder: 'x', organization: nobody }), admin)).toEqual([missing]);
  });

  test.each([
    [{ scope: 'PUBLIC', holder: 'x' }, 'input.scope'],
    [{ scope: 'BUYER', holder: ' ' }, 'input.holder'],
    [{ scope: 'BUYER', holder: 'any_Buyer' }, 'input.holder'],
    [{ scope: 'BUYER', holder: 'two\nlines' }, 'input.holder'],
    [{ scope: 'BUYER', holder: 'x', expiresAt: now }, 'input.expiresAt'],
    [{ scope: 'ORGANIZATION', holder: 'x', organization: 'nonsense' }, 'input.organization'],
  ])('is refused with the field for %j', async (input, field) => {
    expect(await fault(create, asked(input), admin)).toEqual([['BAD_USER_INPUT', field, expect.any(String)]]);
  });

  test('lists keys in pages, by holder, and never their secrets', async () => {
    const page = async (more: string) =>
      (
        await server.graphql(
          `{ apiKeys(${more}) { nodes { holder id } pageInfo { hasNextPage endCursor startCursor } } }`,
          {},
          { key: admin },
        )
      ).data.apiKeys;
    const all = await page('first: 100');
    const holders = all.nodes.map(({ holder, id }: { holder: string; id: string }) => `${holder} ${id}`);
    expect(holders).toEqual([...holders].sort());
    const first = await page('first: 2');
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect([...first.nodes, ...second.nodes]).toEqual(all.nodes.slice(0, 4));
    expect((await page(`last: 2, before: "${second.pageInfo.startCursor}"`)).nodes).toEqual(first.nodes);
    const { text } = await server.graphql('{ apiKeys(first: 100) { nodes { id } } }', {}, { key: admin });
    expect(text).not.toContain('secret');
  });

  test('is the only scope that may manage keys', async () => {
    const { id } = await make({ scope: 'BUYER', holder: 'Watched' });
    const refused = ['FORBIDDEN', undefined, 'This needs an API key that permits administering API keys.'];
    for (const scope of ['buyer', 'sose', 'wsib', 'ministry', 'association', 'organization', 'staff'] as const) {
      const key = await server.keyFor(scope);
      expect(await fault('{ apiKeys { nodes { id } } }', {}, key)).toEqual([refused]);
      expect(await fault(create, asked({ scope: 'BUYER', holder: 'x' }), key)).toEqual([refused]);
      expect(await fault(rotate, { input: { key: id, expectedVersion: 1, oldSecretUntil: now } }, key)).toEqual([refused]);
      expect(await fault(revoke, { input: { key: id, expectedVersion: 1 } }, key)).toEqual([refused]);
    }
  });

  test('leaves a trace in the audit log, without the secret', async () => {
    const { id, key } = await make({ scope: 'BUYER', holder: 'Traced' });
    await server.graphql(revoke, { input: { key: id, expectedVersion: 1 } }, { key: admin });
    const logged = await server.dataSource.query('select actor, action, details from audit_log where subject = $1 order by id', [id]);
    expect(logged.map(({ action }: { action: string }) => action)).toEqual(['createApiKey', 'revokeApiKey']);
    expect(logged[0].actor).toBe(`Jane Doe (key ${admin.split('_')[1]})`);
    expect(JSON.stringify(logged)).not.toContain(key.slice(key.indexOf('_', 4) + 1));
  });
});

describe('a rotation', () => {
  test('makes the new secret valid at once and keeps the old one valid until the given instant', async () => {
    const { id, key: old } = await make({ scope: 'BUYER', holder: 'Rotating' });
    expect(await whoIs(old)).toBe('BUYER Rotating');
    const until = '2026-11-20T16:00:00.000Z';
    const { data } = await server.graphql(rotate, { input: { key: id, expectedVersion: 1, oldSecretUntil: until } }, { key: admin });
    const { key, apiKey } = data.rotateApiKey;
    expect(apiKey).toMatchObject({ id, oldSecretUntil: until, version: 2 });
    expect([await whoIs(old), await whoIs(key)]).toEqual(['BUYER Rotating', 'BUYER Rotating']);

    const at = (instant: string) => new Authentication(server.dataSource, fixedClock(instant));
    await expect(at('2026-11-20T15:59:59.999Z').callerOf(`Bearer ${old}`)).resolves.toMatchObject({ keyId: id });
    await expect(at(until).callerOf(`Bearer ${old}`)).rejects.toMatchObject({ details: { reason: 'EXPIRED' } });
    await expect(at(until).callerOf(`Bearer ${key}`)).resolves.toMatchObject({ keyId: id });
  });

  test('ends the old secret at once if the instant has passed, and always the one before it', async () => {
    const { id, key: first } = await make({ scope: 'BUYER', holder: 'Rotating twice' });
    const turn = async (expectedVersion: number, oldSecretUntil: string): Promise<string> =>
      (await server.graphql(rotate, { input: { key: id, expectedVersion, oldSecretUntil } }, { key: admin })).data.rotateApiKey.key;
    const second = await turn(1, '2027-01-01T00:00:00Z');
    const third = await turn(2, '2027-01-01T00:00:00Z');
    expect([await whoIs(first), await whoIs(second), await whoIs(third)]).toEqual([
      'UNAUTHENTICATED WRONG',
      'BUYER Rotating twice',
      'BUYER Rotating twice',
    ]);
    await turn(3, now);
    expect([await whoIs(second), await whoIs(third)]).toEqual(['UNAUTHENTICATED WRONG', 'UNAUTHENTICATED WRONG']);
  });

  test('of a key changed since is a conflict; of one that has ended, bad input', async () => {
    const { id } = await make({ scope: 'BUYER', holder: 'Ended' });
    const input = { key: id, oldSecretUntil: now };
    expect(await fault(rotate, { input: { ...input, expectedVersion: 2 } }, admin)).toEqual([
      ['CONFLICT', 'input.expectedVersion', expect.stringContaining('at version 1')],
    ]);
    await server.graphql(revoke, { input: { key: id, expectedVersion: 1 } }, { key: admin });
    expect(await fault(rotate, { input: { ...input, expectedVersion: 2 } }, admin)).toEqual([
      ['BAD_USER_INPUT', 'input.key', 'input.key must be a key that is neither revoked nor expired.'],
    ]);
    expect(await fault(rotate, { input: { ...input, key: newKey().id, expectedVersion: 1 } }, admin)).toEqual([
      ['NOT_FOUND', undefined, 'There is no such API key.'],
    ]);
  });
});

describe('a revoked key', () => {
  test('stops working at once on the server that revoked it', async () => {
    const { id, key } = await make({ scope: 'BUYER', holder: 'Revoked' });
    expect(await whoIs(key)).toBe('BUYER Revoked');
    await server.graphql(revoke, { input: { key: id, expectedVersion: 1 } }, { key: admin });
    expect(await whoIs(key)).toBe('UNAUTHENTICATED REVOKED');
  });

  test('is revoked once, however often that is requested', async () => {
    const { id } = await make({ scope: 'BUYER', holder: 'Revoked' });
    const first = await server.graphql(revoke, { input: { key: id, expectedVersion: 1 } }, { key: admin });
    const again = await server.graphql(revoke, { input: { key: id, expectedVersion: 2 } }, { key: admin });
    expect(again.data).toEqual(first.data);
    expect(again.data.revokeApiKey).toMatchObject({ state: 'REVOKED', revokedAt: '2026-11-20T15:00:00.000Z', version: 2 });
  });

  test('stops working on another server once that server has looked it up again', async () => {
    const { id, key } = await make({ scope: 'BUYER', holder: 'Revoked elsewhere' });
    const other = new Authentication(server.dataSource, wallClock);
    await other.callerOf(`Bearer ${key}`);
    await server.graphql(revoke, { input: { key: id, expectedVersion: 1 } }, { key: admin });
    await expect(async () => other.callerOf(`Bearer ${key}`)).not.toThrow();
    const realNow = performance.now.bind(performance);
    performance.now = () => realNow() + 30_000;
    try {
      await expect(other.callerOf(`Bearer ${key}`)).rejects.toMatchObject({ details: { reason: 'REVOKED' } });
    } finally {
      performance.now = realNow;
    }
  });

  test('is not cached by a look-up that was under way when it was revoked', async () => {
    const { id, key } = await make({ scope: 'BUYER', holder: 'Revoked in between' });
    const authentication = new Authentication(server.dataSource, wallClock);
    const underWay = authentication.callerOf(`Bearer ${key}`);
    await server.dataSource.query('update api_key set revoked_at = now() where id = $1', [id]);
    authentication.forget(id);
    // Whether the look-up read the key before or after the revocation is chance; its result must not be cached.
    await Promise.resolve(underWay).catch(() => null);
    await expect(authentication.callerOf(`Bearer ${key}`)).rejects.toMatchObject({ details: { reason: 'REVOKED' } });
  });
});

describe('what is wrong with a key', () => {
  test('is shown to a caller with its secret, in one form; for others every key is simply wrong', async () => {
    const expired = await make({ scope: 'BUYER', holder: 'Expired', expiresAt: '2026-11-20T15:00:00.001Z' });
    await server.dataSource.query('update api_key set expires_at = $2 where id = $1', [expired.id, now]);
    const revoked = await make({ scope: 'BUYER', holder: 'Revoked' });
    await server.graphql(revoke, { input: { key: revoked.id, expectedVersion: 1 } }, { key: admin });
    const valid = await make({ scope: 'BUYER', holder: 'Valid' });
    const answer = async (key: string) => {
      const { status, body } = await server.request
        .post('/graphql')
        .set('authorization', `Bearer ${key}`)
        .send({ query: '{ viewer { scope } }' });
      return { status, body };
    };
    const shape = (reason: string) => ({
      status: 401,
      body: { errors: [{ message: expect.any(String), extensions: { reason, code: 'UNAUTHENTICATED' } }] },
    });
    expect(await answer(expired.key)).toEqual(shape('EXPIRED'));
    expect(await answer(revoked.key)).toEqual(shape('REVOKED'));
    const wrong = await answer(keyText(newKey()));
    expect(wrong).toEqual(shape('WRONG'));
    const { secret } = newKey();
    for (const { id } of [expired, revoked, valid]) expect(await answer(keyText({ id, secret }))).toEqual(wrong);
  });
});

describe('the last use of a key', () => {
  const lastUse = async (id: string): Promise<string | null> => {
    const [row] = await server.dataSource.query('select last_used_at from api_key where id = $1', [id]);
    return row.last_used_at?.toISOString() ?? null;
  };
  const settled = async (id: string, expected: string): Promise<void> => {
    for (let tries = 0; tries < 100 && (await lastUse(id)) !== expected; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await lastUse(id)).toBe(expected);
  };

  test('is kept to the minute, by any number of servers', async () => {
    const { id, key } = await make({ scope: 'BUYER', holder: 'Used' });
    expect(await lastUse(id)).toBeNull();
    const at = (instant: string) => new Authentication(server.dataSource, fixedClock(instant));
    await at('2026-11-20T15:00:00.000Z').callerOf(`Bearer ${key}`);
    await settled(id, '2026-11-20T15:00:00.000Z');
    await at('2026-11-20T15:00:59.000Z').callerOf(`Bearer ${key}`);
    await at('2026-11-20T15:01:01.000Z').callerOf(`Bearer ${key}`);
    await settled(id, '2026-11-20T15:01:01.000Z');
  });

  test('does not count a wrong secret', async () => {
    const { id } = await make({ scope: 'BUYER', holder: 'Unused' });
    await whoIs(keyText({ id, secret: newKey().secret }));
    expect(await lastUse(id)).toBeNull();
  });
});

describe('registry keys', () => {
  const registry = (...given: string[]) =>
    promisify(execFile)(process.execPath, [compiled('src/cli/registry.js'), 'keys', ...given], {
      env: { ...process.env, DATABASE_URL: server.databaseUrl },
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
    );

  test('creates, lists, rotates and revokes', async () => {
    const made = await registry('make', '--scope', 'organization', '--holder', 'Example Builders', '--organization', 'O-1');
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^cor_[0-9a-f]{16}_[\w-]{43}\n$/) });
    const key = made.stdout.trim();
    const id = key.split('_')[1] ?? '';
    expect(await whoIs(key)).toBe('ORGANIZATION Example Builders');

    const rotated = await registry('rotate', id);
    expect(rotated.stdout).toMatch(new RegExp(`^cor_${id}_`));
    expect(await whoIs(rotated.stdout.trim())).toMatch(/WRONG|ORGANIZATION/);
    expect((await registry('list')).stdout).toMatch(new RegExp(`^${id}  organization  Example Builders +valid`, 'm'));

    expect((await registry('revoke', id)).stdout).toContain('is revoked');
    expect((await registry('list')).stdout).toMatch(new RegExp(`^${id}  organization  Example Builders +revoked`, 'm'));
    const logged = await server.dataSource.query('select actor, action from audit_log where subject = $1 order by id', [id]);
    expect(logged.map(({ action }: { action: string }) => action)).toEqual(['createApiKey', 'rotateApiKey', 'revokeApiKey']);
    expect(logged[0].actor).toMatch(/^cli:/);

    // An organization that was entered through the API has no key of an import: the id that the API shows names it too.
    const shown = toGlobalId('Organization', firm);
    const byId = await registry('make', '--scope', 'organization', '--holder', 'Example Builders', '--organization', shown);
    expect(await whoIs(byId.stdout.trim())).toBe('ORGANIZATION Example Builders');
  }, 60_000);

  test.each(['', ' ', 'any_buyer', 'two\nlines', 'x'.repeat(201)])('names a holder of a form of its own: not %j', async (holder) => {
    const { code, stdout, stderr } = await registry('make', '--scope', 'buyer', '--holder', holder);
    expect([code === 0, stdout]).toEqual([false, '']);
    expect(stderr).toContain('It must be a name of 1 to 200 characters on one line, and not ANY_BUYER.');
  });

  test('ends quietly when its reader stops early', async () => {
    const cli = compiled('src/cli/registry.js');
    const pipe = promisify(execFile)('sh', ['-c', `'${process.execPath}' '${cli}' keys list | true`], {
      env: { ...process.env, DATABASE_URL: server.databaseUrl },
    });
    expect((await pipe).stderr).toBe('');
  });

  test.each([
    [['make', '--scope', 'public', '--holder', 'x'], 'is invalid'],
    [['make', '--scope', 'buyer', '--holder', 'x', '--expires', '2020-01-01T00:00:00Z'], 'expiresAt must be in the future.'],
    [['make', '--scope', 'buyer', '--holder', 'x', '--expires', '2020-01-01'], 'expiresAt must be in the future.'],
    [['make', '--scope', 'buyer', '--holder', 'x', '--expires', 'soon'], 'It must be a day, such as 2027-12-31, or an instant'],
    [['make', '--scope', 'organization', '--holder', 'x', '--organization', 'nobody'], 'There is no such organization.'],
    [['make', '--scope', 'organization', '--holder', 'x'], 'organization must be given for an organization’s key'],
    [['revoke', '0000000000000000'], 'There is no such API key.'],
  ])(
    'explains in one sentence what is wrong with %j',
    async (given, message) => {
      const { code, stdout, stderr } = await registry(...given);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/\n {4}at /);
    },
    60_000,
  );
});

describe('a key that is held to documents', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const query = 'query Who { viewer { holder } }';
  const create = 'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { __typename } }';
  let key: string;

  beforeAll(async () => {
    const made = await make({ scope: 'BUYER', holder: 'Held' });
    key = made.key;
    trusted.set(made.id, new Map([query, create].map((text) => [sha256(text), text])));
  });

  const refused = (text: string) => [['FORBIDDEN', sha256(text)]];
  const asked = async (text: string, variables = {}, by = key) => {
    const { data, errors } = await server.graphql(text, variables, { key: by });
    return errors ? errors.map(({ extensions }) => [extensions.code, extensions.documentId]) : data;
  };

  test('sends these and no others, letter by letter', async () => {
    expect(await asked(query)).toEqual({ viewer: { holder: 'Held' } });
    for (const other of ['{ viewer { scope } }', `${query} `, `${query} # more`, '{ __typename }'])
      expect(await asked(other)).toEqual(refused(other));
    expect(await asked('{ viewer { scope } }', {}, admin)).toEqual({ viewer: { scope: 'ADMIN' } });
  });

  test('may name one by its SHA-256', async () => {
    const post = (body: object) => server.request.post('/graphql').set('authorization', `Bearer ${key}`).send(body);
    for (const documentId of [sha256(query), `sha256:${sha256(query)}`])
      expect((await post({ documentId })).body.data).toEqual({ viewer: { holder: 'Held' } });
    const { status, body } = await post({ documentId: sha256('{ viewer { scope } }') });
    expect([status, body.errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
  });

  test('is held to them by every door: GET, subscriptions, and what its webhooks select', async () => {
    const other = '{ viewer { scope } }';
    const get = await server.request.get('/graphql').query({ query: other }).set('authorization', `Bearer ${key}`);
    expect(get.body.errors[0].extensions).toEqual({ code: 'FORBIDDEN', documentId: sha256(other) });
    const subscription = 'subscription { statusChanged { cursor } }';
    const stream = await fetch(`${server.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: subscription }),
    });
    expect(await stream.text()).toContain(sha256(subscription));
    const socket = await Listener.of(server, key);
    socket.subscribe('a', subscription);
    expect(await socket.errors('a')).toMatchObject([{ extensions: { code: 'FORBIDDEN', documentId: sha256(subscription) } }]);
    socket.socket.terminate();
    const input = { url: 'https://example.org/hook', idempotencyKey: randomUUID(), selection: '{ cursor }' };
    const { errors } = await server.graphql(create, { input }, { key });
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'input.selection' },
      message: expect.stringContaining('held to a list'),
    });
  });

  test('has its documents in a file of its id; a file that cannot be meant stops the start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'registry-trusted-'));
    const file = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));
    file('0123456789abcdef.json', { [sha256(query)]: query });
    expect(readTrustedDocuments(folder)).toEqual(new Map([['0123456789abcdef', new Map([[sha256(query), query]])]]));
    file('0123456789abcdef.json', { [sha256(query)]: `${query} ` });
    expect(() => readTrustedDocuments(folder)).toThrow('has a text whose SHA-256 is not');
    for (const content of [[], null, { a: 1 }]) {
      file('0123456789abcdef.json', content);
      expect(() => readTrustedDocuments(folder)).toThrow('holds no JSON object of documents');
    }
    file('City of Sudbury.json', {});
    expect(() => readTrustedDocuments(folder)).toThrow(/is not named for a key|holds no JSON object/);
    rmSync(folder, { recursive: true });
    expect(() => readTrustedDocuments(folder)).toThrow('cannot be read');
  });
});

describe('a token', () => {
  type Form = Readonly<Record<string, string>> | string;
  const grant = { grant_type: 'client_credentials' };
  const post = (form: Form, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/oauth/token`, { method: 'POST', headers, body: new URLSearchParams(form) });
  const basic = (id: string, secret: string) => ({ authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` });
  const partsOf = (key: string) => {
    const [, id = '', secret = ''] = /^cor_([^_]+)_(.+)$/.exec(key) ?? [];
    return { id, secret };
  };

  // An answer of the route is an object of texts and numbers.
  const bodyOf = async (answer: Response) => (await answer.json()) as Record<string, string | number>;

  async function exchanged(key: string): Promise<string> {
    const { id, secret } = partsOf(key);
    return String((await bodyOf(await post(grant, basic(id, secret)))).access_token);
  }

  const client = async () => {
    const { key } = await make({ scope: 'BUYER', holder: 'Exchanging' });
    return { key, ...partsOf(key) };
  };

  test('is given for a key, by HTTP Basic or in the form, and opens what the key opens', async () => {
    const { id, secret } = await client();
    const byBasic = await post(grant, basic(id, secret));
    const inForm = await post({ ...grant, client_id: id, client_secret: secret, scope: 'buyer' });
    for (const answer of [byBasic, inForm]) {
      expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('pragma')]).toEqual([200, 'no-store', 'no-cache']);
      const body = await bodyOf(answer);
      expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 900, scope: 'buyer' });
      expect(await whoIs(String(body.access_token))).toBe('BUYER Exchanging');
    }
  });

  test('is a JWT by the published keys, valid for 15 minutes', async () => {
    const { key, id } = await client();
    const token = await exchanged(key);
    const { body: published } = await server.request.get('/.well-known/jwks.json');
    const { payload } = await jwtVerify(token, createLocalJWKSet(published), { typ: 'at+jwt', currentDate: new Date(now) });
    expect(payload).toMatchObject({ sub: id, client_id: id, jti: expect.any(String), exp: Date.parse('2026-11-20T15:15:00Z') / 1000 });
    const at = (instant: string) => new Authentication(server.dataSource, fixedClock(instant), new Map(), keys);
    await expect(at('2026-11-20T15:14:59.999Z').callerOf(`Bearer ${token}`)).resolves.toMatchObject({ keyId: id });
    const late = at('2026-11-20T15:15:00Z').callerOf(`Bearer ${token}`);
    await expect(late).rejects.toMatchObject({ message: expect.stringContaining('/oauth/token'), details: { reason: 'EXPIRED' } });
  });

  test('takes an id and a secret that are form-urlencoded in HTTP Basic (RFC 6749, 2.3.1)', async () => {
    const { id, secret } = await client();
    const everySign = (text: string) => [...text].map((sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).join('');
    expect((await post(grant, basic(everySign(id), everySign(secret)))).status).toBe(200);
  });

  test('ends with its key', async () => {
    const { key, id } = await client();
    const token = await exchanged(key);
    expect(await whoIs(token)).toBe('BUYER Exchanging');
    await server.graphql(revoke, { input: { key: id, expectedVersion: 1 } }, { key: admin });
    expect(await whoIs(token)).toBe('UNAUTHENTICATED REVOKED');
    expect((await post(grant, basic(id, partsOf(key).secret))).status).toBe(401);
  });

  test('is nothing else that the registry has signed, and nothing that was altered', async () => {
    const { key, id } = await client();
    const exp = Date.parse(now) / 1000 + 60;
    for (const forged of [
      keys.sign({ sub: id, exp }, 'registry-receipt+jws'),
      keys.sign({ sub: id }, 'at+jwt'),
      `${await exchanged(key)}A`,
    ])
      expect(await whoIs(forged)).toBe('UNAUTHENTICATED WRONG');
    expect(await whoIs(keys.sign({ sub: '0123456789abcdef', exp }, 'at+jwt'))).toBe('UNAUTHENTICATED WRONG');
  });

  test('is refused in the words of RFC 6749', async () => {
    const { id, secret } = await client();
    const refused = async (form: Form, headers: Record<string, string> = {}) => {
      const answer = await post(form, headers);
      return [answer.status, (await bodyOf(answer)).error];
    };
    const both = { client_id: id, client_secret: secret };
    expect(await refused({})).toEqual([400, 'invalid_request']);
    expect(await refused('grant_type=client_credentials&grant_type=client_credentials')).toEqual([400, 'invalid_request']);
    expect(await refused({ ...grant, ...both }, basic(id, secret))).toEqual([400, 'invalid_request']);
    expect(await refused({ ...grant, client_id: 'other' }, basic(id, secret))).toEqual([400, 'invalid_request']);
    expect(await refused({ ...both, grant_type: 'password' })).toEqual([400, 'unsupported_grant_type']);
    expect(await refused({ ...grant, ...both, scope: 'admin' })).toEqual([400, 'invalid_scope']);
    const wrong = [
      [grant, {}],
      [grant, basic(id, `${secret.slice(1)}A`)],
      [grant, basic('x', 'y')],
      [grant, basic(id, '%E9')],
      [grant, { authorization: 'Bearer x' }],
    ] as const;
    for (const [form, headers] of wrong) expect(await refused(form, headers)).toEqual([401, 'invalid_client']);
    const challenge = await post(grant);
    expect(challenge.headers.get('www-authenticate')).toMatch(/^Basic /);
    const byGet = await fetch(`${server.url}/oauth/token`);
    expect([byGet.status, byGet.headers.get('allow'), (await bodyOf(byGet)).error]).toEqual([405, 'POST', 'invalid_request']);
    const json = await fetch(`${server.url}/oauth/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect([json.status, (await bodyOf(json)).error]).toEqual([400, 'invalid_request']);
  });
});
