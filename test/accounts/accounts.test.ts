import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Every firm here is made up. The server's day is 20 November 2026.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Bâtisseurs Exemple inc.,Les Bâtisseurs,Exemple et fils;Exemple ltée,123456782,Exempleville',
    'O-2,Made-up Paving Ltd.,,,111111118,Sampleton',
  ],
  accounts: [
    'account,organization,wsib_account',
    'certified,O-1,1000001',
    'pending-2,O-2,1000002',
    'registered,O-2,1000003',
    'lost,O-2,1000004',
    'bidding,O-2,1000005',
    'returned,O-2,1000006',
    'revoked,O-2,1000007',
    'without,O-1,',
  ],
  registrations: [
    'registration,account,confirmed_on,withdrawn_on',
    'R-1,certified,2024-06-03,',
    'R-3,registered,2026-05-04,',
    'R-6,returned,2025-08-01,',
  ],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,certified,COR,EXTERNAL_AUDIT,2024-11-19',
    'C-2,pending-2,COR_2020,EXTERNAL_AUDIT,2025-10-01',
    'C-4,lost,COR_2020,EXTERNAL_AUDIT,2024-03-01',
    'C-6,returned,COR_2020,EXTERNAL_AUDIT,2023-05-10',
    'C-7,returned,COR_2020,EXTERNAL_AUDIT,2026-02-02',
    'C-8,revoked,COR_2020,EXTERNAL_AUDIT,2026-03-02',
  ],
  letters: ['number,certificate_number,year,issued_on', 'L-1,C-1,2,2025-11-20'],
  bidding_documents: [
    'number,account,kind,issued_on,host_expires_on',
    'B-5,bidding,LETTER_OF_RECIPROCITY,2026-09-01,2027-01-31',
    'B-8,without,INTERIM_LOGS,2026-11-01,2028-01-31',
  ],
  spot_checks: ['spot_check,account,received_on,corrective_action', 'S-1,certified,2025-02-03,yes'],
  spot_check_events: ['spot_check,on,kind', 'S-1,2025-03-03,IMPLEMENTATION_REPORTED'],
  revocations: ['revocation,account,from,lifted_on,reason,document', 'V-1,revoked,2026-06-01,,Made up,D-1'],
  audits: [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    'A-1,certified,TRANSITION,COR_2020,2025-10-01,2025-10-03,,,,,,91.5,100',
  ],
};

const today = '2026-11-20';
let server: TestServer;
let staff: string;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, today);
  staff = await server.keyFor('staff');
});

afterAll(() => server.stop());

const byNumber = (fields: string) => `query ($wsibAccount: String!) { account(wsibAccount: $wsibAccount) { ${fields} } }`;

async function account(wsibAccount: string, fields: string, key?: string) {
  const { data, errors } = await server.graphql(byNumber(fields), { wsibAccount }, key ? { key } : {});
  expect(errors).toBeUndefined();
  return data.account;
}

async function standing(wsibAccount: string, on: string, key?: string) {
  return (await account(wsibAccount, `standing(on: "${on}") { standing }`, key)).standing.standing;
}

/** A timeline in short: the first day, the standing, and the documents of each period. */
async function timeline(wsibAccount: string, key?: string): Promise<string[]> {
  const fields = 'timeline { from to standing standard certificate { number } letterOfGoodStanding { number } biddingDocument { number } }';
  const { timeline } = await account(wsibAccount, fields, key);
  for (const [at, { to }] of timeline.entries()) expect(to).toBe(timeline[at + 1]?.from ?? null);
  return timeline.map((period: Shown) => {
    const documents = [period.certificate, period.letterOfGoodStanding, period.biddingDocument].flatMap((each) => each?.number ?? []);
    return [period.from ?? 'always', period.standing, period.standard, ...documents].filter(Boolean).join(' ');
  });
}

interface Numbered {
  readonly number: string;
}

interface Shown {
  readonly from: string | null;
  readonly standing: string;
  readonly standard: string | null;
  readonly certificate: Numbered | null;
  readonly letterOfGoodStanding: Numbered | null;
  readonly biddingDocument: Numbered | null;
}

