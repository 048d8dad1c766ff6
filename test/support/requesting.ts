import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Clock } from '../../src/clock.ts';
import { dayInToronto } from '../../src/clock.ts';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { type Files, record } from './recorded.ts';
import { type GraphQLAnswer, startTestServer, type TestServer, type TestServerOptions } from './server.ts';
import { uuidOf } from './writing.ts';

/** The first day of the tests of requests, in Toronto. */
export const firstDay = '2031-02-03';

/** Real files of each accepted type, and of some others. */
export const bytes = {
  pdf: (text = 'x') => Buffer.from(`%PDF-1.4\n1 0 obj<<>>endobj\n% ${text}\ntrailer<<>>\n%%EOF\n`),
  png: () => Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  docx: () => officeFile('wordprocessingml.document.main+xml', 'word/document.xml'),
  xlsx: () => officeFile('spreadsheetml.sheet.main+xml', 'xl/workbook.xml'),
  /** A document with macros. */
  docm: () =>
    zipOf({ '[Content_Types].xml': contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'), 'word/document.xml': '<w/>' }),
  html: () => Buffer.from('<!doctype html><script>alert(1)</script>'),
  zip: () => Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
  elf: () => Buffer.concat([Buffer.from('7f454c460201010000000000000000000300', 'hex'), Buffer.alloc(200)]),
};

const contentTypes = (main: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="${main}"/></Types>`;

const officeFile = (main: string, part: string): Buffer =>
  zipOf({ '[Content_Types].xml': contentTypes(`application/vnd.openxmlformats-officedocument.${main}`), [part]: '<x/>' });

/** A ZIP archive of these files, stored uncompressed. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const [locals, central]: [Buffer[], Buffer[]] = [[], []];
  for (const [name, text] of Object.entries(files)) {
    const at = Buffer.concat(locals).length;
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    locals.push(Buffer.from('PK\x03\x04'), common, path, data);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), common, more, path);
  }
  const end = Buffer.alloc(18);
  for (const at of [4, 6]) end.writeUInt16LE(Object.keys(files).length, at);
  end.writeUInt32LE(Buffer.concat(central).length, 8);
  end.writeUInt32LE(Buffer.concat(locals).length, 12);
  return Buffer.concat([...locals, ...central, Buffer.from('PK\x05\x06'), end]);
}

/** A clock that a test moves forward. */
class MovingClock implements Clock {
  private at = new Date(`${firstDay}T15:00:00Z`);

  wallNow(): Date {
    return new Date(this.at);
  }

  registryNow(): Date {
    return this.wallNow();
  }

  today(): string {
    return dayInToronto(this.at);
  }

  set(instant: string): void {
    this.at = new Date(instant);
  }
}

const facts: Files = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Alpha Builders Inc.,,,123456782,Sudbury',
    'O-2,Beta Builders Inc.,,,,Timmins',
    'O-3,Gamma Builders Inc.,,,,Calgary',
  ],
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001', 'A-2,O-2,1000002', 'A-3,O-3,', 'A-4,O-2,1000004'],
};

/** A request as the tests read it, and the rest of its answer. */
export interface ReadRequest {
  readonly id: string;
  readonly version: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
  readonly [name: string]: any;
}

/** A server with three firms, and a key for everyone involved in their requests. */
export interface RequestingServer extends TestServer {
  readonly keys: Readonly<Record<'alpha' | 'beta' | 'gamma' | 'clerk' | 'otherClerk' | 'wsib' | 'bccsa' | 'acsa' | 'buyer', string>>;
  /** Global id of an account by its reference. */
  account(reference: string): string;
  /** Moves the clock to about noon of a day, or to an instant. */
  to(dayOrInstant: string): void;
  /** Runs a mutation on a request at its current version. */
  step(who: Who, mutation: string, request: string, input?: Record<string, unknown>): Promise<GraphQLAnswer>;
  /** The same, failing the test unless it succeeds; returns the request afterwards. */
  done(who: Who, mutation: string, request: string, input?: Record<string, unknown>): Promise<ReadRequest>;
  begin(who: Who, account: string, kind: string): Promise<ReadRequest>;
  /** Permits an upload; returns the path to send the document to. */
  upload(who: Who, request: string, kind: string, fileName?: string): Promise<string>;
  /** Uploads documents of these kinds as real files. */
  send(who: Who, request: string, kinds: readonly string[]): Promise<void>;
  /** Records documents as uploaded, for tests of later steps. */
  enter(request: string, kinds: readonly string[], size?: number): Promise<void>;
  read(who: Who, request: string, fields?: string): Promise<ReadRequest>;
  ask(who: Who | null, query: string, variables?: Record<string, unknown>): Promise<GraphQLAnswer>;
}

export type Who = keyof RequestingServer['keys'];

/** The fields of a request that tests read. */
export const requestFields = `id kind version state { status since lastDay }
  checklist { item neededFor since } clock { state startedOn originalDueOn dueOn isLate isTarget waits { from to askedFor } }
  grantable { grant lastDay missing { grant isKnown clauses } }
  decision { on grant judgement certificate { number basis issuedOn endsOn } biddingDocument { number issuedOn lastDay } reasons { clause holds decides } }`;

const refusal = '... on Refused { code message reasons { clause because } fr: reasons(locale: FR) { because } }';

const textOf = (mutation: string): string => {
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${mutation}(input: $input) { __typename ... on EquivalencyRequest { ${requestFields} } ${refusal} } }`;
};

/** Starts the server on the first day. */
export async function startRequesting(options: TestServerOptions = {}): Promise<RequestingServer> {
  const clock = new MovingClock();
  const server = await startTestServer({ clock, ...options });
  await record(server.dataSource, facts, firstDay);
  const ids: Record<string, string> = {};
  for (const table of ['organization', 'account'])
    for (const row of await server.dataSource.query(`select id, reference from ${table}`)) ids[row.reference] = row.id;
  const keys = {
    alpha: await server.keyFor('organization', 'Alpha Builders Inc.', ids['O-1']),
    beta: await server.keyFor('organization', 'Beta Builders Inc.', ids['O-2']),
    gamma: await server.keyFor('organization', 'Gamma Builders Inc.', ids['O-3']),
    clerk: await server.keyFor('staff', 'First clerk'),
    otherClerk: await server.keyFor('staff', 'Second clerk'),
    wsib: await server.keyFor('wsib', 'WSIB'),
    bccsa: await server.keyFor('association', 'bccsa'),
    acsa: await server.keyFor('association', 'Alberta Construction Safety Association'),
    buyer: await server.keyFor('buyer', 'City of Sudbury'),
  };
  const ask = (who: Who | null, query: string, variables: Record<string, unknown> = {}) =>
    server.graphql(query, variables, who === null ? {} : { key: keys[who] });
  const asked = async (who: Who, query: string, variables: Record<string, unknown>) => {
    const answer = await ask(who, query, variables);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  const read = async (who: Who, request: string, fields = requestFields): Promise<ReadRequest> =>
    (await asked(who, `query ($id: ID!) { equivalencyRequest(id: $id) { ${fields} } }`, { id: request })).equivalencyRequest;
  const step: RequestingServer['step'] = async (who, mutation, request, input = {}) => {
    const { version } = await read('clerk', request, 'version');
    return ask(who, textOf(mutation), { input: { request, expectedVersion: version, ...input } });
  };
  const upload: RequestingServer['upload'] = async (who, request, kind, fileName = 'document.pdf') => {
    const query = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { ... on Upload { path } ${refusal} } }`;
    const { requestUpload } = await asked(who, query, { input: { request, kind, fileName } });
    if (!requestUpload.path) throw new Error(JSON.stringify(requestUpload));
    return requestUpload.path;
  };
  return {
    ...server,
    keys,
    account: (reference) => toGlobalId('Account', ids[reference] ?? ''),
    to: (at) => clock.set(at.includes('T') ? at : `${at}T15:00:00Z`),
    ask,
    read,
    step,
    done: async (who, mutation, request, input) => {
      const { data, errors } = await step(who, mutation, request, input);
      const thing = data?.[mutation];
      if (errors || thing?.__typename !== 'EquivalencyRequest') throw new Error(JSON.stringify(errors ?? thing));
      return thing;
    },
    begin: async (who, account, kind) => {
      const input = { idempotencyKey: randomUUID(), account: toGlobalId('Account', ids[account] ?? ''), kind };
      const { createEquivalencyRequest } = await asked(who, textOf('createEquivalencyRequest'), { input });
      return createEquivalencyRequest;
    },
    upload,
    enter: async (request, kinds, size = 1) => {
      await server.dataSource.query(
        `insert into request_document (request_id, kind, name, sha256, size, media_type, received_on, received_by)
         select $1, kind, 'entered.pdf', encode(sha256(kind::bytea), 'hex'), $4, 'application/pdf', $3, 'test' from unnest($2::text[]) as kind`,
        [uuidOf(request), kinds, clock.today(), size],
      );
    },
    send: async (who, request, kinds) => {
      for (const kind of kinds) {
        const path = await upload(who, request, kind, `${kind}.pdf`);
        await server.request.put(path).set('content-type', 'application/pdf').send(bytes.pdf(kind)).expect(201);
      }
    },
  };
}
