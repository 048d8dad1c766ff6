import { expect, test } from '@jest/globals';
import { render } from '../../../src/rules/messages/messages.ts';
import { evidenceCases, judgeEvidence } from './evidence.cases.ts';

test.each(evidenceCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
  const objections = judgeEvidence(one);
  expect(objections.map(({ reason }) => reason.clause)).toEqual(one.refused);
  for (const { reason } of objections)
    for (const locale of ['en', 'fr'] as const) expect(render(locale, reason.because.id, reason.because.values)).not.toMatch(/[{}]/);
});
