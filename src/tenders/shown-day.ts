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

type Shown = Omit<ShownDay, 'seesRegistrations' | 'seesBiddingDocuments' | 'recognition' | 'presented'>;

/** What is shown beside the standing: the reference of a recognition under SOSE, and a document whose number was given. */
export type Beside = Pick<ShownDay, 'recognition' | 'presented'>;

/** What the law weighs of a day, from what is shown of it and beside it. */
export const shownDay = (
  context: Context,
  { standing, basis, standard, certificate, biddingDocument, holdsUntil }: Shown,
  { recognition, presented }: Beside,
): ShownDay => ({
  ...{ standing, basis, standard, certificate, biddingDocument, holdsUntil, recognition, presented },
  seesRegistrations: maySee(viewerOf(context), 'REGISTERED'),
  seesBiddingDocuments: maySee(viewerOf(context), 'BIDDING_ONLY'),
});
