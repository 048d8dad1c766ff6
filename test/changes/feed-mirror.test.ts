import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clockOf } from '../../src/clock.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { record } from '../support/recorded.ts';
import { sweepOn } from '../support/registry-time.ts';
import { only, organizations, startWriting, today, type WritingServer } from '../support/writing.ts';

const names = ['fresh', 'registered', 'due', 'late', 'revoked', 'lost', 'equivalent', 'bidding'];

const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', ...names.map((name, at) => `${name},O-1,${7000001 + at}`)],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-2,registered,2031-01-05,', 'R-6,lost,2027-01-05,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-3,due,COR_2020,EXTERNAL_AUDIT,2030-03-15',
    'C-4,late,COR_2020,EXTERNAL_AUDIT,2029-12-20',
    'C-5,revoked,COR,EXTERNAL_AUDIT,2030-06-01',
    'C-6,lost,COR_2020,EXTERNAL_AUDIT,2028-03-01',
    'C-7,equivalent,COR_2020,ISO_45001_EQUIVALENCY,2030-03-20',
  ],
  bidding_documents: ['number,account,kind,issued_on,host_expires_on', 'B-8,bidding,LETTER_OF_RECIPROCITY,2031-02-01,2031-05-24'],
};

let server: WritingServer;
let instant = `${today}T15:00:00Z`;

beforeAll(async () => {
  const now = () => new Date(instant);
  server = await startWriting(facts, { clock: clockOf(now) });
});

afterAll(() => server.stop());

const file = (name: string) => server.file(String(7000001 + names.indexOf(name)));

/** What is visible to anyone about an account. */
const shown = `wsibAccount organization { legalName city } standing {
  standing standard basis since holdsUntil then certificate { number issuedOn endsOn } letterOfGoodStanding { number year issuedOn } }`;

interface Shown {
  readonly wsibAccount: string;
  readonly standing: { readonly standing: string };
}

