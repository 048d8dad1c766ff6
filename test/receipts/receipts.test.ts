import { execFileSync } from 'node:child_process';
import { createPublicKey, verify as verifySignature } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compactVerify, importJWK } from 'jose';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { asKept, nothingSaid } from '../../src/receipts/kept-answer.ts';
import { rowsSigned, signedRows } from '../../src/receipts/signed-form.ts';
import { verifiedBy } from '../../src/signing/jws.ts';
import { makeSigningKeys, readSigningKeys } from '../../src/signing/signing-keys.ts';
import { only, startWriting, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. `kept` is certified since 19 January 2031; `late` is registered, which only staff and WSIB see; `waiting` too, and pending by its
// certificate, without a letter since 19 January 2031.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Cedar Framing (synthetic) Ltd.,,,,Sampleton',
    'O-2,Spruce Roofing (synthetic) Ltd.,,,,Sampleton',
    'O-3,Birch Paving (synthetic) Ltd.,,,,Sampleton',
  ],
  accounts: ['account,organization,wsib_account', 'kept,O-1,1000001', 'late,O-2,1000002', 'waiting,O-3,1000003'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-2,late,2031-01-05,', 'R-3,waiting,2029-06-01,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,kept,COR_2020,EXTERNAL_AUDIT,2031-01-19',
    'C-3,waiting,COR_2020,EXTERNAL_AUDIT,2030-01-19',
  ],
};

