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
