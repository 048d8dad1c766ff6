import { describe, expect, test } from '@jest/globals';
import { render, templateOf } from '../../../src/rules/messages/messages.ts';
import { warningOf } from '../../../src/rules/tender/warning.ts';
import { checkCase, requirementCases, warningCases } from './tender.cases.ts';

describe('a requirement', () => {
  test.each(requirementCases)('$case', (one) => {
    const { outcome, route, document, reasons, cure, ask } = checkCase(one);
    expect([outcome, route]).toEqual([one.outcome, one.route ?? null]);
    if (one.document) expect(document).toBe(one.document);
    if (one.cure) expect(cure && render('en', cure.id, cure.values)).toBe(one.cure);
    if (one.ask) expect(ask && render('en', ask.id, ask.values)).toBe(one.ask);
    // Met with its document, not met with what would remedy it, or unknown with who can say.
    expect([cure !== null, ask !== null]).toEqual([outcome === 'NOT_MET', outcome === 'CANNOT_SAY']);
    if (outcome === 'MET' && one.standing !== 'REGISTERED' && !one.partners) expect(document).not.toBeNull();
    expect(reasons).toHaveLength(one.routes?.length ?? 1);
    expect(reasons.some(({ decides }) => decides)).toBe(true);
  });
});

describe('the warning', () => {
  test.each(warningCases)(
    '$case',
    ({ owner = 'PRIVATE', construction = true, routes = [], warnedOn = '', notNamed, notKnown, message }) => {
      const warning = warningOf({ owner, isForConstruction: construction, routes }, warnedOn);
      expect(warning?.notNamed ?? null).toEqual(notNamed);
      if (notKnown) expect(warning?.notKnown).toEqual(notKnown);
      if (message) expect(warning?.because.id).toBe(message);
    },
  );

  test('shows the whole list, each system with its source and the day it was read', () => {
    const warning = warningOf({ owner: 'PUBLIC_SECTOR', isForConstruction: true, routes: ['COR'] }, '2026-01-01');
    expect(warning?.systems.map(({ id, isNamed }) => [id, isNamed])).toContainEqual(['COR_2020', true]);
    for (const { source, checkedOn } of warning?.systems ?? []) expect([source.length > 10, checkedOn]).toEqual([true, '2026-11-29']);
  });

  test('says that a requirement names some and not all only where it leaves out a system that is known to be accredited', () => {
    for (const message of ['tender-warning', 'tender-warning-owner-not-given'] as const)
      expect(templateOf('en', message)).toContain('names some and not all');
    for (const message of ['tender-warning-not-known', 'tender-warning-owner-not-given-not-known'] as const)
      expect([templateOf('en', message), templateOf('fr', message)].join()).not.toMatch(/and not all|non tous/);
  });

  test.each([
    ...(['tender-warning', 'tender-warning-owner-not-given'] as const),
    ...(['tender-warning-not-known', 'tender-warning-owner-not-given-not-known'] as const),
  ])('%s cites the regulation, says what was not read, and never calls a requirement unlawful', (message) => {
    expect(templateOf('en', message)).toMatch(/O\. Reg\. 364\/25.*We have not read sections 3 to 5/);
    expect(templateOf('fr', message)).toContain('Nous n’avons pas lu les articles 3 à 5 du règlement.');
    expect(templateOf('en', message)).not.toMatch(/unlawful|illegal/i);
    expect(templateOf('fr', message)).not.toMatch(/illéga|illicite/i);
  });
});
