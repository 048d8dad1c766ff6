import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { Subject } from '../standing/standing-period.sql.ts';
import { type ReadSubject, readSubject, type SubjectProblem } from './subject.ts';
import type { VerificationSubject } from './verification.input.ts';
import { type Answer, type AnsweredRow, type RowPeriods, verificationLoader } from './verification.loader.ts';
import { type Asked, candidateAccount, unverified, type VerificationSource, verified } from './verification.source.ts';
import { type VisibleAccount, visibleOf } from './verify-accounts.service.ts';

/** The day asked about (default: today) and the instant as of which it is known (default: now). */
export interface AskedOf {
  readonly on: Day | null;
  readonly knownAt: Instant | null;
  /** Whether the answers are to have their reasons; default: yes. */
  readonly withReasons?: boolean;
  /** Whether they are to have the ids of their documents; default: yes. */
  readonly withIds?: boolean;
}

/**
 * Verifies the account that a subject names. A malformed number is a problem in the answer; `knownAt` before the first record or in the future is a
 * fault.
 */
export async function verifySubject(context: Context, given: VerificationSubject, askedOf: AskedOf): Promise<VerificationSource> {
  const [answer] = await verifySubjects(context, [given], askedOf);
  if (!answer) throw new Error('Each subject has an answer.');
  return answer;
}

/** The same for many subjects, in the order asked, with one statement. */
export async function verifySubjects(
  context: Context,
  given: readonly VerificationSubject[],
  { on, knownAt, withReasons = true, withIds = true }: AskedOf,
): Promise<VerificationSource[]> {
  const day = on ?? context.today;
  const read = given.map(readSubject);
  const rows: (readonly Subject[])[] = [];
  for (const { subjects } of read) if (subjects !== null) rows.push(subjects);
  const answer: Answer | null =
    rows.length > 0 ? await context.loader(verificationLoader).load({ rows, on: day, knownAt, withReasons, withIds }) : null;
  const known = answer?.knownAt ?? knownAt ?? context.registryNow.toISOString();
  const inOrder = answer?.rows.values();
  return read.map((subject, at) => {
    const asked: Asked = { given: given[at] ?? {}, on: day, knownAt: known };
    return subject.problem === null
      ? answered(context, asked, subject, inOrder?.next().value ?? nothingFound)
      : unverified(asked, subject.problem, []);
  });
}

const nothingFound: AnsweredRow = { periods: [], isDocument: false };

/** what is wrong with a number given as an account that is a document's: anyone may check that, so it is said whoever has the document. */
const aDocument: SubjectProblem = { field: 'wsibAccount', expected: null, looksLike: 'DOCUMENT_NUMBER' };

type LookedUp = Extract<ReadSubject, { readonly problem: null }>;

/**
 * A COR belongs to one account (G-1.2.b): if several are visible to the caller, none is chosen. Of the numbers that a typed one may mean, the first
 * that names a visible account counts, so that a hidden one never comes before another. Where none does, the form of the number decides whether the
 * answer is about an account at all: it is the same for what is hidden and for what does not exist.
 */
function answered(context: Context, asked: Asked, read: LookedUp, { periods, isDocument }: AnsweredRow): VerificationSource {
  const visible = firstVisible(context, periods);
  const [first] = visible;
  if (!first) return unverified(asked, isDocument ? aDocument : read.ifNotFound(), []);
  if (visible.length > 1)
    return unverified(
      asked,
      null,
      visible.map(({ row }) => candidateAccount(row)),
    );
  return verified(asked, first);
}

function firstVisible(context: Context, accounts: RowPeriods): readonly VisibleAccount[] {
  for (const rows of accounts) {
    const visible = visibleOf(context, rows);
    if (visible.length > 0) return visible;
  }
  return [];
}
