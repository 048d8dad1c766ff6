import { describe, expect, test } from '@jest/globals';
import { render } from '../../../src/rules/messages/messages.ts';
import { evaluationDueOn, refuseListing, refuseRemovedAuditor } from '../../../src/rules/recording/registering.ts';
import { auditingCases, judgeAuditingCase } from './auditing.cases.ts';

describe('auditing.cases.yaml', () => {
  test.each(auditingCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
    const refusal = judgeAuditingCase(one);
    expect(refusal?.reasons.map(({ clause }) => clause) ?? []).toEqual(one.refused);
    expect(refusal?.code).toBe(one.code);
  });

  test('what was done too late for a step names both', () => {
    const returned = auditingCases.find((one) => one.step === 'RETURNED' && one.code === 'AUDIT_NOT_READY');
    const [reason] = (returned && judgeAuditingCase(returned)?.reasons) ?? [];
    expect(reason && render('en', reason.because.id, reason.because.values)).toBe(
      'It is already recorded that the pre-assessment found the audit complete, on 9 March 2026; after that it cannot be recorded that the audit was returned for correction.',
    );
    expect(reason && render('fr', reason.because.id, reason.because.values).replaceAll('\u00A0', ' ')).toBe(
      'Il est déjà consigné que l’évaluation préalable a établi que la vérification est complète, le 9 mars 2026; par la suite, on ne peut plus consigner que la vérification a été retournée pour correction.',
    );
  });

  test('every reason is a whole sentence in both languages', () => {
    const reasons = auditingCases.flatMap((one) => judgeAuditingCase(one)?.reasons ?? []);
    const sentences = reasons.flatMap(({ because: { id, values } }) => [render('en', id, values), render('fr', id, values)]);
    expect(sentences.filter((sentence) => /[{}]|AUDIT_|undefined/.test(sentence))).toEqual([]);
  });
});

describe('the register of external auditors', () => {
  const period = { from: '2030-01-01', to: '2030-12-31' };
  const inProgram = { removedOn: null, erasedOn: null };

  test('G-4.3: an evaluation is due a year after the previous one, or after the first day on the list', () => {
    expect(evaluationDueOn([], [period])).toBe('2031-01-01');
    expect(evaluationDueOn(['2030-06-01', '2032-02-29'], [period])).toBe('2033-02-28');
    expect(evaluationDueOn([], [])).toBeNull();
  });

  test('G-2.4.g: two periods on the list may touch and not overlap', () => {
    expect(refuseListing(inProgram, [period], { from: '2031-01-01', to: null })).toBeNull();
    expect(refuseListing(inProgram, [period], { from: '2030-12-31', to: null })?.code).toBe('ALREADY_RECORDED');
  });

  test('R-63: an auditor whose name was erased is not put on the list, which is public', () => {
    expect(refuseListing({ ...inProgram, erasedOn: '2031-06-02' }, [], period)?.reasons).toMatchObject([{ clause: 'R-63' }]);
  });

  test('R-17: a removed auditor is neither put on the list again nor removed twice', () => {
    expect(refuseListing({ ...inProgram, removedOn: '2031-06-02' }, [], { from: '2031-01-01', to: '2031-06-01' })).toBeNull();
    expect(refuseListing({ ...inProgram, removedOn: '2031-06-02' }, [], { from: '2031-01-01', to: '2031-06-02' })?.code).toBe(
      'AUDITOR_NOT_POSSIBLE',
    );
    expect(refuseRemovedAuditor(null)).toBeNull();
    expect(refuseRemovedAuditor('2031-06-02')?.code).toBe('ALREADY_RECORDED');
  });
});
