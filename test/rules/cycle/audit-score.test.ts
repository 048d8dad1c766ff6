import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideAuditScore } from '../../../src/rules/cycle/audit-score.ts';
import { render } from '../../../src/rules/messages/messages.ts';
import { decideCase, scoreCases } from './audit-score.cases.ts';

describe('audit scores', () => {
  test.each(scoreCases.map((each) => [each.case, each] as const))('%s', (_, each) => {
    const { outcome, reasons } = decideCase(each);
    const decisive = reasons.filter(({ decides }) => decides);
    expect(outcome).toBe(each.outcome);
    if (each.decides) expect(decisive.map(({ because }) => because.id)).toEqual(each.decides);
    if (each.fields) expect(decisive.map(({ because }) => because.values.field)).toEqual(each.fields);
    if (each.says) expect(decisive.map(({ because }) => render('en', because.id, because.values))).toContain(each.says);
    for (const clause of each.cites ?? []) expect(reasons).toContainEqual(expect.objectContaining({ clause, holds: true }));
    for (const clause of each.refutes ?? []) expect(reasons).toContainEqual(expect.objectContaining({ clause, holds: false }));
  });

  const someScore = fc.integer({ min: 0, max: 10_000 });
  const text = (hundredths: number) => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;

  test('an audit passes exactly when the overall score, every element and the legislated items reach their minimums', () => {
    fc.assert(
      fc.property(
        someScore,
        fc.array(fc.oneof(someScore, fc.integer({ min: 6_450, max: 6_550 })), { minLength: 14, maxLength: 14 }),
        fc.constantFrom(10_000, 9_999),
        (overall, elements, legislated) => {
          const decision = decideAuditScore(
            {
              tool: 'COR_2020',
              overall: text(overall),
              legislated: text(legislated),
              elements: elements.map((score, index) => ({ element: index + 1, score: text(score) })),
            },
            '2026-01-15',
          );
          const passes = overall >= 8_000 && elements.every((score) => score >= 6_500) && legislated === 10_000;
          expect(decision.outcome).toBe(passes ? 'PASSED' : 'FAILED');
        },
      ),
    );
  });
});
