import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDataSource } from '../../src/database/data-source.ts';
import { createKey } from '../../src/keys/keys.ts';
import { type Jwk, type JwkSet, NotSigned, verifiedBy } from '../../src/signing/jws.ts';
import { makeSigningKeys } from '../../src/signing/signing-keys.ts';
import { ApiProcess } from '../support/api-process.ts';
import { compiled } from '../support/compiled.ts';
import { freshDatabase } from '../support/database.ts';

// The server and the command run as separate processes; the server is restarted with other signing keys, as docs/receipts.md says.

interface Set {
  readonly keys: readonly Jwk[];
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

const home = mkdtempSync(join(tmpdir(), 'registry-receipt-verify-'));
const path = (name: string): string => join(home, name);
const write = (name: string, content: string): string => {
  writeFileSync(path(name), content);
  return path(name);
};

let database: { readonly url: string; drop: () => Promise<void> };
let key: string;
let api: ApiProcess | null = null;
let number: string;

/** Restarts the server with the signing keys of a file; returns what it publishes. */
async function restart(keys: string): Promise<Set> {
  await stop();
  api = new ApiProcess({ DATABASE_URL: database.url, REGISTRY_SIGNING_KEYS: path(keys), REGISTRY_DATA_DIR: path('data') });
  const answer = await fetch(new URL('/.well-known/jwks.json', await api.url()));
  // The server publishes a key set of this form.
  return (await answer.json()) as Set;
}

async function stop(): Promise<void> {
  api?.child.kill('SIGTERM');
  await api?.ended;
  // Node.js prints a warning where something experimental is used.
  expect(api?.complained ?? '').not.toContain('Warning');
  api = null;
}

/** The answer of a query or mutation field. */
async function graphql(query: string): Promise<Record<string, { readonly number: string; readonly signed: string }>> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const url = new URL('/graphql', await api?.url());
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  // A GraphQL answer of any shape.
  const { data, errors } = (await answer.json()) as { data: Record<string, { number: string; signed: string }>; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

const signedNow = async (): Promise<string> => (await graphql(`{ receipt(number: "${number}") { number signed } }`)).receipt?.signed ?? '';

/** Runs the command as a process without a database or settings. */
const verify = (receipt: string, keys?: string): Promise<Ran> =>
  new Promise((resolve) => {
    const words = [
      compiled('src/cli/registry.js'),
      'receipt',
      'verify',
      receipt,
      ...(keys === undefined ? [] : ['--keys', keys]),
      '--locale',
      'en',
    ];
    const child = execFile(
      process.execPath,
      words,
      { env: { PATH: process.env.PATH, DATABASE_URL: 'postgres://127.0.0.1:1/none' } },
      (_, out, said) => resolve({ code: child.exitCode ?? -1, out, said }),
    );
  });

function isVerified(keys: JwkSet, text: string): boolean {
  try {
    verifiedBy(keys, text, 'receipt+jws');
    return true;
  } catch (error) {
    if (error instanceof NotSigned) return false;
    throw error;
  }
}

beforeAll(async () => {
  database = await freshDatabase();
  const source = await createDataSource(database.url).initialize();
  key = (await createKey(source.manager, { scope: 'buyer', holder: 'City of Sudbury', organizationId: null })).key;
  await source.destroy();
  makeSigningKeys(path('first.json'));
  write('first.jwks', JSON.stringify(await restart('first.json')));
  const keep =
    'mutation { keepReceipt(input: { idempotencyKey: "1", subjects: [{ wsibAccount: "1000001" }] }) { ... on Receipt { number signed } } }';
  const { keepReceipt } = await graphql(keep);
  number = keepReceipt?.number ?? '';
  write('receipt.jws', `${keepReceipt?.signed}\n`);
}, 120_000);
afterAll(async () => {
  await stop();
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});

describe('registry receipt verify', () => {
  test('prints a genuine receipt and exits with 0, without a database', async () => {
    const { code, out, said } = await verify(path('receipt.jws'), path('first.jwks'));
    expect([code, said]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ number, question: 'VERIFICATION', rows: [{ standing: 'NO_CURRENT_CERTIFICATION' }] });
  });

  test('without keys, says from where they are and that they are never taken from the receipt', async () => {
    const { code, out, said } = await verify(path('receipt.jws'));
    expect([code, out]).toEqual([2, '']);
    expect(said).toMatch(/--keys: save https:.*\/\.well-known\/jwks\.json as jwks\.json.*A receipt cannot name them itself/);
  });

  test('exits with 1 if one byte was changed', async () => {
    const text = readFileSync(path('receipt.jws'), 'utf8').trim();
    const at = Math.floor(text.length / 2);
    const changed = write('changed.jws', `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`);
    const { code, out, said } = await verify(changed, path('first.jwks'));
    expect([code, out]).toEqual([1, '']);
    expect(said).toMatch(/^The receipt is not genuine: /);
  });

  test('catches any changed byte, including the signature’s last letter, whose last bits a decoder drops', async () => {
    const text = readFileSync(path('receipt.jws'), 'utf8').trim();
    const keys: { keys: Jwk[] } = JSON.parse(readFileSync(path('first.jwks'), 'utf8'));
    expect(isVerified(keys, text)).toBe(true);
    const passed: number[] = [];
    for (const at of text.split('').keys())
      for (const letter of ['A', 'B', 'g', 'w', '_', '.', '=', 'é'].filter((each) => each !== text[at]))
        if (isVerified(keys, `${text.slice(0, at)}${letter}${text.slice(at + 1)}`)) passed.push(at);
    expect(passed).toEqual([]);
  });

  test.each([
    ['no file', () => [path('absent.jws'), path('first.jwks')], 'absent.jws cannot be read.'],
    [
      'another file',
      () => [path('first.json'), path('first.jwks')],
      'first.json holds no signed receipt: it must hold the text that receipt { signed } gave.',
    ],
    ['no keys', () => [path('receipt.jws'), path('receipt.jws')], 'receipt.jws holds no keys: save them from /.well-known/jwks.json.'],
    [
      'keys of something else',
      () => [path('receipt.jws'), write('other.json', '{"keys":[]}')],
      'other.json holds no keys: save them from /.well-known/jwks.json.',
    ],
  ])('ends with 2 and says which file is wrong: %s', async (_, files, sentence) => {
    const [receipt = '', keys = ''] = files();
    const { code, out, said } = await verify(receipt, keys);
    expect([code, out]).toEqual([2, '']);
    expect(said.trim().endsWith(sentence)).toBe(true);
  });
});

describe('the signing keys of a running server', () => {
  test('when rotated: receipts signed by the old key stay valid, and new reads are signed by the new key', async () => {
    makeSigningKeys(path('second.json'));
    const [first, second] = ['first.json', 'second.json'].map((name) => JSON.parse(readFileSync(path(name), 'utf8')).keys[0]);
    const { d: _, ...publicFirst } = first;
    write('rotated.json', JSON.stringify({ keys: [second, publicFirst] }));
    const published = await restart('rotated.json');
    expect(published.keys.map(({ kid }) => kid)).toEqual([second.kid, first.kid]);
    const saved = write('rotated.jwks', JSON.stringify(published));
    expect((await verify(path('receipt.jws'), saved)).code).toBe(0);
    const anew = write('anew.jws', await signedNow());
    expect(JSON.parse(Buffer.from(readFileSync(anew, 'utf8').split('.')[0] ?? '', 'base64url').toString()).kid).toBe(second.kid);
    expect([(await verify(anew, saved)).code, (await verify(anew, path('first.jwks'))).code]).toEqual([0, 1]);
  });

  test('when lost: the published public key keeps earlier receipts valid', async () => {
    const [lost] = JSON.parse(readFileSync(path('first.jwks'), 'utf8')).keys;
    const [second] = JSON.parse(readFileSync(path('second.json'), 'utf8')).keys;
    write('recovered.json', JSON.stringify({ keys: [second, lost] }));
    const saved = write('recovered.jwks', JSON.stringify(await restart('recovered.json')));
    expect((await verify(path('receipt.jws'), saved)).code).toBe(0);
  });

  test('when stolen: no receipt signed by the old key is valid under the keys now published, and the holder reads it anew', async () => {
    const saved = write('after.jwks', JSON.stringify(await restart('second.json')));
    expect((await verify(path('receipt.jws'), saved)).code).toBe(1);
    const anew = write('after.jws', await signedNow());
    const { code, out } = await verify(anew, saved);
    expect([code, JSON.parse(out).number]).toEqual([0, number]);
    // A verifier using keys saved before the theft does not notice.
    expect((await verify(path('receipt.jws'), path('first.jwks'))).code).toBe(0);
  });
});
