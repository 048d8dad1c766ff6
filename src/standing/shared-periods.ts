import type { Pool } from 'pg';
import { errorCode } from '../database/error-code.ts';
import type { Day } from '../rules/calendar.ts';
import { type AskedFor, periodsOf, type Subject, type SubjectPeriod, type SubjectPeriods } from './standing-period.sql.ts';

/** The registry's answer with the periods of each subject, in the order of the subjects. */
export interface PeriodsBySubject extends Pick<SubjectPeriods, 'presentAt' | 'firstRecordedAt'> {
  readonly bySubject: readonly (readonly SubjectPeriod[])[];
  /** Which subjects are given as WSIB accounts and are the number of a document. */
  readonly documents: ReadonlySet<number>;
}

/** The most subjects of a question that shares a statement: to share gains a list nothing, and makes its neighbours wait. */
const FEW = 4;

/** The most questions that share a statement. More make the first wait for the last, and save little. */
const MOST_TOGETHER = 64;

/** As `periodsOf`, by subject. */
export async function periodsBySubject(pool: Pool, subjects: readonly Subject[], on: Day, asked: AskedFor): Promise<PeriodsBySubject> {
  const { rows, documents, ...instants } = await periodsOf(pool, subjects, on, asked);
  const bySubject: SubjectPeriod[][] = subjects.map(() => []);
  for (const row of rows) bySubject[row.subject]?.push(row);
  return { bySubject, documents: new Set(documents), ...instants };
}

/**
 * The same from current records. Small questions that arrive in one turn of the event loop share a statement if they differ in their subjects alone: on
 * a closing day, most of the cost of a single question is that of its own statement. The statement starts after the last of them has arrived.
 */
export function sharedPeriods(pool: Pool, subjects: readonly Subject[], on: Day, asked: AskedNow): Promise<PeriodsBySubject> {
  if (subjects.length > FEW) return periodsBySubject(pool, subjects, on, asked);
  return new Promise((resolve, reject) => join({ pool, on, asked }, { subjects, resolve, reject }));
}

/** What is asked of current records: for whom, and whether with reasons. */
type AskedNow = Required<Omit<AskedFor, 'knownAt'>>;

/** What all questions of a statement have in common: server and time limits, which the pool has, the day, the columns, and the rights of the caller. */
interface Common {
  readonly pool: Pool;
  readonly on: Day;
  readonly asked: AskedNow;
}

interface Question {
  readonly subjects: readonly Subject[];
  readonly resolve: (answer: PeriodsBySubject) => void;
  readonly reject: (error: unknown) => void;
}

const gathering = new WeakMap<Pool, Map<string, Question[]>>();

function join(common: Common, question: Question): void {
  const { pool, on, asked } = common;
  const batches = gathering.get(pool) ?? new Map<string, Question[]>();
  gathering.set(pool, batches);
  const kinds = [...new Set(question.subjects.map(({ kind }) => kind))].sort();
  const key = JSON.stringify([on, kinds, asked]);
  const batch = batches.get(key);
  if (batch && batch.push(question) < MOST_TOGETHER) return;
  if (batch) return void batches.delete(key);
  const started = [question];
  batches.set(key, started);
  setImmediate(() => {
    if (batches.get(key) === started) batches.delete(key);
    void answer(common, started);
  });
}

/** Never rejects: each question has its own answer or error. */
async function answer(common: Common, batch: readonly Question[]): Promise<void> {
  const { pool, on, asked } = common;
  try {
    const all = batch.flatMap(({ subjects }) => subjects);
    const { bySubject, documents, ...instants } = await periodsBySubject(pool, all, on, asked);
    let from = 0;
    for (const { subjects, resolve } of batch) {
      const to = from + subjects.length;
      resolve({ bySubject: bySubject.slice(from, to), documents: between(documents, from, to), ...instants });
      from = to;
    }
  } catch (error) {
    // A value that PostgreSQL does not accept is the fault of one question: the others are asked by themselves.
    if (batch.length > 1 && isOfValue(error)) await Promise.all(batch.map((question) => answer(common, [question])));
    else for (const { reject } of batch) reject(error);
  }
}

/** Of the positions of a batch, those of one question. */
const between = (all: ReadonlySet<number>, from: number, to: number): ReadonlySet<number> =>
  all.size === 0 ? all : new Set([...all].filter((at) => at >= from && at < to).map((at) => at - from));

/** Data exceptions have class 22. */
const isOfValue = (error: unknown): boolean => errorCode(error)?.startsWith('22') ?? false;
