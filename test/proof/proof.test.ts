import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { fromGlobalId, toGlobalId } from '../../src/contract/global-id.ts';
import { poolOf } from '../../src/database/data-source.ts';
import { numbersMeant } from '../../src/identifiers/document-number.ts';
import { printedCode } from '../../src/proof/printed-code.ts';
import { documentByNumber } from '../../src/proof/proof.loader.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Every firm here is made up. The server's day is 20 November 2026.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Bâtisseurs Exemple inc.,,Maçonnerie Ancienne ltée,,Exempleville',
  ],
  accounts: [
    'account,organization,wsib_account',
    'certified,O-1,1000001',
    'renewed,O-1,1000002',
    'lost,O-1,1000003',
    'revoked,O-1,1000004',
    'expired,O-1,1000005',
    'visitor,O-1,',
    'withdrawn,O-1,1000006',
    'upper,O-1,1000011',
  ],
  registrations: [
    'registration,account,confirmed_on,withdrawn_on',
    'R-1,certified,2025-03-03,',
    'R-2,lost,2023-06-01,',
    'R-3,withdrawn,2026-01-05,2026-11-20',
    'R-4,expired,2026-01-05,',
  ],
  certificates: [
    'number,account,standard,basis,issued_on',
    'COR-2025-7K3M9QX0B1,certified,COR_2020,EXTERNAL_AUDIT,2025-11-19',
    'old/2022 no. 1,renewed,COR,EXTERNAL_AUDIT,2022-12-01',
    'new-2025,renewed,COR_2020,EXTERNAL_AUDIT,2025-11-24',
    'lost-1,lost,COR_2020,EXTERNAL_AUDIT,2024-01-08',
    'UPPER-1,upper,COR_2020,EXTERNAL_AUDIT,2026-02-02',
    'revoked-1,revoked,COR_2020,EXTERNAL_AUDIT,2026-02-02',
    'iso-1,expired,COR_2020,ISO_45001_EQUIVALENCY,2025-11-20',
    'iso-2,withdrawn,COR_2020,MLITSD_EQUIVALENCY,2025-11-21',
  ],
  letters: [
    'number,certificate_number,year,issued_on',
    'LoGS-2,old/2022 no. 1,2,2023-12-01',
    'LoGS-3,old/2022 no. 1,3,2024-12-01',
    'LoGS-new,new-2025,2,2026-11-16',
    'cor-2025-7k3m9qx0b2,COR-2025-7K3M9QX0B1,2,2026-11-18',
    'COR-2025-7K3M9QX0B2,COR-2025-7K3M9QX0B1,3,2026-11-25',
  ],
  bidding_documents: [
    'number,account,kind,issued_on,host_expires_on',
    'interim-1,visitor,INTERIM_LOGS,2026-09-01,2026-11-20',
    'interim-0,visitor,INTERIM_LOGS,2026-01-01,2026-11-19',
    'reciprocity-1,visitor,LETTER_OF_RECIPROCITY,2026-09-01,',
  ],
  spot_checks: ['spot_check,account,received_on,corrective_action', 'S-1,renewed,2026-10-01,yes'],
  revocations: ['revocation,account,from,lifted_on,reason,document', 'V-1,revoked,2026-06-01,,Made up,D-1'],
};

/** What the holder of any document here also has. */
const firm = { name: 'Batisseurs Exemple' };

const today = '2026-11-20';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, today);
});

afterAll(() => server.stop());

const everything =
  'number kind organizationName wsibAccount holderAgrees issuedOn standard basis year state supersededBy inEffect effectiveUntil on statement';

async function proof(number: string, fields = everything, given: { on?: string; holder?: object } = {}) {
  const query = `query ($number: String!, $on: LocalDate, $holder: ProofHolder) { proof(number: $number, on: $on, holder: $holder) { ${fields} } }`;
  const { data, errors } = await server.graphql(query, { number, ...given });
  expect(errors).toBeUndefined();
  return data.proof;
}

async function confirmationOf(registration: string): Promise<string> {
  const [row]: { number: string }[] = await server.dataSource.query('select number from registration where reference = $1', [registration]);
  return row?.number ?? '';
}

const effectOf = (number: string) => proof(number, 'inEffect effectiveUntil');

