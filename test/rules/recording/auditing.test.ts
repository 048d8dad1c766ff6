import { describe, expect, test } from '@jest/globals';
import { render } from '../../../src/rules/messages/messages.ts';
import { auditingCases, judgeAuditingCase } from './auditing.cases.ts';

describe('auditing.cases.yaml', () => {
  test.each(auditingCases.map((one) => ({ name: one.case, ...one })))('$name', (one) => {
    const refusal = judgeAuditingCase(one);
    expect(refusal?.reasons.map(({ clause }) => clause) ?? []).toEqual(one.refused);
    expect(refusal?.code).toBe(one.code);
  });

  test('every reason is a whole sentence in both languages', () => {
    const reasons = auditingCases.flatMap((one) => judgeAuditingCase(one)?.reasons ?? []);
    const sentences = reasons.flatMap(({ because: { id, values } }) => [render('en', id, values), render('fr', id, values)]);
    expect(sentences.filter((sentence) => /[{}]|AUDIT_|undefined/.test(sentence))).toEqual([]);
  });
});
