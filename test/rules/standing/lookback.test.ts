import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/rules/calendar.ts';
import type { CertificateBasis } from '../../../src/rules/facts.ts';
import { printedEnd } from '../../../src/rules/standing/certificate-life.ts';
import { lastDayOf } from '../../../src/rules/standing/history.ts';
import {
  earliestIssueInForce,
  earliestPendingSince,
  firstBiddingIssueNotEndingBefore,
  firstIssueNotEndingBefore,
} from '../../../src/rules/standing/lookback.ts';
import { standingTimeline } from '../../../src/rules/standing/timeline.ts';
import { someDay, someFacts } from '../arbitrary-facts.ts';

const bases: readonly CertificateBasis[] = ['EXTERNAL_AUDIT', 'ISO_45001_EQUIVALENCY', 'MLITSD_EQUIVALENCY'];

describe('how far back the standing of a day depends on facts', () => {
  test('R-7: an account pending on the last possible day has been pending for sixty days', () => {
    // Due on 1 January 2026: pending from 1 February (day 31) to 1 April (day 90).
    expect(earliestPendingSince('2026-04-01')).toBe('2026-02-01');
  });

  test('R-10: a certificate of three years and 90 days ago is the oldest that can be in effect', () => {
    // Issued on 1 January 2023, it ends on 1 January 2026, and day 90 is 1 April.
    expect(earliestIssueInForce('2026-04-01')).toBe('2023-01-01');
  });

  test('whatever is recorded, nothing in effect on a day began earlier', () => {
    fc.assert(
      fc.property(someFacts, someDay, (facts, on) => {
        const period = standingTimeline(facts).findLast(({ from }) => from <= on);
        if (period?.standing === 'PENDING') expect(period.since >= earliestPendingSince(on)).toBe(true);
        const shown = facts.certificates.find(({ number }) => number === period?.certificate);
        if (shown && (period?.standing === 'CERTIFIED' || period?.standing === 'PENDING'))
          expect(shown.issuedOn >= earliestIssueInForce(on)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('R-10, R-20: a printed end lies before a day exactly when the issue lies before the day found', () => {
    expect(firstIssueNotEndingBefore('EXTERNAL_AUDIT', '2026-11-20')).toBe('2023-11-20');
    expect(firstIssueNotEndingBefore('ISO_45001_EQUIVALENCY', '2026-11-20')).toBe('2025-11-21');
    fc.assert(
      fc.property(fc.constantFrom(...bases), someDay, fc.integer({ min: -40, max: 40 }), (basis, day, near) => {
        const first = firstIssueNotEndingBefore(basis, day);
        const issuedOn = addDays(first, near);
        expect(printedEnd({ basis, issuedOn }) < day).toBe(issuedOn < first);
      }),
    );
  });

  test('R-21: a bidding-only document with a far end has ended before a day exactly when the issue lies before the day found', () => {
    // Issued on 21 November 2025, its last day is 20 November 2026.
    expect(firstBiddingIssueNotEndingBefore('2026-11-20')).toBe('2025-11-21');
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40, max: 40 }), (day, near) => {
        const first = firstBiddingIssueNotEndingBefore(day);
        const issuedOn = addDays(first, near);
        expect(lastDayOf({ issuedOn }, '9999-12-31') < day).toBe(issuedOn < first);
      }),
    );
  });
});
