import { describe, expect, test } from '@jest/globals';
import { render } from '../../../src/rules/messages/messages.ts';
import { refusalsByAnomaly } from '../../../src/rules/recording/objections.ts';
import { anomalies } from '../../../src/rules/standing/anomalies.ts';
import { type CompactFacts, casesOf, factsOf } from '../case-file.ts';
import { issuingCases, judgeCase } from './issuing.cases.ts';

describe('issuing.cases.yaml', () => {
  test.each(issuingCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
    const refusal = judgeCase(one);
    expect(refusal?.reasons.map(({ clause }) => clause) ?? []).toEqual(one.refused);
    expect(refusal?.code).toBe(one.code);
  });

  test('every reason of a refusal holds, decides, and is a whole sentence in both languages', () => {
    const reasons = issuingCases.flatMap((one) => judgeCase(one)?.reasons ?? []);
    expect(reasons.filter(({ holds, decides }) => !holds || !decides)).toEqual([]);
    const sentences = reasons.flatMap(({ because: { id, values } }) => [render('en', id, values), render('fr', id, values)]);
    expect(sentences.filter((sentence) => /[{}]/.test(sentence))).toEqual([]);
  });
});

test('every refusal that an import reports has a sentence', () => {
  const reported = casesOf<{ facts: CompactFacts }>('standing/anomalies.cases.yaml').flatMap(({ facts }) => anomalies(factsOf(facts)));
  // X-21 is reported for imported certificates and refuses nothing: X-4 judges those issued here.
  const refused = reported.filter(({ clause }) => clause !== 'X-21');
  expect([...new Set(refused.map(({ because: { id } }) => id))].filter((id) => !refusalsByAnomaly[id])).toEqual([]);
});
