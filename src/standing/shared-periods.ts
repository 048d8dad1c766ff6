import type { Pool } from 'pg';
import { SharedStatements } from '../database/shared-statements.ts';
import type { Audience } from '../disclosure/audience.ts';
import type { Day } from '../rules/calendar.ts';
import { type AskedFor, kindsOf, periodsOf, type Subject, type SubjectPeriod, type SubjectPeriods } from './standing-period.sql.ts';

/** The registry's answer with the periods of each subject, in the order of the subjects. */
export interface PeriodsBySubject extends Pick<SubjectPeriods, 'presentAt' | 'firstRecordedAt'> {
  readonly bySubject: readonly (readonly SubjectPeriod[])[];
  /** Which subjects are given as WSIB accounts and are the number of a document. */
  readonly documents: ReadonlySet<number>;
}

/** The most subjects of a question that shares a statement: to share gains a list nothing, and makes its neighbours wait. */
const FEW = 4;

/** The most questions that share a statement. */
const MOST_TOGETHER = 64;

/** As `periodsOf`, by subject. */
export async function periodsBySubject(pool: Pool, subjects: readonly Subject[], on: Day, asked: AskedFor): Promise<PeriodsBySubject> {
  const { rows, documents, ...instants } = await periodsOf(pool, subjects, on, asked);
  const bySubject: SubjectPeriod[][] = subjects.map(() => []);
  for (const row of rows) bySubject[row.subject]?.push(row);
  return { bySubject, documents: new Set(documents), ...instants };
}

/**
 * The same from current records. Small questions that arrive in one turn of the event loop share a statement if they differ in their subjects alone.
 */
export function sharedPeriods(pool: Pool, subjects: readonly Subject[], on: Day, asked: AskedNow): Promise<PeriodsBySubject> {
  if (subjects.length > FEW) return periodsBySubject(pool, subjects, on, asked);
  const { audience, withReasons, withIds = true } = asked;
  return shared.ask({ pool, on, asked }, `${on} ${kindsOf(subjects).join()} ${withReasons} ${withIds} ${nameOf(audience)}`, subjects);
}

const names = new WeakMap<Audience, string>();

/** What two audiences have in common only if they have the same rights. */
function nameOf(audience: Audience | null): string {
  if (audience === null) return '';
  const known = names.get(audience);
  if (known !== undefined) return known;
  const name = JSON.stringify(audience);
  names.set(audience, name);
  return name;
}

/** What is asked of current records: for whom, and whether with reasons and ids. */
type AskedNow = Omit<AskedFor, 'knownAt' | 'audience'> & Required<Pick<AskedFor, 'audience'>>;

/** What all questions of a statement have in common: server and time limits, which the pool has, the day, the columns, and the rights of the caller. */
interface Common {
  readonly pool: Pool;
  readonly on: Day;
  readonly asked: AskedNow;
}

const shared = new SharedStatements<Common, readonly Subject[], PeriodsBySubject>(async ({ pool, on, asked }, questions) => {
  const { bySubject, documents, ...instants } = await periodsBySubject(pool, questions.flat(), on, asked);
  let to = 0;
  return questions.map(({ length }) => {
    const from = to;
    to += length;
    return { bySubject: bySubject.slice(from, to), documents: between(documents, from, to), ...instants };
  });
}, MOST_TOGETHER);

/** Of the positions of a statement, those of one question. */
const between = (all: ReadonlySet<number>, from: number, to: number): ReadonlySet<number> =>
  all.size === 0 ? all : new Set([...all].filter((at) => at >= from && at < to).map((at) => at - from));
