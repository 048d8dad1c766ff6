import { describe, expect, test } from '@jest/globals';
import { isClauseId } from '../../../src/rules/guideline.ts';
import { render } from '../../../src/rules/messages/messages.ts';
import { assessCase, expectedFindings, soseCases, soseFields } from './sose.cases.ts';

const everyCriterion = [
  'ACCREDITED_SYSTEM',
  'CERTIFICATE',
  'THIRD_PARTY_AUDIT',
  'AUDIT_IN_TIME',
  'CERTIFICATION_BODY',
  'LEAD_AUDITOR',
  'AUDIT_CLOSED',
  'SOSE_ACTION_PLAN',
  'NO_CONVICTION',
  'NO_PROSECUTION',
  'WORKER_PARTICIPATION',
];

describe('sose.cases.yaml', () => {
  test('has no field that is not checked', () => {
    const known: readonly string[] = soseFields;
    expect(soseCases.flatMap((one) => Object.keys(one)).filter((key) => !known.includes(key))).toEqual([]);
  });

  test.each(soseCases.map((one) => [`${one.case} (${one.on})`, one] as const))('%s', (_, one) => {
    const assessed = assessCase(one);
    const of = (criterion: string) => assessed.criteria.find((each) => each.criterion === criterion);
    const { outcome, system, lastDayToApply, nextThirdPartyAuditBy } = assessed;
    const answered = { outcome, system, lastDayToApply, nextThirdPartyAuditBy };
    for (const name of ['outcome', 'system', 'lastDayToApply', 'nextThirdPartyAuditBy'] as const) {
      if (name in one) expect([name, answered[name]]).toEqual([name, one[name]]);
    }
    const findings = Object.fromEntries(assessed.criteria.map(({ criterion, finding }) => [criterion, finding]));
    expect(findings).toMatchObject(expectedFindings(one));
    for (const [name, id] of Object.entries(one.because ?? {})) expect([name, of(name)?.because.id]).toEqual([name, id]);
    for (const [name, holders] of Object.entries(one.heldBy ?? {})) expect([name, of(name)?.heldBy]).toEqual([name, holders]);
    for (const [name, clauses] of Object.entries(one.cites ?? {})) expect([name, of(name)?.clauses]).toEqual([name, clauses]);
    for (const [name, shown] of Object.entries(one.evidence ?? {})) {
      const written = of(name)?.evidence.map(({ kind, key, on, broughtBy }) => [kind, key, on ?? 'undated', broughtBy ?? 'OURS'].join(' '));
      expect([name, written]).toEqual([name, shown]);
    }
    for (const [name, sentence] of Object.entries(one.says ?? {})) {
      const why = of(name)?.because;
      expect(why && render('en', why.id, why.values)).toBe(sentence);
    }
    for (const [name, sentence] of Object.entries(one.needs ?? {})) {
      const why = of(name)?.missing;
      expect(why && render('en', why.id, why.values)).toBe(sentence);
    }
    if (one.movedBy) expect(assessed.movedBy.map(({ because }) => because.id)).toEqual(one.movedBy);
    if (one.warnings) expect(assessed.warnings.map(({ clause, because }) => `${clause} ${because.id}`)).toEqual(one.warnings);
  });
});

describe('every answer', () => {
  const answers = soseCases.map((one) => assessCase(one));

  test('lists every criterion in a fixed order, with a clause and who holds the fact', () => {
    for (const { criteria } of answers) {
      expect(criteria.map(({ criterion }) => criterion)).toEqual(everyCriterion);
      for (const { clauses, heldBy } of criteria)
        expect([clauses.every(isClauseId), clauses.length > 0, heldBy.length > 0]).toEqual([true, true, true]);
    }
  });

  test('says what is missing exactly if a criterion is not met', () => {
    for (const { finding, missing } of answers.flatMap(({ criteria }) => criteria)) expect(missing === null).toBe(finding === 'MET');
  });

  test('is in whole sentences in both languages', () => {
    const said = answers.flatMap(({ criteria, movedBy, warnings }) => [
      ...criteria.flatMap(({ because, missing }) => (missing ? [because, missing] : [because])),
      ...[...movedBy, ...warnings].map(({ because }) => because),
    ]);
    const sentences = said.flatMap(({ id, values }) => [render('en', id, values), render('fr', id, values)]);
    expect(sentences.filter((sentence) => /[{}]|_/.test(sentence))).toEqual([]);
  });
});
