import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { compactVerify, createLocalJWKSet } from 'jose';
import { HEAD_TYPE, publishHead, readKeptHead } from '../../src/chain/heads.ts';
import { verifyChain } from '../../src/chain/verify.ts';
import { configuredKeys, serverKeys } from '../../src/cli/configured-keys.ts';
import { makeSigningKeys, readSigningKeys } from '../../src/signing/signing-keys.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let folder: string;
let server: TestServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry-keys-'));
  makeSigningKeys(join(folder, 'keys.json'));
  server = await startTestServer({ upkeep: true, signingKeys: readSigningKeys(join(folder, 'keys.json')) });
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const heads = async () => (await server.request.get('/audit-log/heads').expect(200)).body;

test('a running server links what is logged, and shows the heads that were published', async () => {
  await server.dataSource.query(`insert into audit_log (actor, action) values ('clerk', 'looked')`);
  await until(async () => (await server.dataSource.query('select from chain_link')).length > 0);
  // The first round found nothing to publish and the next is a minute away, so the test publishes.
  await publishHead(server.dataSource, '2031-03-10', readSigningKeys(join(folder, 'keys.json')));
  expect(await heads()).toMatchObject([{ day: '2031-03-10', position: 1, signed: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) }]);
});

test('anyone can check a head with the public keys, which contain no secret', async () => {
  const [{ signed, ...told }] = await heads();
  const { body } = await server.request.get('/.well-known/jwks.json').expect(200);
  expect(body.keys).toEqual([{ kty: 'OKP', crv: 'Ed25519', use: 'sig', alg: 'EdDSA', kid: expect.any(String), x: expect.any(String) }]);
  const { payload, protectedHeader } = await compactVerify(signed, createLocalJWKSet(body));
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: HEAD_TYPE, kid: body.keys[0].kid });
  expect(JSON.parse(Buffer.from(payload).toString())).toEqual(told);
});

test('a signed head that was kept proves the chain, and one signed by another key is refused', async () => {
  const [{ signed }] = await heads();
  const keys = readSigningKeys(join(folder, 'keys.json'));
  const kept = await readKeptHead(signed, keys);
  expect(await verifyChain(server.dataSource, [kept], () => {})).toMatchObject({ links: 1, problems: 0 });
  makeSigningKeys(join(folder, 'others.json'));
  await expect(readKeptHead(signed, readSigningKeys(join(folder, 'others.json')))).rejects.toThrow();
  await expect(readKeptHead('1:00', keys)).rejects.toThrow();
});

test('a key file is written once, readable by its owner only', async () => {
  const file = join(folder, 'keys.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(() => makeSigningKeys(file)).toThrow('a signing key is not written over');
  expect(() => readSigningKeys(join(folder, 'none.json'))).toThrow('cannot be read');
});

test('a registry with its own PostgreSQL makes a key at its first start, beside its data, and keeps it', async () => {
  const own = { signingKeys: null, databaseUrl: null, dataDir: folder };
  expect(configuredKeys(own)).toBeNull();
  const made = serverKeys(own);
  expect((await stat(join(folder, 'signing-keys.json'))).mode & 0o777).toBe(0o600);
  for (const keys of [serverKeys(own), configuredKeys(own)]) expect(keys?.publicKeys).toEqual(made?.publicKeys);
});

test('no key is made for a database of somebody else, nor in place of the one that is configured', async () => {
  const file = join(folder, 'keys.json');
  const empty = join(folder, 'none');
  expect(serverKeys({ signingKeys: null, databaseUrl: 'postgres://db/registry', dataDir: empty })).toBeNull();
  const keys = serverKeys({ signingKeys: file, databaseUrl: null, dataDir: empty });
  expect(keys?.publicKeys).toEqual(readSigningKeys(file).publicKeys);
  await expect(stat(join(empty, 'signing-keys.json'))).rejects.toThrow('ENOENT');
});