const asked = async (query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await server.graphql(query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

const listed = async (): Promise<Map<string, Shown>> => {
  const { accounts } = await asked(`{ accounts(first: 50) { nodes { ${shown} } } }`);
  return new Map(accounts.nodes.map((each: Shown) => [each.wsibAccount, each]));
};

/** A copy of everything visible to the public, kept up to date as the description of `changes` says, a few changes at a time. */
class Mirror {
  accounts = new Map<string, Shown>();
  position: string | null = null;

  async begin(): Promise<void> {
    const { changes } = await asked('{ changes(first: 1) { latest } }');
    this.position = changes.latest;
    this.accounts = await listed();
  }

  async catchUp(): Promise<number> {
    let count = 0;
    for (let goesOn = true; goesOn; ) {
      const { changes } = await asked(
        `query ($after: String) { changes(after: $after, first: 2) { nodes { ... on StatusChange { account { ${shown} } } } pageInfo { hasNextPage } position } }`,
        { after: this.position },
      );
      for (const { account } of changes.nodes) this.replace(account);
      this.position = changes.position;
      count += changes.nodes.length;
      goesOn = changes.pageInfo.hasNextPage;
    }
    return count;
  }

  private replace(account: Shown): void {
    if (account.standing.standing === 'NO_CURRENT_CERTIFICATION') this.accounts.delete(account.wsibAccount);
    else this.accounts.set(account.wsibAccount, account);
  }
}

const mutate = async (...given: Parameters<WritingServer['mutate']>) => {
  const { data, errors } = await server.mutate(...given);
  const [answer] = errors ? [{ errors }] : Object.values<Record<string, unknown>>(data);
  if (!answer || errors || answer.__typename === 'Refused') throw new Error(JSON.stringify(answer));
};

const dayComes = async (day: string) => {
  instant = `${day}T15:00:00Z`;
  await sweepOn(server.dataSource, day);
};

const correcting = { reason: 'Typed wrongly' };

/** What happens, and how many changes of it are public. */
const happenings: readonly (readonly [what: string, count: number, happens: () => Promise<unknown>])[] = [
  ['a registration, which is not public', 0, async () => mutate('confirmRegistration', { account: (await file('fresh')).id })],
  [
    'a certificate',
    1,
    async () => mutate('issueCertificate', await server.issuable((await file('registered')).id, today, { registers: false })),
  ],
  [
    'a revocation',
    1,
    async () => mutate('recordRevocation', { account: (await file('revoked')).id, from: today, reason: 'R', document: 'D' }),
  ],
  ['a week without a change', 0, () => dayComes('2031-03-12')],
  // C-7 expires on 20 March; C-3 is pending from 15 April, in 30 days on 16 March; C-4 is lost from 21 March, in 7 days on 14 March.
  ['an expiry and two notices', 3, () => dayComes('2031-03-20')],
  [
    'a letter in time',
    1,
    async () =>
      mutate('issueLetterOfGoodStanding', {
        ...(await server.issuableLetter(only((await file('due')).certificates).id, '2031-03-18')),
        year: 2,
      }),
  ],
  [
    'the correction of a letter’s day',
    1,
    async () => {
      const { id, version } = only((await file('due')).lettersOfGoodStanding);
      await mutate('correctLetterOfGoodStanding', {
        ...correcting,
        letterOfGoodStanding: id,
        expectedVersion: version,
        issuedOn: '2031-03-18',
      });
    },
  ],
  [
    'the end of a revocation',
    1,
    async () => {
      const { id, version } = only((await file('revoked')).revocations);
      await mutate('liftRevocation', { revocation: id, expectedVersion: version, liftedOn: '2031-03-20' });
    },
  ],
  [
    'the correction of a certificate’s day of issue',
    1,
    async () => {
      const { id, version } = only((await file('revoked')).certificates);
      await mutate('correctCertificate', { ...correcting, certificate: id, expectedVersion: version, issuedOn: '2030-05-25' });
    },
  ],
  [
    'in one import, what is public and what is not, of the same account',
    1,
    () =>
      record(
        server.dataSource,
        {
          registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-9,due,2028-01-01,'],
          certificates: ['number,account,standard,basis,issued_on', 'C-3,due,COR,EXTERNAL_AUDIT,2030-03-15'],
        },
        '2031-03-20',
      ),
  ],
  [
    // C-3, C-4, C-5 and the new one are visible today; C-6 and C-7 were, and who keeps an answer of those days has the city in it (decision 0242).
    'another city, reported for each of its accounts that is visible to anyone, or was',
    6,
    () =>
      record(
        server.dataSource,
        { organizations: [organizations[0] ?? '', 'O-1,Bâtisseurs Exemple ltée,,,123456782,Modèleville'] },
        '2031-03-20',
      ),
  ],
  ['the end of a bidding-only document, which is not public, and the loss of C-4', 1, () => dayComes('2031-05-25')],
  // C-5 is now of 25 May 2030: pending from 25 June, lost from 24 August.
  ['five weeks in which nobody swept', 1, () => dayComes('2031-07-01')],
  ...['2031-07-25', '2031-08-10', '2031-08-17'].map((day) => ['a notice of its loss', 1, () => dayComes(day)] as const),
  ['its loss', 1, () => dayComes('2031-08-24')],
];

test('a client that begins with a list and follows the feed has everything public, after each thing that happens', async () => {
  const mirror = new Mirror();
  await mirror.begin();
  // Certified or pending on 10 March 2031: C-3, C-4 (day 80 after its first anniversary), C-5, C-7.
  expect([...mirror.accounts.keys()].sort()).toEqual(['7000003', '7000004', '7000005', '7000007']);
  for (const [what, count, happens] of happenings) {
    await happens();
    await stampChanges(server.dataSource);
    expect([what, await mirror.catchUp()]).toEqual([what, count]);
    expect([what, sorted(mirror.accounts)]).toEqual([what, sorted(await listed())]);
  }
  // From the very first change, without a list: accounts that are no longer public are gone, and those that changed are up to date.
  const late = new Mirror();
  await late.catchUp();
  for (const [wsibAccount, account] of late.accounts) expect(account).toEqual(mirror.accounts.get(wsibAccount));
});

const sorted = (accounts: ReadonlyMap<string, Shown>): Shown[] =>
  [...accounts.values()].sort((a, b) => (a.wsibAccount < b.wsibAccount ? -1 : 1));
