import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStatus, decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { compactVerify, createLocalJWKSet } from 'jose';
import { fromGlobalId } from '../../src/contract/global-id.ts';
import { encodedList } from '../../src/credentials/bitstring.ts';
import { makeSigningKeys, readSigningKeys } from '../../src/signing/signing-keys.ts';
import { only, startWriting, today, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. C-1 is due its first letter on 19 January 2032: without it day 91 is 19 April 2032 (12 + 29 + 31 + 19 = 91).
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Cedar Framing (synthetic) Ltd.,,,,Sampleton',
    'O-2,Spruce Roofing (synthetic) Ltd.,,,,Sampleton',
  ],
  accounts: ['account,organization,wsib_account', 'certified,O-1,1000001', 'lost,O-2,1000002'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,certified,COR_2020,EXTERNAL_AUDIT,2031-01-19',
    'C-2,lost,COR_2020,EXTERNAL_AUDIT,2028-01-19',
  ],
};
const publicUrl = 'https://registry.example';

let server: WritingServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry-credentials-'));
  makeSigningKeys(join(folder, 'keys.json'));
  server = await startWriting(facts, { publicUrl: `${publicUrl}/`, signingKeys: readSigningKeys(join(folder, 'keys.json')) });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function issue(number: string, key?: string) {
  const query = `mutation ($input: IssueCredentialInput!) { issueCredential(input: $input) {
    ... on IssuedCredential { credential } ... on Refused { code reasons { clause } } } }`;
  const { data, errors } = await server.graphql(query, { input: { idempotencyKey: `k${Math.random()}`, number } }, key ? { key } : {});
  return { issued: data?.issueCredential, code: errors?.[0]?.extensions.code };
}

// A test reads any field of a credential.
// biome-ignore lint/suspicious/noExplicitAny: see above
async function verified(text: string): Promise<any> {
  const { body: keys } = await server.request.get('/.well-known/jwks.json').expect(200);
  const { payload, protectedHeader } = await compactVerify(text, createLocalJWKSet(keys), { algorithms: ['EdDSA'] });
  expect(protectedHeader.typ).toBe('vc+jwt');
  return JSON.parse(Buffer.from(payload).toString());
}

/** Whether a credential's bit is set according to the other library, which fetches the list from its address. */
async function isSet(credential: object): Promise<boolean | undefined> {
  const documentLoader = async (url: string) => {
    const response = await fetch(new URL(new URL(url).pathname, server.url));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/vc+jwt']);
    return { document: await verified(await response.text()) };
  };
  const {
    verified: isVerified,
    error,
    results,
  } = await checkStatus({ credential, documentLoader, verifyBitstringStatusListCredential: false });
  expect([isVerified, error]).toEqual([true, undefined]);
  return only([...(results ?? [])]).status;
}

test('attests a document, and a foreign library sees in the status list whether it is in effect', async () => {
  const { issued } = await issue('C-1', server.clerk);
  const credential = await verified(issued.credential);
  expect(credential).toMatchObject({
    type: ['VerifiableCredential', 'CorDocumentCredential'],
    issuer: publicUrl,
    // The day ends in Toronto at 04:00 UTC.
    validUntil: '2032-04-19T04:00:00.000Z',
    credentialSubject: {
      number: 'C-1',
      kind: 'CERTIFICATE_OF_RECOGNITION',
      organizationName: 'Cedar Framing (synthetic) Ltd.',
      issuedOn: '2031-01-19',
    },
    credentialStatus: { type: 'BitstringStatusListEntry', statusListCredential: `${publicUrl}/credentials/status/1` },
  });
  expect(credential['@context'][0]).toBe('https://www.w3.org/ns/credentials/v2');
  expect(await isSet(credential)).toBe(false);
  // A list that was saved cannot be shown for longer than a day in place of today's.
  const list = await verified(await (await fetch(new URL('/credentials/status/1', server.url))).text());
  expect(Date.parse(list.validUntil) - Date.parse(list.validFrom)).toBe(24 * 60 * 60 * 1_000);

  const { id: account } = await server.file('1000001');
  const { data } = await server.mutate('recordRevocation', { account, from: today, reason: 'Fraud', document: 'File 7' });
  expect(await isSet(credential)).toBe(true);
  const { id: revocation, version } = data.recordRevocation;
  await server.mutate('liftRevocation', { revocation, expectedVersion: version });
  expect(await isSet(credential)).toBe(false);
});

test('has a random position in the list, different for each credential', async () => {
  const places = [];
  for (let count = 0; count < 5; count++) {
    const { issued } = await issue('C-1', server.clerk);
    places.push(Number((await verified(issued.credential)).credentialStatus.statusListIndex));
  }
  expect(new Set(places).size).toBe(5);
  expect(places).not.toEqual(places.toSorted((a, b) => a - b).map((_, at) => at));
  for (const place of places) expect(place).toBeLessThan(131_072);
});

test('is issued to staff and to the organization that holds the document; for anyone else the document does not exist', async () => {
  const { organization } = await server.file('1000001');
  const own = await server.keyFor('organization', 'Own', fromGlobalId(organization.id)?.uuid);
  expect((await issue('C-1', own)).issued.credential).toEqual(expect.any(String));
  for (const key of [await server.keyFor('organization'), await server.keyFor('buyer')])
    for (const number of ['C-1', 'C-2', 'C-9']) expect(await issue(number, key)).toMatchObject({ code: 'NOT_FOUND' });
  expect((await issue('C-1')).code).toBe('NOT_FOUND');
  expect((await issue('C-2', server.clerk)).issued).toEqual({ code: 'LETTER_NOT_POSSIBLE', reasons: [{ clause: 'R-38' }] });
});

test('a status list that does not exist is not found', async () => {
  for (const list of ['2', '0', 'x', '01']) await server.request.get(`/credentials/status/${list}`).expect(404);
});

test('bits are numbered from left to right, as another library reads them', async () => {
  const list = await decodeList({ encodedList: encodedList([0, 9, 131_071]) });
  expect(list.length).toBe(131_072);
  for (const index of [0, 9, 131_071]) expect(list.getStatus(index)).toBe(true);
  for (const index of [1, 7, 8, 10, 131_070]) expect(list.getStatus(index)).toBe(false);
});
