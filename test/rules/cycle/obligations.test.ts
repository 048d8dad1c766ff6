import { describe, expect, test } from '@jest/globals';
import { consequenceOf, placeOf } from '../../../src/rules/cycle/consequence.ts';
import { type Obligation, obligationsOn } from '../../../src/rules/cycle/obligations.ts';
import { render } from '../../../src/rules/messages/messages.ts';
import { casesOf } from '../case-file.ts';
import { type CompactCycleFacts, cycleFactsOf } from './cycle-case-file.ts';

interface ObligationCase {
  readonly case: string;
  readonly facts: CompactCycleFacts;
  readonly on: string;
  readonly list?: readonly string[];
  readonly owed?: Readonly<Record<string, Partial<Obligation>>>;
  readonly absent?: readonly string[];
  readonly clauses?: readonly string[];
}

const cases = casesOf<ObligationCase>('cycle/obligations.cases.yaml');

describe('obligations.cases.yaml', () => {
  test('has no field that is not checked', () => {
    const checked = ['case', 'facts', 'on', 'list', 'owed', 'absent', 'clauses'];
    for (const one of cases) expect(Object.keys(one).filter((key) => !checked.includes(key))).toEqual([]);
  });

  test.each(cases.map((one) => ({ name: `${one.case} (${one.on})`, ...one })))('$name', (one) => {
    const obligations = obligationsOn(cycleFactsOf(one.facts), one.on);
    const keys = obligations.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)]);
    if (one.list) expect(keys).toEqual(one.list);
    for (const [key, owed] of Object.entries(one.owed ?? {})) {
      expect(obligations.find((each) => each.key === key)).toEqual(expect.objectContaining(owed));
    }
    for (const key of one.absent ?? []) expect(keys).not.toContain(key);
    expect(obligations.flatMap(({ clauses }) => clauses)).toEqual(expect.arrayContaining([...(one.clauses ?? [])]));
  });

  test('every obligation says what must be done, with every value filled in, in both languages', () => {
    const obligations = cases.flatMap((one) => obligationsOn(cycleFactsOf(one.facts), one.on));
    for (const { because } of obligations) {
      expect(render('en', because.id, because.values)).not.toMatch(/[{}]/);
      expect(render('fr', because.id, because.values)).not.toMatch(/[{}]/);
    }
  });
});

describe('the place of an obligation in a list', () => {
  const on = { state: 'DUE', dueOn: '2031-03-10', lastDay: null, opensOn: '2030-12-10' } as const;

  test('R-36: with a last day it is lost without it; with a due day it is late; without any, nothing follows', () => {
    expect(consequenceOf({ dueOn: '2031-03-10', lastDay: '2031-06-08' })).toBe('LOSS');
    expect(consequenceOf({ dueOn: null, lastDay: '2031-06-08' })).toBe('LOSS');
    expect(consequenceOf({ dueOn: '2031-03-10', lastDay: null })).toBe('LATE');
    expect(consequenceOf({ dueOn: null, lastDay: null })).toBe('NONE');
  });

  test('R-36: what is due comes before what is upcoming and what is done; then the graver consequence, then the earlier day', () => {
    const inOrder = [
      { ...on, state: 'OVERDUE', dueOn: '2031-03-01', lastDay: '2031-06-08' },
      { ...on, lastDay: '2031-06-08' },
      { ...on, state: 'OVERDUE', dueOn: '2031-01-01' },
      { ...on, dueOn: null },
      { ...on, state: 'UPCOMING', lastDay: '2031-06-08' },
      { ...on, state: 'UPCOMING', dueOn: null, opensOn: null },
      { ...on, state: 'DONE', lastDay: '2031-06-08' },
    ] as const;
    const places = inOrder.map(placeOf);
    expect(places.toSorted()).toEqual(places);
    expect(new Set(places).size).toBe(places.length);
  });
});
