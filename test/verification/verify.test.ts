import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Every firm here is made up. The server's day is 20 November 2026.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Bâtisseurs Exemple inc.,,,123456782,Exempleville',
    'O-2,Made-up Paving Ltd.,,,111111118,Sampleton',
  ],
  accounts: [
    'account,organization,wsib_account',
    'certified,O-1,1000001',
    'pending-2,O-2,1000002',
    'registered,O-2,1000003',
    'lost,O-2,1000004',
    'bidding,O-2,1000005',
    'second,O-2,1000006',
  ],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-3,registered,2026-05-04,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,certified,COR_2020,EXTERNAL_AUDIT,2024-11-19',
    'C-2,pending-2,COR_2020,EXTERNAL_AUDIT,2025-10-01',
    'C-4,lost,COR_2020,EXTERNAL_AUDIT,2024-03-01',
    'C-6,second,COR_2020,ISO_45001_EQUIVALENCY,2026-02-28',
  ],
  letters: ['number,certificate_number,year,issued_on', 'L-1,C-1,2,2025-11-20'],
  bidding_documents: ['number,account,kind,issued_on,host_expires_on', 'B-5,bidding,LETTER_OF_RECIPROCITY,2026-09-01,2027-01-31'],
};

const today = '2026-11-20';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, today);
});

afterAll(() => server.stop());

const fields = `found standing consideredCertified on wsibAccount organizationName city since holdsUntil then basis standard
  certificate { number issuedOn endsOn } letterOfGoodStanding { number year issuedOn } biddingDocument { number lastDay }`;

interface Asked {
  readonly on?: string;
  readonly knownAt?: string;
  readonly key?: string;
}

async function verify(subject: Record<string, string>, { on, knownAt, key }: Asked = {}, wanted = fields) {
  const query = `query ($subject: VerificationSubject!, $on: LocalDate, $knownAt: DateTime) {
    verify(subject: $subject, on: $on, knownAt: $knownAt) { ${wanted} } }`;
  return server.graphql(query, { subject, on, knownAt }, key ? { key } : {});
}

