import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const today = '2026-11-20';

// Registered alone: 1000001 and 1000002 of O-1, 1000003 of O-2. Certified: 1000004 of O-2. Nothing but a file: 1000005 of O-2.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Alpha Builders Inc.,,Alpha Brothers,123456782,Sudbury',
    'O-2,Beta Builders Inc.,,,,Sudbury',
  ],
  accounts: [
    'account,organization,wsib_account',
    'A-1,O-1,1000001',
    'A-2,O-1,1000002',
    'A-3,O-2,1000003',
    'A-4,O-2,1000004',
    'A-5,O-2,1000005',
  ],
  registrations: [
    'registration,account,confirmed_on,withdrawn_on',
    'R-1,A-1,2026-01-05,',
    'R-2,A-2,2026-01-05,',
    'R-3,A-3,2026-01-05,',
    'R-4,A-4,2026-01-05,',
  ],
  certificates: ['number,account,standard,basis,issued_on', 'C-4,A-4,COR_2020,EXTERNAL_AUDIT,2026-06-01'],
  audits: [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    'AU-1,A-1,INITIAL_INTERNAL,COR_2020,2026-08-03,2026-08-05,2026-08-10,,,Ann Audit,,91.50,100',
    'AU-4,A-4,EXTERNAL,COR_2020,2026-05-04,2026-05-06,2026-05-11,2026-05-20,2026-05-25,Bob Audit,Audit Co.,88.25,100',
  ],
  element_scores: ['audit,element,score'],
};

let server: TestServer;
const keys: Record<'staff' | 'alpha' | 'beta' | 'sudbury' | 'toronto' | 'sose' | 'wsib' | 'ministry', string> = {
  ...{ staff: '', alpha: '', beta: '', sudbury: '', toronto: '', sose: '', wsib: '', ministry: '' },
};
const ids: Record<string, string> = {};
type Who = keyof typeof keys | 'public';

beforeAll(async () => {
  server = await startTestServer({ now: `${today}T15:00:00Z` });
  await record(server.dataSource, facts, today);
  for (const table of ['organization', 'account'])
    for (const row of await server.dataSource.query(`select id, reference from ${table}`)) ids[row.reference] = row.id;
  keys.staff = await server.keyFor('staff', 'Clerk');
  keys.alpha = await server.keyFor('organization', 'Alpha Builders Inc.', ids['O-1']);
  keys.beta = await server.keyFor('organization', 'Beta Builders Inc.', ids['O-2']);
  keys.sudbury = await server.keyFor('buyer', 'City of Sudbury');
  keys.toronto = await server.keyFor('buyer', 'City of Toronto');
  keys.sose = await server.keyFor('sose', 'SOSE portal');
  keys.wsib = await server.keyFor('wsib', 'WSIB');
  keys.ministry = await server.keyFor('ministry', 'Ministry');
});

afterAll(() => server.stop());

const ask = (who: Who, query: string, variables: Record<string, unknown> = {}) =>
  server.graphql(query, variables, who === 'public' ? {} : { key: keys[who] });

const accountId = (reference: string): string => toGlobalId('Account', ids[reference] ?? '');

