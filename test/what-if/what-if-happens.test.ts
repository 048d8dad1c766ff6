import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { auditForCertificate, auditForLetter } from '../support/sound-audits.ts';

const today = '2026-11-20';

// 1000001 is pending without its letter of 1 October 2026; 1000002 lost its certification on 31 August 2026.
const facts = {
  organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Alder Ltd.,,,,'],
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001', 'A-2,O-1,1000002'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2025-10-01',
    'C-2,A-2,COR_2020,EXTERNAL_AUDIT,2025-06-01',
  ],
};

let server: TestServer;
let staff: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer({ now: `${today}T15:00:00Z` });
  await record(server.dataSource, facts, today);
  staff = await server.keyFor('staff');
  const known = await server.dataSource.query(`
    select reference as name, id from account union all select number, id from certificate`);
  for (const { name, id } of known) ids[name] = id;
});

afterAll(() => server.stop());

const globalId = (type: 'Account' | 'Certificate', name: string): string => toGlobalId(type, ids[name] ?? '');

const words = 'code message reasons { clause holds decides because }';
const outlook = 'standing since holdsUntil then stage { stage } obligations { kind state opensOn dueOn lastDay doneOn }';

async function asked(query: string, variables: object) {
  const { data, errors } = await server.graphql(query, { ...variables }, { key: staff });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const suppose = async (account: string, supposed: object) =>
  (
    await asked(
      `query ($account: ID!, $facts: HypotheticalFacts!) { whatIf(account: $account, facts: $facts) {
        after { ${outlook} } refusals { refusal { ${words} } } } }`,
      { account: globalId('Account', account), facts: supposed },
    )
  ).whatIf;

const present = async (wsibAccount: string) => {
  const { account } = await asked(
    `query ($w: String!) { account(wsibAccount: $w) { standing { standing since holdsUntil then } stage { stage }
      obligations { kind state opensOn dueOn lastDay doneOn } } }`,
    { w: wsibAccount },
  );
  const { standing, ...rest } = account;
  return { ...standing, ...rest };
};

const mutate = async (name: string, input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Refused { ${words} } } }`;
  return (await asked(text, { input: { idempotencyKey: randomUUID(), ...input } }))[name];
};

test('R-13: what is refused as an assumption is refused as a fact, in the same words', async () => {
  const { refusals } = await suppose('A-2', { certificates: [{ standard: 'COR_2020', issuedOn: today }] });
  const { __typename, ...refused } = await mutate('issueCertificate', { account: globalId('Account', 'A-2'), standard: 'COR_2020' });
  expect(__typename).toBe('Refused');
  expect(refused.code).toBe('REGISTRATION_NEEDED');
  expect(refusals).toEqual([{ refusal: refused }]);
});

test('G-2.4.k: a letter does what was predicted', async () => {
  const certificate = globalId('Certificate', 'C-1');
  const audit = await auditForLetter(server.dataSource, certificate, today);
  const { after } = await suppose('A-1', { lettersOfGoodStanding: [{ year: 2, issuedOn: today }] });
  expect(after).toMatchObject({ standing: 'CERTIFIED', since: today });
  await mutate('issueLetterOfGoodStanding', { certificate, audit, year: 2 });
  expect(await present('1000001')).toEqual(after);
});

test('R-29: a revocation does what was predicted', async () => {
  const { after } = await suppose('A-1', { revocations: [{ from: today }] });
  expect(after).toMatchObject({ standing: 'REVOKED', since: today });
  await mutate('recordRevocation', { account: globalId('Account', 'A-1'), from: today, reason: 'A reason', document: 'D-1' });
  expect(await present('1000001')).toEqual(after);
});

test('G-2.1.a, R-13: a registration and a certificate after a loss do what was predicted', async () => {
  const account = globalId('Account', 'A-2');
  const audit = await auditForCertificate(server.dataSource, account, today, { registers: false });
  const supposed = { registrations: [{ confirmedOn: '2026-11-19' }], certificates: [{ standard: 'COR_2020', issuedOn: today }] };
  const { after, refusals } = await suppose('A-2', supposed);
  expect([after.standing, refusals]).toEqual(['CERTIFIED', []]);
  await mutate('confirmRegistration', { account, confirmedOn: '2026-11-19' });
  await mutate('issueCertificate', { account, audit });
  expect(await present('1000002')).toEqual(after);
});
