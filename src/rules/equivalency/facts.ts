import type { Day } from '../calendar.ts';
import type { AccountFacts } from '../facts.ts';
import type { DatedStatement } from '../statement.ts';
import type { AssociationId } from './associations.ts';

export type { DatedStatement } from '../statement.ts';

/** The three kinds of request (G-6.1, G-6.2, G-5). */
export type RequestKind = 'ISO_45001' | 'MLITSD_ACCREDITATION' | 'OUT_OF_PROVINCE';

/** The documents of a request, required or for a greater grant; FURTHER_DOCUMENTATION is what else IHSA asked for (G-6.1.c). */
export type RequestDocumentKind =
  | 'EQUIVALENCY_FORM'
  | 'ISO_45001_AUDIT_REPORT'
  | 'ISO_45001_CERTIFICATE'
  | 'ACCREDITATION_AUDIT_REPORT'
  | 'PROOF_OF_ACCREDITATION'
  | 'AUDIT_ACTION_PLAN'
  | 'OHSMS_MANUAL'
  | 'MANAGEMENT_REVIEW_REPORT'
  | 'MANAGEMENT_REVIEW_ACTION_PLAN'
  | 'MASTER_HAZARD_REGISTRY'
  | 'RECIPROCITY_FORM'
  | 'HOST_ASSOCIATION_LETTER'
  | 'INTERNAL_AUDITOR_TRANSCRIPT'
  | 'FURTHER_DOCUMENTATION';

/** What a request comes to; NOTHING is a refusal. */
export type Grant = 'CERTIFICATE_ONE_YEAR' | 'INTERIM_LOGS' | 'BIDDING_ONLY_RECIPROCITY' | 'NOTHING';

export interface RequestDocumentFact {
  readonly kind: RequestDocumentKind;
  readonly receivedOn: Day;
}

/** IHSA asked for documents (G-6.1.c), and waits for them until the day they arrive; null while it is waiting. */
export interface WaitFact {
  readonly from: Day;
  readonly to: Day | null;
}

/** The most recent certificate of the organization’s system, as its documents show it; null for what they do not say. */
export interface IsoCertificateFact {
  readonly standard: 'ISO_45001_2018' | 'CSA_Z45001' | 'OTHER_STANDARD';
  /** Whether the body that accredited its certifier was a signatory of the arrangement of the day. */
  readonly isAccredited: boolean | null;
  /** Whether its scope is that of the whole firm. */
  readonly coversWholeFirm: boolean | null;
  /** Whether the scope of its audit has representative work in Ontario (G-6.1.b). */
  readonly hasOntarioWork: boolean | null;
  /** The last day stated on it. */
  readonly expiresOn: Day | null;
}

/** What the letter of the host association says about the host COR; null for what it does not say. */
export interface HostCorFact {
  readonly association: AssociationId;
  readonly isCurrent: boolean | null;
  /** The last day stated for it. */
  readonly expiresOn: Day | null;
}

/** What IHSA decided; `lastDay` is that of the document it issued, null for a refusal. */
export interface RequestDecisionFact {
  readonly on: Day;
  readonly grant: Grant;
  readonly lastDay: Day | null;
}

/** Everything recorded about a request that affects it, and its account. Order does not matter. */
export interface RequestFacts {
  readonly kind: RequestKind;
  readonly createdOn: Day;
  readonly submittedOn: Day | null;
  readonly feeRecordedOn: Day | null;
  readonly documents: readonly RequestDocumentFact[];
  readonly waits: readonly WaitFact[];
  /** Day of the report on the lead auditor’s review. */
  readonly reviewedOn: Day | null;
  readonly decision: RequestDecisionFact | null;
  readonly withdrawnOn: Day | null;
  /** false for a firm without a WSIB account. */
  readonly hasWsibAccount: boolean;
  /** Whether WSIB counts the account as valid. */
  readonly wsibStatements: readonly DatedStatement[];
  /** Whether the employer has a permanent office in Ontario (F-16.a). */
  readonly officeStatements: readonly DatedStatement[];
  readonly isoCertificate: IsoCertificateFact | null;
  readonly hostCor: HostCorFact | null;
  readonly account: AccountFacts;
}
