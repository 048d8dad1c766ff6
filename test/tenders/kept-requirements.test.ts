import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Every firm here is made up. The server's day is 20 November 2026.
const facts = {
  organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Alder Paving Ltd.,,,,Sampleton'],
  accounts: ['account,organization,wsib_account', 'alder,O-1,9000001'],
  certificates: ['number,account,standard,basis,issued_on', 'C-1,alder,COR_2020,EXTERNAL_AUDIT,2026-01-10'],
};

let server: TestServer;
const keys = { york: '', yorkToo: '', toronto: '', wsibOfYork: '' };
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, '2026-11-20');
  keys.york = await server.keyFor('buyer', 'York Region');
  keys.yorkToo = await server.keyFor('buyer', 'york region');
  keys.toronto = await server.keyFor('buyer', 'City of Toronto');
  keys.wsibOfYork = await server.keyFor('wsib', 'York Region');
});
afterAll(() => server.stop());

const shown =
  '__typename ... on KeptRequirement { id name routes isPendingAccepted contractTo owner isForConstruction version warning { notNamed } }';
const texts = {
  keep: `mutation ($input: KeepRequirementInput!) { done: keepRequirement(input: $input) { ${shown} } }`,
  correct: `mutation ($input: CorrectKeptRequirementInput!) { done: correctKeptRequirement(input: $input) { ${shown} } }`,
  remove: `mutation ($input: RemoveKeptRequirementInput!) { done: removeKeptRequirement(input: $input) { ${shown} } }`,
};

let requests = 0;
async function send(text: keyof typeof texts, input: Record<string, unknown>, key = keys.york) {
  requests += 1;
  const idempotencyKey = text === 'keep' ? { idempotencyKey: `k-${requests}` } : {};
  return server.graphql(texts[text], { input: { ...idempotencyKey, ...input } }, { key });
}
async function done(...given: Parameters<typeof send>) {
  const { data, errors } = await send(...given);
  expect(errors).toBeUndefined();
  return data.done;
}
async function fault(...given: Parameters<typeof send>): Promise<unknown> {
  const { errors } = await send(...given);
  return [errors?.[0]?.extensions.code, errors?.[0]?.extensions.field];
}

const namesOf = async (key: string): Promise<unknown> => {
  const { data } = await server.graphql('{ keptRequirements { name } }', {}, { key });
  return data.keptRequirements.map(({ name }: { name: string }) => name);
};

const check = async (given: Record<string, unknown>, key = keys.york) => {
  const text = `query ($name: String, $requirement: TenderRequirement) {
    checkRequirement(keptRequirement: $name, requirement: $requirement, rows: [{ number: "9000001" }]) { outcome route warning { notNamed } } }`;
  return server.graphql(text, given, { key });
};

