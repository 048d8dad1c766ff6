import { Refusal } from '../../../src/rules/decision.ts';
import { decideRequest, type ProposedDecision, type RequestOutcome } from '../../../src/rules/equivalency/decision.ts';
import type {
  DatedStatement,
  HostCorFact,
  IsoCertificateFact,
  RequestDecisionFact,
  RequestDocumentKind,
  RequestFacts,
  WaitFact,
} from '../../../src/rules/equivalency/facts.ts';
import { type CompactFacts, casesOf, factsOf } from '../case-file.ts';

/** A request as an analyst writes it. Default for each fact: not recorded. */
export interface CompactRequest extends Pick<RequestFacts, 'kind'> {
  createdOn?: string;
  submittedOn?: string;
  feeRecordedOn?: string;
  documents?: Partial<Record<RequestDocumentKind, string>>;
  waits?: { from: string; to?: string }[];
  reviewedOn?: string;
  decision?: Partial<RequestDecisionFact> & Pick<RequestDecisionFact, 'on' | 'grant'>;
  withdrawnOn?: string;
  hasWsibAccount?: boolean;
  wsib?: Record<string, boolean>;
  office?: Record<string, boolean>;
  isoCertificate?: Partial<IsoCertificateFact>;
  hostCor?: Partial<HostCorFact>;
  account?: CompactFacts;
}

/** The request written out in full. */
export const requestOf = (compact: CompactRequest): RequestFacts => ({
  kind: compact.kind,
  createdOn: compact.createdOn ?? '2026-01-05',
  submittedOn: compact.submittedOn ?? null,
  feeRecordedOn: compact.feeRecordedOn ?? null,
  documents: Object.entries(compact.documents ?? {}).map(([kind, receivedOn]) => ({ kind: kindOf(kind), receivedOn })),
  waits: (compact.waits ?? []).map(({ from, to }): WaitFact => ({ from, to: to ?? null })),
  reviewedOn: compact.reviewedOn ?? null,
  decision: compact.decision ? { lastDay: null, ...compact.decision } : null,
  withdrawnOn: compact.withdrawnOn ?? null,
  hasWsibAccount: compact.hasWsibAccount ?? true,
  wsibStatements: statementsOf(compact.wsib),
  officeStatements: statementsOf(compact.office),
  isoCertificate: compact.isoCertificate ? { ...unsaidOfIso, ...compact.isoCertificate } : null,
  hostCor: compact.hostCor ? { ...unsaidOfHost, ...compact.hostCor } : null,
  account: factsOf(compact.account ?? {}),
});

const unsaidOfIso: IsoCertificateFact = {
  standard: 'ISO_45001_2018',
  isAccredited: null,
  coversWholeFirm: null,
  hasOntarioWork: null,
  expiresOn: null,
};

const unsaidOfHost: HostCorFact = { association: 'ACSA', isCurrent: null, expiresOn: null };

const documentKinds: readonly RequestDocumentKind[] = [
  'EQUIVALENCY_FORM',
  'ISO_45001_AUDIT_REPORT',
  'ISO_45001_CERTIFICATE',
  'ACCREDITATION_AUDIT_REPORT',
  'PROOF_OF_ACCREDITATION',
  'AUDIT_ACTION_PLAN',
  'OHSMS_MANUAL',
  'MANAGEMENT_REVIEW_REPORT',
  'MANAGEMENT_REVIEW_ACTION_PLAN',
  'MASTER_HAZARD_REGISTRY',
  'RECIPROCITY_FORM',
  'HOST_ASSOCIATION_LETTER',
  'INTERNAL_AUDITOR_TRANSCRIPT',
  'FURTHER_DOCUMENTATION',
];

function kindOf(text: string): RequestDocumentKind {
  const kind = documentKinds.find((each) => each === text);
  if (!kind) throw new Error(`${text} is no document of a request`);
  return kind;
}

const statementsOf = (days: Record<string, boolean> = {}): DatedStatement[] => Object.entries(days).map(([on, isTrue]) => ({ on, isTrue }));

/** One case of equivalency.cases.yaml, as written: what may be granted, and, with `decide`, the outcome of a decision. */
export interface EquivalencyCase {
  readonly case: string;
  readonly facts: CompactRequest;
  readonly on: string;
  readonly mayGrant: string;
  /** What a decision on the day could grant. Default with a decision: the same as `mayGrant`. */
  readonly now?: string;
  /** Messages about what is missing now, grant by grant, the greatest first. */
  readonly nowMissing?: readonly string[];
  readonly missing?: Readonly<Record<string, readonly string[]>>;
  readonly unknown?: readonly string[];
  readonly decide?: Pick<ProposedDecision, 'grant'> & Partial<ProposedDecision>;
  readonly refused?: readonly string[];
  readonly code?: string;
  readonly document?: object | null;
  readonly isJudgement?: boolean;
}

export const equivalencyCases = casesOf<EquivalencyCase>('equivalency/equivalency.cases.yaml');

/** The outcome of the decision in a case; null if the case has none. */
export const decideCaseOf = ({ facts, on, decide }: EquivalencyCase): Refusal | RequestOutcome | null =>
  decide ? decideRequest(requestOf(facts), { lastDay: null, judgement: null, ...decide }, on) : null;

/** The reasons of a case's refusal, if it is one. */
export function refusalReasonsOf(one: EquivalencyCase): Refusal['reasons'] {
  const answer = decideCaseOf(one);
  return answer instanceof Refusal ? answer.reasons : [];
}
