import type { GraphQLSchema } from 'graphql';
import { type NodeType, nodeTypes, toGlobalId } from '../../../src/contract/global-id.ts';
import type { TestServer } from '../../support/server.ts';
import { type KnownValues, spread, Values } from './values.ts';
import { today } from './worlds.ts';

/** How many records of a type that only the second world has are asked for. */
const HIDDEN = 12;

/** An id that no record has. */
const absent = '00000000-0000-7000-8000-000000000000';

/** A world's global ids by type. */
export async function idsIn({ dataSource }: TestServer): Promise<Readonly<Record<NodeType, readonly string[]>>> {
  const read = async (type: NodeType): Promise<readonly [NodeType, readonly string[]]> => {
    const rows: { id: string }[] = await dataSource.query(`select id::text from ${tableOf(type)} order by id`);
    return [type, rows.map(({ id }) => toGlobalId(type, id))];
  };
  // Every type is among them.
  return Object.fromEntries(await Promise.all(nodeTypes.map(read))) as Record<NodeType, readonly string[]>;
}

/** The table of a type has its name in snake case; one type shares a table and is distinguished by its content. */
const tableOf = (type: NodeType): string =>
  (type === 'Webhook' ? 'webhook_endpoint' : type).replace(/\B[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

export const wsibAccountsIn = (server: TestServer): Promise<readonly string[]> =>
  column(
    server,
    'select wsib_account as value from account where wsib_account is not null union select number from former_wsib_account order by 1',
  );

export const documentsIn = (server: TestServer): Promise<readonly string[]> =>
  column(server, 'select number as value from document_number order by number');

export const receiptsIn = (server: TestServer): Promise<readonly string[]> => column(server, 'select number as value from receipt');

const column = async ({ dataSource }: TestServer, sql: string, values: unknown[] = []): Promise<readonly string[]> =>
  (await dataSource.query(sql, values)).map((row: { value: string }) => row.value);

/** What a webhook might select: both sides of a change, and the account as it is now. */
const selectedOfChanges = `{ cursor kind ... on StatusChange { account { id wsibAccount organization { legalName } standing { standing } }
  before { standing since } after { standing holdsUntil reasons { because } } } }`;

/** Everything a caller might ask about in the second world, and what does not exist. */
export async function knownValues(schema: GraphQLSchema, one: TestServer, two: TestServer): Promise<Values> {
  const [theirs, ours] = [await idsIn(two), await idsIn(one)];
  const ids = nodeTypes.map((type) => {
    const hidden = theirs[type].filter((id) => !ours[type].includes(id));
    return [type, [...ours[type], ...spread(hidden, HIDDEN), toGlobalId(type, absent)]];
  });
  const documents = await documentsIn(one);
  const [recorded] = await one.dataSource.query('select max(recorded_at) as at from recording');
  const followed = (await cursorsIn(schema, one))['Query.changes(after)'] ?? [];
  const known: KnownValues = {
    ...(await namesOf(one, two)),
    ...(await cursorsIn(schema, two)),
    // Cursors of the feed show how much happened, not what: those of the second world only are not asked about.
    'Query.changes(after)': followed,
    'Query.webhookMessages(after)': followed,
    'Query.webhookMessages(selection)': [selectedOfChanges],
    documentNumber: [...documents, ...(await hiddenDocuments(one, two)), 'NONE'],
    // Anyone who has a document may check it: those of the second world only are not asked about.
    number: [...documents, 'NONE'],
    city: ['Sudbury', 'timmins', 'Hiddenville', 'Nowhere'],
    first: [3, 50],
    last: [3],
    year: [2, 3],
    broughtBy: ['MINISTRY', 'APPLICANT'],
    // On the last two days, the accounts lost and expired today were pending and certified.
    LocalDate: ['2024-06-01', '2026-04-10', '2027-09-01', '2022-04-15', '2025-06-01'],
    DateTime: [recorded.at.toISOString(), new Date().toISOString()],
    Int: [1, 2],
    Boolean: [true, false],
    String: ['Alpha', 'Hidden', 'nothing'],
    // PUBLIC is the scope of no key.
    // The last belongs to someone whom only the second world has.
    'Query.receipt(number)': ['REC-2026-0000000001', 'REC-2026-0000000002', 'REC-2026-0000000003'],
    'Query.apiKeys(scope)': ['BUYER', 'ADMIN'],
    'Guideline.clauses(ids)': ['G-2.4.l', 'R-28'],
    'Query.publicHolidays(year)': [2026, 2027],
    'Query.enumLabels(enums)': ['RefusalCode', 'AuditStep'],
    ...(await auditedIn(one)),
  };
  return new Values(known, Object.fromEntries(ids));
}

/** Inputs of readiness, several times so that one operation also sets a language: an account of both worlds with its audit, and a certificate. */
async function auditedIn({ dataSource }: TestServer): Promise<KnownValues> {
  const [audit] = await dataSource.query(`
    select audit.id, audit.account_id as account, certificate.id as certificate, exception.id as exception
    from audit join certificate on certificate.account_id = audit.account_id
      left join issuing_exception exception on exception.account_id = audit.account_id
    order by exception.id nulls last, audit.id limit 1`);
  const exception = Array(3).fill(toGlobalId('IssuingException', audit.exception));
  return {
    'Query.certificateReadiness(account)': Array(3).fill(toGlobalId('Account', audit.account)),
    'Query.certificateReadiness(audit)': Array(3).fill(toGlobalId('Audit', audit.id)),
    'Query.certificateReadiness(exception)': exception,
    'Query.letterReadiness(certificate)': Array(3).fill(toGlobalId('Certificate', audit.certificate)),
    'Query.letterReadiness(audit)': Array(3).fill(toGlobalId('Audit', audit.id)),
    'Query.letterReadiness(exception)': exception,
  };
}

/**
 * Numbers of documents of accounts that only the second world has. Another document of a known account leads to the account: its holder
 * learns that it is genuine, as `proof` would say.
 */
async function hiddenDocuments(one: TestServer, two: TestServer): Promise<readonly string[]> {
  const known = await column(one, 'select id::text as value from account');
  const documents = `
    select number as value from certificate where account_id <> all($1::uuid[])
    union select number from bidding_document where account_id <> all($1::uuid[])
    union select number from registration where account_id <> all($1::uuid[]) order by value`;
  return column(two, documents, [known]);
}

/**
 * The names and numbers of accounts and organizations. A caller with the business number of a visible firm may look it up: none of the second
 * world only is asked for.
 */
async function namesOf(one: TestServer, two: TestServer): Promise<KnownValues> {
  const known = await column(one, 'select id::text as value from organization');
  const businessNumbers = `select distinct business_number as value from organization where business_number is not null and id <> all($1::uuid[])`;
  const legalNames = 'select legal_name as value from organization order by legal_name';
  return {
    keptRequirement: ['Roads', 'Bridges'],
    wsibAccount: [...(await wsibAccountsIn(two)), '9999999'],
    businessNumber: [...(await column(one, businessNumbers, [[]])), ...(await column(two, businessNumbers, [known])), '678901232'],
    search: [
      ...(await column(two, legalNames)),
      'Alpha',
      'hidden inc',
      'Alfa Bilders',
      'Zeta Brothers',
      'Beta Paving Brothers Zeta',
      'nobody',
    ],
  };
}

/** Targets for mutations that only the second world has, and some that neither has. */
export async function hiddenValues(one: TestServer, two: TestServer): Promise<Values> {
  const [theirs, ours] = [await idsIn(two), await idsIn(one)];
  const ids = nodeTypes.map((type) => {
    const hidden = theirs[type].filter((id) => !ours[type].includes(id)).slice(0, 2);
    return [type, [...hidden, toGlobalId(type, absent)]];
  });
  const accounts = await wsibAccountsIn(one);
  const wsibAccounts = (await wsibAccountsIn(two)).filter((each) => !accounts.includes(each));
  const known: KnownValues = {
    wsibAccount: [...spread(wsibAccounts, 3), '9999999'],
    idempotencyKey: ['walk'],
    'AssignWorkInput.item': ['00000000-0000-4000-8000-000000000000'],
    expectedVersion: [1, 7],
    year: [2],
    'CreateApiKeyInput.scope': ['BUYER'],
    'CreateEmailDigestInput.address': ['office@walked.example'],
    'Mutation.keepReceipt(input)': wsibAccounts.slice(0, 2).flatMap((number) => [
      { idempotencyKey: 'walk', subjects: [{ wsibAccount: number }] },
      { idempotencyKey: 'walk', rows: [{ number }] },
      { idempotencyKey: 'walk', documents: [{ number: 'NONE', holder: { wsibAccount: number } }] },
    ]),
    'RecordIssuingExceptionInput.clauses': ['G-2.4.g'],
    url: ['https://receiver.example/walked'],
    key: ['0123456789abcdef'],
    'RemoveAuditDocumentInput.document': [absent],
    recipient: ['ANY_BUYER'],
    overall: ['80.00'],
    legislated: ['100.00'],
    score: ['80.00'],
    String: ['Somebody'],
    Int: [1],
    Boolean: [false],
    LocalDate: [today],
    DateTime: [`${today}T16:00:00Z`],
  };
  return new Values(known, Object.fromEntries(ids), false);
}

/** A few cursors of every list, as an admin gets them in the second world, including those of hidden elements. */
async function cursorsIn(schema: GraphQLSchema, { graphql, keyFor, dataSource }: TestServer): Promise<KnownValues> {
  const key = await keyFor('admin', 'Cursor maker');
  const cursors: Record<string, readonly string[]> = {};
  for (const { name, type } of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    if (!/Connection!?$/.test(String(type))) continue;
    // An administrator names the organization whose obligations are listed; an organization need not.
    const [{ id }]: [{ id: string }] = await dataSource.query(`select id from organization where reference = 'O-5'`);
    const asking = name === 'obligations' ? await keyFor('organization', 'Cursor maker', id) : key;
    const { data } = await graphql(`{ ${name}(first: 50) { edges { cursor } } }`, {}, { key: asking });
    const all: string[] = data[name].edges.map(({ cursor }: { cursor: string }) => cursor);
    const some = all.filter((_, at) => at % Math.ceil(all.length / 3) === 0);
    cursors[`Query.${name}(after)`] = some;
    cursors[`Query.${name}(before)`] = some;
  }
  const within = '{ organizations(first: 50) { nodes { disclosures { edges { cursor } } } } }';
  const { data } = await graphql(within, {}, { key });
  type Listed = { disclosures: { edges: { cursor: string }[] } };
  const disclosures = data.organizations.nodes.flatMap(({ disclosures: { edges } }: Listed) => edges.map(({ cursor }) => cursor));
  const own = await ownCursors(await keyFor('buyer', 'City of Toronto'), graphql);
  return { ...cursors, 'Organization.disclosures(after)': disclosures, 'Organization.disclosures(before)': disclosures, ...own };
}

/** Cursors of lists that only their owner sees. */
async function ownCursors(key: string, graphql: TestServer['graphql']): Promise<KnownValues> {
  const asked = '{ watchLists { accounts { edges { cursor } } } webhooks { deliveries { edges { cursor } } } }';
  const { watchLists, webhooks } = (await graphql(asked, {}, { key })).data;
  type Listed = { edges: { cursor: string }[] };
  const cursorsOf = (lists: readonly Listed[]) => lists.flatMap(({ edges }) => edges.map(({ cursor }) => cursor));
  const watched = cursorsOf(watchLists.map(({ accounts }: { accounts: Listed }) => accounts));
  const sent = cursorsOf(webhooks.map(({ deliveries }: { deliveries: Listed }) => deliveries));
  return {
    'WatchList.accounts(after)': watched,
    'WatchList.accounts(before)': watched,
    'Webhook.deliveries(after)': sent,
    'Webhook.deliveries(before)': sent,
  };
}
