import type { Day } from '../calendar.ts';
import type { Standard } from '../facts.ts';
import type { ShownStanding } from '../standing/disclosure.ts';
import type { EquivalencyBeside } from '../standing/other-certificate.ts';
import type { ShownDocuments } from '../standing/standing.ts';

/** A way that a tender accepts to show a health and safety management system. */
export type Route =
  | 'COR'
  | 'COR_2020_ROUTE'
  | 'ISO_45001_ROUTE'
  | 'MLITSD_ROUTE'
  | 'RECIPROCITY'
  | 'REGISTRATION'
  | 'SOSE_RECOGNITION'
  | 'OTHER_ACCREDITED_SYSTEM';

/** What a tender asks for. */
export interface Requirement {
  readonly routes: readonly Route[];
  readonly isPendingAccepted: boolean;
  /** Whether the tender asks about the days of a contract instead of one day. */
  readonly isForContract: boolean;
}

/** The day asked about, and the day on which it is asked. */
export interface AskedDay {
  readonly on: Day;
  readonly today: Day;
}

/** G-2.1.b, X-8, G-5.a: a document that a bidder shows for a route, and whether it is in effect on the day. */
export interface PresentedDocument {
  readonly route: 'REGISTRATION' | 'RECIPROCITY';
  readonly number: string;
  readonly inEffect: boolean;
}

/** A registration that stands; the number of its confirmation only for those to whom it is visible. */
export interface StandingRegistration {
  readonly document: string | null;
}

/** a certificate in effect beside the one shown; its standard is null if it is not known. */
export interface OtherCertificate extends EquivalencyBeside {
  readonly standard: Standard | null;
}

/** What is visible of an account on a day. */
export interface ShownDay extends Pick<ShownDocuments, 'basis' | 'standard' | 'certificate' | 'biddingDocument'> {
  readonly standing: ShownStanding;
  readonly holdsUntil: Day | null;
  /** Null if there is none. */
  readonly otherCertificate: OtherCertificate | null;
  /** Whether registrations are visible to the caller: if not, a missing one proves nothing. */
  readonly seesRegistrations: boolean;
  /** Whether bidding-only documents are visible to the caller: if not, a missing one proves nothing. */
  readonly seesBiddingDocuments: boolean;
  /** a registration that stands, also beneath a bidding-only document; null if none does, or it is not known here. */
  readonly registration: StandingRegistration | null;
  /** Whether it is known here that none stands if there is none. */
  readonly areRegistrationsKnown: boolean;
  /** A document whose number the bidder gave, whether or not the standing of its account is visible; null if there is none. */
  readonly presented: PresentedDocument | null;
  /** the reference of a recognition under SOSE that is visible to the caller and in effect; null if none is known here. */
  readonly recognition: string | null;
}

/** Whether a certificate in effect is one for a route; a route that is not about one kind of certificate takes any. */
export function isOfRoute(route: Route, { basis, standard }: Pick<ShownDay, 'basis' | 'standard'>): boolean {
  if (route === 'COR_2020_ROUTE') return standard === 'COR_2020';
  if (route === 'ISO_45001_ROUTE') return basis === 'ISO_45001_EQUIVALENCY';
  if (route === 'MLITSD_ROUTE') return basis === 'MLITSD_EQUIVALENCY';
  return true;
}
