import { describe, expect, test } from '@jest/globals';
import { reviewClock } from '../../../src/rules/equivalency/clock.ts';
import { checklistOn, completeOn, takesDocument } from '../../../src/rules/equivalency/documents.ts';
import { refuseStep, requestOn, requestSteps } from '../../../src/rules/equivalency/request.ts';
import { render } from '../../../src/rules/messages/messages.ts';
import { requestOf } from './equivalency.cases.ts';
import { refusalOfStep, requestCases, requestReasonsOf } from './equivalency-request.cases.ts';

describe('equivalency-request.cases.yaml', () => {
  test('has no field that is not checked', () => {
    const states = ['status', 'since', 'lastDay'];
    const checked = ['case', 'facts', 'on', ...states, 'missing', 'complete', 'clock', 'step', 'refused', 'code', 'may'];
    for (const one of requestCases) expect([one.case, Object.keys(one).filter((key) => !checked.includes(key))]).toEqual([one.case, []]);
  });

  test.each(requestCases.map((one) => ({ name: `${one.case} (${one.on})`, ...one })))('$name', (one) => {
    const facts = requestOf(one.facts);
    const state = requestOn(facts, one.on);
    if (one.status !== undefined) expect(state?.status ?? null).toBe(one.status);
    if (one.since) expect(state?.since).toBe(one.since);
    if (one.lastDay) expect(state?.lastDay).toBe(one.lastDay);
    const items = checklistOn(facts, one.on);
    if (one.missing) expect(items.filter(({ since }) => since === null).map(({ item }) => item)).toEqual(one.missing);
    if (one.complete !== undefined) expect(completeOn(facts, one.on)).toBe(one.complete);
    if (one.clock) expect(reviewClock(facts, one.on)).toEqual(expect.objectContaining(one.clock));
    const refusal = refusalOfStep(one);
    expect(refusal?.reasons.map(({ clause }) => clause) ?? []).toEqual(one.refused ?? []);
    expect(refusal?.code).toBe(one.code);
    if (one.may) expect(requestSteps.filter((step) => refuseStep(facts, step, one.on) === null)).toEqual(one.may);
  });

  test('G-6.1.a, G-5.a, F-16, G-6.1.c: a request takes the documents of its kind, and those IHSA asked for', () => {
    expect(takesDocument('ISO_45001', 'EQUIVALENCY_FORM')).toBe(true);
    expect(takesDocument('ISO_45001', 'INTERNAL_AUDITOR_TRANSCRIPT')).toBe(false);
    expect(takesDocument('OUT_OF_PROVINCE', 'INTERNAL_AUDITOR_TRANSCRIPT')).toBe(true);
    expect(takesDocument('OUT_OF_PROVINCE', 'EQUIVALENCY_FORM')).toBe(false);
    expect(takesDocument('MLITSD_ACCREDITATION', 'FURTHER_DOCUMENTATION')).toBe(true);
  });

  test('every reason is a whole sentence in both languages', () => {
    const reasons = requestCases.flatMap(requestReasonsOf);
    const sentences = reasons.flatMap(({ because: { id, values } }) => [render('en', id, values), render('fr', id, values)]);
    expect([...new Set(sentences.filter((sentence) => /[{}_]/.test(sentence)))]).toEqual([]);
  });
});
