import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { readSubject } from './subject.ts';
import type { VerificationSubject } from './verification.input.ts';
import { type Answer, verificationLoader } from './verification.loader.ts';
import { type Asked, accountSource, unverified, type VerificationSource, verified } from './verification.source.ts';
import { visibleOf } from './verify-accounts.service.ts';

/** The day asked about (default: today) and the instant as of which it is known (default: now). */
export interface AskedOf {
  readonly on: Day | null;
  readonly knownAt: Instant | null;
}

/**
 * Verifies the account that a subject names. A malformed number is a problem in the answer; `knownAt` before the first record or in the future is a
 * fault.
 */
export async function verifySubject(context: Context, given: VerificationSubject, { on, knownAt }: AskedOf): Promise<VerificationSource> {
  const day = on ?? context.today;
  const { subjects, problem } = readSubject(given);
  if (problem !== null) return unverified({ given, on: day, knownAt: knownAt ?? context.registryNow.toISOString() }, problem, []);
  const answer = await context.loader(verificationLoader).load({ subjects, on: day, knownAt });
  return answered(context, { given, on: day, knownAt: answer.knownAt }, answer);
}

/** The same for many subjects, in the order asked, with one statement. */
export const verifySubjects = (context: Context, given: readonly VerificationSubject[], askedOf: AskedOf): Promise<VerificationSource[]> =>
  Promise.all(given.map((subject) => verifySubject(context, subject, askedOf)));

/**
 * A COR belongs to one account (G-1.2.b): if several are visible to the caller, none is chosen. Of the numbers that a typed one may mean, the first
 * that names a visible account counts, so that a hidden one never comes before another.
 */
function answered(context: Context, asked: Asked, { accounts }: Answer): VerificationSource {
  const visible = accounts.map((rows) => visibleOf(context, rows)).find(({ length }) => length > 0) ?? [];
  const [first, ...others] = visible;
  if (!first) return unverified(asked, null, []);
  if (others.length > 0)
    return unverified(
      asked,
      null,
      visible.map(({ row }) => accountSource(row)),
    );
  return verified(asked, first.row, first.shown);
}
