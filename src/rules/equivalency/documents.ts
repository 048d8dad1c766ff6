import type { Day } from '../calendar.ts';
import { because, found, notFound, type Reason } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import type { RequestDocumentKind, RequestFacts, RequestKind } from './facts.ts';

/** The clause that says what a request of a kind requires. */
export const clauseOfKind = {
  ISO_45001: 'G-6.1.a',
  MLITSD_ACCREDITATION: 'G-6.2.a',
  OUT_OF_PROVINCE: 'G-5.a',
} as const satisfies Record<RequestKind, ClauseId>;

/** G-6.1.a, G-6.2.a, G-5.a: the documents a request needs before it may be submitted. */
export const neededDocuments = {
  ISO_45001: ['EQUIVALENCY_FORM', 'ISO_45001_AUDIT_REPORT', 'ISO_45001_CERTIFICATE'],
  MLITSD_ACCREDITATION: [
    'ACCREDITATION_AUDIT_REPORT',
    'PROOF_OF_ACCREDITATION',
    'AUDIT_ACTION_PLAN',
    'OHSMS_MANUAL',
    'MANAGEMENT_REVIEW_REPORT',
    'MANAGEMENT_REVIEW_ACTION_PLAN',
    'MASTER_HAZARD_REGISTRY',
  ],
  OUT_OF_PROVINCE: ['RECIPROCITY_FORM', 'HOST_ASSOCIATION_LETTER'],
} as const satisfies Record<RequestKind, readonly RequestDocumentKind[]>;

/**
 * G-6.1.a, G-6.2.a, G-5.a, F-16, G-6.1.c: whether a request of a kind takes a document: one it requires, one that allows a greater grant, or one that
 * IHSA asked for.
 */
export const takesDocument = (kind: RequestKind, document: RequestDocumentKind): boolean => documentsOf(kind).includes(document);

/** All documents that a request of a kind takes. */
export const documentsOf = (kind: RequestKind): readonly RequestDocumentKind[] => [
  ...neededDocuments[kind],
  ...(kind === 'OUT_OF_PROVINCE' ? (['INTERNAL_AUDITOR_TRANSCRIPT'] as const) : []),
  'FURTHER_DOCUMENTATION',
];

/** One line of the checklist: a document, or the fee for the review. */
export interface ChecklistItem {
  readonly item: RequestDocumentKind | 'FEE';
  /** SUBMISSION: nothing is submitted without it; REVIEW: the review waits for it; MORE: a better document depends on it (F-16). */
  readonly neededFor: 'SUBMISSION' | 'REVIEW' | 'MORE';
  /** The first day on which it was on record; null while it is missing. */
  readonly since: Day | null;
  readonly reason: Reason;
}

/** every requirement of a request, item by item, on record or missing on a day. */
export function checklistOn(facts: RequestFacts, on: Day): readonly ChecklistItem[] {
  const clause = clauseOfKind[facts.kind];
  const needed = neededDocuments[facts.kind].map((kind) => documentItem(facts, kind, 'SUBMISSION', clause, on));
  const more =
    facts.kind === 'OUT_OF_PROVINCE'
      ? documentItem(facts, 'INTERNAL_AUDITOR_TRANSCRIPT', 'MORE', 'F-16', on)
      : feeItem(facts.feeRecordedOn, clause, on);
  return [...needed, more];
}

/** One document of a request, on record or missing on a day. */
export function documentItem(
  { documents }: RequestFacts,
  kind: RequestDocumentKind,
  neededFor: ChecklistItem['neededFor'],
  clause: ClauseId,
  on: Day,
): ChecklistItem {
  const since = firstOf(documents.filter((each) => each.kind === kind && each.receivedOn <= on).map(({ receivedOn }) => receivedOn));
  const reason =
    since === null
      ? notFound(clause, because('request-document-missing', { document: kind }))
      : found(clause, because('request-document-held', { document: kind, receivedOn: since }));
  return { item: kind, neededFor, since, reason };
}

function feeItem(feeRecordedOn: Day | null, clause: ClauseId, on: Day): ChecklistItem {
  const since = feeRecordedOn !== null && feeRecordedOn <= on ? feeRecordedOn : null;
  const reason =
    since === null
      ? notFound(clause, because('request-fee-missing'))
      : found(clause, because('request-fee-recorded', { recordedOn: since }));
  return { item: 'FEE', neededFor: 'REVIEW', since, reason };
}

const firstOf = (days: readonly Day[]): Day | null => days.toSorted()[0] ?? null;

/** the day on which the submission was complete, by the day asked; null while it is not submitted or something is missing. */
export function completeOn(facts: RequestFacts, on: Day): Day | null {
  const { submittedOn } = facts;
  if (submittedOn === null || submittedOn > on) return null;
  const since = checklistOn(facts, on).flatMap((each) => (each.neededFor === 'MORE' ? [] : [each.since]));
  const days = since.filter((day) => day !== null);
  return days.length < since.length ? null : ([submittedOn, ...days].toSorted().at(-1) ?? null);
}
