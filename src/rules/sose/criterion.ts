import type { Day } from '../calendar.ts';
import type { Because } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';

/** The finding on a criterion. NOT_KNOWN_HERE names who can answer. */
export type Finding = 'MET' | 'NOT_MET' | 'NOT_KNOWN_HERE';

/** Who can answer, or who brought a fact. */
export type Holder = 'IHSA' | 'CERTIFICATION_BODY' | 'MINISTRY' | 'APPLICANT' | 'WSIB';

/** What the finding on a criterion rests on. */
export type EvidenceKind =
  | 'AUDIT'
  | 'RE_AUDIT'
  | 'CERTIFICATE'
  | 'LETTER_OF_GOOD_STANDING'
  | 'ACTION_PLAN'
  | 'CORRECTIONS_CHECK'
  | 'LEAD_AUDITOR'
  | 'STATEMENT'
  | 'RECOGNITION';

/** An audit, a document or a statement that a finding rests on. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** Id or number of the fact; or else the name of a person or body. */
  readonly key: string;
  /** The day that counted; null if the fact has none. */
  readonly on: Day | null;
  /** Who brought it; null for this registry's own record. */
  readonly broughtBy: Holder | null;
}

/** One criterion with its finding. */
export interface Criterion<Kind extends string> {
  readonly criterion: Kind;
  readonly finding: Finding;
  /** The clauses it follows from, the one that requires it first. */
  readonly clauses: readonly ClauseId[];
  readonly heldBy: readonly Holder[];
  readonly because: Because;
  readonly evidence: readonly Evidence[];
  /** What would meet it; null if it is met. */
  readonly missing: Because | null;
}

/** A statement about the employer, with who brought it. */
export interface Stated<Value> {
  readonly value: Value;
  readonly broughtBy: Holder;
}

/** The outcome of an assessment. */
export type Eligibility = 'ELIGIBLE' | 'NOT_ELIGIBLE' | 'CANNOT_SAY_YET';

/** The combined result: one criterion not met decides, then one not known. */
export function overall(criteria: readonly { readonly finding: Finding }[]): Eligibility {
  if (criteria.some(({ finding }) => finding === 'NOT_MET')) return 'NOT_ELIGIBLE';
  return criteria.some(({ finding }) => finding === 'NOT_KNOWN_HERE') ? 'CANNOT_SAY_YET' : 'ELIGIBLE';
}

/** The finding on a criterion, before its name, clauses and holders are added. */
export interface Found {
  readonly finding: Finding;
  readonly because: Because;
  readonly evidence: readonly Evidence[];
  /** Clauses besides the criterion's own that shaped this finding. */
  readonly also?: readonly ClauseId[];
  /** Who can answer, if not the usual holder. */
  readonly heldBy?: readonly Holder[];
}

/** A criterion is met; `because` says by what, `evidence` names the facts it rests on. */
export const met = (because: Because, ...evidence: readonly Evidence[]): Found => ({ finding: 'MET', because, evidence });

/** A criterion is not met; `because` says why, `evidence` names the facts that show it. */
export const notMet = (because: Because, ...evidence: readonly Evidence[]): Found => ({ finding: 'NOT_MET', because, evidence });

/** Nothing here shows whether a criterion is met; `evidence` names what was examined. */
export const notKnown = (because: Because, ...evidence: readonly Evidence[]): Found => ({ finding: 'NOT_KNOWN_HERE', because, evidence });

/** The definition of a criterion: its name, its clauses, who can answer and what would meet it. */
export interface Asked<Kind extends string> {
  readonly criterion: Kind;
  readonly clauses: readonly ClauseId[];
  readonly heldBy: readonly Holder[];
  readonly missing: Because;
}

/** A criterion with its finding: its own clauses first, then those that shaped the finding. */
export const criterionOf = <Kind extends string>(asked: Asked<Kind>, found: Found): Criterion<Kind> => ({
  criterion: asked.criterion,
  finding: found.finding,
  clauses: [...asked.clauses, ...(found.also ?? [])],
  heldBy: found.heldBy ?? asked.heldBy,
  because: found.because,
  evidence: found.evidence,
  missing: found.finding === 'MET' ? null : asked.missing,
});

/** A statement as evidence. */
export const statement = (key: string, { broughtBy }: Stated<unknown>, on: Day | null = null): Evidence => ({
  kind: 'STATEMENT',
  key,
  on,
  broughtBy,
});
