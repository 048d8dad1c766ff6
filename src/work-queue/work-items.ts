import type { Party } from '../rules/cycle/obligations.ts';
import { type Because, because, type Reason } from '../rules/decision.ts';
import { decodeReasons } from '../standing/reasons.ts';
import type { WatchedKind, WorkItemKind } from './work-item.type.ts';

/** The stored details of an item, by name: days, numbers and encoded reasons. */
export type Details = Readonly<Record<string, string>>;

/** Whose turn it is, and what the law says about it. */
export interface Described {
  readonly by: Party;
  readonly clauses: readonly string[];
  readonly because: Because;
}

/** Describes an item from its details and its days: an obligation says itself what it is. */
export function describeItem(kind: WorkItemKind, details: Details | Described, days: Details): Described {
  if (isDescribed(details)) return details;
  if (!isDetailed(kind)) throw new Error(`Nothing describes an item of kind ${kind}.`);
  return descriptions[kind]({ ...details, ...days });
}

const isDescribed = (details: Details | Described): details is Described => 'clauses' in details;

/** What is no obligation of IHSA's, and is described here. */
type DetailedKind = WatchedKind | 'EQUIVALENCY_REVIEW' | 'EQUIVALENCY_DOCUMENTS' | 'EQUIVALENCY_DECISION';

const isDetailed = (kind: WorkItemKind): kind is DetailedKind => kind in descriptions;

const descriptions: Readonly<Record<DetailedKind, (details: Details) => Described>> = {
  EQUIVALENCY_REVIEW: ({ reasons = '' }) => byReasons('IHSA', decodeReasons(reasons)),
  EQUIVALENCY_DOCUMENTS: ({ reasons = '' }) => byReasons('ORGANIZATION', decodeReasons(reasons), ['G-6.1.c']),
  EQUIVALENCY_DECISION: ({ reasons = '' }) => byReasons('IHSA', decodeReasons(reasons), ['R-41']),
  EQUIVALENCY_RENEWAL: ({ certificate = '', basis, dueOn = '' }) => ({
    by: 'ORGANIZATION',
    clauses: ['R-20', basis === 'ISO_45001_EQUIVALENCY' ? 'G-6.1.a' : 'G-6.2.a'],
    because: because('owe-equivalency-renewal', { certificate, dueOn }),
  }),
  BIDDING_DOCUMENT_END: ({ document = '', basis, issuedOn = '', dueOn: lastDay = '' }) => ({
    by: 'ORGANIZATION',
    clauses: ['R-21', basis === 'INTERIM_LOGS' ? 'F-16.a' : 'G-5.a'],
    because: because('bidding-document-held', { document, issuedOn, lastDay }),
  }),
  WSIB_GOOD_STANDING: ({ since: from = '' }) => ({
    by: 'IHSA',
    clauses: ['R-1', 'G-1.2.a'],
    because: because('owe-wsib-good-standing', { from }),
  }),
  PENDING_CERTIFICATION: ({ reasons = '' }) => pending(decodeReasons(reasons)),
  SPOT_CHECK_IMPLEMENTATION: ({ since: receivedOn = '', dueOn = '' }) => ({
    by: 'ORGANIZATION',
    clauses: ['G-4.4.b', 'R-15'],
    because: because('owe-spot-check-implementation', { receivedOn, dueOn }),
  }),
  BECOMING_PENDING: ({ certificate = '', since: dueOn = '', pendingFrom = '', owed }) => ({
    by: 'IHSA',
    clauses: [owed === 'NEW_CERTIFICATE' ? 'G-2.5.c' : 'G-2.4.l'],
    because: because('becoming-pending', { certificate, dueOn, pendingFrom }),
  }),
};

function byReasons(by: Party, reasons: readonly Reason[], further: readonly string[] = []): Described {
  const [first] = reasons;
  if (!first) throw new Error('The law gave no reason for this deadline.');
  return { by, clauses: [...new Set([...further, ...reasons.map(({ clause }) => clause)])], because: first.because };
}

/** G-2.4.l, G-2.5.c: what made it pending, and when it is lost. */
function pending(reasons: readonly Reason[]): Described {
  const clauses = reasons.filter(({ decides }) => decides).map(({ clause }) => clause);
  const counts = reasons.find(({ clause }) => clause === 'G-2.4.n');
  return { ...byReasons('IHSA', counts ? [counts] : reasons), clauses: clauses.includes('G-2.4.l') ? ['G-2.4.m', ...clauses] : clauses };
}
