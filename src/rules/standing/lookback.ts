import { addDays, addYears, type Day } from '../calendar.ts';
import type { CertificateBasis } from '../facts.ts';
import { biddingDocumentYears, certificateTermYears, lossAfterDays, type Parameter, pendingAfterDays } from '../parameters.ts';
import { printedEnd } from './certificate-life.ts';
import { lastDayOf } from './history.ts';

// Lookback: how early something that holds on a day can have begun. A list need not read further back.

const greatest = ({ starts }: Parameter<number>): number => Math.max(...starts.map(({ value }) => value));
const least = ({ starts }: Parameter<number>): number => Math.min(...starts.map(({ value }) => value));

/** the earliest day since which an account that is pending on a day can be pending; that lasts from day 31 to day 90. */
export const earliestPendingSince = (on: Day): Day => addDays(on, 1 - (greatest(lossAfterDays) - least(pendingAfterDays)));

/** the earliest day of issue of a certificate that is certified or pending on a day: day 90 after its third anniversary is its last. */
export const earliestIssueInForce = (on: Day): Day => addYears(addDays(on, -greatest(lossAfterDays)), -greatest(certificateTermYears));

/** The first day of issue of a certificate of a basis whose printed end is not before a day; certificates issued earlier have ended before it. */
export function firstIssueNotEndingBefore(basis: CertificateBasis, day: Day): Day {
  // Ends follow the days of issue in order, so stepping towards the day finds the first of them that reaches it.
  let issuedOn = addYears(day, -greatest(certificateTermYears) - 1);
  for (let step = 1024; step >= 1; step /= 2)
    while (printedEnd({ basis, issuedOn: addDays(issuedOn, step - 1) }) < day) issuedOn = addDays(issuedOn, step);
  return issuedOn;
}

/** the same for bidding-only documents that no stated end shortens: those issued earlier have ended before the day. */
export function firstBiddingIssueNotEndingBefore(day: Day): Day {
  let issuedOn = addYears(day, -greatest(biddingDocumentYears) - 1);
  for (let step = 512; step >= 1; step /= 2)
    while (lastDayOf({ issuedOn: addDays(issuedOn, step - 1) }, day) < day) issuedOn = addDays(issuedOn, step);
  return issuedOn;
}
