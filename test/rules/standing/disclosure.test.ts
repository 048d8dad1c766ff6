import { describe, expect, test } from '@jest/globals';
import {
  noCurrentCertification,
  type ShownPeriod,
  showPeriod,
  showStanding,
  showTimeline,
  type Viewer,
} from '../../../src/rules/standing/disclosure.ts';
import { periodOn, standingTimeline } from '../../../src/rules/standing/timeline.ts';
import { type CompactFacts, factsOf } from '../case-file.ts';
import { type DisclosureCase, disclosureCases, viewerNamed, viewersNamed } from './disclosure.cases.ts';

const shownOn = (viewer: Viewer, facts: CompactFacts, on: string): ShownPeriod =>
  showPeriod(viewer, periodOn(standingTimeline(factsOf(facts)), on));

const shownTo = (viewer: Viewer, facts: CompactFacts, on: string | undefined) =>
  on === undefined ? showTimeline(viewer, standingTimeline(factsOf(facts))) : shownOn(viewer, facts, on);

const keys = ['case', 'facts', 'on', 'standing', 'seenBy', 'viewers', 'shown', 'reasons', 'timeline', 'looksLike'];

const titled = (cases: readonly DisclosureCase[]) => cases.map((one) => [`${one.case} (${one.on ?? 'for all time'})`, one] as const);

const everybody = viewersNamed(['everyone']);

describe('disclosure.cases.yaml', () => {
  test('has no field that is not checked', () => {
    for (const one of disclosureCases) expect(Object.keys(one).filter((key) => !keys.includes(key))).toEqual([]);
  });

  test.each(titled(disclosureCases.filter(({ seenBy }) => seenBy)))('%s', (_, { facts, on = '', standing, seenBy = [] }) => {
    const { standing: actual } = periodOn(standingTimeline(factsOf(facts)), on);
    expect(actual).toBe(standing);
    const seers = everybody.filter((name) => showStanding(viewerNamed(name), actual) === standing);
    expect(seers.toSorted()).toEqual(viewersNamed(seenBy).toSorted());
    for (const name of everybody) {
      const shown = shownOn(viewerNamed(name), facts, on);
      if (seers.includes(name)) expect(shown.standing).toBe(standing);
      else expect(JSON.stringify(shown)).toBe(JSON.stringify(noCurrentCertification));
    }
  });

  test.each(titled(disclosureCases.filter(({ viewers }) => viewers)))('%s', (_, one) => {
    const { facts, on, shown, reasons, timeline, looksLike } = one;
    for (const name of viewersNamed(one.viewers ?? [])) {
      const viewer = viewerNamed(name);
      const seen = shownTo(viewer, facts, on);
      if (shown) expect({ name, ...seen }).toMatchObject({ name, ...shown });
      if (reasons) expect([name, reasonsOf(seen)]).toEqual([name, reasons]);
      if (timeline) expect([name, turnsOf(viewer, facts)]).toEqual([name, timeline]);
      if (looksLike) expect([name, JSON.stringify(seen)]).toEqual([name, JSON.stringify(shownTo(viewer, looksLike, on))]);
    }
  });
});

const reasonsOf = (seen: ReturnType<typeof shownTo>): string[] =>
  'reasons' in seen ? seen.reasons.map(({ clause, because: { id } }) => `${clause} ${id}`) : [];

const turnsOf = (viewer: Viewer, facts: CompactFacts): string[] =>
  showTimeline(viewer, standingTimeline(factsOf(facts))).map(({ from, standing }) => `${from} ${standing}`);