describe('account', () => {
  test('a certified account is visible to anyone, with its holder and its standing', async () => {
    const found = await account(
      '1000001',
      `wsibAccount organization { legalName operatingName city businessNumber formerNames }
       standing { from to standing consideredCertified standard basis since holdsUntil then
         certificate { number standard basis issuedOn endsOn } letterOfGoodStanding { number year issuedOn } biddingDocument { number } }`,
    );
    expect(found).toEqual({
      wsibAccount: '1000001',
      organization: {
        legalName: 'Bâtisseurs Exemple inc.',
        operatingName: 'Les Bâtisseurs',
        city: 'Exempleville',
        businessNumber: null,
        formerNames: null,
      },
      standing: {
        from: '2025-11-20',
        to: '2026-12-20',
        standing: 'CERTIFIED',
        consideredCertified: true,
        standard: 'COR_2020',
        basis: 'EXTERNAL_AUDIT',
        since: '2024-11-19',
        holdsUntil: '2026-12-20',
        then: 'PENDING',
        certificate: { number: 'C-1', standard: 'COR_2020', basis: 'EXTERNAL_AUDIT', issuedOn: '2024-11-19', endsOn: '2027-11-19' },
        letterOfGoodStanding: { number: 'L-1', year: 2, issuedOn: '2025-11-20' },
        biddingDocument: null,
      },
    });
  });

  test('spaces and hyphens in the number do not matter', async () => {
    expect(await account(' 100-0001 ', 'wsibAccount')).toEqual({ wsibAccount: '1000001' });
    expect(await account('100\u20110001', 'wsibAccount')).toEqual({ wsibAccount: '1000001' });
  });

  test('a business number and former names are for staff', async () => {
    const { organization } = await account('1000001', 'organization { businessNumber formerNames }', staff);
    expect(organization).toEqual({ businessNumber: '123456782', formerNames: ['Exemple et fils', 'Exemple ltée'] });
  });

  test('hidden, lost, registered and unknown accounts give the public the same bytes for the same statements', async () => {
    const query = byNumber('id wsibAccount organization { legalName } standing { standing reasons { because } } timeline { standing }');
    const ask = async (wsibAccount: string) => {
      server.statements();
      const { text } = await server.graphql(query, { wsibAccount });
      return { text, statements: server.statements() };
    };
    const unknown = await ask('9999999');
    expect(unknown.text).toBe('{"data":{"account":null}}');
    expect(unknown.statements).toHaveLength(1);
    for (const hidden of ['1000003', '1000004', '1000005', '1000007']) expect(await ask(hidden)).toEqual(unknown);
  });

  test('each caller is shown the accounts whose standing today is visible to it', async () => {
    const accounts = { pending: '1000002', registered: '1000003', lost: '1000004', bidding: '1000005', revoked: '1000007' };
    const seen = async (scope: 'buyer' | 'wsib' | 'sose' | 'ministry' | 'association' | 'organization' | 'staff' | 'admin') => {
      const key = await server.keyFor(scope);
      const found = await Promise.all(
        Object.entries(accounts).map(async ([name, each]) => ((await account(each, 'id', key)) ? [name] : [])),
      );
      return found.flat();
    };
    expect(await seen('buyer')).toEqual(['pending', 'bidding']);
    expect(await seen('wsib')).toEqual(['pending', 'registered']);
    for (const scope of ['sose', 'ministry', 'association', 'organization'] as const) expect(await seen(scope)).toEqual(['pending']);
    for (const scope of ['staff', 'admin'] as const) expect(await seen(scope)).toEqual(Object.keys(accounts));
  });

  test.each(['WSIB 1000001', '#1000001', '1000001.0', '1OOOOO1', '100\u20110001', '１０００００１', "'1000001", '1000001 (WSIB)'])(
    'is found by %j, however it is typed',
    async (wsibAccount) => expect((await account(wsibAccount, 'wsibAccount')).wsibAccount).toBe('1000001'),
  );

  test.each(['TBD1', '0000000', 'WSIB 0000000', 'None', 'N/A', 'ENATTENTE1', 'néant 1'])(
    '%j is no number, and the error names the field',
    async (wsibAccount) => {
      const { errors } = await server.graphql(byNumber('id'), { wsibAccount });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'wsibAccount' } }]);
      expect(errors?.[0]?.message).toBe('wsibAccount must be a WSIB account number, not zeros or a word such as TBD1.');
    },
  );

  test.each([
    ['', 'nothing'],
    ['12345678901234567890123456789012345678901', 'more than 40 characters'],
    ['100\u00000001', 'a NUL'],
    ['100_0001', 'another sign'],
  ])('a malformed number (%j: %s) is bad input that names the field and repeats nothing', async (wsibAccount) => {
    const { status, data, errors } = await server.graphql(byNumber('id'), { wsibAccount });
    expect(status).toBe(200);
    expect(data).toEqual({ account: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'wsibAccount' } }]);
    expect(errors?.[0]?.message).toMatch(/^wsibAccount must be a WSIB account number/);
  });
});

