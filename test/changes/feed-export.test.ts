import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { compactVerify, createLocalJWKSet } from 'jose';
import { linkPending } from '../../src/chain/link.ts';
import { type ExportRequest, exportLines } from '../../src/changes/export.service.ts';
import { exportCommand } from '../../src/cli/export.command.ts';
import { publicListCommand } from '../../src/cli/public-list.command.ts';
import { writings } from '../../src/public-list/entry.ts';
import { removeOldLists } from '../../src/public-list/kept-lists.ts';
import { makePublicList } from '../../src/public-list/make-list.service.ts';
import { makeSigningKeys, readSigningKeys, type SigningKeys } from '../../src/signing/signing-keys.ts';
import { until } from '../support/until.ts';
import { workOn } from '../support/webhook-owner.ts';
import { organizations, startWriting, today, type WritingServer } from '../support/writing.ts';

const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', 'certified,O-1,9000001', 'registered,O-2,9000002', 'fresh,O-2,9000003'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-2,registered,2031-01-05,'],
  certificates: ['number,account,standard,basis,issued_on', 'C-1,certified,COR_2020,EXTERNAL_AUDIT,2030-06-01'],
};

let server: WritingServer;
let folder: string;
let keys: SigningKeys;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  makeSigningKeys(join(folder, 'keys.json'));
  keys = readSigningKeys(join(folder, 'keys.json'));
  server = await startWriting(facts, { signingKeys: keys });
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
  const whole = { scope: 'public' as const, withChanges: true, today, locale: 'en' as const, onProgress: () => {}, ...request };
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
    standing: { since: today, certificate: { id: expect.stringMatching(/^Q2VydGlmaWNhdGU6/), issuedOn: today } },
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
  const [, account] = await exported({ withChanges: false, locale: 'fr' });
  expect(account?.standing.reasons[0].because).toBe('Aucune révocation n’est en vigueur.');
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

