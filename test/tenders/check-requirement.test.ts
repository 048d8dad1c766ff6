import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ConfirmationOfCorRow, LetterOfEquivalencyRow, LetterOfIntentRow } from '../../src/database/tables/resting-letter.table.ts';
import { SoseRecognitionRow } from '../../src/database/tables/sose-recognition.table.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Every firm here is made up. The server's day is 20 November 2026.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    ...[
      'Alder Paving Ltd.',
      'Birch Roofing Inc.',
      'Cedar Masonry Ltd.',
      'Dogwood Steel Inc.',
      'Elm Drilling Ltd.',
      'Fir Electric Ltd.',
      'Gum Glazing Inc.',
      'Hazel Fencing Ltd.',
      'Ivy Grading Ltd.',
    ].map((name, at) => `O-${at},${name},,,,Sampleton`),
  ],
  accounts: [
    'account,organization,wsib_account',
    ...['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'gum', 'hazel', 'ivy'].map((account, at) => `${account},O-${at},900000${at}`),
  ],
  registrations: [
    'registration,account,confirmed_on,withdrawn_on',
    'R-1,elm,2026-02-02,2026-12-15',
    'R-0,elm,2025-02-03,2026-02-01',
    'R-2,hazel,2026-03-02,',
    'R-3,ivy,2026-02-02,',
    'R-4,ivy,2026-04-01,',
  ],
  certificates: [
    'number,account,standard,basis,issued_on',
    // The letter for year 2 is due on 10 January 2027: pending from 10 February, lost from 11 April 2027.
    'C-1,alder,COR_2020,EXTERNAL_AUDIT,2026-01-10',
    'C-2,birch,COR_2020,ISO_45001_EQUIVALENCY,2026-06-01',
    'C-3,cedar,COR_2020,EXTERNAL_AUDIT,2022-01-10',
    // the equivalency certificate does not supersede the COR certificate, which is the one shown. It ends on 29 April 2027; the letter
    // for year 2 of the other is due on 1 April 2027: pending from 2 May, lost from 1 July 2027.
    'C-4,fir,COR,EXTERNAL_AUDIT,2026-04-01',
    'C-5,fir,COR_2020,ISO_45001_EQUIVALENCY,2026-04-30',
    'C-6,gum,COR,EXTERNAL_AUDIT,2026-04-01',
  ],
  bidding_documents: [
    'number,account,kind,issued_on,host_expires_on',
    'B-1,dogwood,LETTER_OF_RECIPROCITY,2026-09-01,2027-01-31',
    'B-2,hazel,LETTER_OF_RECIPROCITY,2026-09-01,2027-01-31',
  ],
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, '2026-11-20');
});
afterAll(() => server.stop());

const query = `query ($requirement: TenderRequirement!, $rows: [BidderRow!]!, $on: LocalDate, $knownAt: DateTime) {
  checkRequirement(requirement: $requirement, rows: $rows, on: $on, knownAt: $knownAt) {
    match { status } outcome route document reasons { clause holds decides because } cure cureFr: cure(locale: FR) ask firstDayAtRisk firstDayNotMet
    partners { name outcome route document cure ask firstDayNotMet reasons { clause } }
    warning { message notNamed notKnown systems { system isKnown isNamed source checkedOn } } } }`;

interface Asked {
  readonly on?: string;
  readonly knownAt?: string;
  readonly key?: string;
}

const ask = (requirement: object, rows: readonly object[], { key, ...variables }: Asked = {}) =>
  server.graphql(query, { requirement, rows, ...variables }, key ? { key } : {});

async function check(requirement: object, row: object, asked: Asked = {}) {
  const { data, errors } = await ask(requirement, [row], asked);
  expect(errors).toBeUndefined();
  return data.checkRequirement[0];
}

