import type { ProvenDocument } from '../proof/proof.service.ts';
import type { Day } from '../rules/calendar.ts';

/** A sentence as it was said, in both languages. */
export interface Sentence {
  readonly en: string;
  readonly fr: string;
}

/** A clause that was consulted, word for word. */
export interface KeptReason {
  readonly clause: string;
  readonly holds: boolean;
  readonly decides: boolean;
  readonly because: Sentence;
}

/** What was wrong with a number or a row. */
export interface KeptProblem {
  readonly field: string;
  readonly looksLike: string | null;
  readonly message: Sentence;
}

/** An account that a row or a business number may have meant. */
export interface KeptCandidate {
  /** Of a row; null for a business number, which all its accounts have. */
  readonly score: number | null;
  readonly why: string;
  readonly wsibAccount: string | null;
  readonly organizationName: string;
  readonly city: string | null;
}

/** The warning that a requirement drew. */
export interface KeptWarning {
  readonly message: Sentence;
  readonly notNamed: readonly string[];
  readonly notKnown: readonly string[];
}

/** A system of the list that the requirement was compared with. */
export interface KeptSystem {
  readonly system: string;
  readonly isKnown: boolean;
  readonly isNamed: boolean;
  readonly source: string;
  readonly checkedOn: Day;
}

/** What was said of a document, as it is kept. */
export type KeptProof = Pick<
  ProvenDocument['proof'],
  'number' | 'kind' | 'holderAgrees' | 'issuedOn' | 'year' | 'expiresOn' | 'state' | 'supersededBy' | 'inEffect' | 'effectiveUntil'
>;

/** What was said of a row, as it is kept. Days are `YYYY-MM-DD`. Null in a field that an older receipt did not keep. */
export interface KeptAnswer {
  /** Of `matchBidders` and `checkRequirement`. */
  readonly status: string | null;
  /** Of a partner of a joint venture: its name as typed. */
  readonly name: string | null;
  readonly problem: KeptProblem | null;
  readonly candidates: readonly KeptCandidate[] | null;
  readonly notLookedFor: readonly string[] | null;
  readonly nameAgrees: boolean | null;
  readonly standing: string | null;
  readonly consideredCertified: boolean | null;
  readonly wsibAccount: string | null;
  readonly isFormerWsibAccount: boolean | null;
  readonly organizationName: string | null;
  readonly city: string | null;
  readonly basis: string | null;
  readonly standard: string | null;
  readonly certificateNumber: string | null;
  readonly certificateIssuedOn: Day | null;
  readonly certificateEndsOn: Day | null;
  readonly letterNumber: string | null;
  readonly letterYear: number | null;
  readonly letterIssuedOn: Day | null;
  readonly biddingDocumentNumber: string | null;
  readonly biddingDocumentLastDay: Day | null;
  readonly since: Day | null;
  readonly holdsUntil: Day | null;
  readonly then: string | null;
  /** Of `checkRequirement`. */
  readonly outcome: string | null;
  readonly route: string | null;
  readonly document: string | null;
  readonly firstDayAtRisk: Day | null;
  readonly firstDayNotMet: Day | null;
  readonly cure: Sentence | null;
  readonly ask: Sentence | null;
  readonly warning: KeptWarning | null;
  readonly systems: readonly KeptSystem[] | null;
  readonly consequence: Sentence | null;
  readonly advice: Sentence | null;
  readonly reasons: readonly KeptReason[];
  /** Of `checkRequirement`, beside the clauses of the requirement: those of the standing. */
  readonly standingReasons: readonly KeptReason[] | null;
  /** Of `proof`; null where no document has the number. */
  readonly proof: KeptProof | null;
  /** The partners of a joint venture. */
  readonly partners: readonly KeptAnswer[];
}

/** An answer of which nothing was said. */
export const nothingSaid: KeptAnswer = {
  status: null,
  name: null,
  problem: null,
  candidates: null,
  notLookedFor: null,
  nameAgrees: null,
  standing: null,
  consideredCertified: null,
  wsibAccount: null,
  isFormerWsibAccount: null,
  organizationName: null,
  city: null,
  basis: null,
  standard: null,
  certificateNumber: null,
  certificateIssuedOn: null,
  certificateEndsOn: null,
  letterNumber: null,
  letterYear: null,
  letterIssuedOn: null,
  biddingDocumentNumber: null,
  biddingDocumentLastDay: null,
  since: null,
  holdsUntil: null,
  then: null,
  outcome: null,
  route: null,
  document: null,
  firstDayAtRisk: null,
  firstDayNotMet: null,
  cure: null,
  ask: null,
  warning: null,
  systems: null,
  consequence: null,
  advice: null,
  reasons: [],
  standingReasons: null,
  proof: null,
  partners: [],
};

/** An answer as it was stored, perhaps when less was kept: only the fields of its day are there. */
export type StoredAnswer = Partial<KeptAnswer>;

/** The same with null in what its day did not keep. */
export const asKept = (stored: StoredAnswer): KeptAnswer => ({
  ...nothingSaid,
  ...stored,
  partners: (stored.partners ?? []).map(asKept),
});