describe('the public list', () => {
  const make = (further: boolean) => makePublicList(server.dataSource, { today, keys, further });
  const get = async (file: string): Promise<string> => (await fetch(`${server.url}/public-lists/${file}`)).text();
  const lists = async () => (await server.request.get('/public-lists').expect(200)).body;
  const entriesOf = (text: string): string => text.slice(text.indexOf('\n') + 1);

  test('§14: has the accounts that are certified or pending, with standard, certificate, its day and its end, and no account number', async () => {
    await linkPending(server.dataSource);
    await make(false);
    const [head, ...accounts] = (await get(`${today}.jsonl`))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const chainHead = { day: today, signed: expect.any(String), position: expect.any(Number) };
    expect(head).toMatchObject({ type: 'publicList', list: today, day: today, position: expect.any(String), synthetic: false, chainHead });
    // the end printed on a certificate is its third anniversary.
    const certificate = { certificateNumber: expect.stringMatching(/^COR-2031-/), issuedOn: '2031-03-10', endsOn: '2034-03-10' };
    const firm = { account: (await server.file('9000002')).id, organizationName: 'Made-up Paving Ltd.', city: 'Sampleton' };
    const standing = { standing: 'CERTIFIED', standard: 'COR_2020', basis: 'EXTERNAL_AUDIT' };
    expect(accounts).toEqual([{ type: 'account', ...firm, ...standing, ...certificate }]);
    const [names, row, end] = (await get(`${today}.csv`)).split('\r\n');
    expect(names).toBe('account,organizationName,city,standing,basis,standard,certificateNumber,issuedOn,endsOn,day,knownAt,position');
    expect([row, end]).toEqual([[...Object.values(accounts[0]).slice(1), today, head.knownAt, head.position].join(','), '']);
  });

  test('goes on in the feed from its position, and is signed by the published keys', async () => {
    const [{ signed, ...told }] = await lists();
    const { data } = await server.graphql('query ($after: String) { changes(after: $after) { nodes { cursor } } }', {
      after: told.position,
    });
    expect(data.changes.nodes).toEqual([]);
    const { body: published } = await server.request.get('/.well-known/jwks.json');
    const { payload, protectedHeader } = await compactVerify(await get(`${today}.jws`), createLocalJWKSet(published));
    expect([protectedHeader.typ, JSON.parse(Buffer.from(payload).toString())]).toEqual(['registry-public-list+jws', told]);
    expect(await get(`${today}.jws`)).toBe(signed);
    expect(told).toMatchObject({ accounts: 1, files: [{ name: `${today}.jsonl` }, { name: `${today}.csv` }] });
  });

  test('is made once a day, and again only if asked; what is hidden changes nothing in it', async () => {
    expect(await make(false)).toBeNull();
    await server.mutate('recordRevocation', {
      account: (await server.file('9000003')).id,
      from: today,
      reason: 'Fraud',
      document: 'File 8',
    });
    expect(await make(true)).toMatchObject({ list: `${today}-2`, accounts: 1 });
    expect(entriesOf(await get(`${today}-2.jsonl`))).toBe(entriesOf(await get(`${today}.jsonl`)));
    expect((await lists()).map(({ list }: { list: string }) => list)).toEqual([`${today}-2`, today]);
    await expect(server.dataSource.query(`update public_list set manifest = '{}'`)).rejects.toThrow('update is refused');
    await expect(server.dataSource.query(`update public_list_part set number = 7`)).rejects.toThrow('update is refused');
  });

  test('is made on demand of staff, by a job: what is recorded before the order is in it', async () => {
    const mutation = `mutation ($input: MakePublicListInput!) { makePublicList(input: $input) { ... on PublicListOrder { orderedAt } } }`;
    const order = (key: string) => server.graphql(mutation, { input: { idempotencyKey: 'after-the-import' } }, { key });
    const [refused] = (await order(await server.keyFor('buyer'))).errors ?? [];
    expect(refused).toMatchObject({
      message: 'This needs an API key that permits making public lists.',
      extensions: { code: 'FORBIDDEN' },
    });
    const staff = await server.keyFor('staff');
    const { orderedAt } = (await order(staff)).data.makePublicList;
    expect((await order(staff)).data.makePublicList).toEqual({ orderedAt });
    const worker = await workOn(server, { signingKeys: keys });
    await until(async () => (await lists()).length > 2).finally(worker.close);
    const [newest, ...others] = await lists();
    expect([newest.list, newest.accounts, typeof newest.signed, others.length]).toEqual([`${today}-3`, 1, 'string', 2]);
    expect(newest.knownAt >= orderedAt).toBe(true);
  });

  test('is served in ranges, with an entity tag, for good', async () => {
    const [{ files }] = await lists();
    const [{ name, bytes, sha256 }] = files;
    const file = (headers: Record<string, string> = {}, method = 'GET') => fetch(`${server.url}/public-lists/${name}`, { headers, method });
    const [whole, etag] = [await get(name), `"${sha256}"`];
    const told = await file({}, 'HEAD');
    expect([told.headers.get('content-length'), told.headers.get('etag'), told.headers.get('cache-control')]).toEqual([
      String(bytes),
      etag,
      'public, max-age=31536000, immutable',
    ]);
    expect((await file({ 'if-none-match': `"other", W/${etag}` })).status).toBe(304);
    const part = await file({ range: 'bytes=10-19', 'if-range': etag });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 10-19/${bytes}`, whole.slice(10, 20)]);
    expect(await (await file({ range: 'bytes=-5' })).text()).toBe(whole.slice(-5));
    expect(await (await file({ range: `bytes=${bytes - 3}-` })).text()).toBe(whole.slice(-3));
    for (const ignored of [
      { range: 'bytes=0-1,4-5' },
      { range: 'lines=1-2' },
      { range: 'bytes=5-4' },
      { range: 'bytes=0-1', 'if-range': '"other"' },
    ])
      expect([(await file(ignored)).status, await (await file(ignored)).text()]).toEqual([200, whole]);
    const beyond = await file({ range: `bytes=${bytes}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes}`]);
    for (const none of ['2031-03-09.csv', `${today}.xml`, 'x.jws', '%00.csv'])
      expect((await fetch(`${server.url}/public-lists/${none}`)).status).toBe(404);
  });

  test('can be checked offline: a file of the list, but none that was altered', async () => {
    const at = (name: string, content: string): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const verify = async (file: string): Promise<number> => {
      const flags = ['--signature', join(folder, 'list.jws'), '--keys', join(folder, 'jwks.json')];
      const quiet = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockImplementation(() => true));
      await publicListCommand().parseAsync(['verify', file, ...flags], { from: 'user' });
      for (const each of quiet) each.mockRestore();
      const code = Number(process.exitCode ?? 0);
      process.exitCode = 0;
      return code;
    };
    at('list.jws', await get(`${today}.jws`));
    at('jwks.json', JSON.stringify(keys.publicKeys));
    expect(await verify(at('list.csv', await get(`${today}.csv`)))).toBe(0);
    expect(await verify(at('altered.csv', (await get(`${today}.csv`)).replace('2034', '2035')))).toBe(1);
  });

  test('writes a name with a comma or a quotation mark as RFC 4180 does', () => {
    const head = { list: today, day: today, knownAt: 'K', position: 'P', synthetic: true, chainHead: null };
    const firm = { account: 'A', organizationName: 'Alder, "Ash" & Co.', city: null, standing: 'PENDING', basis: null };
    const line = writings.csv.line({ ...firm, standard: null, certificateNumber: 'C-1', issuedOn: null, endsOn: null }, head);
    expect(line).toBe(`A,"Alder, ""Ash"" & Co.",,PENDING,,,C-1,,,${today},K,P\r\n`);
  });

  test('is kept for 92 days', async () => {
    // 92 days after 2031-03-10 is 2031-06-10: 21 days of March, 30, 31, and 10 of June.
    await removeOldLists(server.dataSource, '2031-06-10');
    expect(await server.count('public_list')).toBe(3);
    await removeOldLists(server.dataSource, '2031-06-11');
    expect([await server.count('public_list'), await server.count('public_list_part')]).toEqual([0, 0]);
  });

  test('says that it has no signature where it was made without signing keys', async () => {
    await makePublicList(server.dataSource, { today, keys: null, further: false });
    const asked = (file: string, language: string) => server.request.get(`/public-lists/${file}`).set('accept-language', language);
    const { body } = await asked(`${today}.jws`, 'en').expect(404);
    expect(body.errors[0].message).toBe(
      'This public list has no signature: the registry had no signing keys when it was made. Its files are there.',
    );
    expect((await asked(`${today}.jws`, 'fr').expect(404)).body.errors[0].message).toMatch(/^Cette liste publique n’est pas signée/);
    await asked(`${today}.csv`, 'en').expect(200);
  });
});
