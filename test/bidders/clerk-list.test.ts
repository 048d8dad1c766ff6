import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// A list of 300 rows as a clerk types it. Every firm is made up; firm n has the account 9100000 + n and is certified.
const first = ['Amber', 'Bramble', 'Cobalt', 'Dorset', 'Ember', 'Falcon', 'Gaspard', 'Heron', 'Ivory', 'Juniper', 'Kestrel', 'Larkspur'];
const second = [
  'Bridgeworks',
  'Drywall',
  'Excavating',
  'Glazing',
  'Insulation',
  'Masonry',
  'Paving',
  'Roofing',
  'Scaffolding',
  'Waterproofing',
];
const ends = ['Ltd.', 'Inc.', 'Limited', 'Corp.'];
const firms = first.flatMap((a, i) =>
  second.map((b, j) => ({ name: `${a} ${b} ${ends[(i + j) % 4]}`, account: String(9_100_000 + i * 10 + j) })),
);

const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    ...firms.map(({ name, account }) => `O-${account},${name},,,,Sampleton`),
  ],
  accounts: ['account,organization,wsib_account', ...firms.map(({ account }) => `A-${account},O-${account},${account}`)],
  certificates: [
    'number,account,standard,basis,issued_on',
    ...firms.map(({ account }) => `C-${account},A-${account},COR_2020,EXTERNAL_AUDIT,2026-03-02`),
  ],
};

interface Row {
  readonly name?: string;
  readonly number?: string;
}

/** A row and what it means: its status, the matched account or first candidate, and what kind of value a field looks like. */
interface Typed {
  readonly row: Row;
  readonly status: string;
  readonly account?: string;
  readonly looksLike?: string;
  readonly partners?: readonly string[];
}

const firm = (n: number) => firms[n % firms.length] ?? { name: '', account: '' };
const times = (count: number, make: (n: number) => Typed): Typed[] => Array.from({ length: count }, (_, n) => make(n));
const matched = (row: Row, account: string): Typed => ({ row, account, status: 'MATCHED' });

/** One letter of the first word is typed twice. */
const misspelled = (name: string): string => name.replace(/^(..)(.)/, '$1$2$2');
const labels = [
  (n: string) => `WSIB ${n}`,
  (n: string) => `#${n}`,
  (n: string) => `${n}.0`,
  (n: string) => n.replaceAll('0', 'O'),
  (n: string) => `${n.slice(0, 3)}-${n.slice(3)}`,
];

const clean = times(100, (n) => matched({ name: firm(n).name, number: firm(n).account }, firm(n).account));
const typed: readonly Typed[] = [
  ...clean,
  ...times(40, (n) => matched({ number: labels[n % 5]?.(firm(n).account) ?? '' }, firm(n).account)),
  ...times(40, (n) => matched({ name: firm(n + 20).account, number: firm(n + 20).name }, firm(n + 20).account)),
  ...times(40, (n) => matched({ name: firm(n + 60).name.toUpperCase() }, firm(n + 60).account)),
  ...times(30, (n) => ({ row: { name: misspelled(firm(n * 3).name) }, status: 'AMBIGUOUS', account: firm(n * 3).account })),
  ...clean.slice(30, 50),
  ...times(10, (n) => ({ row: { number: `91000${n}A` }, status: 'INVALID', looksLike: 'ACCOUNT_WITH_LETTERS' })),
  ...times(10, (n) => ({ row: { number: String(9_900_000 + n) }, status: 'NO_MATCH' })),
  ...times(7, (n) => ({ row: { name: `Qwyx${'aeiouyz'[n]}b Vrkstnd Ltd.` }, status: 'NO_MATCH' })),
  ...times(3, (n) => ({
    row: { name: `${firm(n).name} and ${firm(n + 50).name} Joint Venture` },
    status: 'MATCHED',
    partners: [firm(n).account, firm(n + 50).account],
  })),
];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, '2026-11-20');
});
afterAll(() => server.stop());

const query = `query ($rows: [BidderRow!]!) { matchBidders(rows: $rows) {
  row status verification { wsibAccount standing } candidates { wsibAccount } problem { looksLike } partners { status verification { wsibAccount } } } }`;

async function match(rows: readonly Row[]) {
  const { data, errors } = await server.graphql(query, { rows }, { key: await server.keyFor('buyer') });
  expect(errors).toBeUndefined();
  return data.matchBidders;
}

test('300 rows as a clerk types them are answered correctly, row by row, in one request of five statements', async () => {
  expect(typed).toHaveLength(300);
  server.statements();
  const answers = await match(typed.map(({ row }) => row));
  expect(server.statements().filter((text) => /\b(select)\b/i.test(text)).length).toBeLessThanOrEqual(5);
  const wrong = typed.flatMap(({ row, status, account, looksLike, partners }, at) => {
    const { verification, candidates, problem, ...answer } = answers[at];
    const said = {
      status: answer.status,
      account: verification?.wsibAccount ?? (candidates[0]?.wsibAccount || undefined),
      looksLike: problem?.looksLike,
      partners:
        answer.partners.length > 0
          ? answer.partners.map((each: { verification: { wsibAccount: string } }) => each.verification?.wsibAccount)
          : undefined,
    };
    return JSON.stringify(said) === JSON.stringify({ status, account, looksLike, partners }) ? [] : [{ at, row, said, status, account }];
  });
  expect(wrong).toEqual([]);
  for (const [at, { status }] of typed.entries())
    if (status === 'MATCHED' && !typed[at]?.partners) expect(answers[at].verification.standing).toBe('CERTIFIED');
});