describe('checkRequirement', () => {
  test('cannot say it of a joint venture by the number of one partner, or of two numbers in a cell', async () => {
    const rows = [
      { name: 'JV Hidden Creek Paving Ltd. / 9000000' },
      { name: 'Hidden Creek Paving Ltd. subcontractor 9000000' },
      { name: 'JV / TBD', number: '9000000' },
      { number: 'C-9999 9000000' },
      // Nobody has the number, as nobody seems to have that of a hidden firm.
      { name: 'JV Zyxwvut /', number: '7777777' },
      { name: 'JV Zyxwvut / 7777777' },
      { name: 'Alder Paving Ltd. (in trust for Birch Roofing Inc.)', number: '9000000' },
      { name: 'Alder Paving Ltd.\nBirch Roofing', number: '9000000' },
    ];
    for (const row of rows) expect((await check({ routes: ['COR_2020'] }, row)).outcome).toBe('CANNOT_SAY');
    expect(await check({ routes: ['COR_2020'] }, { name: 'Alder Paving Ltd. 9000000' })).toMatchObject({ outcome: 'MET' });
  });

  test('cannot say it of a number beside the name of another firm, on record, hidden or not: it names the firm with the number (R-60)', async () => {
    const other =
      'The number is that of Alder Paving Ltd., and the name beside it is another. Find out which of the two is meant, then ask again by the number alone or with the right name.';
    // Elm Drilling is registered only, so hidden from the public; nobody has the last name.
    for (const name of ['Birch Roofing', 'Nobody and Alder Paving', 'Elm Drilling Ltd.', 'Zyxwvut Ltd.', 'Alder Paving and Roofing Ltd.'])
      for (const routes of [['COR_2020'], ['MLITSD_EQUIVALENCY']])
        expect(await check({ routes, contractTo: '2027-12-31' }, { number: '9000000', name })).toMatchObject({
          ...{
            outcome: 'CANNOT_SAY',
            route: null,
            document: null,
            cure: null,
            ask: other,
            firstDayNotMet: null,
            match: { status: 'MATCHED' },
          },
        });
  });

  test('is decided by a number beside a name with a slip in it, and asks to compare the two (R-60)', async () => {
    const compare = 'The number is that of Alder Paving Ltd.; the name beside it is only similar. Compare the two.';
    for (const name of ['Aldr Paving Ltd', 'Alder Paveing', 'Alder Paving Inc.'])
      expect(await check({ routes: ['COR_2020'] }, { number: '9000000', name })).toMatchObject({ outcome: 'MET', ask: compare });
    for (const name of ['ALDER PAVING', 'Alder Paving Limited (Sampleton)'])
      expect(await check({ routes: ['COR_2020'] }, { number: '9000000', name })).toMatchObject({ outcome: 'MET', ask: null });
  });

  test('shows the route and the document that meet it', async () => {
    expect(await check({ routes: ['COR_2020'] }, { name: 'Alder Paving Limited' })).toMatchObject({
      outcome: 'MET',
      route: 'COR_2020',
      document: 'C-1',
      cure: null,
      ask: null,
    });
    expect(await check({ routes: ['ISO_45001_EQUIVALENCY'] }, { number: '9000001' })).toMatchObject({ outcome: 'MET', document: 'C-2' });
    const buyer = await server.keyFor('buyer');
    expect(await check({ routes: ['COR', 'RECIPROCITY_FOR_BIDDING'] }, { number: '9000003' }, { key: buyer })).toMatchObject({
      outcome: 'MET',
      route: 'RECIPROCITY_FOR_BIDDING',
      document: 'B-1',
    });
  });

  test('shows what would remedy it and by when, in both languages', async () => {
    const pending = await check({ routes: ['COR'], isPendingAccepted: false }, { number: '9000000' }, { on: '2027-03-01' });
    expect(pending).toMatchObject({
      outcome: 'NOT_MET',
      cure: 'The missing letter or certificate cures it, if it is issued by 1 March 2027.',
    });
    expect(pending.cureFr).toMatch(/1er\smars\s2027/);
  });

  test('gives no verdict on an unmatched name, on candidates and on hidden standings, and says who can', async () => {
    const unread = [
      '416-555-0100',
      'see 9000000',
      '9000000 / 9000001',
      '$1,200,000',
      '#REF!',
      '9.000000E+06',
      'N/A',
      'pending',
      'TBD',
      '90000',
      '9000000-RT0001',
      '00000000S',
      'DEMO COR 000101 2',
    ];
    for (const row of [
      { name: 'Zyxwvut Ltd.' },
      { name: 'Alder Paving' },
      { name: '9000000', number: '9000001' },
      ...unread.map((number) => ({ number })),
    ]) {
      const answer = await check({ routes: ['COR'] }, row);
      expect([answer.outcome, answer.ask !== null, answer.reasons]).toEqual(['CANNOT_SAY', true, []]);
    }
    expect((await check({ routes: ['COR', 'SOSE_RECOGNITION'] }, { number: '9000002' })).outcome).toBe('CANNOT_SAY');
    expect((await check({ routes: ['COR'] }, { number: '9000002' })).outcome).toBe('NOT_MET');
  });

  test('offers a choice only where there is one: of a partner that is not named yet it says to correct the row', async () => {
    const { partners } = await check({ routes: ['COR'] }, { name: 'Alder Paving Ltd. / TBD JV' });
    expect(partners[1]).toMatchObject({
      ...{ name: 'TBD', outcome: 'CANNOT_SAY' },
      ask: 'Correct the row, or ask the bidder for its WSIB account number.',
    });
    expect((await check({ routes: ['COR'] }, { name: 'Alder Paving' })).ask).toBe(
      'Choose one of the candidates, and ask again by its account number.',
    );
  });

  test('answers for each partner of a joint venture, and for the venture as a whole', async () => {
    const both = await check({ routes: ['COR'], contractTo: '2027-12-31' }, { name: 'Alder Paving Ltd. / Birch Roofing Inc. JV' });
    expect(both).toMatchObject({ outcome: 'MET', route: null, document: null, cure: null, ask: null, firstDayAtRisk: '2027-02-10' });
    expect(both.partners).toMatchObject([
      { name: 'Alder Paving Ltd.', outcome: 'MET', document: 'C-1', firstDayNotMet: '2027-04-11', reasons: [{ clause: 'G-2.4.h' }] },
      { name: 'Birch Roofing Inc.', outcome: 'MET', document: 'C-2', firstDayNotMet: '2027-06-01' },
    ]);
    const [one, none] = await Promise.all(
      [['ISO_45001_EQUIVALENCY'], ['MLITSD_EQUIVALENCY']].map((routes) =>
        check({ routes }, { name: 'Alder Paving Ltd. / Birch Roofing Inc.' }),
      ),
    );
    expect([one.outcome, one.partners.map(({ outcome }: { outcome: string }) => outcome)]).toEqual(['CANNOT_SAY', ['NOT_MET', 'MET']]);
    expect(one.reasons).toMatchObject([{ clause: 'R-60', holds: false, decides: true }]);
    expect([none.outcome, none.partners.map(({ cure }: { cure: string }) => cure !== null)]).toEqual(['NOT_MET', [true, true]]);
    const unknown = await check({ routes: ['COR'] }, { name: 'Alder Paving Ltd. / Zyxwvut Ltd.' });
    expect([unknown.outcome, unknown.partners[1]]).toMatchObject(['CANNOT_SAY', { outcome: 'CANNOT_SAY', reasons: [] }]);
    // The number of neither partner: the row contradicts itself, as one of a single firm would.
    const venture = { name: 'Alder Paving Ltd. / Birch Roofing Inc. JV', number: '9000003' };
    const contradicting = await check({ routes: ['COR'] }, venture, { key: await server.keyFor('buyer') });
    expect([contradicting.outcome, contradicting.ask !== null]).toEqual(['CANNOT_SAY', true]);
  });

  describe('of a firm with an equivalency certificate beside its COR certificate (R-33)', () => {
    test('is met by the certificate that is not shown, by its number, the number of the firm, for anyone, then and now', async () => {
      const keys = [undefined, await server.keyFor('buyer'), await server.keyFor('staff')];
      for (const row of [{ number: 'C-5' }, { number: '9000005' }, { name: 'Fir Electric Ltd.' }])
        for (const key of keys)
          expect(await check({ routes: ['ISO_45001_EQUIVALENCY'] }, row, key ? { key } : {})).toMatchObject({
            ...{ outcome: 'MET', route: 'ISO_45001_EQUIVALENCY', document: 'C-5' },
            reasons: [{ clause: 'G-6.1.a', holds: true, decides: true }],
          });
      const knownAt = new Date().toISOString();
      for (const asked of [{}, { knownAt }])
        expect(await check({ routes: ['COR_2020'] }, { number: '9000005' }, asked)).toMatchObject({ outcome: 'MET', document: 'C-5' });
      expect(await check({ routes: ['ISO_45001_EQUIVALENCY'] }, { number: 'C-5' }, { knownAt })).toMatchObject({ outcome: 'MET' });
      expect(await check({ routes: ['COR'] }, { number: 'C-5' })).toMatchObject({ outcome: 'MET', document: 'C-4' });
    });

    test('is not met on another day, or by another equivalency', async () => {
      const outcomeOn = async (route: string, on: string) => (await check({ routes: [route] }, { number: '9000005' }, { on })).outcome;
      expect(await outcomeOn('ISO_45001_EQUIVALENCY', '2026-04-29')).toBe('NOT_MET');
      expect(await outcomeOn('ISO_45001_EQUIVALENCY', '2026-04-30')).toBe('MET');
      expect(await outcomeOn('COR_2020', '2027-04-29')).toBe('MET');
      expect(await outcomeOn('COR_2020', '2027-04-30')).toBe('NOT_MET');
      expect(await outcomeOn('MLITSD_EQUIVALENCY', '2026-11-20')).toBe('NOT_MET');
    });

    test('shows the first day of a contract on which that certificate has ended', async () => {
      const days = { firstDayAtRisk: '2027-04-30', firstDayNotMet: '2027-04-30' };
      for (const route of ['ISO_45001_EQUIVALENCY', 'COR_2020'])
        expect(await check({ routes: [route], contractTo: '2027-12-31' }, { number: '9000005' })).toMatchObject({
          outcome: 'MET',
          ...days,
        });
      expect(await check({ routes: ['COR'], contractTo: '2027-12-31' }, { number: '9000005' })).toMatchObject({
        ...{ firstDayAtRisk: '2027-05-02', firstDayNotMet: '2027-07-01' },
      });
    });

    test('is answered as known at each instant of a request', async () => {
      const before = new Date().toISOString();
      const later = { ...facts, certificates: [...facts.certificates, 'C-7,gum,COR_2020,MLITSD_EQUIVALENCY,2026-04-30'] };
      await record(
        server.dataSource,
        { organizations: later.organizations, accounts: later.accounts, certificates: later.certificates },
        '2026-11-20',
      );
      const after = new Date().toISOString();
      for (const [route, contractTo] of [['MLITSD_EQUIVALENCY'], ['COR_2020'], ['COR_2020', '2027-12-31']]) {
        const text = `query ($t: TenderRequirement!, $r: [BidderRow!]!, $before: DateTime, $after: DateTime) {
          then: checkRequirement(requirement: $t, rows: $r, knownAt: $before) { outcome firstDayNotMet }
          since: checkRequirement(requirement: $t, rows: $r, knownAt: $after) { outcome firstDayNotMet }
          now: checkRequirement(requirement: $t, rows: $r) { outcome firstDayNotMet } }`;
        const variables = { t: { routes: [route], contractTo }, r: [{ number: '9000006' }], before, after };
        const { data, errors } = await server.graphql(text, variables);
        expect(errors).toBeUndefined();
        const met = [{ outcome: 'MET', firstDayNotMet: contractTo ? '2027-04-30' : null }];
        const notMet = [{ outcome: 'NOT_MET', firstDayNotMet: contractTo ? '2026-11-20' : null }];
        expect(data).toEqual({ then: notMet, since: met, now: met });
      }
    });

    test('takes two statements more than another, however many rows', async () => {
      const rows = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? { number: '9000005' } : { number: '9000000' }));
      const statementsFor = async (routes: readonly string[]) => {
        await ask({ routes }, rows);
        server.statements();
        await ask({ routes }, rows);
        return server.statements().length;
      };
      expect(await statementsFor(['COR_2020'])).toBe((await statementsFor(['COR'])) + 2);
    });
  });

  test('is never at risk later in a contract than not met, by any route', async () => {
    const rows = ['0', '1', '2', '3', '4', '5'].map((at) => ({ number: `900000${at}` }));
    const routes = ['COR', 'COR_2020', 'ISO_45001_EQUIVALENCY', 'MLITSD_EQUIVALENCY', 'RECIPROCITY_FOR_BIDDING', 'REGISTRATION'];
    const key = await server.keyFor('staff');
    for (const route of [...routes, 'SOSE_RECOGNITION', 'OTHER_ACCREDITED_SYSTEM']) {
      const { data } = await ask({ routes: [route], contractTo: '2028-12-31' }, rows, { key });
      for (const { firstDayAtRisk, firstDayNotMet } of data.checkRequirement)
        if (firstDayNotMet !== null) expect([route, firstDayAtRisk !== null && firstDayAtRisk <= firstDayNotMet]).toEqual([route, true]);
    }
    // Not met from the first day, though its certificate by an audit holds until 9 February 2027.
    expect(await check({ routes: ['ISO_45001_EQUIVALENCY'], contractTo: '2028-12-31' }, { number: '9000000' })).toMatchObject({
      ...{ outcome: 'NOT_MET', firstDayAtRisk: '2026-11-20', firstDayNotMet: '2026-11-20' },
    });
  });

  test('is met by a SOSE recognition only if that is visible and in effect (X-1)', async () => {
    const [{ id: accountId }] = await server.dataSource.query(`select id from account where wsib_account = '9000001'`);
    const days = { grantedOn: '2026-03-01', fromDay: '2026-03-01', toDay: '2026-12-31' };
    await server.dataSource.getRepository(SoseRecognitionRow).insert({ accountId, reference: 'CPO-7', reportedBy: 'Ministry', ...days });
    const asked = [{ routes: ['SOSE_RECOGNITION'], contractTo: '2027-03-31' }, { number: '9000001' }] as const;
    const staff = await server.keyFor('staff');
    expect(await check(...asked, { key: staff })).toMatchObject({
      outcome: 'MET',
      route: 'SOSE_RECOGNITION',
      document: 'CPO-7',
      firstDayNotMet: '2027-01-01',
    });
    expect(await check(...asked, { key: staff, on: '2027-01-01' })).toMatchObject({ outcome: 'CANNOT_SAY' });
    const buyer = await check(...asked, { key: await server.keyFor('buyer') });
    expect(buyer).toMatchObject({ outcome: 'CANNOT_SAY', route: null, document: null });
    expect(buyer.ask).toMatch(/Chief Prevention Officer/);
  });

  test('is met by a recognition that the ministry published, even for a firm whose standing is not public (W.4)', async () => {
    const [{ id: accountId }] = await server.dataSource.query(`select id from account where wsib_account = '9000002'`);
    const days = { grantedOn: '2026-03-01', fromDay: '2026-03-01', publishedOn: '2026-03-02' };
    await server.dataSource.getRepository(SoseRecognitionRow).insert({ accountId, reference: 'CPO-8', reportedBy: 'Ministry', ...days });
    const met = await check({ routes: ['COR', 'SOSE_RECOGNITION'] }, { number: '9000002' });
    expect(met).toMatchObject({ match: { status: 'NO_MATCH' }, outcome: 'MET', route: 'SOSE_RECOGNITION', document: 'CPO-8' });
  });

  test('is met by a recognition as it was known at an instant (R-46)', async () => {
    const outcomeThen = async (knownAt: string) =>
      (await check({ routes: ['SOSE_RECOGNITION'] }, { number: '9000005' }, { knownAt, key: await server.keyFor('staff') })).outcome;
    const [{ id: accountId }] = await server.dataSource.query(`select id from account where wsib_account = '9000005'`);
    const before = new Date().toISOString();
    const recognitions = server.dataSource.getRepository(SoseRecognitionRow);
    const days = { grantedOn: '2026-03-01', fromDay: '2026-03-01' };
    await recognitions.insert({ accountId, reference: 'CPO-9', reportedBy: 'Ministry', ...days });
    const reported = new Date().toISOString();
    await recognitions.update({ reference: 'CPO-9' }, { revokedOn: '2026-04-01', revocationReason: 'Withdrawn', version: 2 });
    const revoked = new Date().toISOString();
    expect([await outcomeThen(before), await outcomeThen(reported), await outcomeThen(revoked)]).toEqual([
      'CANNOT_SAY',
      'MET',
      'CANNOT_SAY',
    ]);
  });

  test('a letter of equivalency, a letter of intent and a confirmation of COR lead to their firm by their number, where it is visible (§15)', async () => {
    const idOf = async (table: string, where: string) => (await server.dataSource.query(`select id from ${table} where ${where}`))[0].id;
    const { manager } = server.dataSource;
    const issuedOn = '2026-06-01';
    await manager.insert(LetterOfEquivalencyRow, { number: 'EQ-77', certificateId: await idOf('certificate', "number = 'C-2'"), issuedOn });
    await manager.insert(LetterOfIntentRow, { number: 'LI-77', registrationId: await idOf('registration', "reference = 'R-1'"), issuedOn });
    const confirmation = { number: 'CC-77', certificateId: await idOf('certificate', "number = 'C-1'"), issuedOn, expiresOn: '2027-01-09' };
    await manager.insert(ConfirmationOfCorRow, { association: 'BCCSA', ...confirmation });
    const text = `query ($n: String!, $knownAt: DateTime) { verify(subject: { documentNumber: $n }, knownAt: $knownAt) { wsibAccount standing }
      matchBidders(rows: [{ number: $n }], knownAt: $knownAt) { status } }`;
    const found = async (n: string, scope?: 'staff' | 'wsib', knownAt?: string) => {
      const { data } = await server.graphql(text, { n, knownAt }, scope ? { key: await server.keyFor(scope) } : {});
      return [data.verify.wsibAccount, data.verify.standing, data.matchBidders[0].status];
    };
    for (const knownAt of [undefined, new Date().toISOString()]) {
      expect(await found('EQ-77', undefined, knownAt)).toEqual(['9000001', 'CERTIFIED', 'MATCHED']);
      expect(await found('CC-77', undefined, knownAt)).toEqual(['9000000', 'CERTIFIED', 'MATCHED']);
      for (const scope of ['staff', 'wsib'] as const)
        expect(await found('LI-77', scope, knownAt)).toEqual(['9000004', 'REGISTERED', 'MATCHED']);
      // everyone else gets of a hidden firm what there is of a number that nobody has.
      expect(await found('LI-77', undefined, knownAt)).toEqual(await found('LI-78', undefined, knownAt));
    }
  });

  describe('by a registration', () => {
    const requirement = { routes: ['REGISTRATION'] };
    const confirmed = async (reference: string): Promise<string> =>
      (await server.dataSource.query('select number from registration where reference = $1', [reference]))[0].number;

    test('is met beneath a bidding-only document too, for callers to whom registrations are visible, and for no other (X-8, X-7)', async () => {
      const days = { ...requirement, contractTo: '2027-12-31' };
      const asked = async (scope: 'staff' | 'wsib' | 'buyer' | 'sose', number: string) =>
        check(days, { number }, { key: await server.keyFor(scope) });
      const beneath = { outcome: 'MET', firstDayAtRisk: '2026-11-20', firstDayNotMet: null };
      expect(await asked('staff', '9000007')).toMatchObject({ ...beneath, document: await confirmed('R-2'), match: { status: 'MATCHED' } });
      expect(await asked('wsib', '9000007')).toMatchObject({ ...beneath, document: null, match: { status: 'NO_MATCH' } });
      for (const scope of ['buyer', 'sose'] as const) expect((await asked(scope, '9000007')).outcome).toBe('CANNOT_SAY');
      // its letter of reciprocity says nothing of a registration, and staff see that there is none.
      expect(await asked('staff', '9000003')).toMatchObject({ outcome: 'NOT_MET', firstDayNotMet: '2026-11-20' });
      expect(await asked('staff', '9000004')).toMatchObject({
        outcome: 'MET',
        document: await confirmed('R-1'),
        firstDayNotMet: '2026-12-15',
      });
      expect(await asked('wsib', '9000004')).toMatchObject({ outcome: 'MET', document: null });
    });

    test('is met by the confirmation of each of two that stand, as known at an instant too (R-46)', async () => {
      const knownAt = new Date().toISOString();
      const number = await confirmed('R-4');
      for (const given of [number, await confirmed('R-3')])
        expect(await check(requirement, { number: given }, { knownAt })).toMatchObject({ outcome: 'MET', document: given });
      expect((await check(requirement, { number }, { knownAt, on: '2026-03-31' })).outcome).toBe('CANNOT_SAY');
      expect((await check(requirement, { number }, { knownAt, on: '2026-04-01' })).outcome).toBe('MET');
    });
  });

  test('shows the first day not met of a number without a visible account too: the first, where it is not met then', async () => {
    const first = { outcome: 'NOT_MET', firstDayAtRisk: '2026-11-20', firstDayNotMet: '2026-11-20' };
    // 9000002 is lost and hidden, 7777777 nobody's; F-16.b: a letter of reciprocity covers no day of a contract.
    for (const [route, number] of [
      ['COR', '9000002'],
      ['COR', '7777777'],
      ['RECIPROCITY_FOR_BIDDING', 'B-1'],
    ])
      expect(await check({ routes: [route], contractTo: '2027-03-31' }, { number })).toMatchObject(first);
    expect(await check({ routes: ['SOSE_RECOGNITION'], contractTo: '2027-03-31' }, { number: '7777777' })).toMatchObject({
      ...{ outcome: 'CANNOT_SAY', firstDayAtRisk: null, firstDayNotMet: null },
    });
  });

  describe('of subjects', () => {
    const bySubjects = `query ($requirement: TenderRequirement, $subjects: [VerificationSubject!], $rows: [BidderRow!]) {
      checkRequirement(requirement: $requirement, subjects: $subjects, rows: $rows) {
        row outcome route document cure ask match { status number problem { field looksLike message } verification { standing } }
        verification { standing organizationName problem { field looksLike } candidates { wsibAccount } } } }`;
    const requirement = { routes: ['COR'] };
    const askSubjects = async (variables: Record<string, unknown>, key?: string) =>
      server.graphql(bySubjects, variables, key ? { key } : {});

    test('answers each in its place, with what verify says of it', async () => {
      const subjects = [{ wsibAccount: '900-0000' }, { documentNumber: 'c-2' }, { wsibAccount: '9000002' }, { wsibAccount: '!' }];
      const { data } = await askSubjects({ requirement, subjects });
      const [alder, birch, lost, malformed] = data.checkRequirement;
      expect(alder).toMatchObject({ row: 0, outcome: 'MET', document: 'C-1', match: { status: 'MATCHED', number: '900-0000' } });
      expect(alder.verification).toMatchObject({ standing: 'CERTIFIED', organizationName: 'Alder Paving Ltd.', problem: null });
      expect(birch).toMatchObject({ row: 1, outcome: 'MET', document: 'C-2' });
      // of what is hidden everyone is shown that there is no current certification, which does not meet COR.
      expect(lost).toMatchObject({
        outcome: 'NOT_MET',
        match: { status: 'NO_MATCH' },
        verification: { standing: 'NO_CURRENT_CERTIFICATION' },
      });
      // A malformed number has no standing, so nothing can be said.
      expect(malformed).toMatchObject({ outcome: 'CANNOT_SAY', match: { status: 'INVALID' }, verification: { standing: null } });
      expect([malformed.match.problem.field, malformed.match.verification]).toEqual(['wsibAccount', null]);
    });

    test('gives the answers of rows with the same numbers', async () => {
      const fields = 'outcome route document cure ask firstDayNotMet reasons { clause holds }';
      const numbers = ['9000000', '9000001', '9000002', '9000003', '7777777'];
      const both = await server.graphql(
        `query ($s: [VerificationSubject!]!, $r: [BidderRow!]!, $t: TenderRequirement!) {
          s: checkRequirement(requirement: $t, subjects: $s) { ${fields} } r: checkRequirement(requirement: $t, rows: $r) { ${fields} } }`,
        {
          s: numbers.map((wsibAccount) => ({ wsibAccount })),
          r: numbers.map((number) => ({ number })),
          t: { routes: ['COR', 'RECIPROCITY_FOR_BIDDING'], contractTo: '2027-12-31' },
        },
        { key: await server.keyFor('buyer') },
      );
      expect(both.data.s).toEqual(both.data.r);
    });

    test('must be given, or rows, and not both: the error names the fields', async () => {
      for (const given of [{}, { subjects: [{ wsibAccount: '9000000' }], rows: [{ number: '9000000' }] }]) {
        const { errors } = await askSubjects({ requirement, ...given });
        expect(errors).toMatchObject([
          {
            message: 'subjects must be given, or rows in its place, and not both.',
            extensions: { code: 'BAD_USER_INPUT', field: 'subjects' },
          },
        ]);
      }
      const many = Array.from({ length: 501 }, () => ({ wsibAccount: '9000000' }));
      const key = await server.keyFor('buyer');
      expect(JSON.stringify((await askSubjects({ requirement, subjects: many }, key)).errors)).toMatch(/TOO_COMPLEX|at most 500/);
    });
  });

  describe('with the number of a document of a firm that is not public', () => {
    const confirmationOf = async (reference: string): Promise<string> =>
      (await server.dataSource.query('select number from registration where reference = $1', [reference]))[0].number;
    const requirement = { routes: ['REGISTRATION'] };

    test('is met by a confirmation of registration in effect, as row or as subject (G-2.1.b)', async () => {
      const number = await confirmationOf('R-1');
      for (const key of [undefined, await server.keyFor('buyer')]) {
        for (const row of [{ number }, { number: `Confirmation no. ${number}` }, { name: 'Elm Drilling Ltd.', number }, { name: number }])
          expect(await check(requirement, row, key ? { key } : {})).toMatchObject({
            outcome: 'MET',
            route: 'REGISTRATION',
            document: number,
            // the document may be checked by its number; the firm stays hidden.
            match: { status: 'NO_MATCH' },
            // Alone, the number does not say whose document it is.
            ask: 'name' in row && row.name !== number ? null : expect.stringContaining('Compare the firm on the document with the bidder'),
          });
      }
      const { data } = await server.graphql(
        'query ($n: String!) { checkRequirement(requirement: { routes: [REGISTRATION] }, subjects: [{ documentNumber: $n }]) { outcome document } }',
        { n: number },
      );
      expect(data.checkRequirement).toEqual([{ outcome: 'MET', document: number }]);
    });

    test('is not decided by a document of another firm, of another day, or that was withdrawn', async () => {
      const [number, withdrawn] = [await confirmationOf('R-1'), await confirmationOf('R-0')];
      const asks = async (row: object, asked: Asked = {}) => (await check(requirement, row, asked)).outcome;
      expect(await asks({ name: 'Birch Roofing Inc.', number })).toBe('CANNOT_SAY');
      // it stands from its confirmation, and ends on the day of its withdrawal.
      expect(await asks({ number }, { on: '2026-02-01' })).toBe('CANNOT_SAY');
      expect(await asks({ number }, { on: '2026-02-02' })).toBe('MET');
      expect(await asks({ number }, { on: '2026-12-14' })).toBe('MET');
      expect(await asks({ number }, { on: '2026-12-15' })).toBe('CANNOT_SAY');
      const ended = await check(requirement, { number: withdrawn });
      expect(ended).toMatchObject({ outcome: 'CANNOT_SAY', ask: 'The bidder can say, by its confirmation of registration, or IHSA.' });
      expect(ended.reasons[0].because).toContain(withdrawn);
      expect(await asks({ number: 'COR-2026-0000000000' })).toBe('CANNOT_SAY');
      expect((await check({ routes: ['COR'] }, { number })).outcome).toBe('NOT_MET');
    });

    test('shows the first day of a contract on which it is not in effect any more', async () => {
      const number = await confirmationOf('R-1');
      const met = await check({ ...requirement, contractTo: '2027-03-31' }, { number });
      expect(met).toMatchObject({ outcome: 'MET', firstDayAtRisk: '2026-11-20', firstDayNotMet: '2026-12-15' });
    });

    test('is answered as known at an instant too', async () => {
      const [number, withdrawn] = [await confirmationOf('R-1'), await confirmationOf('R-0')];
      const knownAt = new Date().toISOString();
      expect(await check(requirement, { number }, { knownAt })).toMatchObject({ outcome: 'MET', document: number });
      expect((await check(requirement, { number: withdrawn }, { knownAt })).outcome).toBe('CANNOT_SAY');
    });

    test('is compared, as known at an instant, with the names recorded by then (R-46)', async () => {
      const number = await confirmationOf('R-1');
      const head = 'organization,legal_name,operating_name,former_names,business_number,city';
      const knownNow = async (): Promise<string> =>
        (await server.graphql('{ verify(subject: { wsibAccount: "9000000" }) { knownAt } }')).data.verify.knownAt;
      const outcomes = async (knownAt: string | null) =>
        Promise.all(
          ['Elm Drilling Ltd.', 'Oak Boring Inc.', 'Oak Boring'].map(
            async (name) => (await check(requirement, { name, number }, knownAt === null ? {} : { knownAt })).outcome,
          ),
        );
      const before = await knownNow();
      await record(server.dataSource, { organizations: [head, 'O-4,Oak Boring Inc.,,,,Sampleton'] }, '2026-11-20');
      const after = await knownNow();
      expect(await outcomes(before)).toEqual(['MET', 'CANNOT_SAY', 'CANNOT_SAY']);
      expect(await outcomes(null)).toEqual(['MET', 'MET', 'MET']);
      await record(server.dataSource, { organizations: [head, 'O-4,Elm Drilling Ltd.,,,,Sampleton'] }, '2026-11-20');
      // A name that it had before is one that an older document has printed on it.
      expect(await outcomes(after)).toEqual(['MET', 'MET', 'MET']);
      expect(await outcomes(before)).toEqual(['MET', 'CANNOT_SAY', 'CANNOT_SAY']);
    });

    test('is met by a letter of reciprocity in effect, which the public cannot see otherwise (G-5.a)', async () => {
      const reciprocity = { routes: ['RECIPROCITY_FOR_BIDDING'] };
      const knownAt = new Date().toISOString();
      for (const asked of [{}, { knownAt }])
        expect(await check(reciprocity, { number: 'B-1' }, asked)).toMatchObject({ outcome: 'MET', document: 'B-1' });
      // the host's day, 31 January 2027, is the last.
      expect((await check(reciprocity, { number: 'B-1' }, { on: '2027-02-01' })).outcome).toBe('CANNOT_SAY');
      expect((await check(reciprocity, { number: '9000003' })).outcome).toBe('CANNOT_SAY');
      expect((await check(reciprocity, { number: '9000004' }, { key: await server.keyFor('buyer') })).outcome).toBe('NOT_MET');
    });
  });

  test('gives the same bytes for a hidden account and for one that does not exist', async () => {
    for (const routes of [['COR'], ['COR', 'REGISTRATION'], ['SOSE_RECOGNITION']]) {
      const [hidden, absent] = await Promise.all(['9000003', '7777777'].map((number) => ask({ routes }, [{ number }])));
      expect(hidden?.text).toBe(absent?.text);
    }
  });

  test('shows the first day of a contract at risk and the first day not met', async () => {
    const row = { number: '9000000' };
    expect(await check({ routes: ['COR'], contractTo: '2027-12-31' }, row)).toMatchObject({
      outcome: 'MET',
      firstDayAtRisk: '2027-02-10',
      firstDayNotMet: '2027-04-11',
    });
    expect(await check({ routes: ['COR'], contractTo: '2027-12-31', isPendingAccepted: false }, row)).toMatchObject({
      firstDayNotMet: '2027-02-10',
    });
    expect(await check({ routes: ['COR'], contractTo: '2027-02-09' }, row)).toMatchObject({ firstDayAtRisk: null, firstDayNotMet: null });
    expect(await check({ routes: ['COR'] }, row)).toMatchObject({ firstDayAtRisk: null, firstDayNotMet: null });
  });

  test('gives the days of a contract as known at an instant', async () => {
    const row = { number: '9000000' };
    const known = await check({ routes: ['COR'], contractTo: '2027-12-31' }, row, { knownAt: new Date().toISOString() });
    expect(known).toMatchObject({ outcome: 'MET', firstDayAtRisk: '2027-02-10', firstDayNotMet: '2027-04-11' });
    const { errors } = await ask({ routes: ['COR'], contractTo: '2027-12-31' }, [row], { knownAt: '2020-01-01T00:00:00Z' });
    expect(errors?.[0]?.extensions.code).toBe('KNOWN_AT_TOO_EARLY');
  });

  test('warns a public owner who names only some accredited systems, from 1 January 2026', async () => {
    const requirement = { routes: ['COR_2020'], owner: 'PUBLIC_SECTOR' };
    const { warning } = await check(requirement, { number: '9000000' }, { on: '2026-01-10' });
    expect(warning).toMatchObject({
      notNamed: ['ISO_45001_2018'],
      notKnown: ['CSA_Z45001_19', 'BS_OHSAS_18001_2007', 'ORGANIZATION_SPECIFIC'],
    });
    expect(warning.message).toMatch(/364\/25.*prequalification/);
    expect(warning.systems[0]).toMatchObject({ system: 'COR_2020', isKnown: true, isNamed: true, checkedOn: '2026-11-29' });
    expect((await check(requirement, { number: '9000000' }, { on: '2025-12-31' })).warning).toBeNull();
    expect((await check({ ...requirement, owner: 'PRIVATE' }, { number: '9000000' })).warning).toBeNull();
    // Who asks decides; where it is left out, the answer says that it was not judged.
    const unsaid = (await check({ routes: ['COR_2020'] }, { number: '9000000' })).warning;
    expect(unsaid).toMatchObject({
      message: expect.stringMatching(/^You did not say who issues the tender, so it was not judged/),
      notNamed: ['ISO_45001_2018'],
    });
  });

  test('refuses a requirement without routes and a contract that ends before it begins, naming the field', async () => {
    const fieldsOf = async (requirement: object, asked: Asked = {}) => JSON.stringify((await ask(requirement, [], asked)).errors);
    expect(await fieldsOf({ routes: [] })).toContain('routes');
    expect(await fieldsOf({ routes: ['COR'], contractTo: '2026-11-19' })).toContain('requirement.contractTo');
  });

  test('takes five statements for a contract with any number of rows, and one for numbers alone that no account has', async () => {
    const key = await server.keyFor('buyer');
    const rows = Array.from({ length: 300 }, (_, at) => (at % 2 === 0 ? { number: `900000${at % 4}` } : { name: 'Alder Paving Ltd.' }));
    await ask({ routes: ['COR'], contractTo: '2027-12-31' }, rows.slice(0, 2), { key });
    server.statements();
    const { data } = await ask({ routes: ['COR'], contractTo: '2027-12-31' }, rows, { key });
    expect(data.checkRequirement).toHaveLength(300);
    // Nobody has 9000002.
    expect(server.statements()).toHaveLength(6);
  });
});