describe('verify', () => {
  test('a certified account is certified, with its certificate, its letter and the day on which its standing changes', async () => {
    const { data } = await verify({ wsibAccount: '1000001' });
    // The letter for year 3 was due on 19 November 2026: day 31 is 20 December 2026.
    expect(data.verify).toEqual({
      found: true,
      standing: 'CERTIFIED',
      consideredCertified: true,
      on: today,
      wsibAccount: '1000001',
      organizationName: 'Bâtisseurs Exemple inc.',
      city: 'Exempleville',
      since: '2024-11-19',
      holdsUntil: '2026-12-20',
      then: 'PENDING',
      basis: 'EXTERNAL_AUDIT',
      standard: 'COR_2020',
      certificate: { number: 'C-1', issuedOn: '2024-11-19', endsOn: '2027-11-19' },
      letterOfGoodStanding: { number: 'L-1', year: 2, issuedOn: '2025-11-20' },
      biddingDocument: null,
    });
  });

  test('the reasons name the clauses consulted, those that decided, and the days, in both languages', async () => {
    const wanted = 'en: reasons { clause holds decides because } fr: reasons(locale: FR) { clause because unofficial } consequence advice';
    const { data } = await verify({ wsibAccount: '1000001' }, {}, wanted);
    expect(data.verify.en).toEqual([
      { clause: 'R-29', holds: false, decides: false, because: 'No revocation stands.' },
      { clause: 'G-2.4.h', holds: true, decides: true, because: 'Certificate C-1 was issued on 19 November 2024.' },
      {
        clause: 'G-2.4.l',
        holds: false,
        decides: false,
        because: 'Letter of Good Standing L-1 for year 2 was issued on 20 November 2025.',
      },
      {
        clause: 'G-2.4.l',
        holds: false,
        decides: false,
        because:
          'The Letter of Good Standing for year 3 is due on 19 November 2026; without it the certification is pending from 20 December 2026.',
      },
    ]);
    expect(data.verify.fr[1]).toEqual({
      clause: 'G-2.4.h',
      because: 'Le certificat C-1 a été délivré le 19\u00A0novembre\u00A02024.',
      unofficial: false,
    });
    expect(data.verify.fr[2].unofficial).toBe(true);
    expect(data.verify.consequence).toContain('20 November 2026');
    expect(data.verify.advice).toContain('20 December 2026');
  });

  test('a pending account counts as certified, and would lose that on day 91', async () => {
    const { data } = await verify({ wsibAccount: '1000002' });
    // Due on 1 October 2026: day 31 is 1 November, day 91 is 31 December.
    expect(data.verify).toMatchObject({ standing: 'PENDING', consideredCertified: true, since: '2026-11-01', holdsUntil: '2026-12-31' });
    expect(data.verify.then).toBe('NO_CURRENT_CERTIFICATION');
  });

  test('a past day gets the answer of that day', async () => {
    expect((await verify({ wsibAccount: '1000004' }, { on: '2025-03-31' })).data.verify.standing).toBe('CERTIFIED');
    expect((await verify({ wsibAccount: '1000004' }, { on: '2025-04-01' })).data.verify.standing).toBe('PENDING');
    expect((await verify({ wsibAccount: '1000004' }, { on: '2025-05-30' })).data.verify.standing).toBe('PENDING');
    expect((await verify({ wsibAccount: '1000004' }, { on: '2025-05-31' })).data.verify.standing).toBe('NO_CURRENT_CERTIFICATION');
  });

  test('a future day is a forecast from what is recorded', async () => {
    expect((await verify({ wsibAccount: '1000001' }, { on: '2027-02-17' })).data.verify.standing).toBe('PENDING');
    expect((await verify({ wsibAccount: '1000001' }, { on: '2027-02-18' })).data.verify).toMatchObject({
      found: false,
      standing: 'NO_CURRENT_CERTIFICATION',
    });
  });

  test('spaces and hyphens in a WSIB account do not matter', async () => {
    expect((await verify({ wsibAccount: ' 100-0001 ' })).data.verify.found).toBe(true);
  });

  test('a document number stands for the account it was issued to', async () => {
    expect((await verify({ documentNumber: 'L-1' })).data.verify.wsibAccount).toBe('1000001');
    expect((await verify({ documentNumber: 'C-4' })).data.verify.found).toBe(false);
  });

  test('a number of our own form is understood as people read it off paper', async () => {
    const [{ number }] = await server.dataSource.query('select number from registration');
    const key = await server.keyFor('staff');
    const asRead = String(number).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await verify({ documentNumber: asRead }, { key })).data.verify.wsibAccount).toBe('1000003');
  });

  test('a business number with one visible account gets an answer; with several, its accounts are the candidates', async () => {
    expect((await verify({ businessNumber: '123456782' })).data.verify.wsibAccount).toBe('1000001');
    for (const businessNumber of ['12345 6782 RT0001', 'HST 123456782RT0001', 'BN: 123456782', '12345678２'])
      expect((await verify({ businessNumber })).data.verify.wsibAccount).toBe('1000001');
    const { data } = await verify({ businessNumber: '111111118' }, {}, 'found standing consideredCertified candidates { wsibAccount }');
    expect(data.verify).toMatchObject({ found: false, standing: null, consideredCertified: null });
    expect(data.verify.candidates.map((each: { wsibAccount: string }) => each.wsibAccount).sort()).toEqual(['1000002', '1000006']);
  });

  // Saying that nothing is on record would be untrue for two accounts of which one is pending.
  test.each([
    [
      { wsibAccount: '100000!1' },
      'The number is malformed, so nothing was looked up.',
      'Correct the number and ask again.',
      'Aucune recherche n’a été faite : le numéro n’a pas la forme attendue.',
      'Corriger le numéro et refaire la recherche.',
    ],
    [
      { businessNumber: '111111118' },
      'Several accounts have this number, so no standing is given.',
      'Choose one of the candidates and ask again with its WSIB account number: a COR belongs to one account.',
      'Ce numéro correspond à plusieurs comptes; aucun n’a été choisi.',
      'Choisir un des comptes proposés et refaire la recherche avec son numéro de compte de la WSIB : chaque COR n’appartient qu’à un seul compte.',
    ],
    [
      { wsibAccount: 'TBD1' },
      'What was entered only says that there is no number, so no standing is given.',
      'Ask the firm for its WSIB account number.',
      'Ce qui a été saisi indique seulement qu’il n’y a pas de numéro : aucune situation n’est donc indiquée.',
      'Demander à l’entreprise son numéro de compte de la WSIB.',
    ],
  ])('%j stands for no account: the answer says what to do, and consults no clause (G-1.2.b)', async (subject, ...said) => {
    const wanted = 'consequence advice consequenceFr: consequence(locale: FR) adviceFr: advice(locale: FR) reasons { clause }';
    const { consequence, advice, consequenceFr, adviceFr, reasons } = (await verify(subject, {}, wanted)).data.verify;
    expect([consequence, advice, consequenceFr, adviceFr].map((each: string) => each.replaceAll('\u00A0', ' '))).toEqual(said);
    expect(reasons).toEqual([]);
  });
});

