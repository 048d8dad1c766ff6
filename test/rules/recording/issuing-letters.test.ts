import { expect, test } from '@jest/globals';
import { render } from '../../../src/rules/messages/messages.ts';
import { judgeRestingLetter, restingLetterCases } from './issuing-letters.cases.ts';

test.each(restingLetterCases.map((one) => ({ name: `${one.case} (${one.on})`, ...one })))('$name', (one) => {
  const reasons = judgeRestingLetter(one)?.reasons ?? [];
  expect(reasons.map(({ clause }) => clause)).toEqual(one.refused);
  for (const { because } of reasons)
    for (const locale of ['en', 'fr'] as const) expect(render(locale, because.id, because.values)).not.toMatch(/[{}]/);
});
