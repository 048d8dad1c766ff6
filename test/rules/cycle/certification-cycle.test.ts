import { describe, expect, test } from '@jest/globals';
import { stageOn } from '../../../src/rules/cycle/certification-cycle.ts';
import { render } from '../../../src/rules/messages/messages.ts';
import { casesOf } from '../case-file.ts';
import { type CompactCycleFacts, cycleFactsOf } from './cycle-case-file.ts';

interface StageCase {
  readonly case: string;
  readonly facts: CompactCycleFacts;
  readonly on: string;
  readonly outcome: string;
  readonly cites?: readonly string[];
  readonly refutes?: readonly string[];
  readonly decides?: readonly string[];
  readonly silent?: readonly string[];
}

const cases = casesOf<StageCase>('cycle/certification-cycle.cases.yaml');

describe('certification-cycle.cases.yaml', () => {
  test('has no field that is not checked', () => {
    const checked = ['case', 'facts', 'on', 'outcome', 'cites', 'refutes', 'decides', 'silent'];
    for (const one of cases) expect(Object.keys(one).filter((key) => !checked.includes(key))).toEqual([]);
  });

  test.each(cases.map((one) => ({ name: `${one.case} (${one.on})`, ...one })))('$name', (one) => {
    const { outcome, reasons } = stageOn(cycleFactsOf(one.facts), one.on);
    const clauses = (holds: boolean) => reasons.filter((reason) => reason.holds === holds).map(({ clause }) => clause);
    expect(outcome).toBe(one.outcome);
    expect(clauses(true)).toEqual(expect.arrayContaining([...(one.cites ?? [])]));
    expect(clauses(false)).toEqual(expect.arrayContaining([...(one.refutes ?? [])]));
    for (const clause of one.silent ?? []) expect(reasons.map((reason) => reason.clause)).not.toContain(clause);
    const decisive = reasons.filter(({ decides }) => decides).map(({ clause }) => clause);
    if (one.decides) expect(decisive.toSorted()).toEqual(one.decides.toSorted());
    expect(decisive).not.toEqual([]);
  });
});

test('R-34, R-4: a day that takes the place of the last one on site is not called that', () => {
  const said = (audit: object) => {
    const facts = { registrations: [{ confirmedOn: '2021-03-01' }], audits: [{ type: 'EXTERNAL' as const, passed: true, ...audit }] };
    const { reasons } = stageOn(cycleFactsOf(facts), '2022-09-20');
    return reasons.filter(({ clause }) => clause === 'R-4').map(({ because: { id, values } }) => render('en', id, values));
  };
  expect(said({ completedOn: '2022-09-04', reportedOn: '2022-09-20' })).toEqual([
    'The last day of the external audit on site was 4 September 2022.',
  ]);
  expect(said({ reportedOn: '2022-09-20' })).toEqual([
    'The last day of the external audit on site is not recorded; 20 September 2022, the next day recorded of it, takes its place.',
  ]);
});

test('R-48, R-3: after an appeal the result has its own day; the report keeps its day, and so do the six months', () => {
  const said = (audit: object, on: string) => {
    const facts = { registrations: [{ confirmedOn: '2021-03-01' }], audits: [{ type: 'EXTERNAL' as const, ...audit }] };
    const { outcome, reasons } = stageOn(cycleFactsOf(facts), on);
    const told = reasons.filter(({ clause, because: { id } }) => ['G-3.4.b', 'G-2.4.h', 'R-3'].includes(clause) && id !== 'no-certificate');
    return [outcome, ...told.map(({ because: { id, values } }) => render('en', id, values))];
  };
  const failed = { completedOn: '2022-09-04', reportedOn: '2022-09-20', passed: false };
  const clock = 'The time runs from the report of 20 September 2022 and ends on 20 March 2023.';
  expect(said({ ...failed, laterScores: [{ on: '2022-09-28', passed: false }] }, '2022-09-28')).toEqual([
    'RE_AUDIT_DUE',
    'The external audit was reported on 20 September 2022.',
    'By the scores of 28 September 2022 the external audit failed.',
    clock,
  ]);
  expect(said({ ...failed, laterScores: [{ on: '2022-09-28', passed: true }] }, '2022-09-28')).toEqual([
    'CERTIFICATE_AWAITED',
    'The external audit was reported on 20 September 2022.',
    'By the scores of 28 September 2022 the external audit passed; the Certificate of Recognition comes next.',
  ]);
  expect(said({ ...failed, laterScores: [{ on: '2022-09-28', passed: true }] }, '2022-09-27')).toEqual([
    'RE_AUDIT_DUE',
    'The external audit was reported on 20 September 2022.',
    'The external audit failed according to the report of 20 September 2022.',
    clock,
  ]);
});
