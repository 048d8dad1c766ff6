import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Every firm here is made up. The server's day is 20 November 2026.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-CERTIFIED,Élan Paving Ltd.,,,,Montréal',
    'O-PENDING,Alder Roofing Inc.,,,,Sampleton',
    'O-PENDING-3,birch framing ltd.,,,,MONTREAL',
    'O-COR,Cedar Drywall Ltd.,,,,Sampleton',
    'O-ISO,Dogwood Electric Ltd.,,,,',
    'O-REGISTERED,Fir Masonry Ltd.,,,,Sampleton',
    'O-LOST,Gingko Steel Ltd.,,,,Sampleton',
    'O-BIDDING,Hazel Glazing Ltd.,,,,Sampleton',
    'O-REVOKED,Ironwood Forming Ltd.,,,,Sampleton',
    'O-NONE,Juniper Bridges Ltd.,,,,Sampleton',
  ],
  accounts: [
    'account,organization,wsib_account',
    ...['CERTIFIED', 'PENDING', 'PENDING-3', 'COR', 'ISO', 'REGISTERED', 'LOST', 'REVOKED', 'NONE'].map(
      (name, at) => `A-${name},O-${name},100000${at}`,
    ),
    'A-BIDDING,O-BIDDING,',
  ],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,A-REGISTERED,2026-05-04,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    // Pending from 5 February 2027, day 31 after its anniversary.
    'C-CERTIFIED,A-CERTIFIED,COR_2020,EXTERNAL_AUDIT,2026-01-05',
    // Anniversary on 1 October 2026: pending from 1 November (day 31), lost from 31 December (day 91).
    'C-PENDING,A-PENDING,COR_2020,EXTERNAL_AUDIT,2025-10-01',
    // Third anniversary on 10 September 2026: pending from 11 October, lost from 10 December.
    'C-PENDING-3,A-PENDING-3,COR_2020,EXTERNAL_AUDIT,2023-09-10',
    'C-COR,A-COR,COR,EXTERNAL_AUDIT,2024-06-01',
    // Its last day is 31 January 2027.
    'C-ISO,A-ISO,COR_2020,ISO_45001_EQUIVALENCY,2026-02-01',
    // Anniversary on 5 January 2025: lost from 6 April 2025.
    'C-LOST,A-LOST,COR_2020,EXTERNAL_AUDIT,2024-01-05',
    'C-REVOKED,A-REVOKED,COR_2020,EXTERNAL_AUDIT,2026-03-01',
  ],
  letters: [
    'number,certificate_number,year,issued_on',
    'L-PENDING-3-2,C-PENDING-3,2,2024-09-01',
    'L-PENDING-3-3,C-PENDING-3,3,2025-09-02',
    'L-COR-2,C-COR,2,2025-05-20',
    'L-COR-3,C-COR,3,2026-05-20',
  ],
  bidding_documents: ['number,account,kind,issued_on,host_expires_on', 'B-1,A-BIDDING,INTERIM_LOGS,2026-06-01,2026-12-31'],
  revocations: ['revocation,account,from,lifted_on,reason,document', 'V-1,A-REVOKED,2026-08-01,,A reason,A document'],
};

let server: TestServer;
let staff: string;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, '2026-11-20');
  staff = await server.keyFor('staff');
});

afterAll(() => server.stop());

interface Asked {
  readonly filter?: Record<string, unknown>;
  readonly orderBy?: string;
  readonly search?: string;
}

const lists = {
  accounts: ['AccountFilter', 'AccountOrder', 'organization { legalName }'],
  organizations: ['OrganizationFilter', 'OrganizationOrder', 'legalName'],
  certificates: ['CertificateFilter', 'DocumentOrder', 'number'],
  lettersOfGoodStanding: ['LetterOfGoodStandingFilter', 'DocumentOrder', 'number'],
} as const;

