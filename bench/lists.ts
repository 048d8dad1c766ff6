import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { type AccountKey, accountsOf, numberOfAccounts } from '../src/accounts/accounts.sql.ts';
import { storedPeriodColumns } from '../src/accounts/period-columns.ts';
import type { KeyRange } from '../src/connection/key-range.ts';
import { createDataSource, migrate } from '../src/database/data-source.ts';
import { startEphemeral } from '../src/database/embedded/ephemeral.ts';
import type { Statement } from '../src/database/sql-parameters.ts';
import type { Audience } from '../src/disclosure/audience.ts';
import { type Criteria, criteriaOf } from '../src/standing/criteria.ts';
import { numbersGiven } from './flags.ts';
import { fillRegistry } from './lists-registry.ts';

// The cost of a page of each list for PostgreSQL. `npm run bench:lists -- --help` has the number of accounts, and a database that was filled before.

const today = '2026-11-20';
const everybody: Audience = { today, known: ['CERTIFIED', 'PENDING'], organizationId: null, recipients: null, consented: [] };
const staff: Audience = { today, known: null, organizationId: null, recipients: null, consented: [] };
const page: KeyRange = { above: null, below: null, direction: 'desc', limit: 51 };

const columns = () => `a.id as "accountId", a.organization_id as "organizationId", a.wsib_account as "wsibAccount", ${storedPeriodColumns}`;

function accounts(audience: Audience, asked: Partial<Criteria>, key: AccountKey = 'since', range: Partial<KeyRange> = {}): Statement {
  return accountsOf({ audience, criteria: { ...criteriaOf(null, today), ...asked }, key }, { ...page, ...range }, columns);
}

const counting = (audience: Audience, asked: Partial<Criteria>): Statement =>
  numberOfAccounts({ audience, criteria: { ...criteriaOf(null, today), ...asked }, key: 'since' });

const statements: Readonly<Record<string, Statement>> = {
  'accounts PENDING, latest first': accounts(everybody, { standings: ['PENDING'] }),
  'accounts PENDING, earliest first': accounts(everybody, { standings: ['PENDING'] }, 'since', { direction: 'asc' }),
  'accounts PENDING, by name': accounts(everybody, { standings: ['PENDING'] }, 'name', { direction: 'asc' }),
  'accounts, latest first': accounts(everybody, {}),
  'accounts, earliest first': accounts(everybody, {}, 'since', { direction: 'asc' }),
  'accounts, by name': accounts(everybody, {}, 'name', { direction: 'asc' }),
  'accounts for staff': accounts(staff, {}),
  'accounts REVOKED for staff': accounts(staff, { standings: ['REVOKED'] }),
  'accounts REVOKED for staff, by name': accounts(staff, { standings: ['REVOKED'] }, 'name', { direction: 'asc' }),
  'accounts of a large city': accounts(everybody, { city: 'Toronto' }),
  'accounts of a small city': accounts(everybody, { city: 'Village 3' }),
  'accounts of a large city, by name': accounts(everybody, { city: 'Toronto' }, 'name', { direction: 'asc' }),
  'accounts of a small city, by name': accounts(everybody, { city: 'Village 3' }, 'name', { direction: 'asc' }),
  'accounts by equivalency': accounts(everybody, { basis: 'ISO_45001_EQUIVALENCY' }),
  'accounts by an equivalency that no account has': accounts(everybody, { basis: 'MLITSD_EQUIVALENCY' }),
  'accounts held to COR': accounts(everybody, { standard: 'COR' }),
  'accounts ending within 30 days': accounts(everybody, { endingBefore: '2026-12-21' }),
  'accounts PENDING a year ago': accounts(everybody, { standings: ['PENDING'], on: '2025-11-20' }),
  'count of accounts': counting(everybody, {}),
  'count of accounts PENDING': counting(everybody, { standings: ['PENDING'] }),
  'count of accounts of a large city': counting(everybody, { city: 'Toronto' }),
};

interface Plan {
  readonly 'Execution Time': number;
  readonly 'Planning Time': number;
  readonly Plan: { readonly 'Actual Rows': number };
}

/** The median of five runs, after a first one that does not count: execution and planning in milliseconds, and rows found. */
async function timed(dataSource: DataSource, { text, values }: Statement): Promise<string> {
  const plans: Plan[] = [];
  for (let run = 0; run < 6; run++) {
    const [row]: { 'QUERY PLAN': Plan[] }[] = await dataSource.query(`explain (analyze, timing off, format json) ${text}`, [...values]);
    plans.push(...(row?.['QUERY PLAN'] ?? []));
  }
  const [median] = plans
    .slice(1)
    .sort((a, b) => a['Execution Time'] - b['Execution Time'])
    .slice(2);
  return `${median?.['Execution Time'].toFixed(2)} ms + ${median?.['Planning Time'].toFixed(2)} ms of planning, ${median?.Plan['Actual Rows']} rows`;
}

const { accounts: size, database: filled } = numbersGiven(
  'bench:lists',
  'Times the statements of lists.',
  { accounts: ['how many invented accounts', 100_000] },
  { database: 'the address of a database that was filled before, instead' },
);
const server = filled ? { url: filled, stop: async () => {} } : await startEphemeral();
const dataSource = await createDataSource(server.url, { poolSize: 1 }).initialize();
try {
  if (!filled) await migrate(dataSource);
  if (!filled) await fillRegistry(dataSource, size, today);
  for (const [name, statement] of Object.entries(statements)) console.log(`${name}: ${await timed(dataSource, statement)}`);
} finally {
  await dataSource.destroy();
  await server.stop();
}
