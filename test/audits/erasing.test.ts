import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { linkPending } from '../../src/chain/link.ts';
import { verifyChain } from '../../src/chain/verify.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';
import { type AuditDesk, auditDesk } from './audit-desk.ts';

// Today is 10 March 2031. "Vera Vanishing" made an imported audit by name alone, another by selection, and led the first; a namesake of a part of her name did not.
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001', 'A-2,O-1,1000002'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,A-1,2030-01-05,', 'R-2,A-2,2030-01-05,'],
  audits: [
    'audit,account,type,tool,started_on,completed_on,reported_on,auditor,auditing_company',
    'U-1,A-1,EXTERNAL,COR_2020,2030-05-01,2030-05-02,2030-05-20,Vera Vanishing,Specimen Auditing',
    'U-2,A-1,EXTERNAL,COR_2020,2029-05-01,2029-05-02,2029-05-20,Vera Vanishing-Stays,Specimen Auditing',
  ],
  certificates: ['number,account,standard,basis,issued_on', 'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2030-06-01'],
};

let server: WritingServer;
let desk: AuditDesk;
let keys: Record<'admin' | 'owner' | 'buyer', string>;
let vera: string;
let audits: Record<'byName' | 'bySelection' | 'other', string>;

const asked = async (query: string, variables: object = {}, key: string | null = server.clerk) => {
  const { data, errors } = await server.graphql(query, { ...variables }, key === null ? {} : { key });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

const versionOf = async (id: string): Promise<number> =>
  (await asked('query ($id: ID!) { node(id: $id) { ... on Audit { version } ... on ExternalAuditor { version } } }', { id })).node.version;

const erase = async (key: string, given: object = {}) => {
  const input = { auditor: vera, expectedVersion: await versionOf(vera), because: 'Letter of 1 March', idempotencyKey: 'erase', ...given };
  return server.graphql(
    `mutation ($input: EraseExternalAuditorInput!) { eraseExternalAuditor(input: $input) { __typename
      ... on ExternalAuditor { name erasedOn erasedRows version removalReason conflictsOfInterest { description } }
      ... on Refused { code reasons { clause because } } } }`,
    { input },
    { key },
  );
};

/** Every row of every table that has the name, by table. */
async function rowsWith(name: string): Promise<Record<string, number>> {
  const tables: { name: string }[] = await server.dataSource.query(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  );
  const found: Record<string, number> = {};
  for (const { name: table } of tables) {
    const [{ n }] = await server.dataSource.query(`select count(*)::integer as n from "${table}" t where to_jsonb(t)::text ~ $1`, [
      `${name}(?![[:alnum:]-])`,
    ]);
    if (n > 0) found[table] = n;
  }
  return found;
}

async function verified() {
  await stampChanges(server.dataSource);
  await linkPending(server.dataSource);
  const found: unknown[] = [];
  const outcome = await verifyChain(server.dataSource, [], (each) => found.push(each));
  return { ...outcome, found };
}

beforeAll(async () => {
  server = await startWriting(facts);
  desk = auditDesk(server);
  const { id, organization } = await server.file('1000001');
  keys = {
    admin: await server.keyFor('admin', 'Administrator'),
    owner: await server.keyFor('organization', 'Bâtisseurs', uuidOf(organization.id)),
    buyer: await server.keyFor('buyer', 'City of Sampleton'),
  };
  const consent = `giveConsent(input: { idempotencyKey: "c", account: "${id}", recipient: "City of Sampleton", scope: AUDIT_FACTS, document: "F" })`;
  await asked(`mutation { ${consent} { __typename } }`);
  const { node } = await asked('query ($id: ID!) { node(id: $id) { ... on Account { file { audits { id completedOn } } } } }', { id });
  const [other, byName] = node.file.audits.map((audit: { id: string }) => audit.id);
  vera = await desk.auditor('Vera Vanishing', 'Specimen Auditing', '2025-01-01');
  const organizationId = organization.id;
  const conflict = { organization: organizationId, declaredOn: '2031-01-05', description: 'Vera Vanishing is kin' };
  await desk.register('recordConflictOfInterest', vera, conflict);
  const bySelection = await desk.begin({ account: '1000002', type: 'EXTERNAL' });
  audits = { byName, bySelection, other };
  const lead = { idempotencyKey: 'lead', audit: byName, name: 'Vera Vanishing', standings: [] };
  await asked('mutation ($input: RecordLeadAuditorInput!) { recordLeadAuditor(input: $input) { __typename } }', { input: lead });
  const corrected = { audit: byName, expectedVersion: await versionOf(byName), overall: '90', reason: 'Misread' };
  await asked('mutation ($input: CorrectAuditInput!) { correctAudit(input: $input) { __typename } }', { input: corrected });
  await verified();
}, 60_000);

afterAll(() => server.stop());

test('R-63: it is for administrators alone', async () => {
  for (const key of [server.clerk, keys.owner, keys.buyer]) expect((await erase(key)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('R-63: it is refused, with every reason, while she is on the approved list and a report is awaited', async () => {
  expect(await desk.select(audits.bySelection, vera, today)).toEqual([]);
  const refused = (await erase(keys.admin)).data.eraseExternalAuditor;
  expect(refused).toMatchObject({ __typename: 'Refused', code: 'STILL_NEEDED', reasons: [{ clause: 'R-63' }, { clause: 'R-63' }] });
  expect(await rowsWith('Vera Vanishing')).toMatchObject({ external_auditor: 1 });
  const given = {
    audit: audits.bySelection,
    expectedVersion: await versionOf(audits.bySelection),
    reportedOn: today,
    reason: 'Came today',
  };
  await asked('mutation ($input: CorrectAuditInput!) { correctAudit(input: $input) { __typename } }', { input: given });
  await desk.register('endApprovedListing', vera, { to: '2031-03-09' });
});

test('R-46: an outdated version erases nothing', async () => {
  expect((await erase(keys.admin, { expectedVersion: 1 })).errors?.[0]?.extensions.code).toBe('CONFLICT');
});

test('R-46, R-63: then her name is nowhere in the database, and the chain proves the rest', async () => {
  await verified();
  const before = await rowsWith('Vera Vanishing');
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(['audit', 'audit_log', 'external_auditor', 'fact_history', 'idempotency_key']),
  );
  const { data } = await erase(keys.admin);
  expect(data.eraseExternalAuditor).toMatchObject({
    name: null,
    erasedOn: today,
    conflictsOfInterest: [{ description: '[erased] is kin' }],
  });
  expect(data.eraseExternalAuditor.erasedRows).toBeGreaterThan(3);
  expect(await rowsWith('Vera Vanishing')).toEqual({});
  // Before the new links, too.
  const waiting: unknown[] = [];
  await verifyChain(server.dataSource, [], (each) => waiting.push(each));
  expect(waiting).toEqual([]);
  const chain = await verified();
  expect(chain).toMatchObject({ found: [], problems: 0, pending: 0 });
  expect(chain.erased).toBe(data.eraseExternalAuditor.erasedRows);
});

test('a longer name of another auditor stays', async () => {
  expect(await rowsWith('Vera Vanishing-Stays')).toMatchObject({ audit: 1 });
});

test('R-46: every answer says that it was erased, also as of earlier instants, and the feed says so of each audit', async () => {
  const { node } = await asked('query ($id: ID!) { node(id: $id) { ... on ExternalAuditor { name erasedOn } } }', { id: vera });
  expect(node).toEqual({ name: null, erasedOn: today });
  const audit = (id: string, key: string) =>
    asked('query ($id: ID!) { node(id: $id) { ... on Audit { auditor auditorErasedOn auditingCompany } } }', { id }, key);
  for (const key of [server.clerk, keys.owner])
    for (const id of [audits.byName, audits.bySelection])
      expect((await audit(id, key)).node).toMatchObject({ auditor: null, auditorErasedOn: today, auditingCompany: 'Specimen Auditing' });
  const shown = await asked(
    '{ account(wsibAccount: "1000001") { auditFacts { auditor auditorErasedOn auditingCompany } } }',
    {},
    keys.buyer,
  );
  const erased = { auditor: null, auditorErasedOn: today, auditingCompany: 'Specimen Auditing' };
  expect(shown.account.auditFacts).toEqual(expect.arrayContaining([erased, expect.objectContaining({ auditor: 'Vera Vanishing-Stays' })]));
  const feed = '{ changes(filter: { kinds: [AUDIT] }) { nodes { ... on AuditChange { event audit { id } } } } }';
  const told = (await asked(feed, {}, keys.owner)).changes.nodes.filter(({ event }: { event: string }) => event === 'AUDITOR_ERASED');
  expect(told.map((each: { audit: { id: string } }) => each.audit.id).toSorted()).toEqual([audits.byName, audits.bySelection].toSorted());
  expect((await asked('{ approvedAuditors { name } }', {}, null)).approvedAuditors).toEqual([]);
});

test('X-14: what is stated of her as lead auditor stays, in both languages without the name', async () => {
  const query = `{ soseEligibility(wsibAccount: "1000001") { criteria { criterion en: because fr: because(locale: FR) } } }`;
  const { soseEligibility } = await asked(query);
  const lead = soseEligibility.criteria.find(({ criterion }: { criterion: string }) => criterion === 'LEAD_AUDITOR');
  expect(lead.en).toContain('(name erased)');
  expect(lead.fr).toContain('(nom effacé)');
});

test('R-45: auditors go on being compared, and the audit that had her name alone stays hers', async () => {
  const rows = await server.dataSource.query('select count(*)::integer as n from audit where external_auditor_id = $1', [uuidOf(vera)]);
  expect(rows).toEqual([{ n: 2 }]);
});

test('R-63: she is neither erased twice, nor put on the list, nor named again by a correction', async () => {
  const twice = (await erase(keys.admin, { idempotencyKey: 'again' })).data.eraseExternalAuditor;
  expect(twice).toMatchObject({ code: 'ALREADY_RECORDED', reasons: [{ clause: 'R-63' }] });
  expect(await desk.register('putOnApprovedList', vera, { from: '2032-01-01' })).toEqual(['R-63']);
  expect(await desk.fault('correctAudit', audits.byName, { auditor: 'Vera Vanishing', reason: 'Again' })).toBe('input.auditor');
});

test('an entry of the erasures alone excuses no other change of a row', async () => {
  await server.dataSource.transaction(async (tx) => {
    await tx.query('set local session_replication_role = replica');
    await tx.query(`update audit_log set details = '{}' where action = 'correctAudit'`);
  });
  expect((await verified()).found).not.toEqual([]);
});