/** The elements of a list in its order; its total must agree. */
async function listed(list: keyof typeof lists, asked: Asked = {}, key?: string): Promise<string[]> {
  const [filter, order, fields] = lists[list];
  const query = `query ($filter: ${filter}, $orderBy: ${order}) {
    ${list}(filter: $filter, orderBy: $orderBy) { totalCount totalCountIsExact nodes { ${fields} } } }`;
  const { data, errors } = await server.graphql(query, orderGiven(asked), key ? { key } : {});
  expect(errors).toBeUndefined();
  const { nodes, totalCount, totalCountIsExact } = data[list];
  expect([totalCount, totalCountIsExact]).toEqual([nodes.length, true]);
  return nodes.map(nameOf);
}

const orderGiven = ({ orderBy, ...asked }: Asked) => (orderBy === undefined ? asked : { ...asked, orderBy });

interface Named {
  readonly number?: string;
  readonly legalName?: string;
  readonly organization?: { readonly legalName: string };
}

const nameOf = ({ number, legalName, organization }: Named): string =>
  number ?? (legalName ?? organization?.legalName ?? '').split(' ')[0] ?? '';

describe('accounts', () => {
  test('are those certified and pending, the most recent first', async () => {
    expect(await listed('accounts')).toEqual(['Alder', 'birch', 'Dogwood', 'Élan', 'Cedar']);
    expect(await listed('accounts', { orderBy: 'SINCE_ASC' })).toEqual(['Cedar', 'Élan', 'Dogwood', 'birch', 'Alder']);
  });

  test('ordered by name are in dictionary order', async () => {
    const byName = ['Alder', 'birch', 'Cedar', 'Dogwood', 'Élan'];
    expect(await listed('accounts', { orderBy: 'ORGANIZATION_NAME_ASC' })).toEqual(byName);
    expect(await listed('accounts', { orderBy: 'ORGANIZATION_NAME_DESC' })).toEqual(byName.toReversed());
  });

  test.each([
    // Day 30 and day 31 after the anniversary of 1 October, day 90 and 91; and those of the third anniversary of 10 September.
    ['2026-10-10', []],
    ['2026-10-11', ['birch']],
    ['2026-10-31', ['birch']],
    ['2026-11-01', ['Alder', 'birch']],
    ['2026-12-09', ['Alder', 'birch']],
    ['2026-12-10', ['Alder']],
    ['2026-12-30', ['Alder']],
    ['2026-12-31', []],
    ['2027-02-04', []],
    ['2027-02-05', ['Élan']],
  ])('PENDING on %s are %j', async (on, names) => {
    for (const orderBy of ['SINCE_DESC', 'ORGANIZATION_NAME_ASC'])
      expect(await listed('accounts', { filter: { standing: 'PENDING', on }, orderBy })).toEqual(names);
  });

  test.each([
    ['2026-10-10', []],
    ['2026-10-11', ['birch']],
    ['2026-10-31', ['birch']],
    ['2026-11-01', ['Alder', 'birch']],
  ])('pending since %s or before are %j', async (pendingSince, names) => {
    expect(await listed('accounts', { filter: { pendingSince } })).toEqual(names);
    expect(await listed('organizations', { filter: { pendingSince } })).toEqual(names);
    expect(await listed('accounts', { filter: { pendingSince, standing: ['CERTIFIED'] } })).toEqual([]);
  });

  test.each([
    // The last day of PENDING is 9 December (lost on the 10th), of ISO 31 January.
    ['2026-12-09', []],
    ['2026-12-10', ['birch']],
    ['2026-12-30', ['birch']],
    ['2026-12-31', ['Alder', 'birch']],
    ['2027-01-31', ['Alder', 'birch']],
    ['2027-02-01', ['Alder', 'birch', 'Dogwood']],
  ])('whose standing ends before %s are %j', async (endingBefore, names) => {
    for (const orderBy of ['SINCE_DESC', 'ORGANIZATION_NAME_ASC'])
      expect(await listed('accounts', { filter: { endingBefore }, orderBy })).toEqual(names);
  });

  test('are filtered by standard, basis and city', async () => {
    for (const orderBy of ['SINCE_DESC', 'ORGANIZATION_NAME_DESC']) {
      expect(await listed('accounts', { filter: { standard: 'COR' }, orderBy })).toEqual(['Cedar']);
      expect(await listed('accounts', { filter: { basis: 'ISO_45001_EQUIVALENCY' }, orderBy })).toEqual(['Dogwood']);
      expect(await listed('accounts', { filter: { basis: 'MLITSD_EQUIVALENCY' }, orderBy })).toEqual([]);
      expect(await listed('accounts', { filter: { city: 'montreal', standing: 'CERTIFIED' }, orderBy })).toEqual(['Élan']);
      expect(await listed('accounts', { filter: { city: 'Sampleton', standard: 'COR_2020' }, orderBy })).toEqual(['Alder']);
    }
    expect(await listed('organizations', { filter: { city: 'MONTRÉAL' } })).toEqual(['birch', 'Élan']);
    expect(await listed('organizations', { filter: { standard: 'COR' } })).toEqual(['Cedar']);
    expect(await listed('organizations', { filter: { basis: 'ISO_45001_EQUIVALENCY' } })).toEqual(['Dogwood']);
  });

  test('of a past day are those of that day', async () => {
    expect(await listed('accounts', { filter: { on: '2025-04-05' } })).toEqual(['Gingko', 'Cedar', 'birch']);
    expect(await listed('accounts', { filter: { on: '2025-04-06' } })).toEqual(['Cedar', 'birch']);
    const query =
      '{ accounts(filter: { on: "2025-04-05" }, first: 1) { nodes { standing(on: "2025-04-05") { standing certificate { number } } } } }';
    const { data } = await server.graphql(query);
    expect(data.accounts.nodes).toEqual([{ standing: { standing: 'PENDING', certificate: { number: 'C-LOST' } } }]);
  });
});

