import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { criteriaOf } from '../../src/changes/change-criteria.ts';
import { changeLine } from '../../src/changes/exported.ts';
import { readChanges } from '../../src/changes/feed.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { changeEvent } from '../../src/webhooks/change-event.ts';
import { type AuditDesk, auditDesk, auditsUntold, cor2020 } from '../audits/audit-desk.ts';
import { organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. The certified account of O-1 has an internal audit received on 1 March; its receipt is taken back.
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001', 'A-2,O-2,1000002'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,A-1,2030-01-05,', 'R-2,A-2,2030-01-05,'],
  certificates: ['number,account,standard,basis,issued_on', 'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2030-06-01'],
};

let server: WritingServer;
let desk: AuditDesk;
let audit: string;
let keys: Record<'owner' | 'other' | 'buyer' | 'wsib', string>;

beforeAll(async () => {
  server = await startWriting(facts);
  desk = auditDesk(server);
  const [own, other] = [await server.file('1000001'), await server.file('1000002')];
  keys = {
    owner: await server.keyFor('organization', 'Bâtisseurs', uuidOf(own.organization.id)),
    other: await server.keyFor('organization', 'Pavers', uuidOf(other.organization.id)),
    buyer: await server.keyFor('buyer', 'City of Sampleton'),
    wsib: await server.keyFor('wsib', 'WSIB'),
  };
  // A consent to audit facts opens them where each read is logged; it does not open the feed.
  const consent = `giveConsent(input: { idempotencyKey: "c", account: "${own.id}", recipient: "City of Sampleton", scope: AUDIT_FACTS, document: "F" })`;
  await server.graphql(`mutation { ${consent} { __typename } }`, {}, { key: server.clerk });
  audit = await desk.begin({ account: '1000001', type: 'MAINTENANCE' });
  await desk.step(audit, 'SIGNED_OFF', '2031-02-20');
  await desk.step(audit, 'SUBMITTED', '2031-02-25');
  await desk.step(audit, 'RECEIVED', '2031-03-01');
  await desk.undo(audit, 'RECEIVED');
  await stampChanges(server.dataSource);
});

afterAll(() => server.stop());

const told = async (key: string | null, filter = '{ kinds: [AUDIT] }') => {
  const query = `{ changes(first: 50, filter: ${filter}) { nodes { __typename kind effectiveOn ... on AuditChange { event step audit { id } } } } }`;
  const { data, errors } = await server.graphql(query, {}, key === null ? {} : { key });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.changes.nodes;
};

const event = (effectiveOn: string, name: string, step: string | null = null) => ({
  ...{ __typename: 'AuditChange', kind: 'AUDIT', effectiveOn, event: name, step },
  audit: { id: audit },
});
const step = (effectiveOn: string, name: string) => event(effectiveOn, 'STEP_RECORDED', name);

test('the organization itself and staff see that an audit was begun, each step, and that one was taken back', async () => {
  const all = [
    event(today, 'BEGUN'),
    step('2031-02-20', 'SIGNED_OFF'),
    step('2031-02-25', 'SUBMITTED'),
    step('2031-03-01', 'RECEIVED'),
    event('2031-03-01', 'STEP_TAKEN_BACK', 'RECEIVED'),
  ];
  expect(await told(server.clerk)).toEqual(all);
  expect(await told(keys.owner)).toEqual(all);
});

test('no one else sees any of it, whatever the account’s standing and consents', async () => {
  for (const key of [null, keys.buyer, keys.wsib, keys.other]) {
    expect(await told(key)).toEqual([]);
    expect((await told(key, '{}')).filter(({ kind }: { kind: string }) => kind === 'AUDIT')).toEqual([]);
  }
});

test('the change of a step has no standing', async () => {
  expect(await told(server.clerk, '{ kinds: [AUDIT], standings: [CERTIFIED, NO_CURRENT_CERTIFICATION] }')).toEqual([]);
});

test('a refused step is not in the feed', async () => {
  const before = await told(server.clerk);
  expect(await desk.step(audit, 'REVIEWED', '2031-03-05')).not.toEqual([]);
  await stampChanges(server.dataSource);
  expect(await told(server.clerk)).toEqual(before);
});

