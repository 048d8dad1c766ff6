import { document } from './document.ts';
import type { Change, ChangeFilter, Page, Subject, Verified } from './types.ts';

const verified = `
  found standing consideredCertified on knownAt wsibAccount organizationName basis since holdsUntil then
  certificate { number standard issuedOn endsOn } letterOfGoodStanding { number year issuedOn }
  reasons { clause holds decides because } consequence advice`;

/** Asks for one standing, with every clause consulted; `on` a day `YYYY-MM-DD`, `knownAt` an instant in ISO 8601. */
export const verify = document<{ verify: Verified }, { subject: Subject; on?: string; knownAt?: string }>(`
  query Verify($subject: VerificationSubject!, $on: LocalDate, $knownAt: DateTime) {
    verify(subject: $subject, on: $on, knownAt: $knownAt) { ${verified} }
  }`);

/** The same for up to 500 at once; a row that is malformed says so in `problem`. */
export const verifyMany = document<
  { verifyMany: (Verified & { problem: { field: string; message: string } | null })[] },
  { subjects: Subject[]; on?: string; knownAt?: string }
>(`
  query VerifyMany($subjects: [VerificationSubject!]!, $on: LocalDate, $knownAt: DateTime) {
    verifyMany(subjects: $subjects, on: $on, knownAt: $knownAt) { problem { field message } ${verified} }
  }`);

const side = 'standing consideredCertified since holdsUntil then certificate { number } reasons { clause decides because }';
const change = `
  cursor kind effectiveOn recordedAt noticeDays account { id wsibAccount organization { legalName } } before { ${side} } after { ${side} }`;

/** A page of the changes of standing after a cursor; `latest` is the place of the last change there is. */
export const changes = document<{ changes: Page<Change> }, { after?: string | null; first?: number; filter?: ChangeFilter | null }>(`
  query Changes($after: String, $first: Int, $filter: ChangeFilter) {
    changes(after: $after, first: $first, filter: $filter) {
      nodes { ... on StatusChange { ${change} } } pageInfo { hasNextPage } position latest
    }
  }`);

/** The changes of standing from a cursor on, as they come. */
export const statusChanged = document<{ statusChanged: Change }, { after: string; filter?: ChangeFilter | null }>(`
  subscription StatusChanged($after: String, $filter: ChangeFilter) {
    statusChanged(after: $after, filter: $filter) { ${change} }
  }`);