describe('certificates', () => {
  test('are those behind a visible standing, the latest first; staff get all', async () => {
    const shown = ['C-ISO', 'C-CERTIFIED', 'C-PENDING', 'C-COR', 'C-PENDING-3'];
    expect(await listed('certificates')).toEqual(shown);
    expect(await listed('certificates', { orderBy: 'ISSUED_ON_ASC' })).toEqual(shown.toReversed());
    expect(await listed('certificates', {}, staff)).toEqual(['C-REVOKED', ...shown.slice(0, 4), 'C-LOST', 'C-PENDING-3']);
    expect(await listed('certificates', { filter: { standing: ['CERTIFICATION_LOST'] } }, staff)).toEqual(['C-LOST']);
  });

  test.each([
    ['2026-09-10', []],
    ['2026-09-11', ['C-PENDING-3']],
    ['2027-01-31', ['C-PENDING-3']],
    ['2027-02-01', ['C-ISO', 'C-PENDING-3']],
    ['2027-06-01', ['C-ISO', 'C-PENDING-3']],
    ['2027-06-02', ['C-ISO', 'C-COR', 'C-PENDING-3']],
  ])('whose printed end is before %s are %j', async (endingBefore, numbers) => {
    expect(await listed('certificates', { filter: { endingBefore } })).toEqual(numbers);
  });

  test('are filtered by standing, standard, basis, city and day', async () => {
    expect(await listed('certificates', { filter: { standing: 'PENDING' } })).toEqual(['C-PENDING', 'C-PENDING-3']);
    expect(await listed('certificates', { filter: { standard: 'COR' } })).toEqual(['C-COR']);
    expect(await listed('certificates', { filter: { basis: 'ISO_45001_EQUIVALENCY' } })).toEqual(['C-ISO']);
    expect(await listed('certificates', { filter: { city: 'Montreal' } })).toEqual(['C-CERTIFIED', 'C-PENDING-3']);
    expect(await listed('certificates', { filter: { on: '2025-04-05' } })).toEqual(['C-COR', 'C-LOST', 'C-PENDING-3']);
    expect(await listed('certificates', { filter: { on: '2025-04-06' } })).toEqual(['C-COR', 'C-PENDING-3']);
  });

  test('name their account', async () => {
    const { data } = await server.graphql(
      '{ certificates(first: 1) { nodes { number account { wsibAccount organization { legalName } } } } }',
    );
    expect(data.certificates.nodes).toEqual([
      { number: 'C-ISO', account: { wsibAccount: '1000004', organization: { legalName: 'Dogwood Electric Ltd.' } } },
    ]);
    const shown =
      '{ verify(subject: { wsibAccount: "1000003" }) { certificate { record { account { wsibAccount } } } letterOfGoodStanding { record { account { wsibAccount } } } } }';
    const { data: verified } = await server.graphql(shown);
    expect(verified.verify).toEqual({
      certificate: { record: { account: { wsibAccount: '1000003' } } },
      letterOfGoodStanding: { record: { account: { wsibAccount: '1000003' } } },
    });
  });
});