test('webhooks and exports name the audit and the step', async () => {
  const caller = { scope: 'staff' as const, holder: 'First clerk', organizationId: null };
  const criteria = criteriaOf({ kinds: ['AUDIT'] }, caller);
  const { changes } = await readChanges(server.dataSource, { caller, today }, { after: '0', first: 2, criteria });
  const sent = changes.map((change) => changeEvent(change, { legalName: null, receipts: [] }));
  expect(sent[1]).toMatchObject({
    type: 'change.audit',
    data: { kind: 'AUDIT', effectiveOn: '2031-02-20', audit: { id: audit }, event: 'STEP_RECORDED', step: 'SIGNED_OFF' },
  });
  expect(changes.map((change) => changeLine(change, 'en'))[1]).toMatchObject({
    type: 'change',
    audit,
    event: 'STEP_RECORDED',
    step: 'SIGNED_OFF',
  });
});

/** A mutation of an audit, at the version that its record has. */
async function alter(name: string, thing: string, input: Record<string, unknown>, id: string): Promise<string> {
  const { data } = await server.graphql('query ($id: ID!) { node(id: $id) { ... on Audit { version } } }', { id }, { key: server.clerk });
  return sent(name, thing, { audit: id, expectedVersion: data.node.version, ...input });
}

async function sent(name: string, thing: string, input: Record<string, unknown>): Promise<string> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on ${thing} { ${thing === 'Appeal' ? 'id' : 'version'} } } }`;
  const { data, errors } = await server.graphql(text, { input }, { key: server.clerk });
  if (errors || data[name].__typename !== thing) throw new Error(`${name}: ${JSON.stringify(errors ?? data)}`);
  return data[name].id;
}

test('whatever else alters an audit is reported: corrections, who made it, an appeal, what SOSE needs, and its removal', async () => {
  const person = await desk.prepare('1000001', '2031-01-05');
  const external = await desk.begin({ account: '1000001', type: 'EXTERNAL' });
  const plain = { idempotencyKey: 'event', audit: external };
  await alter('nameInternalAuditor', 'Audit', { person }, audit);
  await alter(
    'correctAudit',
    'Audit',
    { reason: 'Misread', auditor: 'Ann', reportedOn: '2031-03-05', completedOn: '2031-02-20' },
    external,
  );
  await sent('recordLeadAuditor', 'LeadAuditor', { ...plain, name: 'Ann', standings: [] });
  await sent('alterLeadAuditor', 'LeadAuditor', { audit: external, expectedVersion: 1, name: 'Anna' });
  await sent('recordSoseActionPlan', 'SoseActionPlan', { ...plain, approvedOn: '2031-03-05' });
  await sent('alterSoseActionPlan', 'SoseActionPlan', { audit: external, expectedVersion: 1, recordedInError: true });
  const filed = { ...plain, on: today, grounds: 'A record', onOriginalEvidence: true };
  const appeal = await sent('fileAppeal', 'Appeal', filed);
  const scores = { overall: '90', legislated: '100', elements: cor2020('70') };
  const decided = { level: 1, outcome: 'ALLOWED', decision: 'The record counts', scores };
  await sent('decideAppeal', 'Appeal', { appeal, expectedVersion: 1, ...decided });
  await sent('removeAppeal', 'Appeal', { appeal, expectedVersion: 2, reason: 'Of another audit' });
  await alter('correctAudit', 'Audit', { reason: 'Never took place', recordedInError: true }, external);
  await stampChanges(server.dataSource);
  const events = (await told(keys.owner))
    .slice(5)
    .map((each: { event: string; step: string | null }) => (each.step === null ? each.event : `${each.event} ${each.step}`));
  expect(events).toEqual([
    ...['BEGUN', 'INTERNAL_AUDITOR_NAMED', 'CORRECTED', 'LEAD_AUDITOR_CHANGED', 'LEAD_AUDITOR_CHANGED', 'SOSE_ACTION_PLAN_CHANGED'],
    ...['SOSE_ACTION_PLAN_CHANGED', 'APPEAL_CHANGED', 'STEP_RECORDED SCORED', 'APPEAL_CHANGED', 'STEP_TAKEN_BACK SCORED'],
    ...['APPEAL_CHANGED', 'REMOVED'],
  ]);
  expect((await told(server.clerk)).at(-1)).toMatchObject({ event: 'REMOVED', audit: null });
});

test('no version of an audit came to be without a change in the feed', async () => {
  expect(await auditsUntold(server.dataSource)).toEqual([]);
});
