import { expect, test } from '@jest/globals';
import { render } from '../../../src/rules/messages/messages.ts';
import { judgeMerging, mergingCases } from './merging.cases.ts';

test.each(mergingCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
  const reasons = judgeMerging(one)?.reasons ?? [];
  expect(reasons.map(({ clause }) => clause)).toEqual(one.refused);
  for (const { because } of reasons)
    for (const locale of ['en', 'fr'] as const) expect(render(locale, because.id, because.values)).not.toMatch(/[{}]/);
});
