import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ExportRequest, exportLines } from '../../src/changes/export.service.ts';
import { exportCommand } from '../../src/cli/export.command.ts';
import { organizations, startWriting, today, type WritingServer } from '../support/writing.ts';

const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', 'certified,O-1,9000001', 'registered,O-2,9000002', 'fresh,O-2,9000003'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-2,registered,2031-01-05,'],
  certificates: ['number,account,standard,basis,issued_on', 'C-1,certified,COR_2020,EXTERNAL_AUDIT,2030-06-01'],
};

let server: WritingServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  server = await startWriting(facts);
  const file = async (wsibAccount: string) => (await server.file(wsibAccount)).id;
  // Three changes; only staff and WSIB see the first.
  await server.mutate('confirmRegistration', { account: await file('9000003') });
  await server.mutate('issueCertificate', await server.issuable(await file('9000002')));
  await server.mutate('recordRevocation', { account: await file('9000001'), from: today, reason: 'Fraud', document: 'File 7' });
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

// biome-ignore lint/suspicious/noExplicitAny: a test reads any field of a line
type Line = Record<string, any>;

async function exported(request: Partial<ExportRequest>): Promise<Line[]> {
  const lines: Line[] = [];
  const whole = { scope: 'public' as const, withChanges: true, today, onProgress: () => {}, ...request };
  for await (const line of exportLines(server.dataSource, whole)) lines.push(JSON.parse(JSON.stringify(line)));
  return lines;
}

const brief = (lines: readonly Line[]): string[] =>
  lines.slice(1).map((line) => {
    if (line.type === 'account') return `${line.wsibAccount} ${line.organization.city} ${line.standing.standing}`;
    return `${line.account.wsibAccount} ${line.kind} ${line.before.standing} ${line.after.standing}`;
  });

test('a public export has what is visible to anyone, and says where to continue', async () => {
  const [snapshot, ...lines] = await exported({});
  expect(snapshot).toEqual({ type: 'snapshot', scope: 'PUBLIC', on: today, position: expect.any(String), chainHead: null });
  expect(brief([{}, ...lines])).toEqual([
    '9000002 Sampleton CERTIFIED',
    '9000002 STANDING NO_CURRENT_CERTIFICATION CERTIFIED',
    '9000001 STANDING CERTIFIED NO_CURRENT_CERTIFICATION',
  ]);
  expect(JSON.stringify(lines)).not.toContain('9000003');
  expect(lines[0]).toMatchObject({
    organization: { legalName: 'Made-up Paving Ltd.' },
    standing: { since: today, certificate: { issuedOn: today } },
  });
  const query = 'query ($after: String) { changes(after: $after) { nodes { cursor } } }';
  const { data } = await server.graphql(query, { after: snapshot?.position });
  expect(data.changes.nodes).toEqual([]);
  const all = await server.graphql('{ changes { nodes { cursor } } }');
  expect(all.data.changes.nodes.map(({ cursor }: { cursor: string }) => cursor)).toEqual(lines.slice(1).map(({ cursor }) => cursor));
});

test('an export of the whole file has everything, with or without the changes', async () => {
  const accounts = ['9000001 Exempleville REVOKED', '9000002 Sampleton CERTIFIED', '9000003 Sampleton REGISTERED'];
  expect(brief(await exported({ scope: 'admin', withChanges: false })).sort()).toEqual(accounts);
  expect(brief(await exported({ scope: 'admin' })).slice(3)).toEqual([
    '9000003 STANDING NOT_REGISTERED REGISTERED',
    '9000002 STANDING REGISTERED CERTIFIED',
    '9000001 STANDING CERTIFIED REVOKED',
  ]);
});

test('registry export writes it to a file', async () => {
  const target = join(folder, 'registry.jsonl');
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = server.databaseUrl;
  await exportCommand().parseAsync(['--public', '--changes', '--quiet', '--out', target], { from: 'user' });
  if (before === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = before;
  const text = readFileSync(target, 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  const [first, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  // Here today is the machine's own date, when nothing was certified yet.
  expect(first).toMatchObject({ type: 'snapshot', scope: 'PUBLIC' });
  expect(lines.map(({ type, kind }) => [type, kind])).toEqual([
    ['change', 'STANDING'],
    ['change', 'STANDING'],
  ]);
});

test('an export carries the last published head of the chain, as it is published', async () => {
  await server.dataSource.query(`insert into chain_head (day, position, head, published_at, signed)
    values ('2031-03-09', 7, '\\x0f', '2031-03-09T05:00:12Z', 'signed'), ('2031-03-08', 3, '\\x0e', '2031-03-08T05:00:12Z', null)`);
  const [snapshot] = await exported({ withChanges: false });
  expect(snapshot?.chainHead).toEqual({
    day: '2031-03-09',
    position: 7,
    head: '0f',
    publishedAt: '2031-03-09T05:00:12.000Z',
    signed: 'signed',
  });
});
