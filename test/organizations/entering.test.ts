import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { auditDesk } from '../audits/audit-desk.ts';
import { record } from '../support/recorded.ts';
import { until } from '../support/until.ts';
import { startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. Each test has firms of its own.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Alpha Framing Ltd.,,,123456782,Sampleton',
    'O-2,Alfa Framing Limited,Alfa,Older Alpha,,Sampleton',
    'O-3,Beta Paving Ltd.,,,,Exempleville',
    'O-4,Gamma Roofing Ltd.,,,,Exempleville',
    'O-5,Gama Roofing,,,111111118,Exempleville',
  ],
  accounts: ['account,organization,wsib_account', ...[1, 2, 3, 4, 5].map((n) => `A-${n},O-${n},100000${n}`), 'A-6,O-3,1000006'],
  certificates: ['number,account,standard,basis,issued_on', ...[1, 2, 3].map((n) => `C-${n},A-${n},COR_2020,EXTERNAL_AUDIT,2030-06-01`)],
};

let server: WritingServer;

beforeAll(async () => {
  server = await startWriting(facts);
});

afterAll(() => server.stop());

const asked = async (query: string, key?: string) => (await server.graphql(query, {}, key ? { key } : {})).data;

const verified = (wsibAccount: string, key?: string) =>
  asked(`{ verify(subject: { wsibAccount: "${wsibAccount}" }) { found standing wsibAccount isFormerWsibAccount } }`, key);

/** Units that wait for each other's rows. */
const waitingSql = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;

