import { describe, expect, test } from '@jest/globals';
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
