import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Because } from '../../../src/rules/decision.ts';
import { type Locale, render } from '../../../src/rules/messages/messages.ts';
import { adviceOn, consequenceOf } from '../../../src/rules/standing/advice.ts';
import { type ShownStanding, showTimeline } from '../../../src/rules/standing/disclosure.ts';
import { standingTimeline } from '../../../src/rules/standing/timeline.ts';
import { someFacts } from '../arbitrary-facts.ts';
import { casesOf } from '../case-file.ts';
import { viewers } from './disclosure.cases.ts';

interface AdviceCase {
  readonly case: string;
  readonly standing: ShownStanding;
  readonly holdsUntil?: string;
  readonly then?: ShownStanding;
  readonly consequence?: string;
  readonly conséquence?: string;
  readonly advice: string;
  readonly conseil?: string;
}

const cases = casesOf<AdviceCase>('standing/advice.cases.yaml');

const sentence = (locale: Locale, said: Because | null): string | null =>
  said && render(locale, said.id, said.values).replaceAll('\u00A0', ' ');

describe('advice.cases.yaml', () => {
  test('has no field that is not checked', () => {
    const keys = ['case', 'standing', 'holdsUntil', 'then', 'consequence', 'conséquence', 'advice', 'conseil'];
    for (const one of cases) expect(Object.keys(one).filter((key) => !keys.includes(key))).toEqual([]);
  });

  test.each(cases.map((one) => [one.case, one] as const))('%s', (_, one) => {
    const consequence = consequenceOf(one.standing, '2026-11-22');
    const advice = adviceOn({ standing: one.standing, holdsUntil: one.holdsUntil ?? null, then: one.then ?? null });
    expect(sentence('en', advice)).toBe(one.advice);
    if (one.conseil) expect(sentence('fr', advice)).toBe(one.conseil);
    if (one.consequence) expect(sentence('en', consequence)).toBe(one.consequence);
    if (one.conséquence) expect(sentence('fr', consequence)).toBe(one.conséquence);
  });

  test('explain every standing in both languages', () => {
    const standings = new Set(cases.filter((one) => one.consequence && one.conséquence && one.conseil).map(({ standing }) => standing));
    expect(standings.size).toBe(9);
  });
});

test('every standing comes with advice, and no sentence lacks a value', () => {
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...Object.values(viewers)), (facts, viewer) => {
      for (const { standing, holdsUntil, then } of showTimeline(viewer, standingTimeline(facts))) {
        const advice = adviceOn({ standing, holdsUntil, then });
        const sentences = (['en', 'fr'] as const).flatMap((locale) => [
          sentence(locale, advice),
          sentence(locale, consequenceOf(standing, '2026-11-22')),
        ]);
        expect(sentences.filter((said) => said === null || said.includes('{'))).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
