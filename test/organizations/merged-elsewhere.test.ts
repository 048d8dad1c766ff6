// Three nodes of one registry: clerks merge two firms on one; the second is notified, as of a revoked key; the third hears nothing and still remembers the key of
// the firm that ended. An account of each is registered, which only their own keys see; another of the one that stays is certified.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { workOn } from '../support/webhook-owner.ts';
import { type Receiver, startReceiver } from '../support/webhook-receiver.ts';
import { only, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Alpha Framing Ltd.,,,,',
    'O-2,Alfa Framing Limited,,,,',
  ],
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001', 'A-2,O-2,1000002', 'A-3,O-1,1000003'],
  certificates: ['number,account,standard,basis,issued_on', 'C-3,A-3,COR_2020,EXTERNAL_AUDIT,2030-06-01'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,A-1,2031-01-06,', 'R-2,A-2,2031-01-07,'],
};

/** A revoked key ends on another node within this time, in milliseconds. */
const SOON_MS = 5_000;

let here: WritingServer;
let notified: TestServer;
let deaf: TestServer;
let receiver: Receiver;
/** The key of the firm that ends. */
let key: string;
let socket: WebSocket;
const heard: string[] = [];

async function asked(node: TestServer, query: string, variables: object = {}) {
  const { data, errors } = await node.graphql(query, { ...variables }, { key });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Whether a node shows the file of an account to the holder of the key. */
async function opens(node: TestServer, wsibAccount: string): Promise<boolean> {
  const { account } = await asked(node, `{ account(wsibAccount: "${wsibAccount}") { file { registrations { id } } } }`);
  return account?.file?.registrations.length === 1;
}

const creating = `mutation ($list: CreateWatchListInput!, $webhook: CreateWebhookInput!, $calendar: CreateCalendarFeedInput!, $mail: CreateEmailDigestInput!,
  $tender: KeepRequirementInput!) {
  createWatchList(input: $list) { ... on WatchList { name } } createWebhook(input: $webhook) { ... on IssuedWebhook { secret } }
  createCalendarFeed(input: $calendar) { ... on IssuedCalendarFeed { path } } createEmailDigest(input: $mail) { ... on EmailDigest { address } }
  keepRequirement(input: $tender) { ... on KeptRequirement { name } } }`;

/** One of everything that belongs to the holder of a key; returns the address of the calendar. */
async function make(node: TestServer, name: string): Promise<string> {
  const idempotencyKey = name;
  const made = await asked(node, creating, {
    list: { idempotencyKey, name, wsibAccounts: ['1000001'] },
    webhook: { idempotencyKey, url: `${receiver.url}?${name}`, filter: { kinds: ['STANDING'] } },
    calendar: { idempotencyKey, name },
    mail: { idempotencyKey, address: `${name}@example.ca` },
    tender: { idempotencyKey, name, requirement: { routes: ['COR'], isPendingAccepted: false } },
  });
  return made.createCalendarFeed.path;
}

const owned = '{ watchLists { name } webhooks { url } calendarFeeds { name } emailDigests { address } keptRequirements { name } }';
const ownedAs = (...names: string[]) => ({
  watchLists: names.map((name) => ({ name })),
  webhooks: names.map((name) => ({ url: `${receiver.url}?${name}` })),
  calendarFeeds: names.map((name) => ({ name })),
  emailDigests: names.map((name) => ({ address: `${name}@example.ca` })),
  keptRequirements: names.map((name) => ({ name })),
});

async function subscribe(): Promise<void> {
  socket = new WebSocket(`${notified.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const query = 'subscription { statusChanged { account { wsibAccount } before { standing } after { standing } } }';
  let isReady = false;
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } })));
  socket.on('message', (data) => {
    const { type, payload } = JSON.parse(String(data));
    isReady ||= type === 'connection_ack';
    const change = payload?.data?.statusChanged;
    if (change) heard.push(`${change.account.wsibAccount} ${change.before.standing} ${change.after.standing}`);
  });
  await until(() => isReady);
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
}

let calendar: string;
const organization: Record<string, string> = {};

beforeAll(async () => {
  receiver = await startReceiver();
  const options = { now: `${today}T15:00:00Z`, privateTargets: true, mailsDigests: true };
  here = await startWriting(facts, { ...options, upkeep: true });
  notified = await startTestServer({ ...options, beside: here, upkeep: true });
  deaf = await startTestServer({ ...options, beside: here });
  const [kept, ended] = [(await here.file('1000001')).organization, (await here.file('1000002')).organization];
  Object.assign(organization, { kept: kept.id, ended: ended.id });
  key = await here.keyFor('organization', 'Alfa Framing Limited', uuidOf(ended.id));
  calendar = await make(notified, 'before');
  await subscribe();
  for (const node of [notified, deaf]) expect([await opens(node, '1000001'), await opens(node, '1000002')]).toEqual([false, true]);
  const { data } = await here.mutate('mergeOrganizations', {
    ...{ organization: kept.id, expectedVersion: kept.version },
    ...{ other: ended.id, otherExpectedVersion: ended.version },
  });
  expect(data.mergeOrganizations).toMatchObject({ id: kept.id });
});

afterAll(async () => {
  socket.close();
  await deaf.stop();
  await notified.stop();
  await here.stop();
  await receiver.close();
});

describe('after two organizations were merged on another node', () => {
  test('the key of the one that ended opens the file of both within five seconds', async () => {
    await until(() => opens(notified, '1000001'), SOON_MS);
    expect(await opens(notified, '1000002')).toBe(true);
  });

  test('both ids lead to the one that stays', async () => {
    for (const id of Object.values(organization)) {
      const read = await asked(notified, `{ organization(id: "${id}") { id accounts { wsibAccount } } node(id: "${id}") { id } }`);
      expect(read).toEqual({
        organization: { id: organization.kept, accounts: ['1000001', '1000002', '1000003'].map((wsibAccount) => ({ wsibAccount })) },
        node: { id: organization.kept },
      });
    }
  });

  test('what a node that was not notified makes for it belongs to the one that stays', async () => {
    expect(await opens(deaf, '1000002')).toBe(false);
    await make(deaf, 'meanwhile');
    for (const node of [here, notified]) expect(await asked(node, owned)).toEqual(ownedAs('before', 'meanwhile'));
  });

  test('its calendar, webhooks and subscriptions tell of the accounts of both', async () => {
    const worker = await workOn(here);
    const account = await here.file('1000001');
    const registration = only(account.registrations);
    const { data } = await here.mutate('withdrawRegistration', { registration: registration.id, expectedVersion: registration.version });
    expect(data.withdrawRegistration.__typename).toBe('Registration');
    await stampChanges(here.dataSource);
    const told = '1000001 REGISTERED NOT_REGISTERED';
    await until(() => heard.includes(told), SOON_MS);
    const messages = () => receiver.arrived.map(({ body }) => body).filter((body) => body.includes('NOT_REGISTERED'));
    await until(() => messages().length === 2);
    for (const message of messages()) expect(message).toContain('1000001');
    await worker.close();
    const { text } = await notified.request.get(calendar).expect(200);
    // The maintenance audit for the anniversary of 1 June 2031 is due 60 days before.
    expect(text).toContain('1000003');
    expect(text).toContain('DTSTART;VALUE=DATE:20310402');
  });
});
