import { describe, expect, test } from '@jest/globals';
import { coursesOf, qualifiesAsInternalAuditor, trainedFrom } from '../../../src/rules/cycle/training.ts';
import { render } from '../../../src/rules/messages/messages.ts';
import { courses, qualifyCase, trainingCases, trainingOf } from './training.cases.ts';

describe('training.cases.yaml', () => {
  test.each(trainingCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
    const { qualifies, missing, on, reasons } = qualifyCase(one);
    expect({ qualifies, missing, on }).toEqual({
      qualifies: one.qualifies,
      missing: one.missing.map((letter) => courses[letter]),
      on: one.on,
    });
    for (const { because } of reasons)
      for (const locale of ['en', 'fr'] as const) expect(render(locale, because.id, because.values)).not.toMatch(/[{}]/);
  });
});

test('the answer always names each course, the employment and the retraining', () => {
  const { reasons } = qualifiesAsInternalAuditor(trainingOf({}), [], '2025-06-02');
  expect(reasons.map(({ clause, holds }) => [clause, holds])).toEqual([
    ['G-2.2.a', false],
    ['G-2.2.a', false],
    ['G-2.2.a', false],
    ['G-2.2.a', false],
    ['G-3.3.a', false],
    ['G-4.2', true],
  ]);
});

test('G-2.2.a: the senior management representative needs COR Essentials only', () => {
  expect(coursesOf.SENIOR_MANAGEMENT_REPRESENTATIVE).toEqual(['COR_ESSENTIALS']);
  expect(trainedFrom(trainingOf({ courses: { E: '2025-01-10' } }), 'SENIOR_MANAGEMENT_REPRESENTATIVE', '2025-01-10')).toBe('2025-01-10');
  expect(trainedFrom(trainingOf({ courses: { E: '2025-01-11' } }), 'SENIOR_MANAGEMENT_REPRESENTATIVE', '2025-01-10')).toBeNull();
});
