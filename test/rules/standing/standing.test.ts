import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { anomalies } from '../../../src/rules/standing/anomalies.ts';
import type { Period } from '../../../src/rules/standing/timeline.ts';
import { standingTimeline } from '../../../src/rules/standing/timeline.ts';
import type { CompactFacts } from '../case-file.ts';
import { casesOf, factsOf } from '../case-file.ts';
import { standingOn } from '../oracle.ts';

type Expected = Partial<Pick<Period, (typeof expectedFields)[number]>>;
type StandingCase = {
  case: string;
  facts: CompactFacts;
  on: string;
  cites?: string[];
  refutes?: string[];
  /** Clauses that no reason names. */
  leavesOut?: string[];
  because?: Record<string, string>;
} & Expected;
type AnomalyCase = { case: string; facts: CompactFacts; anomalies: { clause: string; fact: string; key: string; counts: boolean }[] };

const expectedFields = [
  'standing',
  'since',
  'holdsUntil',
  'then',
  'basis',
  'standard',
  'certificate',
  'letter',
  'biddingDocument',
] as const;
const caseKeys = new Set<string>(['case', 'facts', 'on', 'cites', 'refutes', 'leavesOut', 'because', ...expectedFields]);

const files = readdirSync(new URL('.', import.meta.url)).filter((file) => /^standing-.*\.cases\.yaml$/.test(file));

const periodOn = (facts: CompactFacts, on: string): Period => {
  const period = standingTimeline(factsOf(facts)).findLast(({ from }) => from <= on);
  if (period === undefined) throw new Error(`no period on ${on}`);
  return period;
};

const pick = (one: Expected, fields: readonly string[]) => Object.fromEntries(Object.entries(one).filter(([key]) => fields.includes(key)));

describe.each(files)('%s', (file) => {
  const cases = casesOf<StandingCase>(`standing/${file}`);

  test('has no field that is not checked', () => {
    for (const one of cases) expect(Object.keys(one).filter((key) => !caseKeys.has(key))).toEqual([]);
  });

  test.each(cases.map((one) => ({ name: `${one.case} (${one.on})`, ...one })))('$name', (one) => {
    const period = periodOn(one.facts, one.on);
    const asked = expectedFields.filter((field) => field in one);
    const clauses = (holds: boolean) => period.reasons.filter((reason) => reason.holds === holds).map(({ clause }) => clause);
    expect(pick(period, asked)).toEqual(pick(one, asked));
    expect(clauses(true)).toEqual(expect.arrayContaining(one.cites ?? []));
    expect(clauses(false)).toEqual(expect.arrayContaining(one.refutes ?? []));
    expect(period.reasons.filter(({ clause }) => one.leavesOut?.includes(clause))).toEqual([]);
    const because = Object.fromEntries(period.reasons.map((reason) => [reason.clause, reason.because.id]));
    expect(because).toMatchObject(one.because ?? {});
  });

  test.each(cases.map((one) => ({ name: `${one.case} (${one.on})`, ...one })))('the naive reading agrees: $name', (one) => {
    const naive = standingOn(factsOf(one.facts), one.on);
    const asked = expectedFields.filter((field) => field in one && field in naive);
    expect(pick(naive, asked)).toEqual(pick(one, asked));
  });
});

describe('anomalies.cases.yaml', () => {
  const key = (one: { clause: string; fact: string; key: string; counts: boolean }) =>
    `${one.fact} ${one.key} ${one.clause} counts: ${one.counts}`;

  test.each(casesOf<AnomalyCase>('standing/anomalies.cases.yaml').map((one) => ({ name: one.case, ...one })))('$name', (one) => {
    expect(anomalies(factsOf(one.facts)).map(key).sort()).toEqual(one.anomalies.map(key).sort());
  });
});
