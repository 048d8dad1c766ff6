import { expect, test } from '@jest/globals';
import { render } from '../../../src/rules/messages/messages.ts';
import { nameKeptUntil } from '../../../src/rules/recording/personal-data.ts';
import { erasingCases, judgeErasing } from './erasing.cases.ts';

// three years after the last role ended, that day included.
test.each([
  ['R-52: while a role goes on, the name is kept', ['2024-01-31', null], null],
  ['R-52: three years after the last of two roles ended', ['2024-01-31', '2025-06-30'], '2028-06-30'],
  ['R-52: of a person without a role, three years after the entry', [], '2026-03-01'],
  ['R-52: 29 February is clipped', ['2024-02-29'], '2027-02-28'],
])('%s', (_, rolesEndedOn, until) => {
  expect(nameKeptUntil({ enteredOn: '2023-03-01', rolesEndedOn })).toBe(until);
});

// what is erased is the name; the entry by which auditors are compared stays.
test.each(erasingCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
  const reasons = judgeErasing(one)?.reasons ?? [];
  expect(reasons.map(({ clause }) => clause)).toEqual(one.refused);
  for (const { because } of reasons)
    for (const locale of ['en', 'fr'] as const) expect(render(locale, because.id, because.values)).not.toMatch(/[{}]/);
});