// A program reads NO_CURRENT_CERTIFICATION as a rejection. O-1, with business number 123456782, certificate C-1 and account 1000001, is certified.
describe('a number given as another kind', () => {
  const said = 'found standing consideredCertified problem { field looksLike message } reasons { clause } consequence advice';
  const never = { found: false, standing: null, consideredCertified: null, reasons: [] };

  test.each([
    ['wsibAccount', '123456782', 'BUSINESS_NUMBER'],
    ['wsibAccount', '123456782 RT0001', 'BUSINESS_NUMBER'],
    ['wsibAccount', '123456789', 'BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT'],
    ['wsibAccount', 'C-1', 'DOCUMENT_NUMBER'],
    ['wsibAccount', 'COR-2026-7K3M9QX2TB', 'DOCUMENT_NUMBER'],
    ['wsibAccount', '000266', 'WRONG_NUMBER_OF_DIGITS'],
    ['wsibAccount', '416-555-0100', 'TELEPHONE_NUMBER'],
    ['wsibAccount', 'K1A 0B1', 'POSTAL_CODE'],
    ['wsibAccount', '10000A1', 'ACCOUNT_WITH_LETTERS'],
    ['wsibAccount', 'N/A', 'PLACEHOLDER'],
    ['documentNumber', '1000001', 'WSIB_ACCOUNT'],
    ['documentNumber', 'WSIB 1000001', 'WSIB_ACCOUNT'],
    ['documentNumber', '123456782', 'BUSINESS_NUMBER'],
    ['documentNumber', '12345 6782 RT0001', 'BUSINESS_NUMBER'],
    ['documentNumber', '(416) 555-0100', 'TELEPHONE_NUMBER'],
    ['documentNumber', 'pending', 'PLACEHOLDER'],
    ['businessNumber', '1000001', 'WSIB_ACCOUNT'],
    ['businessNumber', 'DEMO-COR-000101-2', 'DOCUMENT_NUMBER'],
    ['businessNumber', 'COR-2026-7K3M9QX2TB', 'DOCUMENT_NUMBER'],
    ['businessNumber', 'HST 123456789RT0001', 'BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT'],
    ['wsibAccount', 'TBD1', 'PLACEHOLDER'],
  ])('as %s, %j is no rejection: it has no standing, and the answer says what it looks like', async (field, number, looksLike) => {
    const { verify: answer } = (await verify({ [field]: number }, {}, said)).data;
    expect(answer).toMatchObject({ ...never, problem: { field, looksLike } });
    expect(answer.problem.message).not.toContain(number);
  });

  test('says in both languages that nothing was found and what to do', async () => {
    const wanted = 'consequence advice fr: consequence(locale: FR) problem { message fr: message(locale: FR) }';
    expect((await verify({ wsibAccount: '123456782' }, {}, wanted)).data.verify).toEqual({
      consequence: 'Nothing was found under this number, and it looks like something else, so no standing is given.',
      advice: 'Enter the number in the field for its kind, or ask the firm for its WSIB account number.',
      fr: 'Aucun résultat pour ce qui a été saisi, qui ne semble pas être un numéro du type demandé\u00A0: aucune situation n’est donc indiquée.',
      problem: {
        message: 'No account with this number was found, and it has the form of a business number: if it is one, give it as such.',
        fr: 'Aucun compte n’a été trouvé sous ce numéro, qui a la forme d’un numéro d’entreprise\u00A0: si c’en est un, indiquez-le comme tel.',
      },
    });
  });

  test('is answered for whatever is on record under it, however odd it looks', async () => {
    // R-22 leaves the form of numbers open: this account has nine digits, and the document seven.
    const odd = {
      organizations: ['organization,legal_name', 'O-9,Odd Numbers Ltd.'],
      accounts: ['account,organization,wsib_account', 'odd,O-9,200000008', 'odd-lost,O-9,200000016'],
      certificates: [
        'number,account,standard,basis,issued_on',
        '7000001,odd,COR_2020,EXTERNAL_AUDIT,2026-03-02',
        '7000002,odd-lost,COR_2020,EXTERNAL_AUDIT,2022-01-05',
      ],
    };
    const numbers = [{ wsibAccount: '200000016' }, { documentNumber: '7000002' }];
    const unknown = await Promise.all(numbers.map((subject) => verify(subject, {}, said)));
    await record(server.dataSource, odd, today);
    expect((await verify({ wsibAccount: '200000008' })).data.verify.standing).toBe('CERTIFIED');
    expect((await verify({ documentNumber: '7000001' })).data.verify.standing).toBe('CERTIFIED');
    // Hidden: the same bytes as before they were on record.
    expect((await Promise.all(numbers.map((subject) => verify(subject, {}, said)))).map(({ text }) => text)).toEqual(
      unknown.map(({ text }) => text),
    );
    expect(unknown[0]?.data.verify).toMatchObject({ ...never, problem: { looksLike: 'BUSINESS_NUMBER' } });
  });

  // anyone may check a document, so this is said of those of hidden accounts too.
  test('as an account that is the number of a document is no rejection, alone and in a list', async () => {
    const document = { ...never, problem: { field: 'wsibAccount', looksLike: 'DOCUMENT_NUMBER' } };
    const { knownAt } = (await verify({ wsibAccount: '1000001' }, {}, 'knownAt')).data.verify;
    for (const wsibAccount of ['7000001', 'WSIB 700-0001', '7000002'])
      for (const asked of [{}, { knownAt }]) expect((await verify({ wsibAccount }, asked, said)).data.verify).toMatchObject(document);
    const numbers = ['1000001', '7000003', '7000001', '1000001', '1000001', '7000002'];
    const subjects = numbers.map((wsibAccount) => ({ wsibAccount }));
    const { data } = await server.graphql(
      'query ($subjects: [VerificationSubject!]!) { verifyMany(subjects: $subjects) { standing problem { looksLike } } }',
      { subjects },
    );
    expect(data.verifyMany.map(({ standing }: { standing: string | null }) => standing)).toEqual([
      'CERTIFIED',
      'NO_CURRENT_CERTIFICATION',
      null,
      'CERTIFIED',
      'CERTIFIED',
      null,
    ]);
    // Questions of one turn share a statement: each has its own answer.
    const alone = await Promise.all(subjects.map((subject) => verify(subject, {}, 'standing problem { looksLike }')));
    expect(alone.map(({ data: one }) => one.verify)).toEqual(data.verifyMany);
  });

  test('is read with what stands around it, and then is not called a former number', async () => {
    for (const wsibAccount of ['WSIB 1000001', "'1000001", '="1000001"', '1OOOOO1.0', '1,000,001', '1000001 (WSIB)', '#1000001'])
      expect((await verify({ wsibAccount }, {}, 'wsibAccount isFormerWsibAccount')).data.verify).toEqual({
        wsibAccount: '1000001',
        isFormerWsibAccount: false,
      });
  });
});

