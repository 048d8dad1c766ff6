import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { record } from '../support/recorded.ts';
import type { GraphQLAnswer } from '../support/server.ts';
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
