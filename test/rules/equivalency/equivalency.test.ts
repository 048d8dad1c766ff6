import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../../../src/rules/decision.ts';
import { grantableNow } from '../../../src/rules/equivalency/decision.ts';
import { mayGrant } from '../../../src/rules/equivalency/equivalency.ts';
import { render } from '../../../src/rules/messages/messages.ts';
import { decideCaseOf, type EquivalencyCase, equivalencyCases, refusalReasonsOf, requestOf } from './equivalency.cases.ts';

const grantableOf = ({ facts, on }: EquivalencyCase) => mayGrant(requestOf(facts), on);

describe('equivalency.cases.yaml', () => {
  test('has no field that is not checked', () => {
    const checked = [
      'case',
      'facts',
      'on',
      'mayGrant',
      'now',
      'nowMissing',
      'missing',
      'unknown',
      'decide',
      'refused',
      'code',
      'document',
      'isJudgement',
    ];
    for (const one of equivalencyCases)
      expect([one.case, Object.keys(one).filter((key) => !checked.includes(key))]).toEqual([one.case, []]);
  });

  test.each(equivalencyCases.map((one) => ({ name: `${one.case} (${one.on})`, ...one })))('$name', (one) => {
    const { outcome, missing } = grantableOf(one);
    expect(outcome).toBe(one.mayGrant);
    for (const [grant, clauses] of Object.entries(one.missing ?? {})) {
      expect(missing.filter((each) => each.grant === grant).flatMap((each) => each.clauses)).toEqual(clauses);
    }
    const now = grantableNow(requestOf(one.facts), one.on);
    if (one.now) expect(now.outcome).toBe(one.now);
    if (one.nowMissing) expect(now.missing.map(({ because }) => because.id)).toEqual(one.nowMissing);
    if (one.unknown) expect([...new Set(missing.filter(({ isKnown }) => !isKnown).map(({ because }) => because.id))]).toEqual(one.unknown);
    const answer = decideCaseOf(one);
    if (answer === null) return;
    expect(answer instanceof Refusal ? answer.reasons.map(({ clause }) => clause) : []).toEqual(one.refused ?? []);
    expect(answer instanceof Refusal ? answer.code : undefined).toBe(one.code);
    if (answer instanceof Refusal) return;
    expect(answer.document).toEqual(one.document ?? null);
    expect(answer.isJudgement).toBe(one.isJudgement ?? false);
  });

  test('every reason is a whole sentence in both languages', () => {
    const reasons = equivalencyCases.flatMap((one) => [
      ...grantableOf(one).reasons,
      ...grantableNow(requestOf(one.facts), one.on).reasons,
      ...refusalReasonsOf(one),
    ]);
    const sentences = reasons.flatMap(({ because: { id, values } }) => [render('en', id, values), render('fr', id, values)]);
    expect([...new Set(sentences.filter((sentence) => /[{}_]/.test(sentence)))]).toEqual([]);
  });

  test('every reason of a refusal holds and decides', () => {
    expect(equivalencyCases.flatMap(refusalReasonsOf).filter(({ holds, decides }) => !holds || !decides)).toEqual([]);
  });
});
