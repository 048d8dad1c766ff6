import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ratesWith } from '../../src/server/limits/limits.ts';
import { UploadFolder } from '../../src/uploads/upload-folder.ts';
import { auditDesk } from '../audits/audit-desk.ts';
import { bytes, firstDay, type RequestingServer, startRequesting } from '../support/requesting.ts';
import { organizations, startWriting, uuidOf, type WritingServer } from '../support/writing.ts';

const MIB = 1024 * 1024;

let server: RequestingServer;
let id = '';
beforeAll(async () => {
  server = await startRequesting();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.to(firstDay);
  ({ id } = await server.begin('alpha', 'A-1', 'ISO_45001'));
});

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Every file of the folder, from its root. */
const files = async (): Promise<string[]> => {
  const entries = await readdir(server.uploadsFolder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

const put = (path: string, content: Buffer, type = 'application/pdf') => server.request.put(path).set('content-type', type).send(content);

/** The code and the message of a refused upload. */
const told = (answer: { body: { errors: { message: string; extensions: { code: string } }[] } }) =>
  answer.body.errors.map(({ message, extensions }) => [extensions.code, message])[0];

const documents = async (): Promise<{ fileName: string; sha256: string; mediaType: string; path: string }[]> =>
  (await server.read('alpha', id, 'documents { kind fileName sha256 size mediaType receivedOn receivedBy path }')).documents;

async function until(isMet: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
    if (await isMet()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not come to be so in ten seconds');
}

describe('a document', () => {
  test('is kept under its SHA-256, and described in the answer without its name', async () => {
    const content = bytes.pdf('kept');
    const answer = await put(await server.upload('alpha', id, 'EQUIVALENCY_FORM', 'form.pdf'), content).expect(201);
    const document = {
      kind: 'EQUIVALENCY_FORM',
      sha256: sha256(content),
      size: content.length,
      mediaType: 'application/pdf',
      receivedOn: firstDay,
    };
    expect(answer.body).toEqual({ document, isNew: true });
    const storedPath = join(server.uploadsFolder, 'files', sha256(content).slice(0, 2), sha256(content));
    expect((await readFile(storedPath)).equals(content)).toBe(true);
    const path = expect.stringMatching(/^\/uploads\/[0-9a-f-]{36}$/);
    const receivedBy = expect.stringContaining('Alpha Builders Inc.');
    expect(await documents()).toEqual([{ ...document, fileName: 'form.pdf', receivedBy, path }]);
    expect((await server.read('alpha', id, 'checklist { item since }')).checklist).toContainEqual({
      item: 'EQUIVALENCY_FORM',
      since: firstDay,
    });
  });

  test('must be of an accepted type, judged by its content', async () => {
    const type = async (content: Buffer) =>
      (await put(await server.upload('alpha', id, 'FURTHER_DOCUMENTATION'), content, 'application/octet-stream')).body.document.mediaType;
    expect(await type(bytes.png())).toBe('image/png');
    expect(await type(bytes.pdf('octets'))).toBe('application/pdf');
    expect(await type(bytes.docx())).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(await type(bytes.xlsx())).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(await type(Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'))).toBe('image/jpeg');
  });

  test('is downloaded as an attachment by the applicant and staff only; each read is logged', async () => {
    const content = bytes.pdf('downloaded');
    await put(await server.upload('alpha', id, 'EQUIVALENCY_FORM', 'Évaluation "2031".pdf'), content).expect(201);
    const [document] = await documents();
    const get = (who: keyof RequestingServer['keys']) =>
      server.request
        .get(document?.path ?? '')
        .set('authorization', `Bearer ${server.keys[who]}`)
        .buffer(true);
    const readings = async () =>
      (await server.dataSource.query(`select count(*)::integer as n from audit_log where action = 'readRequestDocument'`))[0].n;
    const before = await readings();
    for (const who of ['alpha', 'clerk'] as const) {
      const answer = await get(who).expect(200);
      expect(Buffer.from(answer.body).equals(content)).toBe(true);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="document"; filename*=UTF-8''%C3%89valuation%20%222031%22.pdf`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      });
    }
    expect(await readings()).toBe(before + 2);
    const absent = await server.request.get('/uploads/00000000-0000-4000-8000-000000000000').expect(404);
    expect(told(absent)).toEqual(['NOT_FOUND', 'There is no such document.']);
    const inFrench = await server.request.get('/uploads/00000000-0000-4000-8000-000000000000').set('accept-language', 'fr');
    expect(told(inFrench)?.[1]).not.toMatch(/there|such/i);
    for (const who of ['beta', 'bccsa', 'wsib'] as const) expect((await get(who).expect(404)).body).toEqual(absent.body);
    expect((await server.request.get(document?.path ?? '').expect(404)).body).toEqual(absent.body);
    await server.request
      .get(document?.path ?? '')
      .set('authorization', 'Bearer cor_x')
      .expect(401);
    expect(await readings()).toBe(before + 2);
  });

  test('with a missing file is an internal error, and is logged', async () => {
    await server.enter(id, ['EQUIVALENCY_FORM']);
    const [document] = await documents();
    const answer = await server.request
      .get(document?.path ?? '')
      .set('authorization', `Bearer ${server.keys.alpha}`)
      .expect(500);
    expect(told(answer)?.[0]).toBe('INTERNAL');
    expect(server.logged.filter(({ msg }) => msg === 'An upload or a download failed because of an internal error.').length).toBe(1);
  });

  test('that the folder cannot take is a reason to come back, told to the operator; then it is taken', async () => {
    const path = await server.upload('alpha', id, 'EQUIVALENCY_FORM');
    const coming = join(server.uploadsFolder, 'coming');
    await rm(coming, { recursive: true, force: true });
    await writeFile(coming, 'a file where a folder should be');
    const answer = await put(path, bytes.pdf('full')).expect(503).expect('retry-after', '60');
    expect(told(answer)).toEqual(['OVERLOADED', 'Documents cannot be stored or read at the moment. Try again later.']);
    const ready = await server.request.get('/readyz').expect(200);
    expect(ready.body.storage).toContain('could not be stored within the last minute');
    expect(JSON.stringify(server.logged)).toContain('EEXIST');
    await rm(coming);
    await put(path, bytes.pdf('full')).expect(201);
  });

  test('sent twice is one file and one document, and the answer says so', async () => {
    const content = bytes.pdf('twice');
    const first = await put(await server.upload('alpha', id, 'EQUIVALENCY_FORM'), content).expect(201);
    const kept = (await files()).length;
    const second = await put(await server.upload('alpha', id, 'EQUIVALENCY_FORM', 'again.pdf'), content).expect(200);
    expect(second.body).toEqual({ ...first.body, isNew: false });
    expect((await documents()).length).toBe(1);
    const other = await server.begin('beta', 'A-2', 'ISO_45001');
    await put(await server.upload('beta', other.id, 'EQUIVALENCY_FORM'), content).expect(201);
    expect((await files()).length).toBe(kept);
  });
});

describe('a harmful file', () => {
  test('that lies about its type is refused by its content, and nothing is stored', async () => {
    const before = await files();
    const path = await server.upload('alpha', id, 'EQUIVALENCY_FORM');
    const refused = expect.stringMatching(/^The content of the file is not of an accepted type: application\/pdf, /);
    for (const content of [bytes.html(), bytes.elf(), bytes.zip(), bytes.docm(), Buffer.from('just text')])
      expect(told(await put(path, content).expect(415))).toEqual(['UNSUPPORTED_MEDIA_TYPE', refused]);
    expect(told(await put(path, bytes.png()).expect(415))).toEqual([
      'UNSUPPORTED_MEDIA_TYPE',
      'The content of the file is image/png, which does not match its content-type. Nothing was kept.',
    ]);
    expect(told(await put(path, Buffer.alloc(0)).expect(400))).toEqual(['BAD_REQUEST', 'The file is empty.']);
    expect([await documents(), await files()]).toEqual([[], before]);
    await put(path, bytes.pdf('honest')).expect(201);
  });

  test('that is compressed, in a form or sent by POST is refused with instructions', async () => {
    const path = await server.upload('alpha', id, 'EQUIVALENCY_FORM');
    const themselves = [
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the bytes of the file as the body, neither compressed (content-encoding) nor in a form (multipart/form-data).',
    ];
    expect(told(await server.request.put(path).set('content-encoding', 'gzip').send(bytes.pdf()).expect(415))).toEqual(themselves);
    expect(told(await server.request.put(path).attach('file', bytes.pdf(), 'form.pdf').expect(415))).toEqual(themselves);
    const posted = await server.request.post(path).set('content-type', 'application/pdf').send(bytes.pdf()).expect(405);
    const byPut = ['BAD_REQUEST', 'Send a document by PUT to the path that requestUpload returned.'];
    expect([posted.headers.allow, told(posted)]).toEqual(['GET, PUT', byPut]);
    await put(path, bytes.pdf('as it is sent')).expect(201);
  });

  test('that claims 2 GB is refused before a byte of it is read', async () => {
    const path = await server.upload('alpha', id, 'EQUIVALENCY_FORM');
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`PUT ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/pdf\r\ncontent-length: 2147483648\r\n\r\n`);
    let answer = '';
    for await (const chunk of socket) {
      answer += chunk;
      if (answer.includes('\r\n\r\n{')) break;
    }
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"message":"The request body must have at most 26214400 bytes."');
  });

  test('of undeclared length is refused as soon as it is too long; one of exactly 25 MiB is accepted', async () => {
    const path = await server.upload('alpha', id, 'EQUIVALENCY_FORM');
    const before = await files();
    const tooLong = await chunked(path, [bytes.pdf('long'), ...Array.from({ length: 26 }, () => Buffer.alloc(MIB))]);
    expect(tooLong).toEqual([413, 'REQUEST_TOO_LARGE']);
    await until(async () => (await files()).length === before.length);
    const head = bytes.pdf('just so long');
    const justSo = [head, ...Array.from({ length: 24 }, () => Buffer.alloc(MIB)), Buffer.alloc(MIB - head.length)];
    expect(await chunked(path, justSo)).toEqual([201, undefined]);
  });

  test('named ../../x is shown with that name, and stored where every file is', async () => {
    const content = bytes.pdf('traversal');
    await put(await server.upload('alpha', id, 'EQUIVALENCY_FORM', '../../x'), content).expect(201);
    const [document] = await documents();
    expect(document?.fileName).toBe('../../x');
    expect(await files()).toContain(sha256(content));
    expect(await files()).not.toContain('x');
    const answer = await server.request.get(document?.path ?? '').set('authorization', `Bearer ${server.keys.alpha}`);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="document"; filename*=UTF-8''.._.._x`);
    const asked = await server.ask('alpha', 'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename } }', {
      input: { request: id, kind: 'EQUIVALENCY_FORM', fileName: 'x\r\nset-cookie: y' },
    });
    expect(asked.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.fileName' });
  });

  test('whose upload is interrupted leaves nothing, and can be sent again', async () => {
    const path = await server.upload('alpha', id, 'EQUIVALENCY_FORM');
    const coming = () => readdir(join(server.uploadsFolder, 'coming'));
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`PUT ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/pdf\r\ncontent-length: 1000000\r\n\r\n%PDF-1.4`);
    await until(async () => (await coming()).length === 1);
    expect(told(await put(path, bytes.pdf()).expect(409))).toEqual(['CONFLICT', expect.stringContaining('or is receiving one now')]);
    socket.destroy();
    await until(async () => (await coming()).length === 0);
    expect(await documents()).toEqual([]);
    await put(path, bytes.pdf('again')).expect(201);
  });
});

describe('an upload', () => {
  test('accepts one file, for one request, within an hour', async () => {
    const used = await server.upload('alpha', id, 'EQUIVALENCY_FORM');
    const first = await put(used, bytes.pdf('first'));
    expect(first.status).toBe(201);
    expect(told(await put(used, bytes.pdf('second')).expect(409))?.[0]).toBe('CONFLICT');
    server.to('2031-02-03T16:00:00Z');
    const late = await server.upload('alpha', id, 'EQUIVALENCY_FORM');
    server.to('2031-02-03T16:59:59Z');
    await put(late, bytes.html()).expect(415);
    server.to('2031-02-03T17:00:00Z');
    expect(told(await put(late, bytes.pdf()).expect(404))).toEqual(['NOT_FOUND', 'This upload has expired. Request a new one.']);
    for (const path of ['/uploads/x', `/uploads/${'A'.repeat(43)}`, '/uploads/..%2f..%2fx'])
      expect(told(await put(path, bytes.pdf()).expect(404))?.[0]).toBe('NOT_FOUND');
    expect((await documents()).length).toBe(1);
  });

  test('used twice at the same time accepts one file', async () => {
    const path = await server.upload('alpha', id, 'EQUIVALENCY_FORM');
    const answers = await Promise.all([1, 2, 3].map((each) => put(path, bytes.pdf(`of three, ${each}`))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect((await documents()).length).toBe(1);
  });

  test('accepts nothing once its request is closed, and says why', async () => {
    const path = await server.upload('alpha', id, 'EQUIVALENCY_FORM');
    const before = await files();
    await server.done('alpha', 'withdrawEquivalencyRequest', id);
    expect(told(await put(path, bytes.pdf('late')).expect(409))).toEqual([
      'CONFLICT',
      'Since 3 February 2031 the state of the request has been: withdrawn. This step is not possible in that state.',
    ]);
    const inFrench = await put(path, bytes.pdf('late')).set('accept-language', 'fr-CA');
    expect(inFrench.headers['content-language']).toBe('fr');
    expect(told(inFrench)?.[1]).toBe(
      'La demande est dans l’état suivant depuis le 3\u00A0février\u00A02031\u00A0: retirée. Cette étape n’est donc pas possible.',
    );
    expect(await files()).toEqual(before);
    await expect(server.upload('alpha', id, 'EQUIVALENCY_FORM')).rejects.toThrow('REQUEST_CLOSED');
  });

  test('for an account that has sent a gigabyte within a year is refused', async () => {
    const { id: other } = await server.begin('gamma', 'A-3', 'ISO_45001');
    const path = await server.upload('gamma', other, 'EQUIVALENCY_FORM');
    await server.enter(other, ['ISO_45001_CERTIFICATE'], 1024 * MIB - 10);
    const full = 'The documents of an account must not exceed 1073741824 bytes in total per year.';
    expect(told(await put(path, bytes.pdf('one too many')).expect(413))).toEqual(['REQUEST_TOO_LARGE', full]);
    await server.enter(other, ['ISO_45001_AUDIT_REPORT'], 10);
    await expect(server.upload('gamma', other, 'EQUIVALENCY_FORM')).rejects.toThrow(full);
    server.to('2032-02-03');
    await put(await server.upload('gamma', other, 'EQUIVALENCY_FORM'), bytes.pdf('a year later')).expect(201);
  });

  test('must be a document that this kind of request takes', async () => {
    const { errors } = await server.ask('alpha', 'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename } }', {
      input: { request: id, kind: 'RECIPROCITY_FORM', fileName: 'x' },
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.kind' });
    expect(errors?.[0]?.message).toBe(
      'input.kind must be a document that a request of kind ISO_45001 takes: EQUIVALENCY_FORM, ISO_45001_AUDIT_REPORT, ISO_45001_CERTIFICATE, FURTHER_DOCUMENTATION.',
    );
  });

  test('is stored under the SHA-256 of its token only', async () => {
    const path = await server.upload('alpha', id, 'EQUIVALENCY_FORM');
    const token = path.slice('/uploads/'.length);
    const [{ found }] = await server.dataSource.query(
      `select exists (select from upload u where u::text like '%' || $1 || '%') or exists (select from audit_log l where l::text like '%' || $1 || '%') as found`,
      [token],
    );
    expect([token.length, found]).toEqual([43, false]);
  });
});

test('an address that tries wrong tokens uses up its budget, as with /graphql', async () => {
  const metered = await startRequesting({
    rates: ratesWith([{ scope: 'public', meter: 'points', rate: { capacity: 2, perSecond: 0.01 } }]),
  });
  try {
    const path = `/uploads/${'A'.repeat(43)}`;
    for (const status of [404, 404, 429]) expect((await metered.request.put(path).send(bytes.pdf())).status).toBe(status);
    const refused = await metered.request.put(path).send(bytes.pdf());
    expect([told(refused)?.[0], Number(refused.headers['retry-after']) > 0]).toEqual(['RATE_LIMITED', true]);
  } finally {
    await metered.stop();
  }
});

test('the folder is cleared of files that killed processes left, not of uploads in progress', async () => {
  const path = await mkdtemp(join(tmpdir(), 'registry-folder-'));
  await mkdir(join(path, 'coming'));
  for (const name of ['old', 'young']) await writeFile(join(path, 'coming', name), 'half');
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  await utimes(join(path, 'coming', 'old'), longAgo, longAgo);
  await new UploadFolder(path).clear(new Date());
  expect(await readdir(join(path, 'coming'))).toEqual(['young']);
  const nothing = { [Symbol.asyncIterator]: async function* () {} };
  await expect(new UploadFolder(join(path, 'coming', 'young')).take(nothing)).rejects.toThrow('Set REGISTRY_UPLOADS_DIR');
  await rm(path, { recursive: true });
});

/** Sends chunks without a length; returns the status and the code of the fault. */
function chunked(path: string, chunks: readonly Buffer[]): Promise<[number | undefined, string | undefined]> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${server.url}${path}`, { method: 'PUT', headers: { 'content-type': 'application/pdf' } });
    request.on('response', async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve([response.statusCode, JSON.parse(body).errors?.[0].extensions.code]);
    });
    request.on('error', reject);
    for (const chunk of chunks) request.write(chunk);
    request.end();
  });
}

describe('an audit of another organization', () => {
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
});
