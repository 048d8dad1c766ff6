import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditDesk } from '../audits/audit-desk.ts';
import { bytes } from '../support/requesting.ts';
import { organizations, startWriting, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. O-1 has an audit with a document and an internal auditor; the key of O-2 tries to reach them.
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001', 'A-2,O-2,1000002'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,A-1,2030-01-05,', 'R-2,A-2,2030-01-05,'],
};

let server: WritingServer;
let own: string;
let theirs: Record<'audit' | 'person' | 'account' | 'document', string>;
let mine: Record<'audit' | 'account', string>;

beforeAll(async () => {
  server = await startWriting(facts);
  const desk = auditDesk(server);
  const [other, account] = [await server.file('1000001'), await server.file('1000002')];
  own = await server.keyFor('organization', 'Pavers', uuidOf(account.organization.id));
  const audit = await desk.begin({ account: '1000001', type: 'INITIAL_INTERNAL' });
  const person = await desk.prepare('1000001', '2030-05-01');
  const left = await sent(
    'requestAuditUpload',
    { audit, kind: 'AUDIT_MATERIAL', fileName: 'a.pdf' },
    server.clerk,
    '... on AuditUpload { path }',
  );
  await server.request
    .put(JSON.parse(left).data.requestAuditUpload.path)
    .set('content-type', 'application/pdf')
    .send(bytes.pdf('material'))
    .expect(201);
  const { data } = await server.graphql(
    'query ($id: ID!) { node(id: $id) { ... on Audit { documents { key } } } }',
    { id: audit },
    { key: server.clerk },
  );
  theirs = { audit, person, account: other.id, document: data.node.documents[0].key };
  mine = { audit: await desk.begin({ account: '1000002', type: 'INITIAL_INTERNAL' }), account: account.id };
});

afterAll(() => server.stop());

/** The bytes of a mutation's answer. */
async function sent(name: string, input: object, key = own, fields = '__typename'): Promise<string> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
  const answer = await server.request.post('/graphql').set('authorization', `Bearer ${key}`).send({ query, variables: { input } });
  return answer.text;
}

/** The same id with another UUID, which no record has. */
const unknown = (id: string): string => {
  const [type] = Buffer.from(id, 'base64url').toString().split(':');
  return Buffer.from(`${type}:01890000-0000-7000-8000-000000000000`).toString('base64url');
};

const scores = {
  overall: '90.00',
  legislated: '100.00',
  elements: Array.from({ length: 14 }, (_, at) => ({ element: at + 1, score: '90.00' })),
};
const role = { role: 'INTERNAL_AUDITOR', from: '2031-01-05', isPermanentFullTime: true };

test.each<[string, (id: { audit: string; person: string; account: string }) => object]>([
  ['requestAuditUpload', ({ audit }) => ({ audit, kind: 'AUDIT_MATERIAL', fileName: 'a.pdf' })],
  ['requestAuditUpload', ({ audit }) => ({ audit, kind: 'EVIDENCE', createdOn: '2031-01-05', fileName: 'a.pdf' })],
  ['removeAuditDocument', ({ audit }) => ({ audit, document: theirs.document, expectedVersion: 1 })],
  ['recordAuditStep', ({ audit }) => ({ audit, step: 'SIGNED_OFF', on: '2031-03-01', expectedVersion: 1 })],
  ['recordAuditStep', ({ audit }) => ({ audit, step: 'SUBMITTED', on: '2031-03-01', expectedVersion: 99 })],
  ['recordAuditScores', ({ audit }) => ({ audit, on: '2031-03-01', expectedVersion: 1, ...scores })],
  ['nameInternalAuditor', ({ audit, person }) => ({ audit, person, expectedVersion: 1 })],
  ['beginAudit', ({ account }) => ({ account, type: 'INITIAL_INTERNAL', tool: 'COR_2020', idempotencyKey: 'b' })],
  ['namePerson', ({ account }) => ({ account, name: 'Somebody', idempotencyKey: 'n', ...role })],
  ['recordDeparture', ({ account, person }) => ({ account, person, role: 'INTERNAL_AUDITOR', to: '2031-03-01', idempotencyKey: 'l' })],
])('%s of another organization is refused with the bytes of what does not exist', async (name, input) => {
  const before = await server.count('audit_log');
  const answered = await sent(name, input(theirs));
  expect(JSON.parse(answered).errors[0].extensions.code).toBe('NOT_FOUND');
  const { audit, person, account } = theirs;
  expect(answered).toBe(await sent(name, input({ audit: unknown(audit), person: unknown(person), account: unknown(account) })));
  expect(await server.count('audit_log')).toBe(before);
});

test('naming another firm’s person on its own audit or account gives the same answer as naming an unknown one', async () => {
  const naming = (person: string) => sent('nameInternalAuditor', { audit: mine.audit, person, expectedVersion: 1 });
  expect(JSON.parse(await naming(theirs.person)).errors[0].extensions.code).toBe('NOT_FOUND');
  expect(await naming(theirs.person)).toBe(await naming(unknown(theirs.person)));
  const designated = (person: string) => sent('namePerson', { account: mine.account, person, idempotencyKey: 'd', ...role });
  expect(JSON.parse(await designated(theirs.person)).errors[0].extensions.code).toBe('NOT_FOUND');
  expect(await designated(theirs.person)).toBe(await designated(unknown(theirs.person)));
});

test('reading them by id and downloading the document gives the same as for missing ones', async () => {
  const node = async (id: string) =>
    (
      await server.request
        .post('/graphql')
        .set('authorization', `Bearer ${own}`)
        .send({ query: `{ node(id: "${id}") { __typename } }` })
    ).text;
  for (const id of [theirs.audit, theirs.person]) expect(await node(id)).toBe(await node(unknown(id)));
  const load = (key: string) => server.request.get(`/uploads/${key}`).set('authorization', `Bearer ${own}`);
  const [hidden, none] = [await load(theirs.document), await load('01890000-0000-7000-8000-000000000000')];
  expect([hidden.status, hidden.text]).toEqual([none.status, none.text]);
  expect(hidden.status).toBe(404);
});

test('an upload permitted to one organization needs its token, once', async () => {
  const { path } = JSON.parse(
    await sent(
      'requestAuditUpload',
      { audit: mine.audit, kind: 'AUDIT_MATERIAL', fileName: 'own.pdf' },
      own,
      '... on AuditUpload { path }',
    ),
  ).data.requestAuditUpload;
  const put = (to: string) => server.request.put(to).set('content-type', 'application/pdf').send(bytes.pdf('own'));
  const guessed = await put(path.replace(/\/uploads\/./, (start: string) => `/uploads/${start.endsWith('A') ? 'B' : 'A'}`));
  expect(guessed.status).toBe(404);
  expect((await put(path)).status).toBe(201);
  expect((await put(path)).status).toBe(409);
});
