import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/database/data-source.ts';
import type { Scope } from '../../../src/database/tables/api-key.table.ts';
import { createKey } from '../../../src/keys/keys.ts';
import { stampChanges } from '../../../src/outbox/sequencer.ts';
import { freshDatabase } from '../../support/database.ts';
import { record } from '../../support/recorded.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { filesOf, type Hidden, hiddenFacts, known, knownLater } from './facts.ts';
import {
  accountNamed,
  altered,
  appealed,
  applied,
  calendared,
  consent,
  disclosed,
  employed,
  erasedAuditor,
  erasedPerson,
  excepted,
  intended,
  kept,
  keptRequirement,
  mailed,
  renumbered,
  replacedHidden,
  reported,
  requested,
  sentWith,
  subscribed,
  watched,
  withdrawnApplication,
} from './records.ts';

/** The day on which the walk asks. */
export const today = '2026-11-20';

/** The callers that walk. A buyer and a portal with consents are separate walkers, and come after the organization that sees those consents. */
export const walkers = {
  public: { scope: null, holder: '', hidden: ['registered', 'bidding', 'other'] },
  ministry: { scope: 'ministry', holder: 'Ministry', hidden: ['registered', 'bidding', 'other'] },
  association: { scope: 'association', holder: 'Association', hidden: ['registered', 'bidding', 'other'] },
  organization: { scope: 'organization', holder: 'Own Framing Corp.', hidden: ['registered', 'bidding', 'other'] },
  sose: { scope: 'sose', holder: 'Another portal', hidden: ['registered', 'bidding', 'other'] },
  'sose with an application': { scope: 'sose', holder: 'SOSE portal', hidden: ['registered', 'bidding', 'other'] },
  wsib: { scope: 'wsib', holder: 'WSIB', hidden: ['bidding', 'other'] },
  buyer: { scope: 'buyer', holder: 'City of Toronto', hidden: ['registered', 'other'] },
  'buyer with consents': { scope: 'buyer', holder: 'City of Sudbury', hidden: ['registered', 'other'] },
  staff: { scope: 'staff', holder: 'Clerk', hidden: [] },
  admin: { scope: 'admin', holder: 'Admin', hidden: [] },
} as const satisfies Record<string, { scope: Scope | null; holder: string; hidden: readonly Hidden[] }>;

export type Walker = keyof typeof walkers;

/** The registries that are walked; they differ in what is hidden from the walkers. */
export interface Worlds {
  readonly keys: Readonly<Record<Walker, string | null>>;
  /** Has everything that is visible to every walker. */
  readonly one: TestServer;
  /** Also has what is hidden from the walker; everything, for a walker from whom nothing is hidden. */
  secondOf(walker: Walker): TestServer;
  stop(): Promise<void>;
}

/** The worlds that some walkers need. */
export async function makeWorlds(names: readonly Walker[]): Promise<Worlds> {
  const base = await freshDatabase();
  const keys = await fillFirst(base.url);
  const start = () => startTestServer({ now: `${today}T15:00:00Z`, template: new URL(base.url).pathname.slice(1), mailsDigests: true });
  const one = await start();
  const seconds = new Map<string, TestServer>();
  for (const hidden of names.map(hiddenFrom)) {
    if (seconds.has(hidden.join())) continue;
    const second = await start();
    seconds.set(hidden.join(), second);
    await addHidden(second.dataSource, hidden);
  }
  await base.drop();
  return { keys, one, secondOf: (walker) => secondFor(hiddenFrom(walker), seconds), stop: () => stopAll([one, ...seconds.values()]) };
}

/** What only a walker's second world has: everything, for a walker from whom nothing is hidden. */
function hiddenFrom(walker: Walker): readonly Hidden[] {
  const { hidden } = walkers[walker];
  return hidden.length > 0 ? hidden : ['registered', 'bidding', 'other'];
}

function secondFor(hidden: readonly Hidden[], seconds: ReadonlyMap<string, TestServer>): TestServer {
  const second = seconds.get(hidden.join());
  if (!second) throw new Error('These worlds were not made for this walker.');
  return second;
}

async function stopAll(servers: readonly TestServer[]): Promise<void> {
  for (const server of servers) await server.stop();
}

