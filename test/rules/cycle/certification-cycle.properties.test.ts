import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/rules/calendar.ts';
import { stageOn } from '../../../src/rules/cycle/certification-cycle.ts';
import { render, writeWord } from '../../../src/rules/messages/messages.ts';
import { viewCertificates } from '../../../src/rules/standing/certificate-state.ts';
import { readHistory } from '../../../src/rules/standing/history.ts';
import { decideStanding } from '../../../src/rules/standing/standing.ts';
import { cycleEffectiveBy, daysOfCycle, reorderedCycle, somethingAsked } from '../arbitrary-cycle.ts';

const runs = { numRuns: 500 };

/** Compared as text, because `toEqual` takes longer than the rule. */
const expectSame = (a: unknown, b: unknown): void => {
  if (JSON.stringify(a) !== JSON.stringify(b)) expect(a).toEqual(b);
};

test('an account has one stage on each day, with a label, a deciding clause, and reasons in words', () => {
  fc.assert(
    fc.property(somethingAsked, ([facts, day]) => {
      const { outcome, reasons } = stageOn(facts, day);
      for (const locale of ['en', 'fr'] as const) {
        expect(writeWord(locale, outcome)).not.toBe(outcome);
        expect(reasons.filter(({ because }) => /[{}]/.test(render(locale, because.id, because.values)))).toEqual([]);
      }
      expect(reasons.some(({ decides }) => decides)).toBe(true);
    }),
    runs,
  );
});

test('later facts do not change an earlier day', () => {
  fc.assert(
    fc.property(somethingAsked, ([facts, day]) => {
      expectSame(stageOn(cycleEffectiveBy(day, facts), day), stageOn(facts, day));
    }),
    runs,
  );
});

test('the order of the facts does not matter', () => {
  fc.assert(
    fc.property(
      somethingAsked.chain(([facts, day]) => fc.tuple(fc.constant(facts), reorderedCycle(facts), fc.constant(day))),
      ([facts, others, day]) => {
        expectSame(stageOn(others, day), stageOn(facts, day));
      },
    ),
    runs,
  );
});

test('the stage agrees with the standing on revoked, certified or pending by a COR certificate, and lost', () => {
  const underCertificate = /^(CERTIFIED_YEAR|MAINTENANCE|LETTER_AWAITED|RENEWAL|NEW_CERTIFICATE|PENDING)/;
  fc.assert(
    fc.property(somethingAsked, ([facts, day]) => {
      const { outcome: stage, reasons } = stageOn(facts, day);
      // a renewal that restarts has its internal audit reviewed while the certificate runs on.
      const isRestarting = reasons.some(({ because }) => because.id === 'rests-on-restart');
      const standing = decideStanding(facts, day).outcome;
      const views = viewCertificates(readHistory(facts), day).filter(({ life, state }) => !life.isEquivalency && state !== 'LOST');
      expect(stage === 'REVOKED').toBe(standing === 'REVOKED');
      expect(underCertificate.test(stage) || isRestarting).toBe(standing !== 'REVOKED' && views.length > 0);
      expect(stage.startsWith('PENDING')).toBe(standing !== 'REVOKED' && views.some(({ state }) => state === 'PENDING'));
      expect(stage === 'CERTIFICATION_LOST').toBe(standing === 'CERTIFICATION_LOST');
    }),
    runs,
  );
});

test('with nothing new, a process that must restart never advances', () => {
  fc.assert(
    fc.property(somethingAsked, fc.nat({ max: 400 }), ([facts, day], days) => {
      const later = addDays(day, days);
      if (stageOn(facts, day).outcome !== 'MUST_RESTART') return;
      if ([...daysOfCycle(facts)].some((fact) => fact > day && fact <= later)) return;
      expect(['MUST_RESTART', 'BIDDING_ONLY', 'CERTIFICATION_LOST']).toContain(stageOn(facts, later).outcome);
    }),
    { numRuns: 1500 },
  );
});
