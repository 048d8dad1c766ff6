import { describe, expect, test } from '@jest/globals';
import { render } from '../../../src/rules/messages/messages.ts';
import { neverSetAside, refuseException } from '../../../src/rules/recording/exception.ts';
import { alterationCases, judgeAlterationCase, judgeSupportCase, supportCases } from './support.cases.ts';

describe('support.cases.yaml', () => {
  test.each(supportCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
    const { refusal, reasons } = judgeSupportCase(one);
    expect((refusal?.reasons.map(({ clause }) => clause) ?? []).toSorted()).toEqual([...one.refused].sort());
    if (one.because) expect((refusal?.reasons ?? []).map(({ because }) => because.id).toSorted()).toEqual([...one.because].sort());
    if (one.notKnown)
      expect(reasons.filter(({ holds }) => !holds).map(({ clause }) => clause)).toEqual(expect.arrayContaining([...one.notKnown]));
  });

  test('every reason is a whole sentence in both languages', () => {
    const reasons = supportCases.map(judgeSupportCase).flatMap(({ refusal, reasons }) => [...(refusal?.reasons ?? []), ...reasons]);
    const sentences = reasons.flatMap(({ because: { id, values } }) => [render('en', id, values), render('fr', id, values)]);
    expect(sentences.filter((sentence) => /[{}]/.test(sentence))).toEqual([]);
  });
});

describe('keeping-support.cases.yaml', () => {
  test.each(alterationCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
    const refusal = judgeAlterationCase(one);
    expect(refusal?.reasons.map(({ clause }) => clause) ?? []).toEqual(one.refused);
    for (const { because } of refusal?.reasons ?? []) expect(render('fr', because.id, because.values)).not.toMatch(/[{}]/);
  });
});

describe('R-44: an exception', () => {
  test.each([...neverSetAside])('never sets aside %s', (clause) => {
    expect(refuseException({ clauses: ['G-2.4.g', clause] })?.reasons.map((reason) => reason.clause)).toEqual([clause]);
  });

  test('sets aside other clauses', () => {
    expect(refuseException({ clauses: ['G-2.4.g', 'G-2.5.b'] })).toBeNull();
  });
});
