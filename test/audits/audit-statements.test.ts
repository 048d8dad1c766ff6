import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { enterAudit, enterInternalAuditor, inUnit } from '../support/sound-audits.ts';
import { organizations, startWriting, today, type WritingServer } from '../support/writing.ts';

const numbers = Array.from({ length: 50 }, (_, at) => 4000001 + at);
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', ...numbers.map((number) => `A-${number},O-1,${number}`)],
  registrations: ['registration,account,confirmed_on,withdrawn_on', ...numbers.map((number) => `R-${number},A-${number},2030-01-05,`)],
};

let server: WritingServer;

beforeAll(async () => {
  server = await startWriting(facts);
  const accounts: { id: string }[] = await server.dataSource.query('select id from account');
  await inUnit(server.dataSource, today, async (unit) => {
    for (const { id: accountId } of accounts) {
      const internalAuditorId = await enterInternalAuditor(unit, accountId, '2030-06-03');
      const audit = { accountId, tool: 'COR_2020', internalAuditorId, startedOn: '2030-06-03', receivedOn: '2030-06-10' } as const;
      await enterAudit(unit, { ...audit, type: 'INITIAL_INTERNAL' });
    }
  });
}, 60_000);

afterAll(() => server.stop());

test('50 accounts with their stage, obligations, people and audits take no more statements than two accounts', async () => {
  const list = `query ($first: Int) { accounts(first: $first) { nodes { stage { stage } obligations { kind }
    file { people { role person { name } } audits { type steps { step } documents { kind } } } } } }`;
  const statements = async (first: number): Promise<number> => {
    server.statements();
    const { data, errors } = await server.graphql(list, { first }, { key: server.clerk });
    expect(errors).toBeUndefined();
    expect(data.accounts.nodes).toHaveLength(first);
    expect(
      data.accounts.nodes.every(
        ({ file }: { file: { audits: unknown[]; people: unknown[] } }) => file.audits.length + file.people.length === 2,
      ),
    ).toBe(true);
    return server.statements().length;
  };
  // The first read of a process may prepare something.
  await statements(3);
  const two = await statements(2);
  expect(await statements(50)).toBeLessThanOrEqual(two);
});
