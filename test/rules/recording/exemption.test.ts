import { expect, test } from '@jest/globals';
import { render } from '../../../src/rules/messages/messages.ts';
import { exemptionCases, judgeExemption } from './exemption.cases.ts';

test.each(exemptionCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
  const refusal = judgeExemption(one);
  expect(refusal?.reasons.map(({ because }) => because.id) ?? []).toEqual(one.refused);
  expect(refusal?.code).toBe(one.refused.length > 0 ? 'EXEMPTION_NOT_POSSIBLE' : undefined);
  for (const { because } of refusal?.reasons ?? [])
    for (const locale of ['en', 'fr'] as const) expect(render(locale, because.id, because.values)).not.toMatch(/[{}]/);
});
