import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLAnswer } from '../support/server.ts';
import { type MutationName, only, organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. One account a test, so that none disturbs another.
const facts = {
  organizations,
  accounts: [
    'account,organization,wsib_account',
    ...['click', 'race', 'letters', 'lift', 'lifts', 'register', 'crossed', 'free', 'deletes', 'kinds'].map(
      (name, at) => `${name},O-1,${3000001 + at}`,
    ),
  ],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-3,letters,COR_2020,EXTERNAL_AUDIT,2030-03-15',
    'C-4,lift,COR_2020,EXTERNAL_AUDIT,2030-06-01',
    'C-9,deletes,COR_2020,EXTERNAL_AUDIT,2030-06-01',
  ],
  revocations: [
    'revocation,account,from,lifted_on,reason,document',
    'V-4,lift,2031-02-01,,Reason,File 4',
    'V-5,lifts,2031-02-01,,Reason,File 5',
  ],
};

let server: WritingServer;

beforeAll(async () => {
  server = await startWriting(facts);
});

afterAll(() => server.stop());

const codeOf = ({ errors }: GraphQLAnswer): string => only(errors ?? []).extensions.code;
const changesOf = async (wsibAccount: string): Promise<number> => {
  const { id } = await server.file(wsibAccount);
  const [row]: { n: number }[] = await server.dataSource.query('select count(*)::integer as n from change where account_id = $1', [
    uuidOf(id),
  ]);
  return row?.n ?? -1;
};

let clicked: { account: string; audit: string };

