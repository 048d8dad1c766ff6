import type { Day } from '../calendar.ts';
import type { AuditFact, CycleFacts } from '../cycle/facts.ts';
import type { ClauseId } from '../guideline.ts';

/**
 * What the law of issuing judges: the audits of one account with all that is recorded of them, and who made them. A loader
 * fills it; nothing here is computed from anything else here. A day or a value that nobody recorded is null, and the law says what that means.
 */
export interface IssuingFacts extends CycleFacts {
  /** Every audit of the account, in any order. */
  readonly audits: readonly AuditOnFile[];
  /** The auditors whom the audits name and the register of external auditors holds, in any order; an auditor outside the register is not here. */
  readonly auditors: readonly AuditorOnFile[];
  /** Which audit each certificate and each letter names; a document that names none is not here. */
  readonly namings: readonly AuditNaming[];
  /** false for a firm without a WSIB account. */
  readonly hasWsibAccount: boolean;
}

/** An audit with everything that the law of issuing asks of it. What the type of the audit does not have is null. */
export interface AuditOnFile extends AuditFact, ExternalAuditRecord, InternalAuditRecord {
  /**
   * Day on which the organization received the report: the six months of G-2.4.f and G-2.4.i count from it. Null where nobody recorded it;
   * then `reportedOn`, the date of the report, stands for it.
   */
  readonly reportReceivedOn: Day | null;
  /** The scores that followed the first ones, after deficiencies were corrected (G-2.4.k). The first are `passed`, from the day of the report. */
  readonly laterScores: readonly LaterScore[];
}

/** Of external audits and re-audits. */
export interface ExternalAuditRecord {
  /** Day on which IHSA approved the report (G-3.4.b). */
  readonly reportApprovedOn: Day | null;
  /** Day on which IHSA approved the plan (G-2.4.g). A re-audit needs none. */
  readonly planApprovedOn: Day | null;
  /** Of a re-audit: the id of the external audit it belongs to. Null where nobody recorded it: then it is the last external audit before. */
  readonly reAuditOf: string | null;
  /**
   * Who made it: the id in the register of external auditors; where the auditor is not in the register, the name as recorded. Two audits by the
   * same auditor have the same text. Null where nobody recorded it.
   */
  readonly auditor: string | null;
  /** The auditing company, likewise; null where there is none or nobody recorded it: no company is no match (G-3.4.a). */
  readonly auditingCompany: string | null;
}

/** Of initial internal, year-one internal, maintenance and transition audits. */
export interface InternalAuditRecord {
  /** Day on which senior management signed it off (G-2.4.b). */
  readonly signedOffOn: Day | null;
  /**
   * Whether the internal auditor was qualified on the audit's first day (G-2.2.a, G-4.1): trained or exempted, permanent, full time. Null where no
   * internal auditor is recorded.
   */
  readonly isByQualifiedAuditor: boolean | null;
  /** Day on which the pre-assessment found it complete and conforming (G-2.4.c). Null while it has not, or once it was returned for correction. */
  readonly preAssessedOn: Day | null;
  /** Day on which IHSA's review was completed (G-2.4.d). */
  readonly reviewedOn: Day | null;
  /** Day on which IHSA approved the corrective action plan (G-2.4.e). */
  readonly planOfActionApprovedOn: Day | null;
  /** Day on which IHSA asked for a new internal audit in place of a plan (G-2.4.e). */
  readonly newAuditAskedForOn: Day | null;
  /** Of a year-one internal audit: day on which it was shown to the external auditor (G-2.5.b). */
  readonly shownToAuditorOn: Day | null;
}

/** A score given after the first one, from its day on. */
export interface LaterScore {
  readonly on: Day;
  /** Whether it passes (G-2.3); null where not all of its scores are recorded. */
  readonly passed: boolean | null;
}

/** An external auditor of the register, as far as it concerns one account. */
export interface AuditorOnFile {
  /** The id that `ExternalAuditRecord.auditor` holds. */
  readonly id: string;
  /** When the auditor was on the approved list (G-2.4.g). */
  readonly listed: readonly Span[];
  /** First day of the removal from the program (G-4.5, R-17). */
  readonly removedOn: Day | null;
  /** When the auditor consulted for the organization that holds the account (G-3.4.a). Other organizations are not here. */
  readonly consulting: readonly Span[];
  /** When IHSA's request to withdraw from audits of this account, for a conflict, stood (G-3.4.a). */
  readonly askedToWithdraw: readonly Span[];
}

/** Days on end, both included; `to` is null while it goes on. */
export interface Span {
  readonly from: Day;
  readonly to: Day | null;
}

/** That a document names an audit as the one it rests on. */
export interface AuditNaming {
  /** Number of the certificate or letter. */
  readonly document: string;
  readonly audit: string;
}

/** an exception that an administrator recorded: the clauses it sets aside, for one issue. */
export interface ExceptionFact {
  readonly clauses: readonly ClauseId[];
}

/** What an audit is where nothing further is recorded of it: for loaders, imports and cases. */
export const nothingFurther: Omit<AuditOnFile, keyof AuditFact> = {
  reportReceivedOn: null,
  laterScores: [],
  reportApprovedOn: null,
  planApprovedOn: null,
  reAuditOf: null,
  auditor: null,
  auditingCompany: null,
  signedOffOn: null,
  isByQualifiedAuditor: null,
  preAssessedOn: null,
  reviewedOn: null,
  planOfActionApprovedOn: null,
  newAuditAskedForOn: null,
  shownToAuditorOn: null,
};