describe('letters of good standing', () => {
  test('are the last of each visible certificate; staff get all', async () => {
    expect(await listed('lettersOfGoodStanding')).toEqual(['L-COR-3', 'L-PENDING-3-3']);
    expect(await listed('lettersOfGoodStanding', { orderBy: 'ISSUED_ON_ASC' })).toEqual(['L-PENDING-3-3', 'L-COR-3']);
    expect(await listed('lettersOfGoodStanding', {}, staff)).toEqual(['L-COR-3', 'L-PENDING-3-3', 'L-COR-2', 'L-PENDING-3-2']);
  });

  test('are filtered by year, day and owner', async () => {
    expect(await listed('lettersOfGoodStanding', { filter: { year: 2 } })).toEqual([]);
    expect(await listed('lettersOfGoodStanding', { filter: { year: 2 } }, staff)).toEqual(['L-COR-2', 'L-PENDING-3-2']);
    expect(await listed('lettersOfGoodStanding', { filter: { on: '2025-09-01' } })).toEqual(['L-COR-2', 'L-PENDING-3-2']);
    expect(await listed('lettersOfGoodStanding', { filter: { on: '2025-09-02' } })).toEqual(['L-PENDING-3-3', 'L-COR-2']);
    expect(await listed('lettersOfGoodStanding', { filter: { standing: 'PENDING' } })).toEqual(['L-PENDING-3-3']);
    expect(await listed('lettersOfGoodStanding', { filter: { standard: 'COR', city: 'sampleton' } })).toEqual(['L-COR-3']);
  });
});

describe('the mask', () => {
  const everybody = ['Alder', 'birch', 'Cedar', 'Dogwood', 'Élan'];
  const byName = { orderBy: 'ORGANIZATION_NAME_ASC' };

  test('adds only what is visible to the caller', async () => {
    const buyer = await server.keyFor('buyer', 'The City');
    expect(await listed('accounts', byName, buyer)).toEqual([...everybody, 'Hazel']);
    expect(await listed('accounts', { filter: { standing: 'BIDDING_ONLY' } }, buyer)).toEqual(['Hazel']);
    const wsib = await server.keyFor('wsib');
    expect(await listed('accounts', byName, wsib)).toEqual([...everybody, 'Fir']);
    const others = ['Fir', 'Gingko', 'Hazel', 'Ironwood', 'Juniper'];
    expect(await listed('accounts', byName, staff)).toEqual([...everybody, ...others]);
    expect((await listed('accounts', {}, staff)).sort()).toEqual([...everybody, ...others].sort());
  });

  test('shows an organization its own account, whatever its standing', async () => {
    const [{ id }] = await server.dataSource.query(`select id from organization where reference = 'O-REVOKED'`);
    const own = await server.keyFor('organization', 'Ironwood', id);
    expect(await listed('accounts', byName, own)).toEqual([...everybody, 'Ironwood']);
    expect(await listed('accounts', {}, own)).toContain('Ironwood');
    expect(await listed('accounts', { filter: { standing: 'REVOKED' } }, own)).toEqual(['Ironwood']);
    expect(await listed('organizations', { filter: { standing: 'REVOKED' } }, own)).toEqual(['Ironwood']);
    expect(await listed('accounts', { filter: { standing: 'CERTIFICATION_LOST' } }, own)).toEqual([]);
  });

  test('shows a registration to the recipients of a consent while it lasts', async () => {
    const buyer = await server.keyFor('buyer', 'The County');
    const asked = { filter: { standing: ['REGISTERED'] } };
    expect(await listed('accounts', asked, buyer)).toEqual([]);
    await server.dataSource.query(`
      insert into consent (account_id, recipient, scope, kind, from_day, document, given_by)
      select id, 'The County', 'REGISTERED_STATUS', 'PERMISSION', '2026-11-20', 'A document', 'test' from account where reference = 'A-REGISTERED'`);
    expect(await listed('accounts', asked, buyer)).toEqual(['Fir']);
    expect(await listed('accounts', { ...asked, ...byName }, buyer)).toEqual(['Fir']);
    expect(await listed('organizations', asked, buyer)).toEqual(['Fir']);
    expect(await listed('accounts', byName, buyer)).toEqual([...everybody, 'Fir', 'Hazel']);
    expect(await listed('accounts', asked, await server.keyFor('buyer', 'Another County'))).toEqual([]);
    await server.dataSource.query(`update consent set withdrawn_at = clock_timestamp(), withdrawn_by = 'test'`);
    expect(await listed('accounts', asked, buyer)).toEqual([]);
  });

  test.each(['CERTIFICATION_LOST', 'REVOKED', 'EXPIRED', 'NOT_REGISTERED', 'REGISTERED', 'BIDDING_ONLY', 'NO_CURRENT_CERTIFICATION'])(
    'answers a stranger who asks for %s with the bytes of a standing that nobody has',
    async (standing) => {
      const shape = '{ totalCount totalCountIsExact pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor } }';
      for (const list of ['accounts', 'organizations', 'certificates', 'lettersOfGoodStanding']) {
        const { text } = await server.graphql(`{ ${list}(filter: { standing: ${standing} }) ${shape} }`);
        expect(text).toBe(
          `{"data":{"${list}":{"totalCount":0,"totalCountIsExact":true,"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null},"edges":[]}}}`,
        );
      }
    },
  );
});