describe('the same request sent twice', () => {
  test('has one effect and gets the same answer, byte for byte', async () => {
    const { id: account } = await server.file('3000001');
    // Its audit is complete on the day to which the certificate is corrected below.
    clicked = await server.issuable(account, '2031-03-09');
    const input = { idempotencyKey: 'click', ...clicked };
    const first = await server.mutate('issueCertificate', input);
    const second = await server.mutate('issueCertificate', { ...clicked, idempotencyKey: 'click' });
    expect(second.text).toBe(first.text);
    expect((await server.file('3000001')).certificates).toHaveLength(1);
    expect(await changesOf('3000001')).toBe(1);
  });

  test('still gets that answer after the record is corrected', async () => {
    const { certificates } = await server.file('3000001');
    const { id: certificate, version } = only(certificates);
    const correction = { certificate, expectedVersion: version, reason: 'r', issuedOn: '2031-03-09', idempotencyKey: 'click' };
    const corrected = await server.mutate('correctCertificate', correction);
    expect(corrected.data.correctCertificate.version).toBe(2);
    const again = await server.mutate('correctCertificate', correction);
    expect(again.text).toBe(corrected.text);
    const { data } = await server.mutate('issueCertificate', { idempotencyKey: 'click', ...clicked });
    expect(data.issueCertificate).toMatchObject({ issuedOn: today, version: 1 });
  });

  test('at the same time has one effect, and both get the answer', async () => {
    const { id: account } = await server.file('3000002');
    const input = { idempotencyKey: 'race', ...(await server.issuable(account)) };
    const answers = await Promise.all(Array.from({ length: 4 }, () => server.mutate('issueCertificate', input)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.data.issueCertificate.__typename).toBe('Certificate');
    expect((await server.file('3000002')).certificates).toHaveLength(1);
    expect(await changesOf('3000002')).toBe(1);
  });

  test('with different input under the same key is a fault and changes nothing', async () => {
    const { id: account } = await server.file('3000008');
    const input = { idempotencyKey: 'crossed', account };
    await server.mutate('confirmRegistration', input);
    const crossed = await server.mutate('confirmRegistration', { ...input, confirmedOn: '2031-03-01' });
    expect(codeOf(crossed)).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(crossed.text).not.toContain('crossed');
    expect((await server.file('3000008')).registrations).toHaveLength(1);
  });

  test('by another clerk, or for another mutation, is a new request', async () => {
    const { id: account } = await server.file('3000007');
    const input = { idempotencyKey: 'shared', account };
    const first = await server.mutate('confirmRegistration', input);
    expect(first.data.confirmRegistration.__typename).toBe('Registration');
    const other = await server.mutate('confirmRegistration', input, server.otherClerk);
    expect(other.data.confirmRegistration.code).toBe('ALREADY_REGISTERED');
    const certificate = await server.mutate('issueCertificate', {
      ...input,
      ...(await server.issuable(account, today, { registers: false })),
    });
    expect(certificate.data.issueCertificate.__typename).toBe('Certificate');
  });

  test('after a refusal or a fault is judged again', async () => {
    const { id: account } = await server.file('3000010');
    const revoke = { account, reason: 'r', document: 'd', from: '2031-03-01' };
    const { data } = await server.mutate('recordRevocation', revoke);
    const input = { idempotencyKey: 'again', account };
    expect((await server.mutate('confirmRegistration', input)).data.confirmRegistration.code).toBe('REVOCATION_STANDS');
    expect(codeOf(await server.mutate('confirmRegistration', { ...input, confirmedOn: '2031-03-11' }))).toBe('BAD_USER_INPUT');
    await server.mutate('liftRevocation', { revocation: data.recordRevocation.id, expectedVersion: 1 });
    expect((await server.mutate('confirmRegistration', input)).data.confirmRegistration.__typename).toBe('Registration');
  });

  test.each(['', 'with space', 'é', 'x'.repeat(101), undefined])('wants a key of its form: %p', async (idempotencyKey) => {
    const { id: account } = await server.file('3000008');
    const answer = await server.mutate('confirmRegistration', { account, idempotencyKey });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  });
});

describe('two clerks at once', () => {
  const together = (name: MutationName, input: Record<string, unknown>) =>
    Promise.all([server.clerk, server.otherClerk].map((key) => server.mutate(name, input, key)));

  test.each([
    ['confirmRegistration', '3000006', {}, 'ALREADY_REGISTERED', 'R-31'],
    ['recordRevocation', '3000006', { reason: 'r', document: 'd' }, 'REVOCATION_STANDS', 'R-29'],
  ] as const)('%s: one effect and one refusal that says why', async (name, wsibAccount, input, code, clause) => {
    const { id: account } = await server.file(wsibAccount);
    const before = await changesOf(wsibAccount);
    const answers = (await together(name, { account, ...input })).map(({ data }) => data[name]);
    expect(answers.filter(({ __typename }) => __typename !== 'Refused')).toHaveLength(1);
    expect(only(answers.filter(({ __typename }) => __typename === 'Refused'))).toMatchObject({ code, en: [{ clause }] });
    expect(await changesOf(wsibAccount)).toBe(before + 1);
  });

  test('issueCertificate on one audit: one certificate, and a refusal with both clauses', async () => {
    const { id: account } = await server.file('3000008');
    const input = await server.issuable(account, today, { registers: false });
    const answers = (await together('issueCertificate', input)).map(({ data }) => data.issueCertificate);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Certificate', 'Refused']);
    expect(answers.find(({ code }) => code)).toMatchObject({ code: 'ALREADY_ISSUED', en: [{ clause: 'R-32' }, { clause: 'G-2.4.h' }] });
    expect((await server.file('3000008')).certificates).toHaveLength(1);
  });

  test('issueLetterOfGoodStanding, also sent twice with one key and once with another: one letter, and a refusal for every other request', async () => {
    const { certificates } = await server.file('3000003');
    const input = { ...(await server.issuableLetter(only(certificates).id)), year: 2 };
    const requests = [
      ['letter', server.clerk],
      ['letter', server.clerk],
      ['another', server.clerk],
      ['letter', server.otherClerk],
    ] as const;
    const answers = await Promise.all(
      requests.map(([idempotencyKey, key]) => server.mutate('issueLetterOfGoodStanding', { ...input, idempotencyKey }, key)),
    );
    expect(answers[0]?.text).toBe(answers[1]?.text);
    const results = answers.slice(1).map(({ data }) => data.issueLetterOfGoodStanding);
    expect(results.map(({ __typename }) => __typename).sort()).toEqual(['LetterOfGoodStanding', 'Refused', 'Refused']);
    for (const refused of results.filter(({ code }) => code))
      expect(refused).toMatchObject({ code: 'ALREADY_ISSUED', en: [{ clause: 'R-9' }, { clause: 'G-2.4.k' }] });
    expect((await server.file('3000003')).lettersOfGoodStanding).toHaveLength(1);
  });

  test('liftRevocation: one clerk lifts it, the other gets the current version', async () => {
    const { revocations } = await server.file('3000004');
    const { id: revocation, version } = only(revocations);
    const answers = await together('liftRevocation', { revocation, expectedVersion: version });
    const lifted = answers.filter(({ errors }) => !errors);
    expect(only(lifted).data.liftRevocation).toMatchObject({ liftedOn: today, version: 2 });
    const late = only(answers.filter(({ errors }) => errors));
    expect(only(late.errors ?? [])).toMatchObject({
      message: 'The record has changed since you read it: it is now at version 2. Your change was not made.',
      extensions: { code: 'CONFLICT', field: 'input.expectedVersion', currentVersion: 2 },
    });
    expect(await changesOf('3000004')).toBe(1);
  });

  test('a removal and a correction: one takes effect, and the other clerk is notified', async () => {
    const { certificates } = await server.file('3000009');
    const { id: certificate, version } = only(certificates);
    const known = { certificate, expectedVersion: version, reason: 'r' };
    const answers = await Promise.all([
      server.mutate('correctCertificate', { ...known, recordedInError: true }),
      server.mutate('correctCertificate', { ...known, issuedOn: '2030-06-02' }, server.otherClerk),
    ]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(['CONFLICT', 'NOT_FOUND']).toContain(codeOf(only(answers.filter(({ errors }) => errors))));
    expect(await changesOf('3000009')).toBe(1);
  });
});

test('a version that never existed is a conflict too, and changes nothing', async () => {
  const { revocations } = await server.file('3000005');
  const { id: revocation, version } = only(revocations);
  const answer = await server.mutate('liftRevocation', { revocation, expectedVersion: version + 1 });
  expect(only(answer.errors ?? []).extensions).toMatchObject({ code: 'CONFLICT', currentVersion: version });
  expect(await server.standing('3000005')).toBe('REVOKED');
});
