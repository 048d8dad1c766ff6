import type { BidderRow } from '../bidders/bidder.input.ts';
import { matchRows } from '../bidders/bidder.service.ts';
import type { CandidateSource, MatchSource } from '../bidders/bidder.source.ts';
import type { BidderProblem, BidderStatus } from '../bidders/bidder.type.ts';
import { typedNames } from '../bidders/name-agrees.ts';
import type { Context } from '../contract/context.ts';
import { faults } from '../errors.ts';
import { looksLikeSentences } from '../identifiers/looks-like.ts';
import { render } from '../rules/messages/messages.ts';
import type { Subject } from '../standing/standing-period.sql.ts';
import { readSubject, type SubjectProblem } from '../verification/subject.ts';
import type { VerificationSubject } from '../verification/verification.input.ts';
import { type AskedOf, verifySubjects } from '../verification/verification.service.ts';
import type { CandidateAccount, VerificationSource } from '../verification/verification.source.ts';

/** Whom to check: subjects or rows. */
export type AskedBidders =
  | { readonly subjects: readonly VerificationSubject[]; readonly rows?: undefined }
  | { readonly subjects?: undefined; readonly rows: readonly BidderRow[] };

/** A subject or row after looking it up. */
export interface Bidder {
  readonly match: MatchSource;
  /** Of a subject. */
  readonly verification: VerificationSource | null;
  /** What its number may be stored as; empty without one, or if it cannot be a number. */
  readonly numbers: readonly Subject[];
  /** Whether another number stands beside it: neither is chosen. */
  readonly hasTwoNumbers: boolean;
  /** The names beside the number. */
  readonly names: readonly string[];
}

/** Those given, if exactly one of the two is. */
export function askedBidders({ subjects, rows }: GivenBidders): AskedBidders {
  if (subjects && !rows) return { subjects };
  if (rows && !subjects) return { rows };
  throw faults.BAD_USER_INPUT('subjects', 'subjects must be given, or rows in its place, and not both.');
}

interface GivenBidders {
  readonly subjects?: readonly VerificationSubject[] | null | undefined;
  readonly rows?: readonly BidderRow[] | null | undefined;
}

/** Looks up subjects as `verifyMany` does, rows as `matchBidders` does. */
export async function bidders(context: Context, { subjects, rows }: AskedBidders, asked: AskedOf): Promise<readonly Bidder[]> {
  if (subjects) return (await verifySubjects(context, subjects, asked)).map((source, at) => subjectAsked(source, subjects[at] ?? {}, at));
  const matched = await matchRows(context, rows, asked);
  return matched.map(({ read, match }) => ({
    match,
    verification: null,
    numbers: read.numbers[0]?.subjects ?? [],
    hasTwoNumbers: read.numbers.length > 1,
    names: read.isNumberAlone ? [] : typedNames(read),
  }));
}

function subjectAsked(verification: VerificationSource, given: VerificationSubject, row: number): Bidder {
  const { problem, candidates } = verification;
  const status = statusOf(verification);
  const match: MatchSource = {
    ...{ row, reference: null, name: null, nameAgrees: null, hasSlip: false, partners: [], notLookedFor: [] },
    number: given.wsibAccount ?? given.documentNumber ?? given.businessNumber ?? null,
    status,
    candidates: candidates.map(candidateOf),
    verification: status === 'MATCHED' ? verification : null,
    problem: problem && problemOf(problem),
  };
  return { match, verification, numbers: readSubject(given).subjects ?? [], hasTwoNumbers: false, names: [] };
}

function statusOf({ found, problem, candidates }: VerificationSource): BidderStatus {
  if (found) return 'MATCHED';
  if (candidates.length > 0) return 'AMBIGUOUS';
  return problem === null ? 'NO_MATCH' : 'INVALID';
}

function problemOf({ field, looksLike }: SubjectProblem): BidderProblem {
  const seen = looksLike ?? 'NOTHING_TO_READ';
  return { field, looksLike: seen, message: render('en', looksLikeSentences[seen]) };
}

const candidateOf = (account: CandidateAccount): CandidateSource => ({
  ...{ score: 1, why: 'NUMBER', account },
  wsibAccount: account.wsibAccount,
  organizationName: account.named.organizationName,
  city: account.named.city,
});
