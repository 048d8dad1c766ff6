import type { Day } from './calendar.ts';

/** The standard a certification is held to. COR 2020 replaces COR; there is no way back (F-12). */
export type Standard = 'COR' | 'COR_2020';

/** How a Certificate of Recognition was earned. */
export type CertificateBasis = 'EXTERNAL_AUDIT' | 'ISO_45001_EQUIVALENCY' | 'MLITSD_EQUIVALENCY';

/** A document good for bidding only: interim Letter of Good Standing (F-16) or letter of reciprocity (G-5). */
export type BiddingDocumentKind = 'INTERIM_LOGS' | 'LETTER_OF_RECIPROCITY';

export interface RegistrationFact {
  readonly id: string;
  readonly confirmedOn: Day;
  readonly withdrawnOn: Day | null;
}

/** an exception that a document rests on, since its issue or a correction: its day and the clauses it sets aside. */
export interface ExceptionFact {
  readonly decidedOn: Day;
  readonly clauses: readonly string[];
}

export interface LetterFact {
  readonly number: string;
  /** 1 only in old files. */
  readonly year: 1 | 2 | 3;
  readonly issuedOn: Day;
  /** Empty or left out if it rests on none. */
  readonly exceptions?: readonly ExceptionFact[];
}

export interface CertificateFact {
  readonly number: string;
  readonly standard: Standard;
  readonly basis: CertificateBasis;
  readonly issuedOn: Day;
  /** The day on which the external audit it names was completed; null or left out if it names none. */
  readonly externalAuditOn?: Day | null;
  /** Empty or left out if it rests on none. */
  readonly exceptions?: readonly ExceptionFact[];
  readonly letters: readonly LetterFact[];
}

export interface BiddingDocumentFact {
  readonly number: string;
  readonly kind: BiddingDocumentKind;
  readonly issuedOn: Day;
  /** Last day of the host COR or of the ISO certificate; null if none was stated. */
  readonly hostExpiresOn: Day | null;
}

/** An event after the letter of a spot check. Only the report, the finding and the validation affect the standing. */
export type SpotCheckEventKind =
  | 'PLAN_SUBMITTED'
  | 'IMPLEMENTATION_REPORTED'
  | 'FOUND_NOT_IMPLEMENTED'
  | 'VALIDATED'
  | 'FEE_CHARGED'
  | 'FEE_PAID';

export interface SpotCheckEventFact {
  readonly on: Day;
  readonly kind: SpotCheckEventKind;
}

export interface SpotCheckFact {
  readonly id: string;
  /** Day the formal letter was received. */
  readonly receivedOn: Day;
  /** Whether the letter asks for corrective action. */
  readonly correctiveAction: boolean;
  readonly events: readonly SpotCheckEventFact[];
}

export interface RevocationFact {
  readonly id: string;
  readonly from: Day;
  readonly liftedOn: Day | null;
}

/** A transition audit to COR 2020 (F-24, R-14). */
export interface TransitionAuditFact {
  readonly id: string;
  readonly completedOn: Day;
}

/** Everything recorded about an account that affects its standing. Order does not matter. */
export interface AccountFacts {
  readonly registrations: readonly RegistrationFact[];
  readonly certificates: readonly CertificateFact[];
  readonly biddingDocuments: readonly BiddingDocumentFact[];
  readonly spotChecks: readonly SpotCheckFact[];
  readonly revocations: readonly RevocationFact[];
  readonly transitionAudits: readonly TransitionAuditFact[];
}
