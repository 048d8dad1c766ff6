import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from 'graphql-ws';
import { until } from '../support/until.ts';
import { only, startWriting, type WritingServer } from '../support/writing.ts';
import { apolloClient } from './caches/apollo.ts';
import { type CachedClient, type Data, type Reach, socketTo } from './caches/cached-client.ts';
import { relayClient } from './caches/relay.ts';
import { urqlClient } from './caches/urql.ts';

// Today is 10 March 2031. `moved` went to COR 2020 by the letter of its second year, of 20 January 2031, after a transition audit. The
// others are certified since 19 January 2031; for each client one certificate is corrected: to 18 January, and to an equivalency, which ends
// after a year.
const clients: readonly (readonly [string, (reach: Reach) => CachedClient])[] = [
  ['Apollo Client', apolloClient],
  ['graphcache', urqlClient],
  ['Relay', relayClient],
];
const numbers = ['1000002', '1000003', '1000004'];
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Cedar Framing (synthetic) Ltd.,,,,Sampleton',
    ...numbers.map((number) => `O-${number},Spruce ${number} (synthetic) Ltd.,,,,Sampleton`),
  ],
  accounts: ['account,organization,wsib_account', 'moved,O-1,1000001', ...numbers.map((number) => `A-${number},O-${number},${number}`)],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,moved,COR,EXTERNAL_AUDIT,2030-01-25',
    ...numbers.map((number) => `C-${number},A-${number},COR_2020,EXTERNAL_AUDIT,2031-01-19`),
  ],
  letters: ['number,certificate_number,year,issued_on', 'L-1,C-1,2,2031-01-20'],
  audits: [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    'T-1,moved,TRANSITION,COR_2020,2030-10-01,2030-10-03,,,,,,91.5,100',
  ],
};

let server: WritingServer;
let sdl: string;
let sockets: Client[] = [];
let connections = 0;

beforeAll(async () => {
  server = await startWriting(facts, { upkeep: true });
  sdl = (await server.request.get('/schema.graphql')).text;
});
afterEach(async () => {
  await Promise.all(sockets.map((socket) => socket.dispose()));
  sockets = [];
});
afterAll(() => server.stop());

function reach(): Reach {
  const authorization = `Bearer ${server.clerk}`;
  const socket = socketTo(server.url, authorization, () => connections++);
  sockets.push(socket);
  return { url: server.url, headers: { authorization }, socket, sdl };
}

const known = 'organizationName certificate { number issuedOn record { id issuedOn } }';
const sidesOf = `
  query Sides($subject: VerificationSubject!, $knownAt: DateTime!) {
    then: verify(subject: $subject, knownAt: $knownAt) { ${known} }
    now: verify(subject: $subject) { ${known} }
  }`;
const present = `
  query Present($number: String!) { account(wsibAccount: $number) { id standing { standing certificate { number issuedOn endsOn } } } }`;
const timeline = `
  query Timeline { account(wsibAccount: "1000001") { id timeline { standard certificate { number standard record { id standard } } } } }`;
const side = 'standing certificate { number endsOn record { id endsOn } }';
const feed = `
  query Feed($after: String, $account: [ID!]) {
    changes(after: $after, filter: { accounts: $account }) { nodes { __typename ... on StatusChange { cursor account { id } before { ${side} } after { ${side} } } } }
  }`;
const changed = `
  subscription Changed($after: String, $account: [ID!]) {
    statusChanged(after: $after, filter: { accounts: $account }) { cursor account { id } before { ${side} } after { ${side} } }
  }`;

/** The last day of the certificate on both sides of the changes that moved it. */
const ends = (changes: readonly Data[]) =>
  changes
    .map(({ before, after }) => [before.certificate?.endsOn, after.certificate?.endsOn])
    .filter(([before, after]) => before && after && before !== after);

