import type { Day } from '../calendar.ts';
import type { Because } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';

/** What is found of a criterion. NOT_KNOWN_HERE names who holds the answer. */
export type Finding = 'MET' | 'NOT_MET' | 'NOT_KNOWN_HERE';

/** Who holds an answer, or brought a fact. */
export type Holder = 'IHSA' | 'CERTIFICATION_BODY' | 'MINISTRY' | 'APPLICANT' | 'WSIB';

/** What a criterion's finding rests on. */
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
  /** Id or number of the fact; the name of a person or body where it has none. */
  readonly key: string;
  /** The day that counted; null where the fact has none. */
  readonly on: Day | null;
  /** Who brought it; null where it is this registry's own record. */
  readonly broughtBy: Holder | null;
}

/** One criterion with what was found of it. */
export interface Criterion<Kind extends string> {
  readonly criterion: Kind;
  readonly finding: Finding;
  /** The clauses it follows from, the one that asks for it first. */
  readonly clauses: readonly ClauseId[];
  readonly heldBy: readonly Holder[];
  readonly because: Because;
  readonly evidence: readonly Evidence[];
  /** What would meet it; null where it is met. */
  readonly missing: Because | null;
}

/** A statement about the employer, with who brought it. */
export interface Stated<Value> {
  readonly value: Value;
  readonly broughtBy: Holder;
}

/** What an assessment comes to. */
export type Eligibility = 'ELIGIBLE' | 'NOT_ELIGIBLE' | 'CANNOT_SAY_YET';

/** What all criteria together say: one not met decides, then one not known. */
export function overall(criteria: readonly { readonly finding: Finding }[]): Eligibility {
  if (criteria.some(({ finding }) => finding === 'NOT_MET')) return 'NOT_ELIGIBLE';
  return criteria.some(({ finding }) => finding === 'NOT_KNOWN_HERE') ? 'CANNOT_SAY_YET' : 'ELIGIBLE';
}

/** What was found of a criterion, before it is given its name, clauses and holders. */
export interface Found {
  readonly finding: Finding;
  readonly because: Because;
  readonly evidence: readonly Evidence[];
  /** Clauses beside the criterion's own that shaped this finding. */
  readonly also?: readonly ClauseId[];
  /** Who holds the answer, where it is not the criterion's usual holder. */
  readonly heldBy?: readonly Holder[];
}

/** A criterion is met; `because` says by what, `evidence` names the facts it rests on. */
export const met = (because: Because, ...evidence: readonly Evidence[]): Found => ({ finding: 'MET', because, evidence });

/** A criterion is not met; `because` says why, `evidence` names the facts that show it. */
export const notMet = (because: Because, ...evidence: readonly Evidence[]): Found => ({ finding: 'NOT_MET', because, evidence });

/** Nothing here says whether a criterion is met; `evidence` names what was looked at. */
export const notKnown = (because: Because, ...evidence: readonly Evidence[]): Found => ({ finding: 'NOT_KNOWN_HERE', because, evidence });

/** What a criterion is: its name, its clauses, who holds it and what would meet it. */
export interface Asked<Kind extends string> {
  readonly criterion: Kind;
  readonly clauses: readonly ClauseId[];
  readonly heldBy: readonly Holder[];
  readonly missing: Because;
}

/** The criterion that was asked for, with what was found of it: its own clauses first, then those that shaped the finding. */
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