describe('the standing on a day', () => {
  test('of an account that was once certified is visible for those days, and hidden today', async () => {
    const { data, errors } = await server.graphql(
      `{ verify(subject: { wsibAccount: "1000004" }, on: "2025-04-05") { standing account {
        wsibAccount organization { legalName accounts { wsibAccount } } then: standing(on: "2025-04-05") { standing } today: standing { standing from } } } }`,
    );
    expect(errors).toBeUndefined();
    // C-4 of 1 March 2024: due on 1 March 2025, pending from 1 April, lost from 31 May.
    expect(data.verify).toEqual({
      standing: 'PENDING',
      account: {
        wsibAccount: '1000004',
        organization: { legalName: 'Made-up Paving Ltd.', accounts: [{ wsibAccount: '1000002' }, { wsibAccount: '1000006' }] },
        then: { standing: 'PENDING' },
        today: { standing: 'NO_CURRENT_CERTIFICATION', from: '2025-05-31' },
      },
    });
  });

  test('past days get the answer of that day: 30 and 31, 90 and 91 days after the anniversary', async () => {
    // C-6 of 10 May 2023 got no letter for year 2: due on 10 May 2024, day 30 is 9 June, day 90 is 8 August.
    expect(await standing('1000006', '2024-06-09')).toBe('CERTIFIED');
    expect(await standing('1000006', '2024-06-10')).toBe('PENDING');
    expect(await standing('1000006', '2024-08-08')).toBe('PENDING');
    expect(await standing('1000006', '2024-08-09')).toBe('NO_CURRENT_CERTIFICATION');
    expect(await standing('1000006', '2024-08-09', staff)).toBe('CERTIFICATION_LOST');
    expect(await standing('1000006', '2025-08-01', staff)).toBe('REGISTERED');
    expect(await standing('1000006', '1900-01-01', staff)).toBe('NOT_REGISTERED');
  });

  test('a future day is a forecast', async () => {
    // C-7 of 2 February 2026: due on 2 February 2027, day 31 is 5 March, day 91 is 4 May.
    expect(await standing('1000006', '2027-03-04')).toBe('CERTIFIED');
    expect(await standing('1000006', '2027-03-05')).toBe('PENDING');
    expect(await standing('1000006', '2027-05-04')).toBe('NO_CURRENT_CERTIFICATION');
  });

  test('a hidden standing shows only that nothing is on record', async () => {
    const { standing } = await account(
      '1000006',
      `standing(on: "2025-09-01") { from to standing consideredCertified standard basis since holdsUntil then certificate { number }
        letterOfGoodStanding { number } biddingDocument { number } reasons { clause holds decides because } }`,
    );
    expect(standing).toEqual({
      from: '2024-08-09',
      to: '2026-02-02',
      standing: 'NO_CURRENT_CERTIFICATION',
      consideredCertified: false,
      standard: null,
      basis: null,
      since: null,
      holdsUntil: null,
      then: null,
      certificate: null,
      letterOfGoodStanding: null,
      biddingDocument: null,
      reasons: [{ clause: 'X-7', holds: false, decides: true, because: 'No current certification is on record.' }],
    });
  });

  test('the reasons come in French', async () => {
    const { standing } = await account('1000002', 'standing { reasons(locale: FR) { clause holds decides because unofficial } }');
    // C-2 of 1 October 2025: due on 1 October 2026, pending from 1 November, lost from 31 December.
    expect(standing.reasons).toEqual([
      { clause: 'R-29', holds: false, decides: false, because: 'Aucune révocation n’est en vigueur.', unofficial: false },
      {
        clause: 'G-2.4.h',
        holds: true,
        decides: false,
        because: 'Le certificat C-2 a été délivré le 1er\u00A0octobre\u00A02025.',
        unofficial: false,
      },
      {
        clause: 'G-2.4.l',
        holds: true,
        decides: true,
        because: expect.stringMatching(/1er\u00A0octobre\u00A02026.*1er\u00A0novembre\u00A02026/),
        unofficial: true,
      },
      { clause: 'G-2.4.n', holds: true, decides: true, because: expect.stringContaining('31\u00A0décembre\u00A02026'), unofficial: true },
      { clause: 'G-2.4.m', holds: false, decides: false, because: expect.stringContaining('31\u00A0décembre\u00A02026'), unofficial: true },
    ]);
  });

  test.each(['2026-02-30', '20 November 2026', ''])('%j is not a day, and the answer says so', async (on) => {
    const { errors } = await server.graphql(
      'query ($on: LocalDate) { account(wsibAccount: "1000001") { standing(on: $on) { standing } } }',
      { on },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'on' } }]);
  });
});

