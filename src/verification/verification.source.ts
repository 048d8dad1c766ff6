import type { AccountSource } from '../accounts/account.type.ts';
import { shownDocuments } from '../accounts/shown-period.ts';
import { toGlobalId } from '../contract/global-id.ts';
import type { Instant } from '../contract/scalars.ts';
import { accountsMeant } from '../identifiers/bare-number.ts';
import type { Day } from '../rules/calendar.ts';
import type { Because, Reason } from '../rules/decision.ts';
import { adviceOn, consequenceOf, saidOfUnasked, type Unasked } from '../rules/standing/advice.ts';
import { nothingOnRecord, type ShownStanding } from '../rules/standing/disclosure.ts';
import { BEGINNING } from '../rules/standing/timeline.ts';
import type { SubjectPeriod } from '../standing/standing-period.sql.ts';
import type { SubjectProblem } from './subject.ts';
import type { VerificationSubject } from './verification.input.ts';
import type { Verification, VerifiedSubject } from './verification.type.ts';
import type { VisibleAccount } from './verify-accounts.service.ts';

type Derived = 'reasons' | 'consequence' | 'advice' | 'account' | 'candidates' | 'problem';

/** What a query returns to GraphQL for a verification; its sentences are rendered in the requested language. */
export interface VerificationSource extends Readonly<Omit<Verification, Derived>> {
  /** Makes the account as it is recorded now; null for none. Few ask for it. */
  readonly account: () => AccountSource | null;
  readonly candidates: readonly CandidateAccount[];
  readonly problem: SubjectProblem | null;
  /** Decodes the reasons: ask for them once. */
  readonly consulted: () => readonly Reason[];
}

/** An account that a business number may mean, with its organization as known at the instant of the answer. */
export interface CandidateAccount extends AccountSource {
  readonly named: Pick<SubjectPeriod, 'organizationName' | 'city'>;
}

/** What every answer repeats from its question. */
export interface Asked {
  readonly given: VerificationSubject;
  readonly on: Day;
  readonly knownAt: Instant;
}

/** The answer about an account that is visible to the caller. Written out: a list has hundreds, and spreading costs more than reading them. */
export function verified({ given, on, knownAt }: Asked, { row, shown, consulted }: VisibleAccount): VerificationSource {
  const { certificate, letterOfGoodStanding, biddingDocument } = shownDocuments(shown, row);
  return {
    subject: subjectOf(given),
    on,
    knownAt,
    problem: null,
    candidates: [],
    found: true,
    standing: shown.standing,
    consideredCertified: isConsideredCertified(shown.standing),
    wsibAccount: row.wsibAccount,
    isFormerWsibAccount: isFormerNumber(given, row),
    organizationName: row.organizationName,
    city: row.city,
    account: () => accountSource(row),
    certificate,
    letterOfGoodStanding,
    biddingDocument,
    basis: shown.basis,
    standard: shown.standard,
    since: shown.since === BEGINNING ? null : shown.since,
    holdsUntil: shown.holdsUntil,
    then: shown.then,
    consulted,
  };
}

/**
 * The one answer for everything that is hidden from the caller or not on record. A row that is about no account (a malformed number, one that looks like
 * another kind, several accounts) has no standing: a program would take one for an answer.
 */
export function unverified(
  { given, on, knownAt }: Asked,
  problem: SubjectProblem | null,
  candidates: readonly CandidateAccount[],
): VerificationSource {
  const isUnasked = whyUnasked({ problem, candidates }) !== null;
  return {
    subject: subjectOf(given),
    on,
    knownAt,
    problem,
    candidates,
    found: false,
    standing: isUnasked ? null : 'NO_CURRENT_CERTIFICATION',
    consideredCertified: isUnasked ? null : false,
    wsibAccount: null,
    isFormerWsibAccount: false,
    organizationName: null,
    city: null,
    account: () => null,
    certificate: null,
    letterOfGoodStanding: null,
    biddingDocument: null,
    basis: null,
    standard: null,
    since: null,
    holdsUntil: null,
    then: null,
    consulted: () => (isUnasked ? [] : [nothingOnRecord]),
  };
}

/** Why an answer concerns no account; null if the law was asked. */
export function whyUnasked({ problem, candidates }: Pick<VerificationSource, 'problem' | 'candidates'>): Unasked | null {
  if (problem?.looksLike === 'PLACEHOLDER') return 'none';
  if (problem !== null) return problem.expected === null ? 'another' : 'malformed';
  return candidates.length > 0 ? 'several' : null;
}

/** The meaning of an answer, in one sentence; for one that concerns no account, why it does not. */
export function meaningOf(source: VerificationSource): Because {
  const unasked = whyUnasked(source);
  if (unasked !== null) return saidOfUnasked[unasked].consequence;
  return consequenceOf(source.standing ?? 'NO_CURRENT_CERTIFICATION', source.on);
}

/** What to do about an answer, and by when; null if there is nothing to do. */
export function adviceFor(source: VerificationSource): Because | null {
  const unasked = whyUnasked(source);
  if (unasked !== null) return saidOfUnasked[unasked].advice;
  return adviceOn({ ...source, standing: source.standing ?? 'NO_CURRENT_CERTIFICATION' });
}

/** The account as it is recorded now, whatever instant the period is known at. */
export const accountSource = (row: SubjectPeriod): AccountSource => ({
  id: toGlobalId('Account', row.accountId),
  wsibAccount: row.presentWsibAccount === undefined ? row.wsibAccount : row.presentWsibAccount,
  accountId: row.accountId,
  organizationId: row.organizationId,
  hasRegisteredConsent: row.hasRegisteredConsent,
});

export const candidateAccount = (row: SubjectPeriod): CandidateAccount => ({
  ...accountSource(row),
  named: { organizationName: row.organizationName, city: row.city },
});

/** A WSIB account number finds the account that holds it, or one that had it before. */
const isFormerNumber = ({ wsibAccount: given }: VerificationSubject, { wsibAccount: held }: SubjectPeriod): boolean =>
  typeof given === 'string' && given !== held && !accountsMeant(given).includes(held ?? '');

const subjectOf = ({ account, wsibAccount, documentNumber, businessNumber }: VerificationSubject): VerifiedSubject => ({
  account: account ?? null,
  wsibAccount: wsibAccount ?? null,
  documentNumber: documentNumber ?? null,
  businessNumber: businessNumber ?? null,
});

const isConsideredCertified = (standing: ShownStanding): boolean => standing === 'CERTIFIED' || standing === 'PENDING';