describe('kept requirements', () => {
  // Every firm here is made up. The server's day is 20 November 2026.
  const facts = {
    organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Alder Paving Ltd.,,,,Sampleton'],
    accounts: ['account,organization,wsib_account', 'alder,O-1,9000001'],
    certificates: ['number,account,standard,basis,issued_on', 'C-1,alder,COR_2020,EXTERNAL_AUDIT,2026-01-10'],
  };

  let server: TestServer;
  const keys = { york: '', yorkToo: '', toronto: '', wsibOfYork: '' };
  beforeAll(async () => {
    server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
    await record(server.dataSource, facts, '2026-11-20');
    keys.york = await server.keyFor('buyer', 'York Region');
    keys.yorkToo = await server.keyFor('buyer', 'york region');
    keys.toronto = await server.keyFor('buyer', 'City of Toronto');
    keys.wsibOfYork = await server.keyFor('wsib', 'York Region');
  });
  afterAll(() => server.stop());

  const shown =
    '__typename ... on KeptRequirement { id name routes isPendingAccepted contractTo owner isForConstruction version warning { notNamed } }';
  const texts = {
    keep: `mutation ($input: KeepRequirementInput!) { done: keepRequirement(input: $input) { ${shown} } }`,
    correct: `mutation ($input: CorrectKeptRequirementInput!) { done: correctKeptRequirement(input: $input) { ${shown} } }`,
    remove: `mutation ($input: RemoveKeptRequirementInput!) { done: removeKeptRequirement(input: $input) { ${shown} } }`,
  };

  let requests = 0;
  async function send(text: keyof typeof texts, input: Record<string, unknown>, key = keys.york) {
    requests += 1;
    const idempotencyKey = text === 'keep' ? { idempotencyKey: `k-${requests}` } : {};
    return server.graphql(texts[text], { input: { ...idempotencyKey, ...input } }, { key });
  }
  async function done(...given: Parameters<typeof send>) {
    const { data, errors } = await send(...given);
    expect(errors).toBeUndefined();
    return data.done;
  }
  async function fault(...given: Parameters<typeof send>): Promise<unknown> {
    const { errors } = await send(...given);
    return [errors?.[0]?.extensions.code, errors?.[0]?.extensions.field];
  }

  const namesOf = async (key: string): Promise<unknown> => {
    const { data } = await server.graphql('{ keptRequirements { name } }', {}, { key });
    return data.keptRequirements.map(({ name }: { name: string }) => name);
  };

  const check = async (given: Record<string, unknown>, key = keys.york) => {
    const text = `query ($name: String, $requirement: TenderRequirement) {
    checkRequirement(keptRequirement: $name, requirement: $requirement, rows: [{ number: "9000001" }]) { outcome route warning { notNamed } } }`;
    return server.graphql(text, given, { key });
  };

  describe('a kept requirement', () => {
    test('is stored, listed, corrected and removed by its key’s holder', async () => {
      const made = await done('keep', { name: ' Roads ', requirement: { routes: ['COR_2020', 'REGISTRATION'], owner: 'PUBLIC_SECTOR' } });
      const asked = { routes: ['COR_2020', 'REGISTRATION'], isPendingAccepted: true, contractTo: null, owner: 'PUBLIC_SECTOR' };
      const whole = { __typename: 'KeptRequirement', id: made.id, name: 'Roads', ...asked, isForConstruction: true };
      expect(made).toEqual({ ...whole, version: 1, warning: { notNamed: ['ISO_45001_2018'] } });
      const requirement = { routes: ['COR'], contractTo: '2027-03-31', isPendingAccepted: false };
      const corrected = await done('correct', { keptRequirement: made.id, expectedVersion: 1, requirement }, keys.yorkToo);
      expect(corrected).toMatchObject({ name: 'Roads', ...requirement, owner: 'NOT_GIVEN', version: 2 });
      expect(await done('correct', { keptRequirement: made.id, expectedVersion: 2, name: 'Bridges' })).toMatchObject({ routes: ['COR'] });
      expect(await namesOf(keys.yorkToo)).toEqual(['Bridges']);
      expect(await fault('remove', { keptRequirement: made.id, expectedVersion: 2 })).toEqual(['CONFLICT', 'input.expectedVersion']);
      expect(await done('remove', { keptRequirement: made.id, expectedVersion: 3 })).toMatchObject({ version: 4 });
      expect(await namesOf(keys.york)).toEqual([]);
      expect(await fault('remove', { keptRequirement: made.id, expectedVersion: 4 })).toEqual(['NOT_FOUND', undefined]);
    });

    test('frees its name once it is removed, and only then', async () => {
      const first = await done('keep', { name: 'Écoles', requirement: { routes: ['COR'] } });
      expect(await fault('keep', { name: ' écoles', requirement: { routes: ['COR'] } })).toEqual(['BAD_USER_INPUT', 'input.name']);
      expect(await fault('keep', { name: ' ', requirement: { routes: ['COR'] } })).toEqual(['BAD_USER_INPUT', 'input.name']);
      await done('remove', { keptRequirement: first.id, expectedVersion: 1 });
      await done('keep', { name: 'écoles', requirement: { routes: ['COR'] } });
    });

    test('can be used by its name', async () => {
      await done('keep', { name: 'Sewers', requirement: { routes: ['COR_2020'], owner: 'PUBLIC_SECTOR' } });
      const { data } = await check({ name: ' SEWERS ' });
      expect(data.checkRequirement).toEqual([{ outcome: 'MET', route: 'COR_2020', warning: { notNamed: ['ISO_45001_2018'] } }]);
    });

    test('of someone else looks like one that does not exist', async () => {
      const { id } = await done('keep', { name: 'Parks', requirement: { routes: ['COR'] } });
      for (const key of [keys.toronto, keys.wsibOfYork]) {
        const [theirs, absent] = await Promise.all(['Parks', 'Nothing'].map((name) => check({ name }, key)));
        expect(theirs?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
        expect(JSON.stringify(theirs?.errors)).toBe(JSON.stringify(absent?.errors));
        expect((await server.graphql('query ($id: ID!) { node(id: $id) { id } }', { id }, { key })).data.node).toBeNull();
        expect(await fault('correct', { keptRequirement: id, expectedVersion: 1, name: 'Mine' }, key)).toEqual(['NOT_FOUND', undefined]);
      }
      expect((await server.graphql('query ($id: ID!) { node(id: $id) { id } }', { id }, { key: keys.york })).data.node).toEqual({ id });
    });

    test('needs a key, and a question has either a requirement or a name', async () => {
      const { errors } = await server.graphql('{ keptRequirements { name } }');
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      for (const given of [{}, { name: 'Sewers', requirement: { routes: ['COR'] } }]) {
        const [error] = (await check(given)).errors ?? [];
        expect([error?.extensions.code, error?.extensions.field]).toEqual(['BAD_USER_INPUT', 'requirement']);
      }
    });

    test('stays in a receipt as it was when asked, whatever it is corrected to', async () => {
      const { id } = await done('keep', { name: 'Schools', requirement: { routes: ['COR_2020'] } });
      const keep = `mutation { keepReceipt(input: { idempotencyKey: "schools", rows: [{ number: "9000001" }], keptRequirement: "schools" }) {
      ... on Receipt { number requirement { routes owner contractTo } rows { said { outcome route } } } } }`;
      const { number, requirement, rows } = (await server.graphql(keep, {}, { key: keys.york })).data.keepReceipt;
      expect(requirement).toEqual({ routes: ['COR_2020'], owner: 'NOT_GIVEN', contractTo: null });
      expect(rows).toEqual([{ said: { outcome: 'MET', route: 'COR_2020' } }]);
      await done('correct', { keptRequirement: id, expectedVersion: 1, requirement: { routes: ['RECIPROCITY_FOR_BIDDING'] } });
      const text = 'query ($number: String!) { receipt(number: $number) { rows { differs now { outcome } } } }';
      const { data } = await server.graphql(text, { number }, { key: keys.york });
      expect(data.receipt.rows).toEqual([{ differs: [], now: { outcome: 'MET' } }]);
    });
  });
});