describe('who sees what', () => {
  const everything = `${fields} problem { field message } candidates { id } account { id } reasons { clause holds decides because } consequence advice`;

  test('the public gets the same bytes for a lost, a registered, a bidding-only and an unknown account', async () => {
    const unknown = await verify({ wsibAccount: '9999999' }, {}, everything);
    for (const wsibAccount of ['1000003', '1000004', '1000005']) {
      expect((await verify({ wsibAccount }, {}, everything)).text).toBe(unknown.text);
    }
    expect(unknown.data.verify.reasons).toHaveLength(1);
  });

  test('a buyer sees a bidding-only document and no registration', async () => {
    const key = await server.keyFor('buyer');
    const { data } = await verify({ wsibAccount: '1000005' }, { key });
    expect(data.verify).toMatchObject({ standing: 'BIDDING_ONLY', consideredCertified: false, basis: 'LETTER_OF_RECIPROCITY' });
    expect(data.verify.biddingDocument).toEqual({ number: 'B-5', lastDay: '2027-01-31' });
    expect((await verify({ wsibAccount: '1000003' }, { key })).data.verify.found).toBe(false);
  });

  test('WSIB sees a registration, staff sees everything', async () => {
    const wsib = await server.keyFor('wsib');
    const staff = await server.keyFor('staff');
    expect((await verify({ wsibAccount: '1000003' }, { key: wsib })).data.verify.standing).toBe('REGISTERED');
    expect((await verify({ wsibAccount: '1000004' }, { key: wsib })).data.verify.found).toBe(false);
    expect((await verify({ wsibAccount: '1000004' }, { key: staff })).data.verify).toMatchObject({
      standing: 'CERTIFICATION_LOST',
      since: '2025-05-31',
      holdsUntil: null,
    });
  });
});

