import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { criteriaOf } from '../../src/changes/change-criteria.ts';
import { readChanges } from '../../src/changes/feed.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { changeEvent } from '../../src/webhooks/change-event.ts';
import { type AuditDesk, auditDesk } from '../audits/audit-desk.ts';
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
  const query = `{ changes(first: 50, filter: ${filter}) { nodes { __typename kind effectiveOn ... on AuditChange { step isUndone audit { id } } } } }`;
  const { data, errors } = await server.graphql(query, {}, key === null ? {} : { key });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.changes.nodes;
};

const step = (effectiveOn: string, name: string, isUndone = false) => ({
  ...{ __typename: 'AuditChange', kind: 'AUDIT', effectiveOn, step: name, isUndone },
  audit: { id: audit },
});

test('the organization itself and staff see each step, and the one that was taken back', async () => {
  const all = [
    step('2031-02-20', 'SIGNED_OFF'),
    step('2031-02-25', 'SUBMITTED'),
    step('2031-03-01', 'RECEIVED'),
    step('2031-03-01', 'RECEIVED', true),
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
  const { changes } = await readChanges(server.dataSource, { caller, today }, { after: '0', first: 1, criteria });
  const [event] = changes.map((change) => changeEvent(change));
  expect(event).toMatchObject({
    type: 'change.audit',
    data: { kind: 'AUDIT', effectiveOn: '2031-02-20', audit: { id: audit }, step: 'SIGNED_OFF', isUndone: false },
  });
});