/** Corrects the certificate of an account and the name of its organization; returns the instant before. */
async function correct(number: string): Promise<string> {
  const knownAt = await server.instant();
  const { certificates, organization } = await server.file(number);
  const { id: certificate, version } = only(certificates);
  const input = { expectedVersion: version, issuedOn: '2031-01-18', reason: 'Typed wrongly', keepAgainstTheLaw: true };
  const { data } = await server.mutate('correctCertificate', { certificate, ...input });
  expect(data.correctCertificate).toMatchObject({ endsOn: '2034-01-18' });
  const equivalent = { ...input, expectedVersion: version + 1, issuedOn: undefined, basis: 'ISO_45001_EQUIVALENCY' };
  const { data: again } = await server.mutate('correctCertificate', { certificate, ...equivalent });
  expect(again.correctCertificate).toMatchObject({ endsOn: '2032-01-17' });
  const renamed = { organization: organization.id, expectedVersion: organization.version, legalName: `Fir ${number} Ltd.`, reason: 'Typo' };
  const corrected = await server.mutate('correctOrganization', renamed);
  expect(corrected.data.correctOrganization).toMatchObject({ legalName: `Fir ${number} Ltd.` });
  return knownAt;
}

describe.each(clients)('%s', (name, make) => {
  const number = numbers[clients.findIndex(([each]) => each === name)] ?? '';
  let knownAt: string;
  let first: string;
  beforeAll(async () => {
    const { data } = await server.graphql('{ changes { latest } }', {}, { key: server.clerk });
    first = data.changes.latest;
    knownAt = await correct(number);
    // A correction enters the feed once it has its position, a moment after it is recorded: the two may arrive separately.
    const told = async () => (await server.graphql(feed, { after: first }, { key: server.clerk })).data.changes.nodes;
    await until(async () => ends(await told()).length > 0);
  });

  test('keeps both sides of a correction apart, in one answer and in two', async () => {
    const client = make(reach());
    const variables = { subject: { wsibAccount: number }, knownAt };
    const expected = {
      then: {
        organizationName: `Spruce ${number} (synthetic) Ltd.`,
        certificate: { issuedOn: '2031-01-19', record: { issuedOn: '2031-01-18' } },
      },
      now: { organizationName: `Fir ${number} Ltd.`, certificate: { issuedOn: '2031-01-18', record: { issuedOn: '2031-01-18' } } },
    };
    expect(await client.ask(sidesOf, variables)).toMatchObject(expected);
    expect((await client.ask(present, { number })).account.standing.certificate.issuedOn).toBe('2031-01-18');
    expect(client.cached(sidesOf, variables)).toMatchObject(expected);
  });

  test('keeps the standards of the periods of one timeline apart', async () => {
    const client = make(reach());
    await client.ask(timeline);
    const { account } = client.cached(timeline);
    const certified = account.timeline.filter((period: Data) => period.certificate !== null);
    expect(certified.map((period: Data) => [period.standard, period.certificate.standard]).slice(0, 3)).toEqual([
      ['COR', 'COR'],
      ['COR_2020', 'COR_2020'],
      ['COR_2020', 'COR_2020'],
    ]);
    expect(certified.map((period: Data) => period.certificate.record.standard)).not.toContain('COR');
  });

  test('keeps the present state on a page while old changes are read, followed, and repeated after a reconnect', async () => {
    const client = make(reach());
    const { account } = await client.ask(present, { number });
    const ofAccount = { after: first, account: [account.id] };
    const isPresent = () => expect(client.cached(present, { number }).account).toEqual(account);
    const { changes } = await client.ask(feed, ofAccount);
    const told = [['2034-01-18', '2032-01-17']];
    expect(ends(changes.nodes)).toEqual(told);
    expect(ends(client.cached(feed, ofAccount).changes.nodes)).toEqual(told);
    isPresent();

    const taken: Data[] = [];
    const before = connections;
    const stop = client.follow(changed, ofAccount, (data) => taken.push(data.statusChanged));
    await until(() => taken.length >= changes.nodes.length);
    expect(ends(taken)).toEqual(told);
    isPresent();
    // The client reconnects by itself and resumes after its first cursor: the same changes come once more.
    sockets.at(-1)?.terminate();
    await until(() => connections > before + 1 && taken.length >= 2 * changes.nodes.length);
    stop();
    expect(ends(taken.slice(changes.nodes.length))).toEqual(told);
    isPresent();
  });
});