const consentFields = 'id recipient scope kind from to document givenAt withdrawnAt version account { wsibAccount }';
const giving = `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Consent { ${consentFields} } } }`;
const withdrawing = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { ... on Consent { ${consentFields} } } }`;
const applying = `mutation ($input: RecordSoseApplicationInput!) {
  recordSoseApplication(input: $input) { ... on SoseApplication { reference from account { wsibAccount } } ... on Refused { code message } }
}`;

const consent = (input: object) => ({
  input: {
    idempotencyKey: randomUUID(),
    account: accountId('A-1'),
    recipient: 'City of Sudbury',
    scope: 'REGISTERED_STATUS',
    document: 'Letter',
    ...input,
  },
});

async function give(input: object, who: Who = 'alpha') {
  const { data, errors } = await ask(who, giving, consent(input));
  if (errors) throw new Error(JSON.stringify(errors));
  return data.giveConsent;
}

async function withdraw({ id, version }: { id: string; version: number }, who: Who = 'alpha') {
  const { data, errors } = await ask(who, withdrawing, { input: { consent: id, expectedVersion: version } });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.withdrawConsent;
}

async function faults(who: Who, query: string, variables: Record<string, unknown>) {
  const { errors = [] } = await ask(who, query, variables);
  return errors.map(({ message, extensions }) => [extensions.code, extensions.field, message]);
}

/** The standing of an account as a caller sees it in every way there is: alone, among many, by its number, as a node and in a list. */
async function standingsShown(who: Who, wsibAccount: string, reference: string): Promise<string[]> {
  const { data } = await ask(
    who,
    `query ($number: String!, $id: ID!) {
      verify(subject: { wsibAccount: $number }) { standing }
      verifyMany(subjects: [{ account: $id }]) { standing }
      past: verify(subject: { wsibAccount: $number }, on: "2026-02-01") { standing }
      account(wsibAccount: $number) { standing { standing } timeline { standing } }
      node(id: $id) { ... on Account { standing { standing } } }
      organizations { nodes { accounts { wsibAccount standing { standing } } } }
    }`,
    { number: wsibAccount, id: accountId(reference) },
  );
  const listed = data.organizations.nodes
    .flatMap(({ accounts }: { accounts: { wsibAccount: string; standing: { standing: string } }[] }) => accounts)
    .find((account: { wsibAccount: string }) => account.wsibAccount === wsibAccount);
  return [
    data.verify.standing,
    data.verifyMany[0].standing,
    data.past.standing,
    data.account?.standing.standing ?? 'none',
    data.account?.timeline.map(({ standing }: { standing: string }) => standing).join() ?? 'none',
    data.node?.standing.standing ?? 'none',
    listed?.standing.standing ?? 'none',
  ];
}

const hidden = ['NO_CURRENT_CERTIFICATION', 'NO_CURRENT_CERTIFICATION', 'NO_CURRENT_CERTIFICATION', 'none', 'none', 'none', 'none'];
const registered = [...Array(3).fill('REGISTERED'), 'REGISTERED', 'NO_CURRENT_CERTIFICATION,REGISTERED', 'REGISTERED', 'REGISTERED'];

describe('an organization’s key', () => {
  test('opens its own file, whole, and no other', async () => {
    const file = `query ($number: String!) { account(wsibAccount: $number) {
      standing { standing } timeline { standing }
      organization { businessNumber formerNames } file { registrations { confirmedOn } audits { overall } } auditFacts { auditor }
    } }`;
    const own = await ask('alpha', file, { number: '1000001' });
    expect(own.data.account).toEqual({
      standing: { standing: 'REGISTERED' },
      timeline: [{ standing: 'NOT_REGISTERED' }, { standing: 'REGISTERED' }],
      organization: { businessNumber: '123456782', formerNames: ['Alpha Brothers'] },
      file: { registrations: [{ confirmedOn: '2026-01-05' }], audits: [{ overall: '91.50' }] },
      auditFacts: [{ auditor: 'Ann Audit' }],
    });
    expect((await ask('alpha', file, { number: '1000003' })).data).toEqual({ account: null });
    const certified = await ask('alpha', file, { number: '1000004' });
    expect(certified.data.account).toMatchObject({ standing: { standing: 'CERTIFIED' }, file: null, auditFacts: null });
    expect(certified.data.account.organization).toEqual({ businessNumber: null, formerNames: null });
  });

  test('finds its own organization and records by their ids, and not those of others', async () => {
    const [{ id: audit }] = await server.dataSource.query(`select id from audit where reference = 'AU-1'`);
    const [{ id: registration }] = await server.dataSource.query(`select id from registration where reference = 'R-1'`);
    const nodes = [toGlobalId('Organization', ids['O-1'] ?? ''), toGlobalId('Audit', audit), toGlobalId('Registration', registration)];
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect((await ask('alpha', query, { ids: nodes })).data.nodes).toEqual(nodes.map((id) => ({ id })));
    expect((await ask('beta', query, { ids: nodes })).data.nodes).toEqual([null, null, null]);
  });

  test('lists its own accounts whatever their standing, among the public ones of others', async () => {
    const query = '{ organizations { nodes { legalName accounts { wsibAccount } } totalCount } }';
    expect((await ask('alpha', query)).data.organizations).toEqual({
      nodes: [
        { legalName: 'Alpha Builders Inc.', accounts: [{ wsibAccount: '1000001' }, { wsibAccount: '1000002' }] },
        { legalName: 'Beta Builders Inc.', accounts: [{ wsibAccount: '1000004' }] },
      ],
      totalCount: 2,
    });
  });
});

describe('a consent to REGISTERED_STATUS', () => {
  test('has effect at once, for its recipient, its account and nobody else, until it is withdrawn', async () => {
    expect(await standingsShown('sudbury', '1000001', 'A-1')).toEqual(hidden);
    const given = await give({ recipient: 'city of  SUDBURY' });
    expect(given).toEqual({
      id: expect.any(String),
      ...{ recipient: 'City of Sudbury', scope: 'REGISTERED_STATUS', kind: 'PERMISSION', from: today, to: null, document: 'Letter' },
      ...{ givenAt: `${today}T15:00:00.000Z`, withdrawnAt: null, version: 1, account: { wsibAccount: '1000001' } },
    });
    expect(await standingsShown('sudbury', '1000001', 'A-1')).toEqual(registered);
    for (const who of ['public', 'toronto', 'ministry', 'sose', 'beta'] as const)
      expect([who, await standingsShown(who, '1000001', 'A-1')]).toEqual([who, hidden]);
    expect(await standingsShown('sudbury', '1000002', 'A-2')).toEqual(hidden);

    expect(await withdraw(given)).toMatchObject({ id: given.id, withdrawnAt: `${today}T15:00:00.000Z`, version: 2 });
    expect(await standingsShown('sudbury', '1000001', 'A-1')).toEqual(hidden);
  });

  test('to any buyer counts for every buyer and for nobody else', async () => {
    const given = await give({ recipient: 'ANY_BUYER' });
    for (const who of ['sudbury', 'toronto'] as const) expect(await standingsShown(who, '1000001', 'A-1')).toEqual(registered);
    for (const who of ['public', 'ministry', 'sose'] as const) expect(await standingsShown(who, '1000001', 'A-1')).toEqual(hidden);
    await withdraw(given);
  });

  test('to the ministry opens the same as one to a buyer', async () => {
    const given = await give({ recipient: 'Ministry' });
    expect(await standingsShown('ministry', '1000001', 'A-1')).toEqual(registered);
    await withdraw(given);
  });

  test.each([
    ['on its first day', today, null, registered],
    ['on its last day', '2026-01-01', today, registered],
    ['the day before its first', '2026-11-21', null, hidden],
    ['the day after its last', '2026-01-01', '2026-11-19', hidden],
  ])('%s: from %s to %s', async (_, from, to, shown) => {
    const given = await give({ from, to });
    expect(await standingsShown('sudbury', '1000001', 'A-1')).toEqual(shown);
    await withdraw(given);
  });

  test('shows no other standings', async () => {
    const given = await give({ account: accountId('A-5') }, 'staff');
    expect(await standingsShown('sudbury', '1000005', 'A-5')).toEqual(hidden);
    await withdraw(given, 'staff');
  });

  test('costs verify no second statement, and a public query does not read consents', async () => {
    const query = 'query ($many: [VerificationSubject!]!) { verifyMany(subjects: $many) { found } }';
    const many = { many: ['1000001', '1000003', '9999999'].map((wsibAccount) => ({ wsibAccount })) };
    await ask('sudbury', '{ viewer { scope } }');
    server.statements();
    await ask('sudbury', query, many);
    const [statement = '', ...others] = server.statements();
    expect(others).toEqual([]);
    expect(statement).toContain('from consent');
    for (const who of ['public', 'staff', 'alpha'] as const) {
      await ask(who, '{ viewer { scope } }');
      server.statements();
      await ask(who, query, many);
      const [plain = '', ...more] = server.statements();
      expect([more, plain.includes('consent')]).toEqual([[], false]);
    }
  });
});

describe('giving and withdrawing', () => {
  test('is for the organization on its own accounts, and for staff on any', async () => {
    const notFound = [['NOT_FOUND', undefined, 'There is no such account.']];
    expect(await faults('beta', giving, consent({}))).toEqual(notFound);
    expect(await faults('beta', giving, consent({ account: toGlobalId('Account', randomUUID()) }))).toEqual(notFound);
    expect(await faults('staff', giving, consent({ account: toGlobalId('Account', randomUUID()) }))).toEqual(notFound);

    const given = await give({}, 'staff');
    const read = { input: { consent: given.id, expectedVersion: 1 } };
    const none = [['NOT_FOUND', undefined, 'There is no such consent.']];
    expect(await faults('beta', withdrawing, read)).toEqual(none);
    expect(await faults('beta', withdrawing, { input: { ...read.input, consent: toGlobalId('Consent', randomUUID()) } })).toEqual(none);
    await withdraw(given);
  });

  test('is forbidden to everyone else, before anything is read', async () => {
    const refused = [['FORBIDDEN', undefined, 'This needs an API key that permits giving or withdrawing consents.']];
    for (const who of ['public', 'sudbury', 'sose', 'wsib', 'ministry'] as const) {
      server.statements();
      expect(await faults(who, giving, consent({}))).toEqual(refused);
      expect(await faults(who, withdrawing, { input: { consent: toGlobalId('Consent', randomUUID()), expectedVersion: 1 } })).toEqual(
        refused,
      );
      expect(server.statements()).toEqual([]);
    }
  });

  test.each([
    [{ recipient: 'City of Nowhere' }, 'input.recipient'],
    [{ recipient: 'Clerk' }, 'input.recipient'],
    [{ recipient: 'Beta Builders Inc.' }, 'input.recipient'],
    [{ recipient: ' ' }, 'input.recipient'],
    [{ document: '' }, 'input.document'],
    [{ from: '2026-11-20', to: '2026-11-19' }, 'input.to'],
    [{ account: 'nonsense' }, 'input.account'],
  ])('with %j is bad input that names the field', async (input, field) => {
    expect(await faults('alpha', giving, consent(input))).toEqual([['BAD_USER_INPUT', field, expect.any(String)]]);
  });

  test('has effect once: also when the request is repeated or the consent already withdrawn', async () => {
    const request = consent({});
    const first = await ask('alpha', giving, request);
    const again = await ask('alpha', giving, request);
    expect(again.data).toEqual(first.data);
    const given = first.data.giveConsent;
    const withdrawn = await withdraw(given);
    expect(await withdraw(withdrawn)).toEqual(withdrawn);
    expect(await faults('alpha', withdrawing, { input: { consent: given.id, expectedVersion: 1 } })).toEqual([
      ['CONFLICT', 'input.expectedVersion', expect.stringContaining('at version 2')],
    ]);
  });

  test('leaves the consent on record for the organization and staff, and a trace in the audit log', async () => {
    const given = await withdraw(await give({ document: 'Letter of 3 May' }));
    const query = 'query ($number: String!) { account(wsibAccount: $number) { file { consents { id withdrawnAt } } } }';
    for (const who of ['alpha', 'staff'] as const) {
      const { data } = await ask(who, query, { number: '1000001' });
      expect(data.account.file.consents).toContainEqual({ id: given.id, withdrawnAt: given.withdrawnAt });
      expect((await ask(who, 'query ($id: ID!) { node(id: $id) { id } }', { id: given.id })).data.node).toEqual({ id: given.id });
    }
    expect((await ask('sudbury', 'query ($id: ID!) { node(id: $id) { id } }', { id: given.id })).data.node).toBeNull();
    const logged = await server.dataSource.query(`select action from audit_log where subject = $1 order by id desc limit 2`, [ids['A-1']]);
    expect(logged).toEqual([{ action: 'withdrawConsent' }, { action: 'giveConsent' }]);
  });

  test('is never rewritten: the store lets a consent be withdrawn once and nothing else', async () => {
    const { id } = await give({});
    const rewrites = [
      `delete from consent`,
      `truncate consent`,
      `update consent set to_day = '2030-01-01'`,
      `update consent set withdrawn_at = now(), withdrawn_by = 'me', recipient = 'Me'`,
    ];
    for (const sql of rewrites) await expect(server.dataSource.query(sql)).rejects.toThrow('consent keeps its history');
    await withdraw({ id, version: 1 });
    await expect(server.dataSource.query(`update consent set withdrawn_at = null, withdrawn_by = null`)).rejects.toThrow(
      'keeps its history',
    );
  });
});

const auditFacts = `query ($number: String!) { account(wsibAccount: $number) { standing { standing } auditFacts { type tool completedOn closedOn auditor } } }`;
const factsOfAlpha = [{ type: 'INITIAL_INTERNAL', tool: 'COR_2020', completedOn: '2026-08-05', closedOn: null, auditor: 'Ann Audit' }];
const disclosed = async () => {
  const rows = await server.dataSource.query(
    `select actor, subject, details, request_id is not null as requested from audit_log where action = 'discloseAuditFacts' order by id`,
  );
  return rows;
};

describe('audit facts', () => {
  test('are shown only under a consent to them, and each read is in the audit log, where the organization sees it', async () => {
    const before = (await disclosed()).length;
    for (const who of ['public', 'sudbury', 'wsib', 'sose', 'ministry', 'beta'] as const) {
      const { data } = await ask(who, auditFacts, { number: '1000001' });
      expect(data.account?.auditFacts ?? null).toBeNull();
    }
    const registration = await give({ recipient: 'City of Sudbury' });
    expect((await ask('sudbury', auditFacts, { number: '1000001' })).data.account.auditFacts).toBeNull();
    await withdraw(registration);
    expect((await disclosed()).length).toBe(before);

    const given = await give({ scope: 'AUDIT_FACTS' });
    const told = await ask('sudbury', auditFacts, { number: '1000001' });
    expect(told.data.account).toEqual({ standing: { standing: 'NO_CURRENT_CERTIFICATION' }, auditFacts: factsOfAlpha });
    expect((await ask('toronto', auditFacts, { number: '1000001' })).data.account).toBeNull();
    const lines = await disclosed();
    expect(lines.length).toBe(before + 1);
    expect(lines.at(-1)).toEqual({
      actor: `City of Sudbury (key ${keys.sudbury.split('_')[1]})`,
      subject: ids['A-1'],
      details: { recipient: 'City of Sudbury', consent: expect.any(String), audits: [expect.any(String)] },
      requested: true,
    });

    const list = `query ($id: ID!) { organization(id: $id) { disclosures(first: 1) {
      nodes { at recipient account { wsibAccount } consent { id } } pageInfo { hasNextPage }
    } } }`;
    const variables = { id: toGlobalId('Organization', ids['O-1'] ?? '') };
    for (const who of ['alpha', 'staff'] as const)
      expect((await ask(who, list, variables)).data.organization.disclosures.nodes).toEqual([
        { at: expect.any(String), recipient: 'City of Sudbury', account: { wsibAccount: '1000001' }, consent: { id: given.id } },
      ]);
    await withdraw(given);
    expect((await ask('sudbury', auditFacts, { number: '1000001' })).data.account).toBeNull();
    expect((await disclosed()).length).toBe(before + 1);
  });

  test('of an account without audits are an empty list, and reading that is a disclosure too', async () => {
    const before = (await disclosed()).length;
    const given = await give({ account: accountId('A-2'), scope: 'AUDIT_FACTS', recipient: 'WSIB' });
    expect((await ask('wsib', auditFacts, { number: '1000002' })).data.account).toEqual({
      standing: { standing: 'REGISTERED' },
      auditFacts: [],
    });
    expect((await disclosed()).length).toBe(before + 1);
    await withdraw(given);
  });

  test('of many accounts are read by one statement, which logs each', async () => {
    const given = [await give({ scope: 'AUDIT_FACTS' }), await give({ account: accountId('A-2'), scope: 'AUDIT_FACTS' })];
    const before = (await disclosed()).length;
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Account { auditFacts { type } } } }';
    server.statements();
    const { data } = await ask('sudbury', query, { ids: ['A-1', 'A-2', 'A-4'].map(accountId) });
    expect(data.nodes).toEqual([{ auditFacts: [{ type: 'INITIAL_INTERNAL' }] }, { auditFacts: [] }, { auditFacts: null }]);
    expect(server.statements()).toHaveLength(2);
    expect((await disclosed()).length).toBe(before + 2);
    for (const each of given) await withdraw(each);
  });

  test('are open to the organization itself and to staff, whose reads are logged', async () => {
    const readings = async () =>
      (await server.dataSource.query(`select count(*)::integer from audit_log where action = 'readAudits'`))[0].count;
    const before = await readings();
    for (const who of ['alpha', 'staff'] as const)
      expect((await ask(who, auditFacts, { number: '1000001' })).data.account.auditFacts).toEqual(factsOfAlpha);
    expect(await readings()).toBe(before + 2);
  });

  test('are shown to nobody when the log cannot be written', async () => {
    const given = await give({ scope: 'AUDIT_FACTS' });
    await server.dataSource.query(`alter table audit_log add constraint full_disk check (action <> 'discloseAuditFacts') not valid`);
    const { data, errors } = await ask('sudbury', auditFacts, { number: '1000001' });
    expect([data.account.auditFacts, errors?.[0]?.extensions.code]).toEqual([null, 'INTERNAL']);
    await server.dataSource.query('alter table audit_log drop constraint full_disk');
    await withdraw(given);
  });
});

describe('an application to SOSE', () => {
  const application = (reference: string, wsibAccount = 'WSIB 1000-002') => ({
    input: { idempotencyKey: randomUUID(), wsibAccount, reference },
  });

  test('recorded first shows the audit facts of its account to the portal, and to nobody else', async () => {
    expect((await ask('sose', auditFacts, { number: '1000002' })).data.account).toBeNull();
    for (const wsibAccount of ['TBD1', '0000000'])
      expect((await ask('sose', applying, application('SOSE-7', wsibAccount))).errors?.[0]?.message).toBe(
        'input.wsibAccount must be a WSIB account number, not zeros or a word such as TBD1.',
      );
    const { data } = await ask('sose', applying, application('SOSE-7'));
    expect(data.recordSoseApplication).toEqual({ reference: 'SOSE-7', from: today, account: { wsibAccount: '1000002' } });
    const before = (await disclosed()).length;
    expect((await ask('sose', auditFacts, { number: '1000002' })).data.account).toEqual({
      standing: { standing: 'NO_CURRENT_CERTIFICATION' },
      auditFacts: [],
    });
    expect((await disclosed()).length).toBe(before + 1);
    expect((await ask('sose', auditFacts, { number: '1000003' })).data.account).toBeNull();
    expect((await ask('sudbury', auditFacts, { number: '1000002' })).data.account).toBeNull();
  });

  test('recorded again stays one application', async () => {
    await Promise.all([1, 2, 3].map(() => ask('sose', applying, application('SOSE-8'))));
    const [{ count }] = await server.dataSource.query(`select count(*)::integer from consent where document = 'SOSE-8'`);
    expect(count).toBe(1);
  });

  test('withdrawn by the organization ends at once, and is not recorded again under its reference', async () => {
    await ask('sose', applying, application('SOSE-9', '1000001'));
    const { data } = await ask('alpha', '{ account(wsibAccount: "1000001") { file { consents { id document version } } } }');
    const given = data.account.file.consents.find(({ document }: { document: string }) => document === 'SOSE-9');
    await withdraw(given);
    expect((await ask('sose', auditFacts, { number: '1000001' })).data.account).toBeNull();
    const again = await ask('sose', applying, application('SOSE-9', '1000001'));
    expect(again.data.recordSoseApplication).toEqual({
      code: 'CONSENT_WITHDRAWN',
      message: 'The organization withdrew this consent on 20 November 2026; another application, with its own reference, is needed.',
    });
    expect((await ask('sose', auditFacts, { number: '1000001' })).data.account).toBeNull();
  });

  test('is for the portal only', async () => {
    const refused = [['FORBIDDEN', undefined, 'This needs an API key that permits recording applications to SOSE.']];
    for (const who of ['public', 'sudbury', 'wsib', 'alpha', 'staff'] as const)
      expect(await faults(who, applying, application('SOSE-10'))).toEqual(refused);
    expect(await faults('sose', applying, application('SOSE-10', '7777777'))).toEqual([
      ['NOT_FOUND', undefined, 'There is no such account.'],
    ]);
  });
});
