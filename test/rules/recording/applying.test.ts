import { expect, test } from '@jest/globals';
import { render } from '../../../src/rules/messages/messages.ts';
import { applicationStatus } from '../../../src/rules/recording/applying.ts';
import { applicationCases, findingsOf } from './applying.cases.ts';

test.each(applicationCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
  const findings = findingsOf(one);
  expect(findings.filter(({ state }) => state === 'MISSING').map(({ reason }) => reason.clause)).toEqual(one.missing);
  for (const { reason } of findings)
    for (const locale of ['en', 'fr'] as const) expect(render(locale, reason.because.id, reason.because.values)).not.toMatch(/[{}]/);
});

test('G-2.1.a: the status is the last step taken', () => {
  const applied = { appliedOn: '2026-05-01', acknowledgedOn: null, verifiedOn: null, rejectedOn: null, confirmedOn: null };
  expect(applicationStatus(applied)).toBe('APPLIED');
  expect(applicationStatus({ ...applied, acknowledgedOn: '2026-05-02' })).toBe('ACKNOWLEDGED');
  expect(applicationStatus({ ...applied, acknowledgedOn: '2026-05-02', verifiedOn: '2026-05-03' })).toBe('VERIFIED');
  expect(applicationStatus({ ...applied, rejectedOn: '2026-05-03' })).toBe('REJECTED');
});