describe('createOrganization and createAccount', () => {
  test('enter a firm with two accounts and one without a WSIB account', async () => {
    const { data } = await server.mutate('createOrganization', { legalName: 'Nouvelle Maçonnerie inc.', businessNumber: '111 111 118' });
    expect(data.createOrganization).toMatchObject({ legalName: 'Nouvelle Maçonnerie inc.', businessNumber: '111111118', version: 1 });
    const { id } = data.createOrganization;
    for (const wsibAccount of ['20-00 001', '2000002', null]) {
      const entered = await server.mutate('createAccount', { organization: id, wsibAccount });
      expect(entered.data.createAccount).toMatchObject({ __typename: 'Account', version: 1 });
    }
    const query = `{ organization(id: "${id}") { accounts { wsibAccount standing { standing } } } }`;
    expect((await asked(query, server.clerk)).organization.accounts).toEqual([
      { wsibAccount: '2000001', standing: { standing: 'NOT_REGISTERED' } },
      { wsibAccount: '2000002', standing: { standing: 'NOT_REGISTERED' } },
      { wsibAccount: null, standing: { standing: 'NOT_REGISTERED' } },
    ]);
    // No one else sees a firm that has no public account.
    expect(await asked(query)).toEqual({ organization: null });
  });

  test('keep no word for none as a name, and no space that cannot be told from one', async () => {
    const word = /^input\.\w+ must not be a word for no value, such as N\/A or TBD\.$/;
    for (const given of [{ legalName: 'N/A' }, { operatingName: 'TBD' }, { city: 'à déterminer' }, { formerNames: ['Alpha', 's.o.'] }]) {
      const { errors } = await server.mutate('createOrganization', { legalName: 'Named Ltd.', ...given });
      expect(errors?.[0]?.message).toMatch(word);
    }
    const { data } = await server.mutate('createOrganization', { legalName: ' Two\u00A0 Spaces Ltd.' });
    const { id, legalName, version } = data.createOrganization;
    expect(legalName).toBe('Two Spaces Ltd.');
    const { errors } = await server.mutate('correctOrganization', {
      organization: id,
      legalName: '---',
      reason: 'Made up',
      expectedVersion: version,
    });
    expect(errors?.[0]?.message).toMatch(word);
  });

  test('take effect once when sent twice', async () => {
    const input = { idempotencyKey: 'twice', legalName: 'Entered Once Ltd.' };
    const first = await server.mutate('createOrganization', input);
    expect((await server.mutate('createOrganization', input)).data).toEqual(first.data);
  });

  test('R-22: a firm without a WSIB account registers, and no certificate is issued to it', async () => {
    const { data } = await server.mutate('createOrganization', { legalName: 'Without Number Ltd.' });
    const { data: entered } = await server.mutate('createAccount', { organization: data.createOrganization.id });
    const account = entered.createAccount.id;
    expect((await server.mutate('confirmRegistration', { account })).data.confirmRegistration).toMatchObject({
      __typename: 'Registration',
    });
    const refused = await server.mutate('issueCertificate', { account, standard: 'COR_2020' });
    expect(refused.data.issueCertificate).toMatchObject({ __typename: 'Refused' });
    expect(refused.data.issueCertificate.en.map(({ clause }: { clause: string }) => clause)).toContain('R-22');
  });

  test.each([
    ['a number that another account holds', { wsibAccount: '1000001' }, 'input.wsibAccount'],
    ['that number with a letter for a digit', { wsibAccount: '100 OOOl' }, 'input.wsibAccount'],
    ['a malformed number', { wsibAccount: 'no number!' }, 'input.wsibAccount'],
    ['an organization that is none', { organization: 'T3JnYW5pemF0aW9uOng' }, 'input.organization'],
  ])('refuse %s and name the field', async (_, given, field) => {
    const { organization } = await server.file('1000004');
    const { errors } = await server.mutate('createAccount', { organization: organization.id, ...given });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  test('are for staff', async () => {
    const buyer = await server.keyFor('buyer', 'City of Sampleton');
    const { errors } = await server.mutate('createOrganization', { legalName: 'Not For Buyers Ltd.' }, buyer);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('changeWsibAccount', () => {
  test('sets the new number; the former one finds the account and says so', async () => {
    const { id, version } = await server.file('1000003');
    const { data } = await server.mutate('changeWsibAccount', {
      ...{ account: id, wsibAccount: '3000003', changedOn: '2031-03-01', expectedVersion: version },
    });
    expect(data.changeWsibAccount).toMatchObject({ wsibAccount: '3000003', version: version + 1 });
    const found = { found: true, standing: 'CERTIFIED', wsibAccount: '3000003' };
    expect((await verified('3000003')).verify).toEqual({ ...found, isFormerWsibAccount: false });
    expect((await verified('1000003')).verify).toEqual({ ...found, isFormerWsibAccount: true });
    const { account } = await asked('{ account(wsibAccount: "1000003") { id wsibAccount } }');
    expect(account).toEqual({ id, wsibAccount: '3000003' });
    const { account: whole } = await asked(
      '{ account(wsibAccount: "1000003") { file { formerWsibAccounts { wsibAccount until } } } }',
      server.clerk,
    );
    expect(whole.file.formerWsibAccounts).toEqual([{ wsibAccount: '1000003', until: '2031-03-01' }]);
  });

  test('appears in the feed as a correction of the account’s identity', async () => {
    await stampChanges(server.dataSource);
    const [{ n }] = await server.dataSource.query(
      `select count(*)::integer as n from change join account a on a.id = account_id where a.wsib_account = '3000003' and kind = 'CORRECTION'`,
    );
    expect(n).toBe(1);
  });

  test('once another account has the former number, it finds only that account', async () => {
    const { organization } = await server.file('3000003');
    await server.mutate('createAccount', { organization: organization.id, wsibAccount: '1000003' });
    expect((await verified('1000003', server.clerk)).verify).toMatchObject({ wsibAccount: '1000003', isFormerWsibAccount: false });
    // It is not public, and the account that had the number before does not answer for it.
    expect((await verified('1000003')).verify).toMatchObject({ found: false, wsibAccount: null });
  });

  test('a watch list with the former number gets the changes of the account', async () => {
    const buyer = await server.keyFor('buyer', 'City of Exempleville');
    const made = await asked(
      `mutation { createWatchList(input: { idempotencyKey: "w", name: "Road", wsibAccounts: ["1000002"] }) { ... on WatchList { id } } }`,
      buyer,
    );
    const { id, version } = await server.file('1000002');
    await server.mutate('changeWsibAccount', { account: id, wsibAccount: '3000002', expectedVersion: version });
    await stampChanges(server.dataSource);
    const filter = `filter: { watchList: "${made.createWatchList.id}" }`;
    const { changes, watchLists } = await asked(
      `{ changes(first: 9, ${filter}) { nodes { kind ... on StatusChange { account { wsibAccount } } } }
         watchLists { accounts(first: 1) { nodes { wsibAccount account { wsibAccount } } } } }`,
      buyer,
    );
    expect(changes.nodes).toEqual([{ kind: 'CORRECTION', account: { wsibAccount: '3000002' } }]);
    expect(watchLists[0].accounts.nodes).toEqual([{ wsibAccount: '1000002', account: { wsibAccount: '3000002' } }]);
  });

  test('SOSE facts, recognitions and applications under the former number belong to the account', async () => {
    const [sose, ministry] = [await server.keyFor('sose', 'SOSE portal'), await server.keyFor('ministry', 'CPO')];
    const application = 'recordSoseApplication(input: { idempotencyKey: "a", wsibAccount: "1000002", reference: "S-1" }) { __typename }';
    await asked(`mutation { ${application} }`, sose);
    const recognition = `reportSoseRecognition(input: { idempotencyKey: "r", wsibAccount: "1000002", reference: "R-1", grantedOn: "2031-01-05" }) {
      ... on SoseRecognition { account { wsibAccount } } }`;
    expect((await asked(`mutation { ${recognition} }`, ministry)).reportSoseRecognition).toEqual({ account: { wsibAccount: '3000002' } });
    for (const number of ['1000002', '3000002']) {
      const { soseEligibility } = await asked(`{ soseEligibility(wsibAccount: "${number}") { judgesRecord } }`, sose);
      expect(soseEligibility).toEqual({ judgesRecord: true });
      const { soseRecognitions } = await asked(`{ soseRecognitions(wsibAccount: "${number}") { reference } }`, ministry);
      expect(soseRecognitions).toEqual([{ reference: 'R-1' }]);
    }
  });

  test('WSIB reports under the former number belong to the account', async () => {
    const { id, version } = await server.file('1000006');
    await server.mutate('changeWsibAccount', { account: id, wsibAccount: '3000006', expectedVersion: version });
    const wsib = await server.keyFor('wsib', 'WSIB');
    const report = `mutation { reportWsibAccount(input: { idempotencyKey: "r", wsibAccount: "1000006", isValid: false }) { __typename } }`;
    await server.graphql(report, {}, { key: wsib });
    const { account } = await asked('{ account(wsibAccount: "3000006") { file { statements { isSo } } } }', server.clerk);
    expect(account.file.statements).toEqual([{ isSo: false }]);
  });

  test.each([
    ['the number that it has', { wsibAccount: '1000004' }, 'input'],
    ['the number of another account', { wsibAccount: '1000005' }, 'input.wsibAccount'],
    ['a day that has not come', { wsibAccount: '3000004', changedOn: '2031-03-11' }, 'input.changedOn'],
  ])('refuses %s', async (_, given, field) => {
    const { id, version } = await server.file('1000004');
    const { errors } = await server.mutate('changeWsibAccount', { account: id, expectedVersion: version, ...given });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});

describe('mergeOrganizations', () => {
  test('makes one organization of two: both ids lead to it, it has two accounts, and every name finds it', async () => {
    const [kept, ended] = [await server.file('1000001'), await server.file('1000002')];
    const key = await server.keyFor('organization', 'Alfa Framing Limited', uuidOf(ended.organization.id));
    const receipt = `mutation { keepReceipt(input: { idempotencyKey: "k", subjects: [{ account: "${ended.id}" }] }) { ... on Receipt { number } } }`;
    const { number } = (await asked(receipt, key)).keepReceipt;
    await server.dataSource.query(
      `with consultant as (insert into external_auditor (reference, name) values ('X-1', 'Consultant') returning id)
       insert into consulting_engagement (auditor_id, organization_id, from_day) select id, $1, '2030-01-01' from consultant`,
      [uuidOf(ended.organization.id)],
    );
    const { data } = await server.mutate('mergeOrganizations', {
      ...{ organization: kept.organization.id, expectedVersion: kept.organization.version },
      ...{ other: ended.organization.id, otherExpectedVersion: ended.organization.version },
    });
    expect(data.mergeOrganizations).toMatchObject({
      ...{ id: kept.organization.id, legalName: 'Alpha Framing Ltd.', businessNumber: '123456782' },
      formerNames: ['Alfa Framing Limited', 'Alfa', 'Older Alpha'],
    });
    for (const id of [kept.organization.id, ended.organization.id]) {
      const { organization, node } = await asked(
        `{ organization(id: "${id}") { id accounts { wsibAccount certificate: standing { standing } } } node(id: "${id}") { id } }`,
      );
      expect(organization).toMatchObject({ id: kept.organization.id, accounts: [{ wsibAccount: '1000001' }, { wsibAccount: '3000002' }] });
      expect(node).toEqual({ id: kept.organization.id });
    }
    const { organizations } = await asked('{ organizations(first: 50) { nodes { legalName } } }', server.clerk);
    expect(organizations.nodes.map(({ legalName }: { legalName: string }) => legalName)).not.toContain('Alfa Framing Limited');
    // The key of one opens the file of the other.
    const { account } = await asked('{ account(wsibAccount: "1000001") { file { certificates { number } } } }', key);
    expect(account.file.certificates).toEqual([{ number: 'C-1' }]);
    // And its receipts; a consultant of one counts as a consultant of the other (G-3.4.a).
    expect((await asked(`{ receipt(number: "${number}") { number } }`, key)).receipt).toEqual({ number });
    const engaged = await server.dataSource.query('select organization_id as id from consulting_engagement');
    expect(engaged).toEqual([{ id: uuidOf(kept.organization.id) }]);
    const { organization: says } = await asked(`{ organization(id: "${ended.organization.id}") { formerIds } }`);
    expect(says).toEqual({ formerIds: [ended.organization.id] });
    await stampChanges(server.dataSource);
    const feedOf = async (id: string) =>
      (await asked(`{ changes(first: 50, filter: { organizations: ["${id}"] }) { nodes { cursor } } }`, server.clerk)).changes.nodes;
    expect((await feedOf(ended.organization.id)).length).toBeGreaterThan(0);
    expect(await feedOf(ended.organization.id)).toEqual(await feedOf(kept.organization.id));
  });

  test('stays in force: a mutation on the id that ended acts on the other, and so does an import', async () => {
    const { organization: left } = await server.file('1000002');
    await record(server.dataSource, { ...facts, organizations: facts.organizations, accounts: facts.accounts.slice(0, 3) }, today);
    expect((await server.file('1000002')).organization.id).toBe(left.id);
  });

  test('G-3.4.a: an auditor who consults for either id consults for the accounts of both', async () => {
    const desk = auditDesk(server);
    const [{ organization: one }, { organization: other }] = [await server.file('1000003'), await server.file('1000004')];
    const auditor = await desk.auditor('Consulting Auditor', null, '2030-01-01');
    const audit = await desk.begin({ account: '1000004', type: 'EXTERNAL' });
    // A clerk has locked the account and waits for the auditor, then the merger waits for the account: neither waits for the other for ever.
    const holder = server.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select from external_auditor where id = $1 for update', [uuidOf(auditor)]);
    const waiting = async (n: number) => until(async () => (await server.dataSource.query(waitingSql)).length === n);
    const selected = desk.select(audit, auditor, today);
    await waiting(1);
    const merger = server.mutate('mergeOrganizations', {
      ...{ organization: one.id, expectedVersion: one.version },
      ...{ other: other.id, otherExpectedVersion: other.version },
    });
    await waiting(2);
    const entered = server.mutate('createAccount', { organization: other.id, wsibAccount: null });
    await waiting(3);
    await holder.rollbackTransaction();
    await holder.release();
    expect(await selected).toEqual([]);
    expect((await merger).data.mergeOrganizations).toMatchObject({ __typename: 'Organization', id: one.id });
    const { createAccount } = (await entered).data;
    const query = `{ node(id: "${createAccount.id}") { ... on Account { organization { id } } } }`;
    expect((await asked(query, server.clerk)).node).toEqual({ organization: { id: one.id } });
    expect(await desk.register('recordConsultingEngagement', auditor, { organization: other.id, from: '2031-01-01' })).toEqual([]);
    expect(await desk.select(audit, auditor, today)).toEqual(['G-3.4.a']);
  });

  test('G-1.2.b: two business numbers are two firms', async () => {
    const [alpha, gama] = [await server.file('1000001'), await server.file('1000005')];
    const { data } = await server.mutate('mergeOrganizations', {
      ...{ organization: alpha.organization.id, expectedVersion: alpha.organization.version },
      ...{ other: gama.organization.id, otherExpectedVersion: gama.organization.version },
    });
    expect(data.mergeOrganizations).toMatchObject({ code: 'MERGER_NOT_POSSIBLE', en: [{ clause: 'G-1.2.b' }] });
    expect(data.mergeOrganizations.fr[0].because).toContain('123456782');
  });

  test('refuses to merge an organization with itself, and one that has changed since', async () => {
    const { organization } = await server.file('1000004');
    const same = { organization: organization.id, expectedVersion: organization.version };
    const itself = await server.mutate('mergeOrganizations', {
      ...same,
      other: organization.id,
      otherExpectedVersion: organization.version,
    });
    expect(itself.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.other' });
    const { organization: other } = await server.file('1000005');
    const stale = await server.mutate('mergeOrganizations', { ...same, other: other.id, otherExpectedVersion: other.version + 1 });
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'input.otherExpectedVersion' });
  });
});
