import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDataSource } from '../../src/database/data-source.ts';
import { Sequencer, stampChanges } from '../../src/outbox/sequencer.ts';
import { Wake } from '../../src/outbox/wake.ts';
import { neededDocuments } from '../../src/rules/equivalency/documents.ts';
import { record } from '../support/recorded.ts';
import { type RequestingServer, startRequesting, type Who } from '../support/requesting.ts';
import { type GraphQLAnswer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { only, organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031.
const accounts = ['registered', 'fresh', 'revoked', 'letter', 'lost', 'bidding', 'both'];

const facts = {
  organizations,
  accounts: [
    'account,organization,wsib_account',
    ...accounts.map((name, at) => `${name},${name === 'both' ? 'O-2' : 'O-1'},${3000001 + at}`),
  ],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,registered,2031-01-05,', 'R-7,both,2031-01-05,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-3,revoked,COR_2020,EXTERNAL_AUDIT,2030-06-01',
    'C-4,letter,COR_2020,EXTERNAL_AUDIT,2030-03-15',
    'C-5,lost,COR_2020,EXTERNAL_AUDIT,2028-03-01',
  ],
  bidding_documents: ['number,account,kind,issued_on,host_expires_on', 'B-6,bidding,LETTER_OF_RECIPROCITY,2031-02-01,2031-11-30'],
};

let server: WritingServer;
let holdsAll: string;

/** Names for each account's change: each happens once, in this order. */
const happenings: readonly [name: string, happens: () => Promise<unknown>][] = [
  [
    'registered',
    async () => server.mutate('issueCertificate', await server.issuable((await file('registered')).id, today, { registers: false })),
  ],
  ['fresh', async () => server.mutate('confirmRegistration', { account: (await file('fresh')).id })],
  [
    'revoked',
    async () =>
      server.mutate('recordRevocation', { account: (await file('revoked')).id, from: today, reason: 'Fraud', document: 'File 7' }),
  ],
  [
    'letter',
    async () =>
      server.mutate('issueLetterOfGoodStanding', {
        ...(await server.issuableLetter(only((await file('letter')).certificates).id)),
        year: 2,
      }),
  ],
  // Lost since 31 May 2029: day 91 after the first anniversary, 1 March 2029.
  [
    'lost',
    async () =>
      server.mutate('recordRevocation', { account: (await file('lost')).id, from: '2031-05-01', reason: 'Fraud', document: 'File 8' }),
  ],
  ['bidding', async () => bringForward()],
  ['both', async () => record(server.dataSource, bothAtOnce, today)],
];

const file = (name: string) => server.file(String(3000001 + accounts.indexOf(name)));

async function bringForward(): Promise<GraphQLAnswer> {
  const { id: biddingDocument, version: expectedVersion } = only((await file('bidding')).biddingDocuments);
  const input = { biddingDocument, expectedVersion, reason: 'Typed wrongly', kind: 'LETTER_OF_RECIPROCITY', issuedOn: '2031-02-01' };
  return server.mutate('correctBiddingDocument', { ...input, hostExpiresOn: '2031-03-09' });
}

/** A bidding-only document of 1 February and a certificate of 1 March, both recorded today. */
const bothAtOnce = {
  bidding_documents: ['number,account,kind,issued_on,host_expires_on', 'B-7,both,LETTER_OF_RECIPROCITY,2031-02-01,2031-11-30'],
  certificates: ['number,account,standard,basis,issued_on', 'C-7,both,COR_2020,EXTERNAL_AUDIT,2031-03-01'],
};

beforeAll(async () => {
  server = await startWriting(facts);
  for (const [name, happens] of happenings) {
    const answer = await happens();
    if (answer && typeof answer === 'object' && 'errors' in answer && answer.errors)
      throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
    if ((await stampChanges(server.dataSource)) !== 1) throw new Error(`${name}: not one change ${JSON.stringify(answer)}`);
  }
  holdsAll = uuidOf((await file('registered')).organization.id);
});

afterAll(() => server.stop());

const changesQuery = `query ($after: String, $first: Int, $filter: ChangeFilter) { changes(after: $after, first: $first, filter: $filter) {
  edges { cursor node { __typename cursor kind effectiveOn recordedAt ... on StatusChange { noticeDays
    account { wsibAccount organization { legalName } standing { standing } } before { ...side } after { ...side } } } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } position latest } }
  fragment side on ChangedStanding { standing consideredCertified standard basis certificate { number issuedOn } letterOfGoodStanding { number year }
    biddingDocument { number lastDay } since holdsUntil then reasons { clause holds decides because } }`;

const changes = async (key: string | undefined, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await server.graphql(changesQuery, variables, key ? { key } : {});
  if (errors) throw new Error(JSON.stringify(errors));
  return data.changes;
};

/** Account, kind, first day, and the standings before and after, of every change that a caller sees. */
const toldTo = async (key: string | undefined, filter?: Record<string, unknown>): Promise<string[]> => {
  const { edges } = await changes(key, { filter });
  return edges.map(({ node }: { node: Node }) => {
    const name = accounts[Number(node.account.wsibAccount) - 3000001];
    return `${name} ${node.kind} ${node.effectiveOn} ${node.before.standing} ${node.after.standing}`;
  });
};

interface Node {
  readonly kind: string;
  readonly effectiveOn: string;
  readonly account: { readonly wsibAccount: string };
  readonly before: { readonly standing: string };
  readonly after: { readonly standing: string };
}

/** What the whole file shows. */
const whole = [
  `registered STANDING ${today} REGISTERED CERTIFIED`,
  `fresh STANDING ${today} NOT_REGISTERED REGISTERED`,
  `revoked STANDING ${today} CERTIFIED REVOKED`,
  `letter DOCUMENT ${today} CERTIFIED CERTIFIED`,
  'lost CORRECTION 2031-05-01 CERTIFICATION_LOST REVOKED',
  `bidding STANDING ${today} BIDDING_ONLY NOT_REGISTERED`,
  'both STANDING 2031-03-01 REGISTERED CERTIFIED',
];

/** What is public: changes into and out of CERTIFIED, and the documents behind them. */
const open = [
  `registered STANDING ${today} NO_CURRENT_CERTIFICATION CERTIFIED`,
  `revoked STANDING ${today} CERTIFIED NO_CURRENT_CERTIFICATION`,
  `letter DOCUMENT ${today} CERTIFIED CERTIFIED`,
  'both STANDING 2031-03-01 NO_CURRENT_CERTIFICATION CERTIFIED',
];

describe('the feed shows', () => {
  test('everything to staff', async () => {
    expect(await toldTo(server.clerk)).toEqual(whole);
    expect(await toldTo(await server.keyFor('admin'))).toEqual(whole);
  });

  test('changes of certified accounts to the public and to callers with the same view', async () => {
    expect(await toldTo(undefined)).toEqual(open);
    for (const scope of ['sose', 'ministry', 'association'] as const) expect(await toldTo(await server.keyFor(scope))).toEqual(open);
  });

  test('registered accounts to WSIB too', async () => {
    expect(await toldTo(await server.keyFor('wsib'))).toEqual([
      `registered STANDING ${today} REGISTERED CERTIFIED`,
      `fresh STANDING ${today} NO_CURRENT_CERTIFICATION REGISTERED`,
      ...open.slice(1, 3),
      'both STANDING 2031-03-01 REGISTERED CERTIFIED',
    ]);
  });

  test('bidding-only documents to buyers, and registrations while a consent lasts', async () => {
    const buyer = await server.keyFor('buyer', 'City of Exempleville');
    const bidding = `bidding STANDING ${today} BIDDING_ONLY NO_CURRENT_CERTIFICATION`;
    const ofBuyer = [...open.slice(0, 3), bidding, ...open.slice(3)];
    expect(await toldTo(buyer)).toEqual(ofBuyer);
    const consent = await give(await file('fresh'), 'City of Exempleville');
    const fresh = `fresh STANDING ${today} NO_CURRENT_CERTIFICATION REGISTERED`;
    expect(await toldTo(buyer)).toEqual([ofBuyer[0], fresh, ...ofBuyer.slice(1)]);
    expect(await toldTo(await server.keyFor('buyer', 'Town of Sampleton'))).toEqual(ofBuyer);
    await withdraw(consent);
    expect(await toldTo(buyer)).toEqual(ofBuyer);
  });

  test('an organization everything about its own accounts, and what is public about others', async () => {
    expect(await toldTo(await server.keyFor('organization', 'Bâtisseurs', holdsAll))).toEqual([...whole.slice(0, 6), open[3]]);
    const others = uuidOf((await file('both')).organization.id);
    expect(await toldTo(await server.keyFor('organization', 'Paver', others))).toEqual([...open.slice(0, 3), whole[6]]);
  });

  test('one fixed answer in place of a hidden side', async () => {
    const { edges } = await changes(undefined);
    expect(edges[1].node.after).toEqual({
      standing: 'NO_CURRENT_CERTIFICATION',
      consideredCertified: false,
      ...{ standard: null, basis: null, certificate: null, letterOfGoodStanding: null, biddingDocument: null },
      ...{ since: null, holdsUntil: null, then: null },
      reasons: [{ clause: 'X-7', holds: false, decides: true, because: expect.any(String) }],
    });
    expect(edges[1].node.account).toEqual({
      wsibAccount: '3000003',
      organization: { legalName: 'Bâtisseurs Exemple inc.' },
      standing: { standing: 'NO_CURRENT_CERTIFICATION' },
    });
  });

  test('for each side its documents, its first and last day, and the reasons', async () => {
    const { edges } = await changes(undefined);
    const { before, after } = edges[2].node;
    // C-4 of 15 March 2030: pending from 15 April 2031 without the letter for year 2, with it from 15 April 2032.
    const alike = { standing: 'CERTIFIED', consideredCertified: true, standard: 'COR_2020', basis: 'EXTERNAL_AUDIT', since: '2030-03-15' };
    const certificate = { number: 'C-4', issuedOn: '2030-03-15' };
    expect(before).toMatchObject({ ...alike, certificate, letterOfGoodStanding: null, holdsUntil: '2031-04-15', then: 'PENDING' });
    expect(after).toMatchObject({ ...alike, certificate, letterOfGoodStanding: { year: 2 }, holdsUntil: '2032-04-15', then: 'PENDING' });
    expect(after.reasons).toContainEqual(expect.objectContaining({ clause: 'G-2.4.h', decides: true }));
  });

  test('changes from the first day visible to the caller: a bidding-only document of February does not show in a certificate of March', async () => {
    const [row]: { effective_on: string }[] = await server.dataSource.query(
      `select effective_on from change order by position desc limit 1`,
    );
    expect(row?.effective_on).toBe('2031-02-01');
    expect((await toldTo(undefined)).at(-1)).toBe(open[3]);
  });
});

const mutation = async (text: string, input: Record<string, unknown>) => {
  const { data, errors } = await server.graphql(text, { input }, { key: server.clerk });
  if (errors) throw new Error(JSON.stringify(errors));
  return only(Object.values(data)) as { readonly id: string; readonly version: number };
};

const give = (account: { readonly id: string }, recipient: string) =>
  mutation('mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Consent { id version } } }', {
    ...{ idempotencyKey: `c-${Math.random()}`, account: account.id, recipient, scope: 'REGISTERED_STATUS', document: 'Letter' },
  });

const withdraw = ({ id, version }: { readonly id: string; readonly version: number }) =>
  mutation('mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { ... on Consent { id version } } }', {
    ...{ consent: id, expectedVersion: version },
  });

describe('requests in the feed', () => {
  let server: RequestingServer;
  let id: string;

  // Gamma asks for reciprocity, names the association of British Columbia, submits, is asked for more, and withdraws.
  beforeAll(async () => {
    server = await startRequesting();
    ({ id } = await server.begin('gamma', 'A-3', 'OUT_OF_PROVINCE'));
    await server.enter(id, neededDocuments.OUT_OF_PROVINCE);
    await server.done('gamma', 'stateHostCor', id, { association: 'BCCSA', isCurrent: true, expiresOn: '2031-08-31' });
    await server.done('gamma', 'stateOntarioOffice', id, { hasOffice: false });
    await stampChanges(server.dataSource);
    await server.done('gamma', 'submitEquivalencyRequest', id);
    await stampChanges(server.dataSource);
    server.to('2031-02-05');
    await server.done('gamma', 'withdrawEquivalencyRequest', id);
    await stampChanges(server.dataSource);
  });

  afterAll(() => server.stop());

  const query = `query ($filter: ChangeFilter) { changes(filter: $filter) { nodes { __typename kind effectiveOn
  ... on EquivalencyRequestChange { before after request { id account { id } } } } } }`;

  /** The reported change of the request, and what the caller sees of the request now. */
  const toldTo = async (who: Who | null, filter?: Record<string, unknown>) => {
    const { data, errors } = await server.ask(who, query, { filter });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.changes.nodes;
  };

  const change = (effectiveOn: string, before: string | null, after: string) =>
    expect.objectContaining({ __typename: 'EquivalencyRequestChange', kind: 'EQUIVALENCY_REQUEST', effectiveOn, before, after });

  const submitted = (before: string | null) => change('2031-02-03', before, 'UNDER_REVIEW');
  const withdrawn = change('2031-02-05', 'UNDER_REVIEW', 'WITHDRAWN');

  test('staff and the applicant see a request from its draft on', async () => {
    const all = [change('2031-02-03', null, 'DRAFT'), submitted('DRAFT'), withdrawn];
    expect(await toldTo('clerk')).toEqual(all);
    expect(await toldTo('gamma')).toEqual(all);
    expect(await toldTo('clerk', { kinds: ['EQUIVALENCY_REQUEST'], accounts: [server.account('A-3')] })).toEqual(all);
    expect((await toldTo('gamma'))[0].request).toEqual({ id, account: { id: server.account('A-3') } });
  });

  test('the association named in it sees it from its submission on, and no account that is hidden from that association', async () => {
    expect(await toldTo('bccsa')).toEqual([submitted(null), withdrawn]);
    expect((await toldTo('bccsa'))[0].request).toEqual({ id, account: null });
  });

  test('nobody else sees anything', async () => {
    for (const who of ['alpha', 'acsa', 'wsib', 'buyer', null] as const) expect(await toldTo(who)).toEqual([]);
  });

  test('the change of a request has no standing', async () => {
    expect(await toldTo('clerk', { standings: ['NOT_REGISTERED', 'NO_CURRENT_CERTIFICATION'] })).toEqual([]);
  });
});

describe('the health of the feed', () => {
  let server: WritingServer;
  let reason: string | null = null;

  beforeAll(async () => {
    const facts = { organizations, accounts: ['account,organization,wsib_account', 'A-1,O-1,8000001'] };
    server = await startWriting(facts, { now: `${today}T15:00:00Z`, whyUnwell: () => reason, metrics: { host: '127.0.0.1', port: 0 } });
  });

  afterAll(() => server.stop());

  const lag = async (): Promise<number> => {
    const answer = await fetch(server.metricsUrl ?? '');
    return Number(/^registry_sequencer_lag_seconds (\S+)$/m.exec(await answer.text())?.[1]);
  };

  test('a change without a position shows in the metrics until it has one', async () => {
    expect(await lag()).toBe(0);
    const { id: account } = await server.file('8000001');
    await server.mutate('confirmRegistration', { account });
    expect(await lag()).toBeGreaterThan(0);
    expect(await stampChanges(server.dataSource)).toBe(1);
    expect(await lag()).toBe(0);
  });

  test('a process that cannot poll for changes is not ready', async () => {
    await server.request.get('/readyz').expect(200, { status: 'ready' });
    reason = 'Changes could not be given their positions for a minute.';
    await server.request.get('/readyz').expect(503, { status: 'not ready', reason });
  });

  test('a sequencer reports how long ago it last polled, and keeps trying', async () => {
    const source = await createDataSource(server.databaseUrl, { poolSize: 1 }).initialize();
    const faults: unknown[] = [];
    const wake = new Wake(source, () => {});
    const sequencer = new Sequencer(source, wake, (error) => faults.push(error));
    const untried = sequencer.secondsSinceLook;
    await source.destroy();
    sequencer.start();
    await until(() => faults.length > 0);
    // A failed attempt does not count as a poll.
    expect(sequencer.secondsSinceLook).toBeGreaterThan(untried);
    await source.initialize();
    const before = sequencer.secondsSinceLook;
    await until(() => sequencer.secondsSinceLook < before);
    await sequencer.close();
    await wake.close();
    await source.destroy();
  });
});
