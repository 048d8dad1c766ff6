import { describe, expect, test } from '@jest/globals';
import {
  acknowledgementDueOn,
  decisionDueOn,
  finalReviewDueOn,
  lastDayForSecondLevel,
  lastDayToAppeal,
} from '../../../src/rules/cycle/appeal.ts';
import { passesOn } from '../../../src/rules/cycle/known-audit.ts';
import { render } from '../../../src/rules/messages/messages.ts';
import { appealingCases, judgeAppealing } from './appealing.cases.ts';

test.each(appealingCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
  const refusal = judgeAppealing(one);
  expect(refusal?.reasons.map(({ clause }) => clause) ?? []).toEqual(one.refused);
  expect(refusal?.code).toBe(one.code);
  for (const { because } of refusal?.reasons ?? [])
    for (const locale of ['en', 'fr'] as const) expect(render(locale, because.id, because.values)).not.toMatch(/[{}]|undefined/);
});

describe('the business days of an appeal', () => {
  // 2026: Good Friday 3 April, Christmas Friday 25 December, Boxing Day a Saturday. 2027: New Year's Day a Friday.
  test('X-6, R-27, F-28: skip Easter, Christmas and weekends', () => {
    expect(lastDayToAppeal('2026-04-02')).toBe('2026-04-10');
    expect(lastDayToAppeal('2026-12-24')).toBe('2027-01-04');
    expect(acknowledgementDueOn(1, '2026-04-02')).toBe('2026-04-07');
    expect(decisionDueOn(1, '2026-04-10')).toBe('2026-04-17');
    expect(lastDayForSecondLevel('2026-04-17')).toBe('2026-04-24');
    expect(acknowledgementDueOn(2, '2026-04-24')).toBe('2026-04-28');
    expect(decisionDueOn(2, '2026-04-24')).toBe('2026-05-01');
    expect(finalReviewDueOn('2026-05-14')).toBe('2026-05-22');
  });
});

describe('R-48: a decision that changes the result', () => {
  const audit = { passed: false, laterScores: [{ on: '2026-04-17', passed: true }] };

  test('counts from its day, not from the day before', () => {
    expect(passesOn(audit, '2026-04-16')).toBe(false);
    expect(passesOn(audit, '2026-04-17')).toBe(true);
  });

  test('R-26: is the only change of the result; until then every clock runs', () => {
    expect(passesOn({ passed: false }, '2026-04-17')).toBe(false);
  });
});