describe('the timeline', () => {
  test('shows the public what is public, and merges the hidden periods', async () => {
    // L-1 for year 2 follows a transition audit. Year 3 is due on 19 November 2026: day 31 is 20 December, day 91 is 18 February.
    expect(await timeline('1000001')).toEqual([
      'always NO_CURRENT_CERTIFICATION',
      '2024-11-19 CERTIFIED COR C-1',
      '2025-11-20 CERTIFIED COR_2020 C-1 L-1',
      '2026-12-20 PENDING COR_2020 C-1 L-1',
      '2027-02-18 NO_CURRENT_CERTIFICATION',
    ]);
    expect(await timeline('1000006')).toEqual([
      'always NO_CURRENT_CERTIFICATION',
      '2023-05-10 CERTIFIED COR_2020 C-6',
      '2024-06-10 PENDING COR_2020 C-6',
      '2024-08-09 NO_CURRENT_CERTIFICATION',
      '2026-02-02 CERTIFIED COR_2020 C-7',
      '2027-03-05 PENDING COR_2020 C-7',
      '2027-05-04 NO_CURRENT_CERTIFICATION',
    ]);
  });

  test('shows staff every day on which something changes, including spot checks and registrations', async () => {
    expect(await timeline('1000001', staff)).toEqual([
      'always NOT_REGISTERED',
      '2024-06-03 REGISTERED',
      '2024-11-19 CERTIFIED COR C-1',
      '2025-02-03 CERTIFIED COR C-1',
      '2025-03-03 CERTIFIED COR C-1',
      '2025-11-20 CERTIFIED COR_2020 C-1 L-1',
      '2026-12-20 PENDING COR_2020 C-1 L-1',
      '2027-02-18 CERTIFICATION_LOST COR_2020 C-1 L-1',
    ]);
  });

  test('shows a buyer when an account may bid', async () => {
    const buyer = await server.keyFor('buyer');
    expect(await timeline('1000005', buyer)).toEqual([
      'always NO_CURRENT_CERTIFICATION',
      '2026-09-01 BIDDING_ONLY B-5',
      '2027-02-01 NO_CURRENT_CERTIFICATION',
    ]);
  });
});

describe('the statements', () => {
  const count = async (fields: string, key?: string) => {
    server.statements();
    await account('1000001', fields, key);
    return server.statements().length;
  };

  test('an account with today’s standing, documents and reasons takes one', async () => {
    expect(await count('standing { standing since then certificate { number } letterOfGoodStanding { number } reasons { because } }')).toBe(
      1,
    );
  });

  test('other days and the timeline together take one more, and the organization one', async () => {
    expect(await count('a: standing(on: "2025-01-01") { standing } b: standing { from to } timeline { from to standing }')).toBe(2);
    expect(await count('organization { legalName accounts { organization { legalName } standing { standing } } }')).toBe(3);
  });

  test('several accounts of one request share one', async () => {
    server.statements();
    const { data } = await server.graphql(
      '{ a: account(wsibAccount: "1000001") { ...s } b: account(wsibAccount: "1000002") { ...s } c: account(wsibAccount: "9999999") { ...s } } fragment s on Account { standing { standing } }',
    );
    expect(data).toEqual({ a: { standing: { standing: 'CERTIFIED' } }, b: { standing: { standing: 'PENDING' } }, c: null });
    expect(server.statements()).toHaveLength(1);
  });
});