describe('a kept requirement', () => {
  test('is stored, listed, corrected and removed by its key’s holder', async () => {
    const made = await done('keep', { name: ' Roads ', requirement: { routes: ['COR_2020', 'REGISTRATION'], owner: 'PUBLIC_SECTOR' } });
    const asked = { routes: ['COR_2020', 'REGISTRATION'], isPendingAccepted: true, contractTo: null, owner: 'PUBLIC_SECTOR' };
    const whole = { __typename: 'KeptRequirement', id: made.id, name: 'Roads', ...asked, isForConstruction: true };
    expect(made).toEqual({ ...whole, version: 1, warning: { notNamed: ['ISO_45001_2018'] } });
    const requirement = { routes: ['COR'], contractTo: '2027-03-31', isPendingAccepted: false };
    const corrected = await done('correct', { keptRequirement: made.id, expectedVersion: 1, requirement }, keys.yorkToo);
    expect(corrected).toMatchObject({ name: 'Roads', ...requirement, owner: 'PRIVATE', version: 2, warning: null });
    expect(await done('correct', { keptRequirement: made.id, expectedVersion: 2, name: 'Bridges' })).toMatchObject({ routes: ['COR'] });
    expect(await namesOf(keys.yorkToo)).toEqual(['Bridges']);
    expect(await fault('remove', { keptRequirement: made.id, expectedVersion: 2 })).toEqual(['CONFLICT', 'input.expectedVersion']);
    expect(await done('remove', { keptRequirement: made.id, expectedVersion: 3 })).toMatchObject({ version: 4 });
    expect(await namesOf(keys.york)).toEqual([]);
    expect(await fault('remove', { keptRequirement: made.id, expectedVersion: 4 })).toEqual(['NOT_FOUND', undefined]);
  });

  test('frees its name once it is removed, and only then', async () => {
    const first = await done('keep', { name: 'Écoles', requirement: { routes: ['COR'] } });
    expect(await fault('keep', { name: ' écoles', requirement: { routes: ['COR'] } })).toEqual(['BAD_USER_INPUT', 'input.name']);
    expect(await fault('keep', { name: ' ', requirement: { routes: ['COR'] } })).toEqual(['BAD_USER_INPUT', 'input.name']);
    await done('remove', { keptRequirement: first.id, expectedVersion: 1 });
    await done('keep', { name: 'écoles', requirement: { routes: ['COR'] } });
  });

  test('can be used by its name', async () => {
    await done('keep', { name: 'Sewers', requirement: { routes: ['COR_2020'], owner: 'PUBLIC_SECTOR' } });
    const { data } = await check({ name: ' SEWERS ' });
    expect(data.checkRequirement).toEqual([{ outcome: 'MET', route: 'COR_2020', warning: { notNamed: ['ISO_45001_2018'] } }]);
  });

  test('of someone else looks like one that does not exist', async () => {
    const { id } = await done('keep', { name: 'Parks', requirement: { routes: ['COR'] } });
    for (const key of [keys.toronto, keys.wsibOfYork]) {
      const [theirs, absent] = await Promise.all(['Parks', 'Nothing'].map((name) => check({ name }, key)));
      expect(theirs?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect(JSON.stringify(theirs?.errors)).toBe(JSON.stringify(absent?.errors));
      expect((await server.graphql('query ($id: ID!) { node(id: $id) { id } }', { id }, { key })).data.node).toBeNull();
      expect(await fault('correct', { keptRequirement: id, expectedVersion: 1, name: 'Mine' }, key)).toEqual(['NOT_FOUND', undefined]);
    }
    expect((await server.graphql('query ($id: ID!) { node(id: $id) { id } }', { id }, { key: keys.york })).data.node).toEqual({ id });
  });

  test('needs a key, and a question has either a requirement or a name', async () => {
    const { errors } = await server.graphql('{ keptRequirements { name } }');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    for (const given of [{}, { name: 'Sewers', requirement: { routes: ['COR'] } }]) {
      const [error] = (await check(given)).errors ?? [];
      expect([error?.extensions.code, error?.extensions.field]).toEqual(['BAD_USER_INPUT', 'requirement']);
    }
  });

  test('stays in a receipt as it was when asked, whatever it is corrected to', async () => {
    const { id } = await done('keep', { name: 'Schools', requirement: { routes: ['COR_2020'] } });
    const keep = `mutation { keepReceipt(input: { idempotencyKey: "schools", rows: [{ number: "9000001" }], keptRequirement: "schools" }) {
      ... on Receipt { number requirement { routes owner contractTo } rows { said { outcome route } } } } }`;
    const { number, requirement, rows } = (await server.graphql(keep, {}, { key: keys.york })).data.keepReceipt;
    expect(requirement).toEqual({ routes: ['COR_2020'], owner: 'PRIVATE', contractTo: null });
    expect(rows).toEqual([{ said: { outcome: 'MET', route: 'COR_2020' } }]);
    await done('correct', { keptRequirement: id, expectedVersion: 1, requirement: { routes: ['RECIPROCITY_FOR_BIDDING'] } });
    const text = 'query ($number: String!) { receipt(number: $number) { rows { differs now { outcome } } } }';
    const { data } = await server.graphql(text, { number }, { key: keys.york });
    expect(data.receipt.rows).toEqual([{ differs: [], now: { outcome: 'MET' } }]);
  });
});
