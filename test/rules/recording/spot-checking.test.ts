import { expect, test } from '@jest/globals';
import { render } from '../../../src/rules/messages/messages.ts';
import { judgeSpotChecking, spotCheckingCases } from './spot-checking.cases.ts';

test.each(spotCheckingCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
  const refusal = judgeSpotChecking(one);
  expect(refusal?.reasons.map(({ clause }) => clause) ?? []).toEqual(one.refused);
  expect(refusal?.code).toBe(one.code);
  for (const { because } of refusal?.reasons ?? [])
    for (const locale of ['en', 'fr'] as const) expect(render(locale, because.id, because.values)).not.toMatch(/[{}]|CHECK_|undefined/);
});
