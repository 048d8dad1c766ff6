import type { Reason } from '../decision.ts';

/** Where an account is in the certification process; the messages have a label for each stage. */
export type Stage =
  | FirstCertificationStage
  | CertifiedStage
  | 'REVOKED'
  | 'EQUIVALENCY_RUNNING'
  | 'BIDDING_ONLY'
  | 'CERTIFICATION_LOST'
  | 'EQUIVALENCY_EXPIRED'
  | 'NOT_REGISTERED';

/** The stages of a registered account on its way to its first certificate, or to a new one after a loss. */
export type FirstCertificationStage =
  | 'PREPARING_INTERNAL_AUDIT'
  | 'INTERNAL_AUDIT_REVIEW'
  | 'INTERNAL_AUDIT_CORRECTION'
  | 'EXTERNAL_AUDIT_DUE'
  | 'EXTERNAL_AUDIT_UNDER_WAY'
  | 'EXTERNAL_AUDIT_REPORT_AWAITED'
  | 'RE_AUDIT_DUE'
  | 'RE_AUDIT_REPORT_AWAITED'
  | 'CERTIFICATE_AWAITED'
  | 'MUST_RESTART';

/** The stages of an account whose COR certificate is certified or pending. */
export type CertifiedStage =
  | 'CERTIFIED_YEAR_1'
  | 'CERTIFIED_YEAR_2'
  | 'CERTIFIED_YEAR_3'
  | 'MAINTENANCE_AUDIT_DUE'
  | 'MAINTENANCE_AUDIT_LATE'
  | 'MAINTENANCE_AUDIT_REVIEW'
  | 'MAINTENANCE_AUDIT_CORRECTION'
  | 'LETTER_AWAITED'
  | 'RENEWAL_DUE'
  | 'RENEWAL_AUDIT_UNDER_WAY'
  | 'RENEWAL_REPORT_AWAITED'
  | 'RENEWAL_RE_AUDIT_DUE'
  | 'RENEWAL_RE_AUDIT_REPORT_AWAITED'
  | 'RENEWAL_MUST_RESTART'
  | 'INTERNAL_AUDIT_REVIEW'
  | 'INTERNAL_AUDIT_CORRECTION'
  | 'NEW_CERTIFICATE_AWAITED'
  | 'PENDING_LETTER'
  | 'PENDING_CERTIFICATE';

/** A stage with the clauses consulted on the way to it; those that decided are marked. */
export interface Step<S extends Stage = Stage> {
  readonly stage: S;
  readonly reasons: readonly Reason[];
}