let server: WritingServer;
let folder: string;
const keys = { sudbury: '', sudburyToo: '', toronto: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry-receipts-'));
  makeSigningKeys(join(folder, 'keys.json'));
  server = await startWriting(facts, { signingKeys: readSigningKeys(join(folder, 'keys.json')) });
  keys.sudbury = await server.keyFor('buyer', 'City of Sudbury');
  keys.sudburyToo = await server.keyFor('buyer', 'City of Sudbury');
  keys.toronto = await server.keyFor('buyer', 'City of Toronto');
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const answer =
  'status standing organizationName certificateNumber certificateIssuedOn since outcome route consequence reasons { clause holds decides because } ' +
  'proof { number kind holderAgrees issuedOn state inEffect effectiveUntil }';
const fields = `number question holder on knownAt keptAt rulesVersion rows { row asked said { ${answer} } now { ${answer} } differs why } signed`;

// A test reads whatever fields it asked for.
// biome-ignore lint/suspicious/noExplicitAny: see above
async function keep(input: object, key = keys.sudbury): Promise<any> {
  const query = `mutation ($input: KeepReceiptInput!) { keepReceipt(input: $input) { ... on Receipt { ${fields} } } }`;
  const { data, errors } = await server.graphql(query, { input: { idempotencyKey: `k${Math.random()}`, ...input } }, { key });
  expect(errors).toBeUndefined();
  return data.keepReceipt;
}

const read = async (number: string, key?: string) =>
  (await server.graphql(`query ($number: String!) { receipt(number: $number) { ${fields} } }`, { number }, key ? { key } : {})).data
    .receipt;

test('keeps question and answer, with clauses, the day, the instant and the version of the rules', async () => {
  const receipt = await keep({ subjects: [{ wsibAccount: '1000001' }, { wsibAccount: '1000002' }] });
  expect(receipt).toMatchObject({ question: 'VERIFICATION', holder: 'City of Sudbury', on: '2031-03-10' });
  expect(receipt.number).toMatch(/^REC-20\d\d-[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(receipt.rulesVersion).toMatch(/^[0-9a-f]{16}$/);
  const [first, second] = receipt.rows;
  expect(JSON.parse(first.asked)).toEqual({ wsibAccount: '1000001' });
  expect(first.said).toMatchObject({ standing: 'CERTIFIED', certificateNumber: 'C-1', since: '2031-01-19' });
  expect(first.said.reasons).toContainEqual(expect.objectContaining({ clause: 'G-2.4.h', decides: true }));
  expect(second.said).toMatchObject({ standing: 'NO_CURRENT_CERTIFICATION', organizationName: null });
  for (const row of receipt.rows) expect(row).toMatchObject({ now: row.said, differs: [], why: null });
});

test('is readable with every key of its holder and by staff, and by nobody else', async () => {
  const { number } = await keep({ subjects: [{ wsibAccount: '1000001' }] });
  expect((await read(number, keys.sudburyToo)).number).toBe(number);
  expect((await read(number.toLowerCase(), server.clerk)).number).toBe(number);
  const unknown = JSON.stringify(await read('REC-2031-0000000000', keys.toronto));
  for (const key of [keys.toronto, undefined, await server.keyFor('sose', 'City of Sudbury')])
    expect(JSON.stringify(await read(number, key))).toBe(unknown);
  const { errors } = await server.graphql('{ receipts { nodes { number } } }');
  expect(only(errors ?? []).extensions.code).toBe('FORBIDDEN');
  const refused = await server.graphql(
    `mutation { keepReceipt(input: { idempotencyKey: "x", subjects: [{ wsibAccount: "1" }] }) { __typename } }`,
  );
  expect(only(refused.errors ?? []).extensions.code).toBe('FORBIDDEN');
});

test('shows today’s answer with the reader’s rights, and says if those differ from the holder’s', async () => {
  const { number } = await keep({ subjects: [{ wsibAccount: '1000002' }] });
  const [row] = (await read(number, server.clerk)).rows;
  expect(row).toMatchObject({ said: { standing: 'NO_CURRENT_CERTIFICATION' }, now: { standing: 'REGISTERED' }, why: 'OTHER_RIGHTS' });
  expect((await read(number, keys.sudbury)).rows[0]).toMatchObject({ now: { standing: 'NO_CURRENT_CERTIFICATION' }, why: null });
});

test('keeps which firms rows mean and whether they meet a requirement, joint ventures with their partners', async () => {
  const rows = [
    { name: 'Cedar Framing (synthetic) Ltd.' },
    { name: 'Cedar Framing (synthetic) Ltd. and Spruce Roofing (synthetic) Ltd. joint venture' },
    { number: '905-555-0123' },
  ];
  const bidders = await keep({ rows });
  expect(bidders.question).toBe('BIDDERS');
  expect(bidders.rows.map(({ said }: { said: { status: string } }) => said.status)).toEqual(['MATCHED', 'NO_MATCH', 'INVALID']);
  const requirement = await keep({ rows: rows.slice(0, 1), requirement: { routes: ['COR_2020'], contractTo: '2033-12-31' } });
  expect(requirement.rows[0].said).toMatchObject({ status: 'MATCHED', outcome: 'MET', route: 'COR_2020' });
  const subjects = await keep({ subjects: [{ wsibAccount: '1000001' }, { wsibAccount: '!' }], requirement: { routes: ['COR_2020'] } });
  expect([subjects.question, JSON.parse(subjects.rows[0].asked)]).toEqual(['REQUIREMENT', { wsibAccount: '1000001' }]);
  expect(subjects.rows[0].said).toMatchObject({ status: 'MATCHED', standing: 'CERTIFIED', outcome: 'MET', route: 'COR_2020' });
  expect(subjects.rows[1].said).toMatchObject({ status: 'INVALID', standing: null, outcome: 'CANNOT_SAY' });
  for (const receipt of [bidders, requirement, subjects]) for (const row of receipt.rows) expect(row.why).toBeNull();
});

describe('of rows that mean no one firm', () => {
  const more = `${answer} problem { field looksLike message fr: message(locale: FR) } candidates { score why wsibAccount organizationName city } notLookedFor nameAgrees
    cure ask advice warning { message notNamed } systems { system isNamed source checkedOn } standingReasons { clause }`;
  const all = `number on knownAt keptAt signed rows { said { ${more} partners { name ${more} } } now { ${more} } differs why }`;
  const rows = [
    { name: 'Cedar Framing (synthetic)', number: '$1,200' },
    { name: 'Spruce Roofing Co', number: '1000001', reference: 'lot 3' },
    { number: 'see 1000001' },
    { name: 'Cedar Framing (synthetic) Ltd. (attn. Mr. Example)' },
    { name: 'Cedar Framing (synthetic) Ltd. and Zyxwvut Ltd. joint venture' },
  ];
  const requirement = { routes: ['COR_2020'], owner: 'PUBLIC_SECTOR' };
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever fields it asked for
  let receipt: any;

  beforeAll(async () => {
    const input = { idempotencyKey: 'everything', rows, requirement };
    const query = `mutation ($input: KeepReceiptInput!) { keepReceipt(input: $input) { ... on Receipt { ${all} } } }`;
    receipt = (await server.graphql(query, { input }, { key: keys.sudbury })).data.keepReceipt;
  });

  test('keeps the candidates, the problem, what was not looked up, and whether the name agrees', () => {
    const [choice, disagrees, unread, noted, venture] = receipt.rows.map(({ said }: { said: unknown }) => said);
    const cedar = { wsibAccount: '1000001', organizationName: 'Cedar Framing (synthetic) Ltd.', city: 'Sampleton' };
    expect(choice).toMatchObject({ status: 'AMBIGUOUS', candidates: [{ ...cedar, score: expect.any(Number) }] });
    expect(choice).toMatchObject({ problem: { field: 'number', looksLike: 'AMOUNT', fr: 'Ceci ressemble à un montant d’argent.' } });
    expect(disagrees).toMatchObject({ status: 'MATCHED', nameAgrees: false, candidates: [], notLookedFor: ['Spruce Roofing Co'] });
    expect(unread).toMatchObject({ status: 'INVALID', outcome: 'CANNOT_SAY', problem: { looksLike: 'NUMBER_WITH_OTHER_TEXT' } });
    expect(noted.notLookedFor).toHaveLength(1);
    expect(venture.partners.map(({ name }: { name: string }) => name)).toEqual(['Cedar Framing (synthetic) Ltd.', 'Zyxwvut Ltd.']);
  });

  test('keeps cure, advice, the warning with its list, and the clauses of the standing beside those of the requirement', () => {
    const [, met, unread] = receipt.rows.map(({ said }: { said: unknown }) => said);
    expect(unread).toMatchObject({ cure: null, ask: 'Correct the row, or ask the bidder for its WSIB account number.' });
    expect(met.standingReasons).toContainEqual({ clause: 'G-2.4.h' });
    expect(met.advice).toContain('2032');
    expect(met.warning).toMatchObject({ notNamed: ['ISO_45001_2018'] });
    expect(met.systems).toContainEqual(expect.objectContaining({ system: 'COR_2020', isNamed: true, checkedOn: '2026-11-29' }));
  });

  test('says the same now, was kept no earlier than it was known, and is signed with all of it', async () => {
    for (const { said, now, differs, why } of receipt.rows) {
      expect([differs, why]).toEqual([[], null]);
      const { partners, ...own } = said;
      expect(now).toEqual(own);
    }
    expect(Date.parse(receipt.keptAt)).toBeGreaterThanOrEqual(Date.parse(receipt.knownAt));
    const told = verifiedBy((await server.request.get('/.well-known/jwks.json').expect(200)).body, receipt.signed, 'receipt+jws').receipt;
    expect(told).toMatchObject({
      asked: { rows },
      rows: [
        { candidates: [{ wsibAccount: '1000001' }] },
        { nameAgrees: false },
        { problem: { looksLike: 'NUMBER_WITH_OTHER_TEXT' } },
        {},
        {},
      ],
    });
  });

  test('opens if it was kept when less was kept, and what it lacks is no difference', async () => {
    const fewer = {
      status: 'AMBIGUOUS',
      standing: null,
      organizationName: null,
      consequence: null,
      reasons: [],
      partners: [{ status: 'MATCHED', reasons: [], partners: [] }],
    };
    const [{ number }] = await server.dataSource.query(
      `insert into receipt (number, scope, holder, question, asked, said, on_day, known_at, rules_version, kept_at, kept_by)
       select 'REC-2030-0000000001', scope, holder, 'BIDDERS', asked, $2, on_day, known_at, 'older', kept_at, kept_by from receipt where number = $1 returning number`,
      [
        receipt.number,
        JSON.stringify([
          fewer,
          { ...fewer, status: 'MATCHED', standing: 'CERTIFIED', organizationName: 'Cedar Framing (synthetic) Ltd.', partners: [] },
        ]),
      ],
    );
    const { data, errors } = await server.graphql(
      `query ($number: String!) { receipt(number: $number) { ${all} } }`,
      { number },
      { key: keys.sudbury },
    );
    expect(errors).toBeUndefined();
    const [choice, matched] = data.receipt.rows;
    expect(choice.said).toMatchObject({
      candidates: null,
      notLookedFor: null,
      problem: null,
      partners: [{ status: 'MATCHED', name: null }],
    });
    expect(choice).toMatchObject({ differs: ['partners'], why: 'OTHER_RULES' });
    expect(matched.differs).toEqual(['reasons']);
  });
});

test('keeps what was said of documents, signed without the printed code that was given', async () => {
  const documents = [
    { number: 'C-1' },
    { number: 'C-1', holder: { name: 'Cedar Framing (synthetic) Ltd.' } },
    { number: 'C-1', holder: { code: '7K3M9QX2' } },
    { number: 'C-999' },
  ];
  const { question, rows, signed } = await keep({ documents, on: '2031-03-01' });
  expect([question, rows.map(({ why }: { why: unknown }) => why)]).toEqual(['PROOF', [null, null, null, null]]);
  const found = { number: 'C-1', kind: 'CERTIFICATE_OF_RECOGNITION', state: 'IN_EFFECT', inEffect: true, issuedOn: '2031-01-19' };
  expect(rows[0].said).toMatchObject({ organizationName: null, standing: null, proof: { ...found, holderAgrees: null } });
  expect(rows[1].said).toMatchObject({ organizationName: 'Cedar Framing (synthetic) Ltd.', proof: { ...found, holderAgrees: true } });
  expect(rows[2].said).toMatchObject({ organizationName: null, proof: { ...found, holderAgrees: false } });
  expect(rows[3].said).toMatchObject({ consequence: 'No document on record has this number.', proof: null });
  const { receipt } = verifiedBy((await server.request.get('/.well-known/jwks.json').expect(200)).body, signed, 'receipt+jws');
  expect(receipt).toMatchObject({ question: 'PROOF', asked: { documents: [{}, documents[1], { number: 'C-1' }, {}] } });
  expect(JSON.stringify(receipt)).not.toContain('7K3M9QX2');
});

test.each([
  [{}, 'input'],
  [{ documents: [] }, 'input.documents'],
  [{ documents: [{ number: '' }] }, 'input.documents[0].number'],
  [{ documents: [{ number: 'C-1' }], rows: [{ name: 'x' }] }, 'input'],
  [{ documents: [{ number: 'C-1' }], knownAt: '2031-03-10T12:00:00Z' }, 'input.knownAt'],
  [{ subjects: [{ wsibAccount: '1' }], rows: [{ name: 'x' }] }, 'input'],
  // Of documents no tender asks anything.
  [{ documents: [{ number: 'C-1' }], requirement: { routes: ['COR'] } }, 'input.requirement'],
  [{ subjects: [] }, 'input.subjects'],
  [{ rows: Array(501).fill({ name: 'x' }) }, 'input.rows'],
])('%# names the field of a question that cannot be asked', async (input, field) => {
  const query = 'mutation ($input: KeepReceiptInput!) { keepReceipt(input: $input) { __typename } }';
  const { errors } = await server.graphql(query, { input: { idempotencyKey: `k${Math.random()}`, ...input } }, { key: keys.sudbury });
  expect(only(errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
});

test('returns the same receipt under the same idempotency key', async () => {
  const input = { idempotencyKey: 'the-same', subjects: [{ wsibAccount: '1000001' }] };
  expect((await keep(input)).number).toBe((await keep(input)).number);
});

describe('the signed form of rows', () => {
  const sentence = (en: string) => ({ en, fr: `${en} (fr)` });
  const system = { system: 'COR_2020', isKnown: true, isNamed: true, source: 'IHSA magazine V24-1, 2024', checkedOn: '2026-11-29' };
  const row = (at: number) => ({
    ...{ ...nothingSaid, status: 'MATCHED', standing: 'CERTIFIED', wsibAccount: String(at), outcome: 'MET', certificateNumber: `C-${at}` },
    ...{ warning: { message: sentence('O. Reg. 364/25'), notNamed: ['ISO_45001_2018'], notKnown: [] }, systems: [system] },
    ...{ consequence: sentence('It counts.'), advice: sentence(`Ask again about ${at}.`), partners: [] },
    reasons: [{ clause: 'G-2.4.h', holds: true, decides: true, because: sentence('On 10 March 2031 the account meets “COR”.') }],
    standingReasons: [{ clause: 'R-29', holds: false, decides: false, because: sentence('No revocation.') }],
  });
  const said = Array.from({ length: 300 }, (_, at) => row(at));
  const venture = { ...row(300), partners: [row(301), { ...row(302), ask: sentence('It counts.') }] };

  test('holds what is repeated once, and loses nothing that was said', () => {
    const { sentences, ofEveryRow, rows } = JSON.parse(JSON.stringify(signedRows([...said, venture])));
    // Five of every row, and one of its own in each of 303 answers, partners included.
    expect([sentences.length, ofEveryRow.systems, rows.length]).toEqual([5 - 1 + 303, [system], 301]);
    const back = rowsSigned({ sentences, ofEveryRow, rows });
    expect(back.map((each) => asKept(Object(each)))).toEqual([...said, venture].map(asKept));
  });

  test('is less than a third as long for 300 rows', () => {
    expect(JSON.stringify(signedRows(said)).length * 3).toBeLessThan(JSON.stringify(said).length);
  });

  test('is read as it is in a receipt that was signed before it was shortened', () => {
    expect(rowsSigned({ rows: said })).toEqual(said);
  });
});

describe('a signed receipt', () => {
  const signed = async (): Promise<string> => (await keep({ subjects: [{ wsibAccount: '1000001' }] })).signed;
  const published = async () => (await server.request.get('/.well-known/jwks.json').expect(200)).body;

  test('can be verified with node:crypto alone', async () => {
    const [header = '', payload = '', signature = ''] = (await signed()).split('.');
    const { alg, kid, typ } = JSON.parse(Buffer.from(header, 'base64url').toString());
    expect([alg, typ]).toEqual(['EdDSA', 'receipt+jws']);
    const jwk = (await published()).keys.find((key: { kid: string }) => key.kid === kid);
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    expect(verifySignature(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    const told = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(told).toMatchObject({ iss: 'cor-registry', iat: expect.any(Number), jti: told.receipt.number });
    // Each sentence is there once, and has its place where it was said.
    const [row] = told.receipt.rows;
    expect(row).toMatchObject({ standing: 'CERTIFIED', consequence: expect.any(Number) });
    expect(told.receipt.sentences[row.consequence]).toEqual({ en: expect.any(String), fr: expect.any(String) });
  });

  test('can be verified with jose, and any changed byte is caught', async () => {
    const text = await signed();
    const keys = await published();
    const key = await importJWK(keys.keys[0], 'EdDSA');
    expect((await compactVerify(text, key)).protectedHeader.alg).toBe('EdDSA');
    for (const at of [3, text.indexOf('.') + 20, text.lastIndexOf('.') + 10]) {
      const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      expect(() => verifiedBy(keys, changed, 'receipt+jws')).toThrow();
    }
  });

  test('can be verified with openssl, if installed', async () => {
    if (!hasOpenSsl()) return;
    const [header, payload, signature = ''] = (await signed()).split('.');
    const pem = createPublicKey({ key: (await published()).keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    await writeFile(join(folder, 'key.pem'), pem);
    await writeFile(join(folder, 'message'), `${header}.${payload}`);
    await writeFile(join(folder, 'signature'), Buffer.from(signature, 'base64url'));
    const command = ['pkeyutl', '-verify', '-pubin', '-inkey', 'key.pem', '-rawin', '-in', 'message', '-sigfile', 'signature'];
    expect(execFileSync('openssl', command, { cwd: folder, encoding: 'utf8' })).toContain('Signature Verified Successfully');
    await writeFile(join(folder, 'message'), `${header}.${payload}x`);
    expect(() => execFileSync('openssl', command, { cwd: folder, stdio: 'pipe' })).toThrow();
  });

  test('stays valid when the keys are rotated, and is signed anew on reading', async () => {
    const text = await signed();
    const old = readSigningKeys(join(folder, 'keys.json'));
    makeSigningKeys(join(folder, 'new.json'));
    const fresh = readSigningKeys(join(folder, 'new.json'));
    const both = { keys: [...fresh.publicKeys.keys, ...old.publicKeys.keys] };
    expect(verifiedBy(both, text, 'receipt+jws')).toMatchObject({ iss: 'cor-registry' });
    // A stolen key is removed: what it signed is no longer valid.
    expect(() => verifiedBy({ keys: [...fresh.publicKeys.keys] }, text, 'receipt+jws')).toThrow();
    // A valid signature over something else is not a receipt.
    expect(() => verifiedBy(both, fresh.sign({}, 'other+jws'), 'receipt+jws')).toThrow('OTHER_TYPE');
  });
});

function hasOpenSsl(): boolean {
  try {
    return /^OpenSSL 3/.test(execFileSync('openssl', ['version'], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}

test('of a firm that its holder cannot see is among the changed ones of staff and holder once its document is withdrawn', async () => {
  const [{ id, number, account }] = await server.dataSource.query(
    `select id, number, account_id as account from registration where reference = 'R-2'`,
  );
  const done = async (name: string, input: object, type: string, fields = ''): Promise<{ number: string }> => {
    const given = `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ${fields} } }`;
    const { data } = await server.graphql(given, { input: { idempotencyKey: `k${Math.random()}`, ...input } }, { key: server.clerk });
    expect(data[name].__typename).toBe(type);
    return data[name];
  };
  const issued = async () =>
    (await done('issueLetterOfIntent', { account: toGlobalId('Account', account) }, 'RestingLetter', '... on RestingLetter { number }'))
      .number;
  const before = await server.instant();
  const [letter, mistaken] = [await issued(), await issued()];
  const requirement = { routes: ['REGISTRATION'] };
  // G-2.1.b, X-8: the registration shows by its confirmation, or by a letter of intent, each in a row or as a subject.
  const kept = [
    await keep({ rows: [{ number }], requirement }),
    await keep({ rows: [{ number: letter }], requirement }),
    await keep({ subjects: [{ documentNumber: letter }], requirement }),
  ];
  const ofMistaken = await keep({ rows: [{ number: mistaken }], requirement });
  for (const { rows } of [...kept, ofMistaken]) expect(rows[0].said).toMatchObject({ outcome: 'MET', organizationName: null });
  const areChanged = async (receipts: readonly { number: string }[], ofStaff: readonly { number: string }[] = []) => {
    for (const key of [keys.sudbury, server.clerk]) {
      for (const { number: receipt } of receipts)
        expect((await read(receipt, key)).rows[0]).toMatchObject({ said: { outcome: 'MET' }, why: 'RECORDED_SINCE' });
      const { data } = await server.graphql('{ receipts(changed: true) { nodes { number } } }', {}, { key });
      const listed = key === server.clerk ? [...receipts, ...ofStaff] : receipts;
      expect(data.receipts.nodes).toEqual(listed.toReversed().map((each) => ({ number: each.number })));
    }
  };
  // before the letters were issued nothing was known of them.
  const asKnown = `query ($rows: [BidderRow!]!, $knownAt: DateTime!) {
    checkRequirement(requirement: { routes: [REGISTRATION] }, rows: $rows, knownAt: $knownAt) { outcome } }`;
  const outcomes = async (knownAt: string) =>
    (
      await server.graphql(asKnown, { rows: [letter, mistaken].map((each) => ({ number: each })), knownAt }, { key: keys.sudbury })
    ).data.checkRequirement.map(({ outcome }: { outcome: string }) => outcome);
  const issuedBy = await server.instant();
  // a letter that was recorded in error was withdrawn; no standing rests on it, so none changes.
  const inError = { number: mistaken, expectedVersion: 1, recordedInError: true, reason: 'Wrong account' };
  await done('correctRestingLetter', inError, 'RestingLetter');
  await areChanged([ofMistaken]);
  expect([await outcomes(before), await outcomes(issuedBy), await outcomes(await server.instant())]).toEqual([
    ['CANNOT_SAY', 'CANNOT_SAY'],
    ['MET', 'MET'],
    ['MET', 'CANNOT_SAY'],
  ]);
  const withdrawal = { registration: toGlobalId('Registration', id), expectedVersion: 1, withdrawnOn: '2031-03-10' };
  const ofStaff = await keep({ rows: [{ number: letter }], requirement }, server.clerk);
  await done('withdrawRegistration', withdrawal, 'Registration');
  await areChanged([...kept, ofMistaken], [ofStaff]);
  // The feed leads each caller to whom the change is visible to its own receipts (X-7: nobody else).
  await stampChanges(server.dataSource);
  const fed = async (key: string) =>
    JSON.stringify(
      (await server.graphql('{ changes(first: 100) { nodes { ... on StatusChange { receipts { number } } } } }', {}, { key })).data,
    );
  expect(await fed(server.clerk)).toContain(ofStaff.number);
  for (const { number: receipt } of kept) expect(await fed(keys.sudbury)).not.toContain(receipt);
});

test('says to staff that its answer was changed by what was recorded since, where its holder would be told otherwise too', async () => {
  const said = { outcome: 'NOT_MET', standing: 'PENDING', certificateNumber: 'C-3' };
  const requirement = { routes: ['COR_2020'], isPendingAccepted: false };
  const receipt = await keep({ rows: [{ number: '1000003' }], requirement });
  const venture = await keep({ rows: [{ name: 'Birch Paving (synthetic) Ltd. / Cedar Framing (synthetic) Ltd. JV' }], requirement });
  expect(receipt.rows[0].said).toMatchObject(said);
  const certificate = only((await server.file('1000003')).certificates);
  const inError = { certificate: certificate.id, expectedVersion: certificate.version, recordedInError: true, reason: 'Wrong account' };
  await server.mutate('correctCertificate', inError);
  // The registration beneath is for staff alone; that the account is pending no more is not.
  for (const [key, standing] of [
    [keys.sudbury, null],
    [server.clerk, 'REGISTERED'],
  ] as const) {
    expect((await read(receipt.number, key)).rows[0]).toMatchObject({ said, now: { outcome: 'NOT_MET', standing }, why: 'RECORDED_SINCE' });
    expect((await read(venture.number, key)).rows[0]).toMatchObject({
      differs: expect.arrayContaining(['partners']),
      why: 'RECORDED_SINCE',
    });
  }
});
