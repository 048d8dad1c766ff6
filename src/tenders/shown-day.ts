import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import { maySee } from '../rules/standing/disclosure.ts';
import type { Requirement, ShownDay } from '../rules/tender/requirement.ts';

/** Days of a contract, both included. */
export interface ContractDays {
  readonly from: Day;
  readonly to: Day;
}

/** A requirement with the days and the instant that are asked about. */
export interface Asking {
  readonly requirement: Requirement;
  readonly on: Day;
  readonly knownAt: Instant | null;
  /** Null if one day is asked about. */
  readonly contract: ContractDays | null;
}

type Shown = Omit<ShownDay, 'seesRegistrations' | 'seesBiddingDocuments' | keyof Beside>;

/** What is found beside the standing: a recognition under SOSE, a document whose number was given, a certificate that is not the one shown, and a registration. */
export type Beside = Pick<ShownDay, 'recognition' | 'presented' | 'otherCertificate' | 'registration' | 'areRegistrationsKnown'>;

/** What the law weighs of a day, from what is shown of it and beside it. */
export const shownDay = (
  context: Context,
  { standing, basis, standard, certificate, biddingDocument, holdsUntil }: Shown,
  beside: Beside,
): ShownDay => ({
  ...{ standing, basis, standard, certificate, biddingDocument, holdsUntil, ...beside },
  seesRegistrations: maySee(viewerOf(context), 'REGISTERED'),
  seesBiddingDocuments: maySee(viewerOf(context), 'BIDDING_ONLY'),
});
