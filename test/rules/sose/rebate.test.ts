import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/rules/calendar.ts';
import { render } from '../../../src/rules/messages/messages.ts';
import { rebateEligibility } from '../../../src/rules/sose/rebate.ts';
import { someDay } from '../arbitrary-facts.ts';
import { assessRebateCase, rebateCases } from './rebate.cases.ts';

describe('rebate.cases.yaml', () => {
  test('has no field that is not checked', () => {
    const known = ['case', 'facts', 'on', 'outcome', 'met', 'notMet', 'notKnown', 'because', 'says', 'broughtBy'];
    expect(rebateCases.flatMap((one) => Object.keys(one)).filter((key) => !known.includes(key))).toEqual([]);
  });

  test.each(rebateCases.map((one) => [`${one.case} (${one.on})`, one] as const))('%s', (_, one) => {
    const { outcome, criteria } = assessRebateCase(one);
    const of = (name: string) => criteria.find(({ criterion }) => criterion === name);
    expect(outcome).toBe(one.outcome);
    for (const name of one.met ?? []) expect([name, of(name)?.finding]).toEqual([name, 'MET']);
    for (const name of one.notMet ?? []) expect([name, of(name)?.finding]).toEqual([name, 'NOT_MET']);
    for (const name of one.notKnown ?? []) expect([name, of(name)?.finding]).toEqual([name, 'NOT_KNOWN_HERE']);
    for (const [name, id] of Object.entries(one.because ?? {})) expect([name, of(name)?.because.id]).toEqual([name, id]);
    for (const [name, holder] of Object.entries(one.broughtBy ?? {}))
      expect([name, of(name)?.evidence[0]?.broughtBy]).toEqual([name, holder]);
    for (const [name, sentence] of Object.entries(one.says ?? {})) {
      const why = of(name)?.because;
      expect(why && render('en', why.id, why.values)).toBe(sentence);
    }
  });

  test('lists all six criteria and says in whole sentences what is missing for an unmet one', () => {
    for (const { criteria } of rebateCases.map((one) => assessRebateCase(one))) {
      expect(criteria.map(({ criterion }) => criterion)).toEqual([
        'CPO_RECOGNITION',
        'SCHEDULE_1',
        'ACTIVE_ACCOUNT',
        'BALANCES_PAID',
        'NO_CHARGES',
        'NO_FATALITY',
      ]);
      for (const { finding, missing, because } of criteria) {
        expect(missing === null).toBe(finding === 'MET');
        expect(`${render('en', because.id, because.values)}${render('fr', because.id, because.values)}`).not.toMatch(/[{}]/);
      }
    }
  });
});

test('X-2: as a charge gets older its finding only moves from not met to not known to met', () => {
  const order = ['NOT_MET', 'NOT_KNOWN_HERE', 'MET'];
  const findingAfter = (charge: string, days: number) => {
    const charges = { value: [charge], broughtBy: 'WSIB' } as const;
    const nothing = { recognition: null, schedule1: null, activeAccount: null, balancesPaid: null, fatalities: null };
    const { criteria } = rebateEligibility({ ...nothing, charges }, addDays(charge, days));
    return order.indexOf(criteria.find(({ criterion }) => criterion === 'NO_CHARGES')?.finding ?? '');
  };
  fc.assert(
    fc.property(someDay, fc.nat({ max: 800 }), fc.nat({ max: 400 }), (charge, days, more) => {
      expect(findingAfter(charge, days + more)).toBeGreaterThanOrEqual(findingAfter(charge, days));
    }),
  );
});