test('rows of arbitrary text never cause a server fault', async () => {
  const cell = fc.option(
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(...typed.flatMap(({ row }) => Object.values(row)))),
    { nil: undefined },
  );
  const rows = fc.array(fc.record({ name: cell, number: cell }), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const answers = await match(JSON.parse(JSON.stringify(given)));
      expect(answers).toHaveLength(given.length);
    }),
    { numRuns: 25 },
  );
}, 60_000);

// Firms that lost their certification in 2023, or are merely registered: they exist for staff alone. Each shares words with firms that are visible.
const hidden = first.flatMap((word, n) => [
  { name: `${word} ${second[(n + 3) % 10]} Builders Inc.`, operating: `${word} Works`, account: String(9_200_000 + n) },
  { name: `Quillon ${word} Ltd.`, operating: '', account: String(9_300_000 + n) },
]);
const lost = hidden.filter(({ account }) => account < '93');
const hiddenFacts = {
  organizations: [
    facts.organizations[0] ?? '',
    ...hidden.map(({ name, operating, account }) => `O-${account},${name},${operating},Former ${name},,Hiddenton`),
    'O-9400000,Vexley Formwork Ltd.,,,123456782,Hiddenton',
  ],
  accounts: [
    'account,organization,wsib_account',
    ...[...hidden, { account: '9400000' }].map(({ account }) => `A-${account},O-${account},${account}`),
  ],
  certificates: [facts.certificates[0] ?? '', ...lost.map(({ account }) => `H-${account},A-${account},COR_2020,EXTERNAL_AUDIT,2022-01-05`)],
  registrations: [
    'registration,account,confirmed_on,withdrawn_on',
    ...hidden.map(({ account }) => `R-${account},A-${account},2021-06-01,`),
  ],
};

/** Rows about hidden firms as a clerk types them, alone, beside visible ones, and in the wrong column. The seed is fixed. */
function rowsAboutHidden(count: number): readonly Row[] {
  const one = fc.constantFrom(...hidden);
  const visible = fc.constantFrom(...firms);
  const names = one.chain(({ name, operating }) =>
    fc.oneof(
      fc.constantFrom(
        name,
        name.toUpperCase(),
        misspelled(name),
        `${name} (${operating})`,
        `Former ${name}`,
        operating || name,
        'Vexley Formwork',
      ),
      fc.nat({ max: name.length }).map((length) => name.slice(0, length)),
      visible.map((other) => `${name} and ${other.name} Joint Venture`),
      visible.map((other) => `${other.name} o/a ${name}`),
    ),
  );
  const numbers = fc.oneof(
    one.chain(({ account }) => fc.constantFrom(account, `H-${account}`, `R-${account}`, ...labels.map((label) => label(account)))),
    visible.map(({ account }) => account),
    fc.constant('123456782'),
  );
  const row = fc.oneof(
    fc.record({ name: names }),
    fc.record({ number: numbers }),
    fc.record({ name: names, number: numbers }),
    fc.record({ name: numbers, number: names }),
  );
  return fc.sample(row, { numRuns: count, seed: 20_261_120 });
}

test('rows about firms hidden from the caller are answered byte by byte as if those firms did not exist', async () => {
  const shown = 'wsibAccount organizationName city standing consequence advice reasons { clause because } found';
  const candidates = 'candidates { score why organizationName wsibAccount city }';
  const all = `query ($rows: [BidderRow!]!) { matchBidders(rows: $rows) { row name number reference status nameAgrees notLookedFor ${candidates}
    verification { ${shown} } problem { field looksLike message } partners { name status notLookedFor ${candidates} verification { ${shown} } } } }`;
  const rows = rowsAboutHidden(120);
  const answers = async (scope: 'buyer' | 'staff') => {
    const key = await server.keyFor(scope);
    const bytes: string[] = [];
    for (let at = 0; at < rows.length; at += 30) {
      const { data, errors } = await server.graphql(all, { rows: rows.slice(at, at + 30) }, { key });
      expect(errors).toBeUndefined();
      bytes.push(...data.matchBidders.map((each: unknown) => JSON.stringify(each)));
    }
    return bytes;
  };
  const without = await answers('buyer');
  expect(without.map((text) => JSON.parse(text).status)).toEqual(expect.arrayContaining(['MATCHED', 'AMBIGUOUS', 'NO_MATCH']));
  await record(server.dataSource, hiddenFacts, '2026-11-20');
  expect(await answers('buyer')).toEqual(without);
  // The firms are there: staff find them.
  const found = (await answers('staff')).filter((text) => JSON.parse(text).verification?.city === 'Hiddenton');
  expect(found.length).toBeGreaterThan(15);
}, 60_000);