describe('verifyMany', () => {
  const many = `query ($subjects: [VerificationSubject!]!) {
    verifyMany(subjects: $subjects) { subject { wsibAccount businessNumber account } problem { field message } found standing consideredCertified } }`;

  test('answers in the order asked; a malformed row says so, and the others are answered', async () => {
    const subjects = [
      { wsibAccount: '1000002' },
      { businessNumber: '123456789' },
      { wsibAccount: '9999999' },
      { account: 'x' },
      { wsibAccount: '1000001' },
    ];
    const { data } = await server.graphql(many, { subjects });
    expect(data.verifyMany.map((each: { standing: string }) => each.standing)).toEqual([
      'PENDING',
      null,
      'NO_CURRENT_CERTIFICATION',
      null,
      'CERTIFIED',
    ]);
    expect(data.verifyMany.map((each: { consideredCertified: boolean | null }) => each.consideredCertified)).toEqual([
      true,
      null,
      false,
      null,
      true,
    ]);
    expect(data.verifyMany.map((each: { problem: { field: string } | null }) => each.problem?.field ?? null)).toEqual([
      null,
      'businessNumber',
      null,
      'account',
      null,
    ]);
    expect(data.verifyMany[1].problem.message).not.toContain('123456789');
  });

  test('leads from each document to what is recorded of it, in a fragment and under another name too', async () => {
    const query = `query ($subjects: [VerificationSubject!]!) { verifyMany(subjects: $subjects) { certificate { ...Now } letterOfGoodStanding { record { number } } } }
      fragment Now on KnownCertificate { asRecorded: record { number } }`;
    const { data } = await server.graphql(query, { subjects: [{ wsibAccount: '1000001' }, { wsibAccount: '1000002' }] });
    expect(data.verifyMany).toEqual([
      { certificate: { asRecorded: { number: 'C-1' } }, letterOfGoodStanding: { record: { number: 'L-1' } } },
      { certificate: { asRecorded: { number: 'C-2' } }, letterOfGoodStanding: null },
    ]);
    const page = `{ organizations(first: 1) { nodes { accounts { standing { certificate { number record { number } } letterOfGoodStanding { record { number } } } } } } }`;
    const listed = await server.graphql(page);
    expect(listed.data.organizations.nodes[0].accounts[0].standing).toEqual({
      certificate: { number: 'C-1', record: { number: 'C-1' } },
      letterOfGoodStanding: { record: { number: 'L-1' } },
    });
  });

  test('takes one statement for 500 subjects, like verify for one', async () => {
    const key = await server.keyFor('buyer');
    const subjects = Array.from({ length: 500 }, (_, index) => ({ wsibAccount: String(1_000_001 + index) }));
    await server.graphql(many, { subjects: subjects.slice(0, 1) }, { key });
    server.statements();
    const { data } = await server.graphql(many, { subjects }, { key });
    expect(data.verifyMany).toHaveLength(500);
    expect(server.statements()).toHaveLength(1);
    await verify({ wsibAccount: '1000001' });
    expect(server.statements()).toHaveLength(1);
  });

  test('refuses 501 subjects, or a subject with no number or two, and names the field', async () => {
    const key = await server.keyFor('buyer');
    const tooMany = Array.from({ length: 501 }, () => ({ wsibAccount: '1000001' }));
    const { errors } = await server.graphql(many, { subjects: tooMany }, { key });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(errors)).toContain('subjects');
    for (const subject of [{}, { wsibAccount: '1000001', account: 'x' }]) {
      const { errors: [error] = [] } = await server.graphql(many, { subjects: [subject] });
      expect(error?.extensions.code).toBe('BAD_USER_INPUT');
    }
    const query = 'query ($wsibAccount: String) { verify(subject: { wsibAccount: $wsibAccount }) { found } }';
    expect((await server.graphql(query, {})).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('as known at an instant', () => {
  test('a letter entered late changes what is known now, and not what was known before', async () => {
    const before = (await verify({ wsibAccount: '1000002' }, {}, 'standing knownAt')).data.verify;
    await record(server.dataSource, { letters: ['number,certificate_number,year,issued_on', 'L-2,C-2,2,2026-10-15'] }, today);
    expect((await verify({ wsibAccount: '1000002' })).data.verify).toMatchObject({ standing: 'CERTIFIED', since: '2025-10-01' });
    const { data } = await verify({ wsibAccount: '1000002' }, { knownAt: before.knownAt }, 'standing knownAt since');
    expect(data.verify).toEqual({ standing: 'PENDING', knownAt: before.knownAt, since: '2026-11-01' });
  });

  test('an instant before the first record is a fault that names the earliest', async () => {
    const { errors } = await verify({ wsibAccount: '1000001' }, { knownAt: '2020-01-01T00:00:00Z' });
    expect(errors?.[0]?.extensions.code).toBe('KNOWN_AT_TOO_EARLY');
    const earliest = errors?.[0]?.extensions.earliest;
    expect((await verify({ wsibAccount: '1000001' }, { knownAt: earliest })).data.verify.found).toBe(true);
  });

  test('an instant that cannot be answered does not make other fields fail', async () => {
    const subject = 'subject: { wsibAccount: "1000001" }';
    const { errors } = await server.graphql(
      `{ now: verify(${subject}) { found } then: verify(${subject}, knownAt: "2020-01-01T00:00:00Z") { found } }`,
    );
    expect(errors?.map(({ path }) => path)).toEqual([['then']]);
  });

  test('an instant in the future is a fault', async () => {
    const { errors } = await verify({ wsibAccount: '1000001' }, { knownAt: '2199-01-01T00:00:00Z' });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'knownAt' } });
  });
});
