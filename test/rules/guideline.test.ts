import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { isDay } from '../../src/rules/calendar.ts';
import { chapters, clauseOf, guideline, isClauseId } from '../../src/rules/guideline.ts';
import { clauseWords } from '../../src/rules/messages/clause-words.ts';
import { type Parameter, parameter, startingOn } from '../../src/rules/parameter.ts';
import * as parameters from '../../src/rules/parameters.ts';

const ids = Object.keys(guideline).filter(isClauseId);
const clauses = ids.map((id) => [id, clauseOf(id)] as const);

describe('the clauses', () => {
  test('keep their ids and titles, because outsiders quote them', () => {
    const now = clauses.map(([id, { title }]) => `${id} ${title}`);
    const promised = readFileSync(new URL('../golden/clauses.txt', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    const remedy = 'changed or removed: give a new meaning a new id; add new lines to test/golden/clauses.txt by hand';
    expect({ remedy, missing: promised.filter((line) => !now.includes(line)) }).toEqual({ remedy, missing: [] });
    expect({ remedy, unpromised: now.filter((line) => !promised.includes(line)) }).toEqual({ remedy, unpromised: [] });
  });

  test('have ids from six families', () => {
    for (const id of ids) expect(id).toMatch(/^(G-\d\.\d(\.[a-z])?|G-\d(\.[a-z])?|F-\d+(\.[a-z])?|L\.[ab]|W\.\d(\.[a-d])?|X-\d+b?|R-\d+)$/);
  });

  test('of each family come from its source, and our own decisions from us', () => {
    const sourceOf: Record<string, string> = { G: 'GUIDELINE', F: 'FAQ', L: 'CPO_LETTER', W: 'SOSE_ARTICLE', R: 'REGISTRY' };
    for (const [id, { source, certainty }] of clauses) {
      const family = id.charAt(0);
      if (family in sourceOf) expect([id, source]).toEqual([id, sourceOf[family]]);
      expect([id, certainty !== undefined]).toEqual([id, family === 'X']);
    }
  });

  test('refer to existing decisions of this registry, and show their text', () => {
    for (const [id, { settledBy = [] }] of clauses) {
      expect(clauseWords(id, 'en').interpretations.map((each) => each.id)).toEqual(settledBy);
      for (const { text } of clauseWords(id, 'fr').interpretations) expect(text).not.toBe('');
    }
  });

  test('include every decision from R-1 to R-48', () => {
    const numbered = Array.from({ length: 48 }, (_, n) => `R-${n + 1}`);
    expect(numbered.filter((id) => !ids.some((each) => each === id))).toEqual([]);
  });

  // A sentence added to the English alone would be law that a French reader never sees. French divides sentences more, never less.
  test('say no fewer sentences in French than in English', () => {
    const parts = (text: string): number => text.match(/[.;:](?=\s|$)/g)?.length ?? 0;
    const sentences = (text: string): number => text.match(/\.(?=\s|$)/g)?.length ?? 0;
    const shorter = ids.filter((id) => parts(clauseWords(id, 'fr').text) < sentences(clauseWords(id, 'en').text));
    expect(shorter).toEqual([]);
  });

  test('each belong to one chapter', () => {
    const inChapters = chapters.flatMap((chapter) => chapter.clauses);
    expect(inChapters.toSorted()).toEqual(ids.toSorted());
  });

  test('are whole sentences with a title in each language', () => {
    for (const [id, { title, titleFr, text, section }] of clauses) {
      expect([id, text.endsWith('.') && !title.endsWith('.') && !titleFr.endsWith('.')]).toEqual([id, true]);
      expect([id, [title, titleFr, text, section].filter((each) => each.trim() !== each || each === '' || /['"]/.test(each))]).toEqual([
        id,
        [],
      ]);
    }
  });
});

const isParameter = (value: unknown): value is Parameter<number> | Parameter<boolean> =>
  typeof value === 'object' && value !== null && 'starts' in value;
const named = { ...parameters };
const numbers = Object.entries(named).flatMap(([name, value]) => (isParameter(value) ? [[name, value] as const] : []));

describe('the numbers', () => {
  test.each(numbers)('%s starts on real days, in order, and cites a clause', (_, { clause, starts, checkedOn }) => {
    const days = starts.map(({ from }) => from);
    expect(days).toEqual([...new Set(days)].sort());
    expect(days.every(isDay) && isDay(checkedOn) && isClauseId(clause)).toBe(true);
  });

  test('apply from their day on, and before the first day as on the first (R-30)', () => {
    const grace = parameter({
      clause: 'G-2.4.l',
      unit: 'days',
      checkedOn: '2026-11-22',
      from: { '2024-07-01': 60, '2020-02-01': 30, '2030-01-01': 90 },
    });
    const values = ['1999-12-31', '2020-01-31', '2020-02-01', '2024-06-30', '2024-07-01', '2029-12-31', '2030-01-01', '2199-12-31'];
    expect(values.map((day) => parameters.valueOn(grace, day))).toEqual([30, 30, 30, 30, 60, 60, 90, 90]);
  });

  test('that switch something on are off the day before', () => {
    const rule = startingOn('2021-12-01', { clause: 'X-4', checkedOn: '2026-11-22' });
    expect(['1900-01-01', '2021-11-30', '2021-12-01', '2199-12-31'].map((day) => parameters.valueOn(rule, day))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test.each([
    ['certificateTermYears', 3],
    ['equivalencyTermYears', 1],
    ['biddingDocumentYears', 1],
    ['pendingAfterDays', 30],
    ['lossAfterDays', 90],
    ['staffAlertDays', 60],
    ['renewalStartDays', 90],
    ['renewalStartByDays', 60],
    ['dueNoticeDays', 90],
    ['spotCheckDays', 90],
    ['internalReviewDays', 60],
    ['maintenanceSubmissionDays', 60],
    ['externalAuditMonths', 6],
    ['reauditMonths', 6],
    ['auditPlanApprovalDays', 21],
    ['evidenceMonths', 12],
    ['systemInPlaceYears', 1],
    ['exemptionCourseYears', 3],
    ['overallPassMark', 80],
    ['elementPassMark', 65],
    ['legislatedPassMark', 100],
    ['corElements', 19],
    ['cor2020Elements', 14],
    ['equivalencyReviewDays', 30],
    ['soseAuditMonths', 12],
    ['soseConvictionYears', 3],
    ['thirdPartyAuditYears', 3],
    ['rebateLookBackMonths', 24],
    ['olderRebateLookBackMonths', 12],
    ['appealFilingDays', 5],
    ['appealAcknowledgementDays', 2],
    ['appealDecisionDays', 5],
    ['secondAppealFilingDays', 5],
    ['secondAppealAcknowledgementDays', 2],
    ['secondAppealDecisionDays', 5],
    ['finalReviewDays', 5],
  ] as const)('%s is %i', (name, value) => {
    expect(parameters.valueOn(named[name], '2026-11-22')).toBe(value);
  });

  test.each([
    ['cor2020ForInternalAudits', '2021-12-01'],
    ['cor2020ForExternalAudits', '2022-10-01'],
    ['accreditedIso45001Only', '2024-10-25'],
    ['iso17021Bodies', '2021-01-20'],
    ['equalTreatment', '2026-01-01'],
  ] as const)('%s starts on %s', (name, day) => {
    expect(named[name].starts.find(({ value }) => value)?.from).toBe(day);
  });
});
