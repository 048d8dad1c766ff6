import { describe, expect, test } from '@jest/globals';
import { render, templateOf } from '../../../src/rules/messages/messages.ts';
import { warningOf } from '../../../src/rules/tender/warning.ts';
import { checkCase, requirementCases, warningCases } from './tender.cases.ts';

describe('a requirement', () => {
  test.each(requirementCases)('$case', (one) => {
    const { outcome, route, document, reasons, cure, ask } = checkCase(one);
    expect([outcome, route]).toEqual([one.outcome, one.route ?? null]);
    if (one.cure) expect(cure && render('en', cure.id, cure.values)).toBe(one.cure);
    if (one.ask) expect(ask && render('en', ask.id, ask.values)).toBe(one.ask);
    // Met with its document, not met with what cures it, or with who can say.
    expect([cure !== null, ask !== null]).toEqual([outcome === 'NOT_MET', outcome === 'CANNOT_SAY']);
    if (outcome === 'MET' && one.standing !== 'REGISTERED') expect(document).not.toBeNull();
    expect(reasons).toHaveLength(one.routes.length);
    expect(reasons.some(({ decides }) => decides)).toBe(true);
  });
});

describe('the warning', () => {
  test.each(warningCases)('$case', ({ owner = 'PRIVATE', construction = true, routes, warnedOn = '', notNamed, notKnown }) => {
    const warning = warningOf({ owner, isForConstruction: construction, routes }, warnedOn);
    expect(warning?.notNamed ?? null).toEqual(notNamed);
    if (notKnown) expect(warning?.notKnown).toEqual(notKnown);
  });

  test('cites the regulation, says what was not read, and never that a requirement is unlawful', () => {
    expect(templateOf('en', 'tender-warning')).toMatch(/O\. Reg\. 364\/25.*We have not read sections 2 to 5/);
    expect(templateOf('en', 'tender-warning')).not.toMatch(/unlawful|illegal/i);
    expect(templateOf('fr', 'tender-warning')).not.toMatch(/illéga|illicite/i);
  });
});