describe('a page', () => {
  test('takes one statement, two with the organizations of its accounts, and one more for its total', async () => {
    const taken = async (query: string) => {
      server.statements();
      expect((await server.graphql(query)).errors).toBeUndefined();
      return server.statements().length;
    };
    const standing = 'standing { standing certificate { number } letterOfGoodStanding { number } }';
    expect(await taken(`{ accounts { nodes { wsibAccount ${standing} } } }`)).toBe(1);
    expect(await taken(`{ accounts { nodes { ${standing} organization { legalName city } } } }`)).toBe(2);
    expect(await taken(`{ accounts { totalCount totalCountIsExact nodes { ${standing} organization { legalName city } } } }`)).toBe(3);
    expect(await taken(`{ organizations { nodes { legalName accounts { wsibAccount ${standing} } } } }`)).toBe(2);
    expect(await taken(`{ organizations(search: "Alder") { totalCount nodes { legalName accounts { wsibAccount ${standing} } } } }`)).toBe(
      2,
    );
    expect(await taken('{ certificates { nodes { number endsOn account { wsibAccount } } } }')).toBe(1);
    expect(await taken('{ lettersOfGoodStanding { nodes { number year account { wsibAccount organization { legalName } } } } }')).toBe(2);
  });

  const cursor = (list: string, text: string) => Buffer.from(`${list}.1.01a2018f-61c5-7af9-b0ef-42fdc395dbbb${text}`).toString('base64url');

  test.each([
    ['accounts', `after: "${cursor('accountsByName', 'x')}"`, 'after'],
    ['accounts', `orderBy: ORGANIZATION_NAME_ASC, after: "${cursor('accountsBySince', '2026-01-01')}"`, 'after'],
    ['accounts', `before: "${cursor('accountsBySince', '2026-02-30')}"`, 'before'],
    ['accounts', `before: "${cursor('accountsBySince', 'x')}"`, 'before'],
    ['certificates', `after: "${cursor('certificates', '')}"`, 'after'],
    ['organizations', `search: "Alder", after: "${cursor('organizationsByName', 'alder')}"`, 'after'],
    ['organizations', `search: "Alder", after: "${cursor('organizationsByLikeness', 'alder')}"`, 'after'],
    ['organizations', 'search: "-.-"', 'search'],
    ['organizations', 'search: ""', 'search'],
    ['accounts', 'filter: { standing: [] }', 'filter.standing'],
    ['lettersOfGoodStanding', 'filter: { year: 1 }', 'filter.year'],
  ])('of %s with %s is bad input that names %s', async (list, given, field) => {
    const { data, errors } = await server.graphql(`{ ${list}(${given}) { nodes { id } } }`);
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });
});
