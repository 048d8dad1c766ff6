import type { Day } from '../calendar.ts';
import type { AuditFact, CycleFacts } from '../cycle/facts.ts';
import type { AuditorLacks } from '../cycle/training.ts';
import type { ClauseId } from '../guideline.ts';

/**
 * The facts that the law of issuing judges: the audits of one account with everything recorded about them, and who conducted them. A loader fills
 * them; none is computed from another. A day or a value that was not recorded is null, and the law says what that means.
 */
export interface IssuingFacts extends CycleFacts {
  /** Every audit of the account, in any order. */
  readonly audits: readonly AuditOnFile[];
  /** The auditors named by the audits who are in the register of external auditors, in any order; other auditors are not included. */
  readonly auditors: readonly AuditorOnFile[];
  /** Which audit each certificate and each letter names; a document that names none is not included. */
  readonly namings: readonly AuditNaming[];
  /** false for a firm without a WSIB account. */
  readonly hasWsibAccount: boolean;
}

/** An audit with everything that the law of issuing judges. Fields that its type does not have are null. */
export interface AuditOnFile extends AuditFact, ExternalAuditRecord, InternalAuditRecord {
  /**
   * Day on which the organization received the report: the six months of G-2.4.f and G-2.4.i count from it. If null, `reportedOn`, the date of
   * the report, replaces it.
   */
  readonly reportReceivedOn: Day | null;
  /** The later scores, after deficiencies were corrected (G-2.4.k). The first result is `passed`, from the day of the report. */
  readonly laterScores: readonly LaterScore[];
}

/** For external audits and re-audits. */
export interface ExternalAuditRecord {
  /** Day on which IHSA approved the report (G-3.4.b). */
  readonly reportApprovedOn: Day | null;
  /** Day on which IHSA approved the plan (G-2.4.g). A re-audit needs none. */
  readonly planApprovedOn: Day | null;
  /** For a re-audit: the id of the external audit it belongs to. Null if not recorded: then it is the last external audit before. */
  readonly reAuditOf: string | null;
  /**
   * Who conducted it: the id in the register of external auditors; if the auditor is not in the register, the name as recorded. Two audits by the
   * same auditor have the same text. Null if not recorded.
   */
  readonly auditor: string | null;
  /** The auditing company, in the same form; null if there is none or it was not recorded: no company matches no other (G-3.4.a). */
  readonly auditingCompany: string | null;
}

/** For initial internal, year-one internal, maintenance and transition audits. */
export interface InternalAuditRecord {
  /** Day on which senior management signed it off (G-2.4.b). */
  readonly signedOffOn: Day | null;
  /** The id of the person who conducted it; null if not recorded. */
  readonly internalAuditor: string | null;
  /**
   * Whether the internal auditor was qualified on the audit's first day (G-2.2.a, G-4.1): trained or exempted, permanent, full time. Null if no
   * internal auditor is recorded, or no first day.
   */
  readonly isByQualifiedAuditor: boolean | null;
  /** G-4.1: what the internal auditor lacked on the audit's first day: courses, and the role of a permanent full-time employee. */
  readonly auditorLacks?: AuditorLacks;
  /** G-4.2: the day on which IHSA required a retraining of the internal auditor that was not completed on the audit's first day. */
  readonly retrainingSince?: Day | null;
  /** Day on which the pre-assessment found it complete and conforming (G-2.4.c). Null until then, and after it was returned for correction. */
  readonly preAssessedOn: Day | null;
  /** Day on which IHSA's review was completed (G-2.4.d). */
  readonly reviewedOn: Day | null;
  /** Day on which IHSA approved the corrective action plan (G-2.4.e). */
  readonly planOfActionApprovedOn: Day | null;
  /** Day on which IHSA asked for a new internal audit instead of a plan (G-2.4.e). */
  readonly newAuditAskedForOn: Day | null;
  /** For a year-one internal audit: day on which it was shown to the external auditor (G-2.5.b). */
  readonly shownToAuditorOn: Day | null;
}

/** A score given after the first one, from its day on. */
export interface LaterScore {
  readonly on: Day;
  /** Whether it passes (G-2.3); null if not all of its scores are recorded. */
  readonly passed: boolean | null;
}

/** An external auditor of the register, as far as it concerns one account. */
export interface AuditorOnFile {
  /** The id that `ExternalAuditRecord.auditor` holds. */
  readonly id: string;
  /** Periods on the approved list (G-2.4.g). */
  readonly listed: readonly Span[];
  /** First day of the removal from the program (G-4.5, R-17). */
  readonly removedOn: Day | null;
  /** Periods in which the auditor consulted for the organization that holds the account (G-3.4.a). Other organizations are not included. */
  readonly consulting: readonly Span[];
  /** Periods in which IHSA's request to withdraw from audits of this account, for a conflict, applied (G-3.4.a). */
  readonly askedToWithdraw: readonly Span[];
}

/** A run of days, first and last included; `to` is null while it lasts. */
export interface Span {
  readonly from: Day;
  readonly to: Day | null;
}

/** The audit that a document names as the one it rests on. */
export interface AuditNaming {
  /** Number of the certificate or letter. */
  readonly document: string;
  readonly audit: string;
}

/** an exception that an administrator recorded: the clauses it sets aside, for one issue. */
export interface ExceptionFact {
  readonly clauses: readonly ClauseId[];
}

/** The values of an audit for which nothing further is recorded: for loaders, imports and cases. */
export const nothingFurther: Omit<AuditOnFile, keyof AuditFact> = {
  reportReceivedOn: null,
  laterScores: [],
  reportApprovedOn: null,
  planApprovedOn: null,
  reAuditOf: null,
  auditor: null,
  auditingCompany: null,
  signedOffOn: null,
  internalAuditor: null,
  isByQualifiedAuditor: null,
  preAssessedOn: null,
  reviewedOn: null,
  planOfActionApprovedOn: null,
  newAuditAskedForOn: null,
  shownToAuditorOn: null,
};