async function fillFirst(url: string): Promise<Record<Walker, string | null>> {
  const source = await createDataSource(url).initialize();
  await record(source, filesOf([known]), today);
  await record(source, filesOf([knownLater]), today);
  const keys = await makeKeys(source);
  const account = await accountNamed(source, 'A-5');
  await consent(source, account, 'City of Sudbury', 'REGISTERED_STATUS', null);
  await consent(source, account, 'SOSE portal', 'AUDIT_FACTS', null);
  const told = await consent(source, account, 'City of Sudbury', 'AUDIT_FACTS', null);
  await disclosed(source, account, told);
  await requested(source, account);
  await renumbered(source, account, '8000005');
  await employed(source, account, 'Olive Own');
  await erasedPerson(source, account);
  await applied(source, account);
  // Of the account with a certificate and an audit.
  await excepted(source, await accountNamed(source, 'A-3'));
  await sentWith(source, account);
  await appealed(source, account);
  await intended(source, account);
  for (const buyer of ['City of Toronto', 'City of Sudbury']) await subscribed(source, buyer);
  const later = await accountNamed(source, 'A-4');
  await kept(source, later, walkers.buyer, 1);
  await kept(source, later, walkers.admin, 2);
  // The second world has some of these accounts, the first has not. Beside one that both have, the extra work for these would not show.
  await watched(source, 'City of Toronto', ['2000021', '2000024', '2000026', '9999999']);
  await watched(source, 'City of Sudbury', ['1000001', '1000005', '2000021', '2000024', '2000026', '9999999']);
  await calendared(source, walkers.organization.holder, 'O-5');
  await mailed(source, walkers.organization.holder, 'O-5');
  for (const walker of [walkers.buyer, walkers.admin]) await keptRequirement(source, walker);
  await stampChanges(source);
  // A database with open connections cannot be copied.
  await source.destroy();
  return keys;
}

async function makeKeys(source: DataSource): Promise<Record<Walker, string | null>> {
  const [own] = await source.query(`select id from organization where reference = 'O-5'`);
  const made: Partial<Record<Walker, string | null>> = {};
  for (const [walker, { scope, holder }] of Object.entries(walkers)) {
    const organizationId = scope === 'organization' ? own.id : null;
    const key = scope === null ? null : (await createKey(source.manager, { scope, holder, organizationId })).key;
    Object.assign(made, { [walker]: key });
  }
  // Every walker has its key by now.
  return made as Record<Walker, string | null>;
}

/** Adds what is hidden from a walker: facts, and consents that are not to it, not yet in effect, or no longer. */
async function addHidden(source: DataSource, hidden: readonly Hidden[]): Promise<void> {
  await record(source, filesOf(hidden.map((facts) => hiddenFacts[facts])), today);
  await erasedAuditor(source, 'AU-1', today);
  await stampChanges(source);
  await replacedHidden(source, 'A-4', 'A-24');
  await kept(source, await accountNamed(source, 'A-4'), { scope: 'buyer', holder: 'Somebody' }, 3);
  await subscribed(source, 'Somebody');
  await watched(source, 'Somebody', ['1000001']);
  await calendared(source, 'Somebody', 'O-5');
  await mailed(source, 'Somebody', 'O-5');
  await keptRequirement(source, { scope: 'buyer', holder: 'Somebody' });
  await altered(source, { organization: 'O-5', account: 'A-5' });
  for (const reference of ['A-24', 'A-26']) await renumbered(source, await accountNamed(source, reference), `80000${reference.slice(2)}`);
  for (const reference of ['A-1', 'A-6', 'A-24', 'A-26']) {
    const account = await accountNamed(source, reference);
    await requested(source, account);
    await reported(source, account);
    await employed(source, account, 'Hidden Person');
    await erasedPerson(source, account);
    await applied(source, account);
    await excepted(source, account);
    await sentWith(source, account);
    await appealed(source, account);
    await disclosed(source, account, await consent(source, account, 'Somebody else', 'AUDIT_FACTS', null));
    for (const recipient of everybody) await consent(source, account, recipient, 'AUDIT_FACTS', '2026-11-19');
  }
  for (const portal of ['SOSE portal', 'Another portal']) await withdrawnApplication(source, await accountNamed(source, 'A-2'), portal);
  // A consent to registrations opens no other standing and no audits.
  for (const reference of ['A-2', 'A-24', 'A-26']) {
    const account = await accountNamed(source, reference);
    for (const recipient of everybody) await consent(source, account, recipient, 'REGISTERED_STATUS', null);
  }
}

const everybody = [
  ...['City of Sudbury', 'City of Toronto', 'SOSE portal', 'Another portal', 'Ministry', 'Association', 'WSIB', 'Own Framing Corp.'],
  'ANY_BUYER',
];