describe('proof', () => {
  test('shows what is printed on a certificate, and that it is in effect today', async () => {
    // Letters for years 2 and 3 are recorded, the second for a future day; a new certificate is due on 19 November 2028, day 91 is 18 February.
    expect(await proof('COR-2025-7K3M9QX0B1')).toEqual({
      number: 'COR-2025-7K3M9QX0B1',
      kind: 'CERTIFICATE_OF_RECOGNITION',
      organizationName: 'Bâtisseurs Exemple inc.',
      wsibAccount: '1000001',
      holderAgrees: null,
      issuedOn: '2025-11-19',
      standard: 'COR_2020',
      basis: 'EXTERNAL_AUDIT',
      year: null,
      state: 'IN_EFFECT',
      supersededBy: null,
      inEffect: true,
      effectiveUntil: '2029-02-18',
      on: today,
      statement:
        'Document COR-2025-7K3M9QX0B1 (Certificate of Recognition), issued to Bâtisseurs Exemple inc. (WSIB 1000001) and dated 19 November 2025, is on record and has effect on 20 November 2026; if nothing further is recorded, it has no effect from 18 February 2029.',
    });
  });

  test('shows the year of a Letter of Good Standing', async () => {
    expect(await proof('LoGS-new')).toMatchObject({
      kind: 'LETTER_OF_GOOD_STANDING',
      year: 2,
      standard: null,
      basis: null,
      inEffect: true,
    });
  });

  test('shows a confirmation of registration while the registration is in effect', async () => {
    const confirmed = await confirmationOf('R-4');
    expect(confirmed).toMatch(/^COR-2026-[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(await proof(confirmed)).toMatchObject({
      kind: 'CONFIRMATION_OF_REGISTRATION',
      issuedOn: '2026-01-05',
      inEffect: true,
      effectiveUntil: null,
      statement: `Document ${confirmed} (confirmation of registration), issued to Bâtisseurs Exemple inc. (WSIB 1000005) and dated 5 January 2026, is on record and has effect on 20 November 2026.`,
    });
    expect(await effectOf(await confirmationOf('R-3'))).toEqual({ inEffect: false, effectiveUntil: null });
    expect(await effectOf(await confirmationOf('R-2'))).toEqual({ inEffect: false, effectiveUntil: null });
  });

  test('shows a bidding-only document of a firm without a WSIB account until its last day', async () => {
    expect(await proof('interim-1', everything, { holder: firm })).toMatchObject({
      kind: 'INTERIM_LETTER_OF_GOOD_STANDING',
      wsibAccount: null,
      inEffect: true,
      effectiveUntil: '2026-11-21',
      statement: expect.stringContaining('issued to Bâtisseurs Exemple inc. and dated 1 September 2026'),
    });
    expect(await effectOf('interim-0')).toEqual({ inEffect: false, effectiveUntil: null });
    expect(await proof('reciprocity-1', 'kind inEffect')).toEqual({ kind: 'LETTER_OF_RECIPROCITY', inEffect: false });
  });

  test.each([
    ['old/2022 no. 1', 'SUPERSEDED', 'new-2025'],
    // Its certificate was superseded, and the letter with it.
    ['LoGS-2', 'SUPERSEDED', 'new-2025'],
    ['lost-1', 'LOST', null],
    // The revocation and its day are not shown.
    ['revoked-1', 'WITHDRAWN', null],
    ['iso-1', 'EXPIRED', null],
    ['interim-0', 'EXPIRED', null],
    // The host certificate's end is not stated, so the document never counted.
    ['reciprocity-1', 'NEVER_IN_EFFECT', null],
    ['COR-2025-7K3M9QX0B2', 'NOT_YET', null],
  ])('%s is %s', async (number, state, supersededBy) => {
    const { statement, ...told } = await proof(number, everything, { holder: firm });
    expect(told).toMatchObject({ state, supersededBy, inEffect: false, effectiveUntil: null, organizationName: 'Bâtisseurs Exemple inc.' });
    expect(statement).toMatch(
      /^Document .* and dated \d+ \w+ \d{4}, is on record; it (has no effect on 20 November 2026|never had effect)/,
    );
  });

  test('answers for the day asked about', async () => {
    // Due on 8 January 2025, pending from 8 February, lost on 9 April 2025.
    expect(await proof('lost-1', 'state inEffect effectiveUntil on', { on: '2025-02-07' })).toMatchObject({
      state: 'IN_EFFECT',
      on: '2025-02-07',
    });
    expect(await proof('lost-1', 'state inEffect effectiveUntil', { on: '2025-04-08' })).toEqual({
      state: 'PENDING',
      inEffect: true,
      effectiveUntil: '2025-04-09',
    });
    expect(await proof('lost-1', 'state', { on: '2025-04-09' })).toEqual({ state: 'LOST' });
    expect(await proof('lost-1', 'state', { on: '2024-01-07' })).toEqual({ state: 'NOT_YET' });
  });

  test('names the superseding document only while that is public', async () => {
    // From 31 December 2026 the certificate that superseded it is lost to a spot check.
    expect(await proof('old/2022 no. 1', 'supersededBy', { on: '2026-12-30' })).toEqual({ supersededBy: 'new-2025' });
    expect(await proof('old/2022 no. 1', 'state supersededBy', { on: '2026-12-31' })).toEqual({ state: 'SUPERSEDED', supersededBy: null });
  });

  test('an equivalency certificate is in effect until its last day, the day before its anniversary', async () => {
    expect(await effectOf('iso-2')).toEqual({ inEffect: true, effectiveUntil: '2026-11-21' });
  });

  test('a certificate with an unanswered spot check is in effect until day 91 after it', async () => {
    // Received on 1 October 2026, without a report: day 91 is 31 December.
    expect(await effectOf('new-2025')).toEqual({ inEffect: true, effectiveUntil: '2026-12-31' });
  });

  test('the statement is rendered in French', async () => {
    const { effect, none } = {
      effect: await proof('LoGS-new', 'statement(locale: FR)', { holder: firm }),
      none: await proof('lost-1', 'statement(locale: FR)'),
    };
    expect(effect.statement).toBe(
      'Le document LoGS-new, lettre de certification en règle (Letter of Good Standing), délivré le 16\u00A0novembre\u00A02026 à Bâtisseurs Exemple inc. (WSIB 1000002), figure au registre et est en vigueur le 20\u00A0novembre\u00A02026; à défaut d’un nouveau fait consigné, il cessera de l’être le 31\u00A0décembre\u00A02026.',
    );
    expect(none.statement.replaceAll('\u00A0', ' ')).toMatch(
      /^Le document lost-1, certificat de reconnaissance, délivré le .* à une entreprise qui n’est pas nommée ici, figure au registre; il n’est pas en vigueur le 20 novembre 2026 : la certification est perdue\.$/,
    );
  });

  test('gives every caller the same answer', async () => {
    const query = `{ proof(number: "lost-1") { ${everything} } }`;
    const { text } = await server.graphql(query);
    for (const scope of ['buyer', 'wsib', 'staff'] as const)
      expect((await server.graphql(query, {}, { key: await server.keyFor(scope) })).text).toBe(text);
  });
});

describe('the firm of a number that can be guessed', () => {
  const named = 'organizationName wsibAccount holderAgrees statement';
  const codeOf = async (number: string): Promise<string> => {
    const [{ secret }] = await server.dataSource.query('select secret from proof_secret');
    return printedCode(secret, number);
  };

  test('is not named to a caller who has only the number', async () => {
    const { statement, ...told } = await proof('lost-1', named);
    expect(told).toEqual({ organizationName: null, wsibAccount: null, holderAgrees: null });
    expect(statement).toContain('issued to a firm that is not named here and dated 8 January 2024');
  });

  test('is named to a caller who also has its name, its account number or the printed code', async () => {
    const code = await codeOf('lost-1');
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    const spaced = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    const numbers = ['100-0003', 'WSIB 1000003', '#1000003', '1000003.0'].map((wsibAccount) => ({ wsibAccount }));
    for (const holder of [
      firm,
      { name: 'BÂTISSEURS EXEMPLE INC' },
      { name: 'Bâtisseurs Exemple incorporée' },
      ...numbers,
      { code },
      { code: spaced },
    ])
      expect(await proof('lost-1', named, { holder })).toMatchObject({
        organizationName: 'Bâtisseurs Exemple inc.',
        wsibAccount: '1000003',
        holderAgrees: true,
      });
  });

  test('is named for a former name, which an older document has printed on it', async () => {
    const agrees = async (name: string) => (await proof('lost-1', named, { holder: { name } })).holderAgrees;
    expect(await agrees('Maçonnerie Ancienne ltée')).toBe(true);
    expect(await agrees('Maçonnerie Ancienne inc.')).toBe(false);
    expect(await agrees('Charpentes Premières inc.')).toBe(false);
    for (const name of ['Charpentes Premières inc.', 'Bâtisseurs Exemple inc.'])
      await server.dataSource.query('update organization set legal_name = $1', [name]);
    expect(await agrees('Charpentes Premières inc.')).toBe(true);
  });

  test('is not named for details of another firm or document', async () => {
    const others = [
      { name: 'Exemple' },
      // A misspelling cannot be told from the name of another firm.
      { name: 'Bâtisseur Exemple inc.' },
      { name: 'inc.' },
      // Another legal ending is another firm (OBCA s. 10 (1): the ending is part of the name).
      ...['Ltd.', 'Ltée', 'Corp.', 'LP'].map((ending) => ({ name: `Bâtisseurs Exemple ${ending}` })),
      { wsibAccount: 'WSIB 1000001' },
      { name: '' },
      { wsibAccount: '1000001' },
      { wsibAccount: '' },
      { code: 'AAAAAAAA' },
    ];
    for (const holder of [...others, { code: await codeOf('iso-1') }, { code: '' }])
      expect(await proof('lost-1', named, { holder })).toMatchObject({ organizationName: null, wsibAccount: null, holderAgrees: false });
  });

  test('is named for a number of our own form, which cannot be guessed; other details are still compared', async () => {
    const holder = { name: 'Another Firm Ltd.' };
    expect(await proof('COR-2025-7K3M9QX0B1', named, { holder })).toMatchObject({
      organizationName: 'Bâtisseurs Exemple inc.',
      holderAgrees: false,
    });
  });

  test('has a printed code that staff and its own organization can see', async () => {
    const { data } = await server.graphql(
      '{ account(wsibAccount: "1000001") { organization { id } standing { certificate { record { id } } } } }',
    );
    const own = fromGlobalId(data.account.organization.id)?.uuid ?? '';
    const query = `{ node(id: "${data.account.standing.certificate.record.id}") { ... on Certificate { printedCode } } }`;
    const seen = async (key?: string) => (await server.graphql(query, {}, key ? { key } : {})).data.node.printedCode;
    const code = await codeOf('COR-2025-7K3M9QX0B1');
    expect(await seen(await server.keyFor('staff'))).toBe(code);
    expect(await seen(await server.keyFor('organization', 'Own', own))).toBe(code);
    for (const key of [undefined, await server.keyFor('buyer'), await server.keyFor('organization')]) expect(await seen(key)).toBeNull();
  });
});

describe('a letter that rests on another document', () => {
  const issue = async (name: string, input: object) => {
    const query = `mutation ($input: ${name}Input!) { done: ${name.charAt(0).toLowerCase()}${name.slice(1)}(input: $input) {
      ... on RestingLetter { number kind issuedOn printedCode } ... on Refused { code reasons { clause } } } }`;
    const key = await server.keyFor('staff');
    const { data, errors } = await server.graphql(query, { input: { ...input, idempotencyKey: `k${Math.random()}` } }, { key });
    expect(errors).toBeUndefined();
    return data.done;
  };
  const idOf = async (wsibAccount: string): Promise<string> => {
    const key = await server.keyFor('staff');
    return (await server.graphql(`{ account(wsibAccount: "${wsibAccount}") { id } }`, {}, { key })).data.account.id;
  };
  const certificateOf = async (number: string): Promise<string> => {
    const [{ id }] = await server.dataSource.query('select id from certificate where number = $1', [number]);
    return toGlobalId('Certificate', id);
  };

  test('of intent is in effect while its registration is, and is refused without one (X-8)', async () => {
    const letter = await issue('IssueLetterOfIntent', { account: await idOf('1000005') });
    expect(letter).toMatchObject({ kind: 'LETTER_OF_INTENT', issuedOn: today });
    expect(await proof(letter.number)).toMatchObject({
      kind: 'LETTER_OF_INTENT',
      organizationName: 'Bâtisseurs Exemple inc.',
      state: 'IN_EFFECT',
      effectiveUntil: null,
    });
    expect(await proof(letter.number, 'state', { on: '2026-11-19' })).toEqual({ state: 'NOT_YET' });
    const refused = { code: 'LETTER_NOT_POSSIBLE', reasons: [{ clause: 'X-8' }] };
    for (const account of ['1000006', '1000003', '1000004'])
      expect(await issue('IssueLetterOfIntent', { account: await idOf(account) })).toEqual(refused);
  });

  test('of equivalency says what its certificate says, and is refused for any other certificate (R-20)', async () => {
    const letter = await issue('IssueLetterOfEquivalency', { certificate: await certificateOf('iso-2') });
    expect(await proof(letter.number, 'kind inEffect effectiveUntil')).toEqual({
      kind: 'LETTER_OF_EQUIVALENCY',
      inEffect: true,
      effectiveUntil: '2026-11-21',
    });
    expect(await proof(letter.number, 'state', { on: '2026-11-21' })).toEqual({ state: 'EXPIRED' });
    const refusedBy = (clause: string) => ({ code: 'LETTER_NOT_POSSIBLE', reasons: [{ clause }] });
    expect(await issue('IssueLetterOfEquivalency', { certificate: await certificateOf('iso-1') })).toEqual(refusedBy('R-20'));
    expect(await issue('IssueLetterOfEquivalency', { certificate: await certificateOf('new-2025') })).toEqual(refusedBy('R-38'));
  });
});

describe('a confirmation of COR to another association', () => {
  const confirm = async (number: string, association = 'CSAM') => {
    const [{ id }] = await server.dataSource.query('select id from certificate where number = $1', [number]);
    const query = `mutation ($input: IssueConfirmationOfCorInput!) { done: issueConfirmationOfCor(input: $input) {
      ... on RestingLetter { number kind issuedOn association expiresOn } ... on Refused { code reasons { clause } } } }`;
    const input = { certificate: toGlobalId('Certificate', id), association, idempotencyKey: `k${Math.random()}` };
    return server.graphql(query, { input }, { key: await server.keyFor('staff') });
  };

  test('says the end of the three years, has effect as its certificate has, and is no standing (X-26, R-62)', async () => {
    const { data } = await confirm('new-2025');
    expect(data.done).toMatchObject({ kind: 'CONFIRMATION_OF_COR', issuedOn: today, association: 'CSAM' });
    const certificate = await proof('new-2025', 'state inEffect effectiveUntil issuedOn');
    const { number, expiresOn } = data.done;
    expect(await proof(number, 'kind state inEffect effectiveUntil expiresOn')).toEqual({
      kind: 'CONFIRMATION_OF_COR',
      state: certificate.state,
      inEffect: true,
      effectiveUntil: certificate.effectiveUntil,
      expiresOn,
    });
    expect(expiresOn).toBe(`${Number(certificate.issuedOn.slice(0, 4)) + 3}${certificate.issuedOn.slice(4)}`);
    expect(await proof('new-2025', 'expiresOn')).toEqual({ expiresOn: null });
  });

  test('is refused for an equivalency, and IHSA does not write to itself', async () => {
    expect((await confirm('iso-2')).data.done).toEqual({ code: 'LETTER_NOT_POSSIBLE', reasons: [{ clause: 'X-26' }] });
    expect((await confirm('new-2025', 'IHSA')).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.association',
    });
  });
});

test('a credential of a document is not issued without signing keys, and the answer says that they are missing', async () => {
  const text = 'mutation { issueCredential(input: { idempotencyKey: "vc", number: "x" }) { __typename } }';
  const { errors } = await server.graphql(text, {}, { key: await server.keyFor('staff') });
  expect(errors?.[0]).toMatchObject({
    message: 'This registry issues no credentials yet: its operator must give it signing keys.',
    extensions: { code: 'NOT_FOUND' },
  });
});

describe('the correction of a letter that rests on another document', () => {
  const staff = async (text: string, variables: Record<string, unknown>) => {
    const { data, errors } = await server.graphql(text, variables, { key: await server.keyFor('staff') });
    return { data, code: errors?.[0]?.extensions.code };
  };
  const correct = async (input: object) => {
    const text = `mutation ($input: CorrectRestingLetterInput!) { done: correctRestingLetter(input: $input) {
      ... on RestingLetter { number kind issuedOn version printedCode } ... on Refused { code reasons { clause } } } }`;
    return staff(text, { input: { reason: 'Typed wrongly.', ...input } });
  };
  const filed = `query ($account: String!) { account(wsibAccount: $account) { file { restingLetters { number kind issuedOn version printedCode } } } }`;

  test('moves its day as far as its supporting document allows, and its proof follows', async () => {
    const { data } = await staff(filed, { account: '1000005' });
    const [letter] = data.account.file.restingLetters;
    expect(letter).toMatchObject({ kind: 'LETTER_OF_INTENT', issuedOn: today, version: 1 });
    const { number, printedCode } = letter;
    const moved = await correct({ number: number.toLowerCase(), expectedVersion: 1, issuedOn: '2026-11-19' });
    expect(moved.data.done).toEqual({ number, kind: 'LETTER_OF_INTENT', issuedOn: '2026-11-19', version: 2, printedCode });
    expect(await proof(number, 'state issuedOn', { on: '2026-11-19' })).toEqual({ state: 'IN_EFFECT', issuedOn: '2026-11-19' });
    const before = await correct({ number, expectedVersion: 2, issuedOn: '2001-01-01' });
    expect(before.data.done).toEqual({ code: 'LETTER_NOT_POSSIBLE', reasons: [{ clause: 'X-8' }] });
    expect((await correct({ number, expectedVersion: 1, issuedOn: '2026-11-18' })).code).toBe('CONFLICT');
    expect((await correct({ number, expectedVersion: 2, issuedOn: '2026-11-19' })).code).toBe('BAD_USER_INPUT');
    expect((await correct({ number: 'new-2025', expectedVersion: 1, issuedOn: '2026-11-19' })).code).toBe('NOT_FOUND');
  });

  test('removes one recorded in error: its proof says withdrawn, not unknown', async () => {
    const { data } = await staff(filed, { account: '1000005' });
    const { number, version } = data.account.file.restingLetters[0];
    expect((await correct({ number, expectedVersion: version, recordedInError: true })).data.done).toMatchObject({ number, version: null });
    expect(await proof(number, 'kind state organizationName')).toEqual({
      kind: 'LETTER_OF_INTENT',
      state: 'WITHDRAWN',
      organizationName: 'Bâtisseurs Exemple inc.',
    });
    expect((await staff(filed, { account: '1000005' })).data.account.file.restingLetters).toEqual([]);
  });

  test('is for staff', async () => {
    const text = `mutation { correctRestingLetter(input: { number: "x", expectedVersion: 1, reason: "x", recordedInError: true }) { __typename } }`;
    for (const scope of ['buyer', 'organization'] as const)
      expect((await server.graphql(text, {}, { key: await server.keyFor(scope) })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

test('requests in one turn of the event loop share a statement; each has its own document, its own day and its own miss', async () => {
  const statements = jest.spyOn(poolOf(server.dataSource), 'query');
  const misses: number[] = [];
  const ask = (number: string, on: string) =>
    documentByNumber(server.dataSource, { noteMisses: (count) => misses.push(count) }).load({ number, on });
  // The new certificate replaces the old one from the day of its issue: 24 November 2025.
  const asked = [ask('old/2022 no. 1', '2025-11-23'), ask('old/2022 no. 1', today), ask('no such number', today), ask('LoGS-new', today)];
  const found = await Promise.all(asked);
  expect(statements).toHaveBeenCalledTimes(1);
  statements.mockRestore();
  expect(found.map((document) => document && [document.number, document.effect.inEffect])).toEqual([
    ['old/2022 no. 1', true],
    ['old/2022 no. 1', false],
    null,
    ['LoGS-new', true],
  ]);
  expect(misses).toEqual([0, 0, 1, 0]);
});

test('a document whose record was removed as an error is withdrawn, not unknown', async () => {
  await server.dataSource.query(`insert into bidding_document (number, account_id, kind, issued_on, host_expires_on)
    select 'typo-1', id, 'INTERIM_LOGS', '2026-10-01', '2026-12-01' from account where reference = 'visitor'`);
  await server.dataSource.query(`delete from bidding_document where number = 'typo-1'`);
  expect(await proof('typo-1', everything, { holder: firm })).toMatchObject({
    kind: 'INTERIM_LETTER_OF_GOOD_STANDING',
    state: 'WITHDRAWN',
    issuedOn: '2026-10-01',
    organizationName: 'Bâtisseurs Exemple inc.',
  });
  expect(await proof('typo-2')).toBeNull();
});

describe('a document number', () => {
  test('of our own form is read as intended', async () => {
    for (const typed of [
      'cor-2025-7k3m9qx0b1',
      ' COR 2025 7K3M9 QX0B1\n',
      'COR–2025–7K3M9QX0B1',
      'C0R-2025-7K3M9QXOBI',
      'cor2o257k3m9qxobl',
    ])
      expect(await proof(typed, 'number')).toEqual({ number: 'COR-2025-7K3M9QX0B1' });
  });

  test('is first looked up exactly as typed', async () => {
    expect(await proof('cor-2025-7k3m9qx0b2', 'number year')).toEqual({ number: 'cor-2025-7k3m9qx0b2', year: 2 });
    expect(await proof('COR-2025-7k3m9qx0b2', 'number year')).toEqual({ number: 'COR-2025-7K3M9QX0B2', year: 3 });
  });

  test('that was imported may be written with small letters for its capitals', async () => {
    const form = { kind: 'CERTIFICATE_OF_RECOGNITION', inEffect: true };
    expect(await proof('upper-1', 'number kind inEffect')).toEqual({ number: 'UPPER-1', ...form });
    // Two numbers that differ in this alone are two documents: each is first looked up as typed.
    expect(await proof('cor-2025-7k3m9qx0b2', 'number')).toEqual({ number: 'cor-2025-7k3m9qx0b2' });
  });

  test('that was imported must otherwise be written as printed, apart from surrounding spaces', async () => {
    expect(await proof(' old/2022 no. 1 ', 'number')).toEqual({ number: 'old/2022 no. 1' });
    for (const typed of ['OLD/2022 no. 1', 'old/2022no.1', 'Lost-1', 'lost 1']) expect(await proof(typed)).toBeNull();
  });

  test.each([
    ['COR-2026-7K3M9QX2TU', 'U is not among the characters'],
    ['COR-2026-7K3M9QX2T', 'nine characters'],
    ['COR-2026-7K3M9QX2TBB', 'eleven characters'],
    ['COR-26-7K3M9QX2TB', 'a short year'],
    ['COT-2026-7K3M9QX2TB', 'another beginning'],
  ])('%s is not of our form: %s', (typed) => {
    expect(numbersMeant(typed)).toEqual([typed]);
  });

  test.each(['DEMO-COR-OOO1O1-2', 'demo-cor-000l01-2', 'DEMO COR 000101 2', 'DEMO - COR - 000101 - 2'])(
    '%j may be imported DEMO-COR-000101-2',
    (typed) => {
      expect(numbersMeant(typed)).toContain('DEMO-COR-000101-2');
    },
  );

  test.each([
    ['ＤＥＭＯ－ＣＯＲ－０００１０１－２', 'DEMO-COR-000101-2'],
    ['(DEMO-COR-000101-2)', 'DEMO-COR-000101-2'],
    ['Certificate no. 000266', '000266'],
    ['Confirmation no. 000266', '000266'],
    ['Lettre nº 000266', '000266'],
    ['№ ٠٠٠٢٦٦', '000266'],
    ['ＣＯＲ－２０２６－７Ｋ３Ｍ９ＱＸ２ＴＢ', 'COR-2026-7K3M9QX2TB'],
    ['Certificat : cor 2026 7k3m9qx2tb', 'COR-2026-7K3M9QX2TB'],
  ])('%j may be %s, as in a list of bidders', (typed, number) => {
    expect(numbersMeant(typed)).toContain(number);
  });

  test('in full-width characters finds its document', async () => {
    expect(await proof('Certificate no. ＵＰＰＥＲ－１', 'number')).toEqual({ number: 'UPPER-1' });
  });

  test('that no document has returns nothing', async () => {
    expect(await proof('COR-2026-0000000000')).toBeNull();
  });

  test.each(['', '   ', 'x'.repeat(65), 'a\u0000b', 'a\nb'])('%j is none, and the answer names the field', async (number) => {
    const { data, errors } = await server.graphql('query ($number: String!) { proof(number: $number) { number } }', { number });
    expect(data).toEqual({ proof: null });
    expect(errors).toMatchObject([
      {
        message: 'number must be the number of a document: 1 to 64 characters on one line.',
        extensions: { code: 'BAD_USER_INPUT', field: 'number' },
      },
    ]);
  });

  test('of one document or many take one statement', async () => {
    server.statements();
    await server.graphql(
      '{ a: proof(number: "lost-1") { inEffect } b: proof(number: "interim-1") { inEffect } c: proof(number: "none") { inEffect } }',
    );
    expect(server.statements()).toHaveLength(1);
    await server.graphql('{ a: proof(number: "lost-1") { inEffect } }');
    expect(server.statements()).toHaveLength(1);
  });
});
