import type { Day } from '../rules/calendar.ts';
import type { Standard } from '../rules/facts.ts';
import type { Basis, Standing } from '../rules/standing/standing.ts';
import type { Period } from '../rules/standing/timeline.ts';
import { encodeReasons } from './reasons.ts';
import type { StoredFacts } from './standing.facts.ts';

/** The columns of a stored period that follow from the facts, in the order in which they are written, read and compared. */
export const periodColumns = [
  'valid_from',
  'valid_to',
  'standing',
  'standard',
  'basis',
  'certificate_id',
  'certificate_number',
  'certificate_issued_on',
  'letter_id',
  'letter_number',
  'letter_year',
  'letter_issued_on',
  'bidding_document_id',
  'bidding_document_number',
  'bidding_document_issued_on',
  'bidding_document_last_day',
  'since',
  'holds_until',
  'next_standing',
  'reasons',
] as const;

/** The ids of the documents that a standing rests on, of `periodColumns`: only what is recorded of a document now is found by them. */
export const idColumns: readonly string[] = ['certificate_id', 'letter_id', 'bidding_document_id'];

/** The names under which an answer has the same columns. */
export const periodNames = periodColumns.map((column) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));

/** The position in `periodColumns` of what a standing rests on. */
export const documentColumns: readonly number[] = [...periodColumns.keys()].slice(
  periodColumns.indexOf('standard'),
  periodColumns.indexOf('since'),
);

/** The values of `periodColumns`; reasons encoded. */
export type PeriodRow = readonly [
  validFrom: Day,
  validTo: Day | null,
  standing: Standing,
  standard: Standard | null,
  basis: Basis | null,
  certificateId: string | null,
  certificateNumber: string | null,
  certificateIssuedOn: Day | null,
  letterId: string | null,
  letterNumber: string | null,
  letterYear: 1 | 2 | 3 | null,
  letterIssuedOn: Day | null,
  biddingDocumentId: string | null,
  biddingDocumentNumber: string | null,
  biddingDocumentIssuedOn: Day | null,
  biddingDocumentLastDay: Day | null,
  since: Day,
  holdsUntil: Day | null,
  nextStanding: Standing | null,
  reasons: string,
];

/** The rows to store for a timeline: a period names its documents by number, and a row repeats the values that an answer shows. */
export const periodRows = (timeline: readonly Period[], facts: StoredFacts): PeriodRow[] =>
  timeline.map((period) => periodRow(period, facts));

function periodRow(period: Period, facts: StoredFacts): PeriodRow {
  const certificate = facts.certificates.find(({ number }) => number === period.certificate);
  const letter = certificate?.letters.find(({ number }) => number === period.letter);
  const document = facts.biddingDocuments.find(({ number }) => number === period.biddingDocument);
  return [
    period.from,
    period.to,
    period.standing,
    period.standard,
    period.basis,
    certificate?.id ?? null,
    certificate?.number ?? null,
    certificate?.issuedOn ?? null,
    letter?.id ?? null,
    letter?.number ?? null,
    letter?.year ?? null,
    letter?.issuedOn ?? null,
    document?.id ?? null,
    document?.number ?? null,
    document?.issuedOn ?? null,
    period.biddingLastDay,
    period.since,
    period.holdsUntil,
    period.then,
    encodeReasons(period.reasons),
  ];
}

/** Whether two timelines are equal on every day. */
export const isSameTimeline = (a: readonly PeriodRow[], b: readonly PeriodRow[]): boolean =>
  a.length === b.length && a.every((row, index) => isSameRow(row, b[index]));

/** Whether two periods are equal; a missing period equals none. */
export const isSameRow = (a: PeriodRow | undefined, b: PeriodRow | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.every((value, at) => value === b[at]));
