import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import { poolOf } from '../database/data-source.ts';
import { type Audience, audienceOf } from '../disclosure/audience.ts';
import { Fault, faults } from '../errors.ts';
import type { Day } from '../rules/calendar.ts';
import { periodsBySubject, sharedPeriods } from '../standing/shared-periods.ts';
import type { Subject, SubjectPeriod } from '../standing/standing-period.sql.ts';

/** A question to the store: the standing of the accounts that the subjects of some rows name, on a day, as known at an instant or now. */
export interface Question {
  /** For each row, what its number may be stored as. */
  readonly rows: readonly (readonly Subject[])[];
  readonly on: Day;
  readonly knownAt: Instant | null;
  /** Whether the reasons are asked for. */
  readonly withReasons: boolean;
  /** Whether the ids of documents are asked for. */
  readonly withIds: boolean;
}

/** For each subject of a row a period for each account it names; none if it is unknown. */
export type RowPeriods = readonly (readonly SubjectPeriod[])[];

/** The periods of a row, and whether its number, given as a WSIB account, is that of a document. */
export interface AnsweredRow {
  readonly periods: RowPeriods;
  readonly isDocument: boolean;
}

/** The store's answer for each row, and the instant as of which it holds. */
export interface Answer {
  readonly rows: readonly AnsweredRow[];
  readonly knownAt: Instant;
}

/** Answers all questions of a request that ask about the same day and instant with one statement. */
export const verificationLoader = (source: DataSource, context: Context): DataLoader<Question, Answer> => {
  return new DataLoader<Question, Answer>((questions) => answerAll(source, context, questions), { cache: false });
};

async function answerAll(source: DataSource, context: Context, questions: readonly Question[]): Promise<readonly (Answer | Fault)[]> {
  const answers = isOneMoment(questions) ? await answerMoment(source, context, questions) : await answerMoments(source, context, questions);
  context.noteMisses(missesIn(answers));
  return answers;
}

async function answerMoments(source: DataSource, context: Context, questions: readonly Question[]): Promise<readonly (Answer | Fault)[]> {
  const answers: (Answer | Fault)[] = [];
  for (const positions of byMoment(questions)) {
    const group = positions.flatMap((position) => questions[position] ?? []);
    for (const [at, answer] of (await answerMoment(source, context, group)).entries()) answers[positions[at] ?? 0] = answer;
  }
  return answers;
}

/** Answers questions about one moment. An instant that cannot be answered is the fault of the questions that name it, and of no others of the request. */
async function answerMoment(source: DataSource, context: Context, group: readonly Question[]): Promise<readonly (Answer | Fault)[]> {
  try {
    // An instant that a replica has not reached yet would look like a future one.
    return await (typeof group[0]?.knownAt === 'string'
      ? context.primary((primary) => answerGroup(primary, audienceOf(context), group))
      : answerGroup(source, audienceOf(context), group));
  } catch (error) {
    if (error instanceof Fault) return group.map(() => error);
    throw error;
  }
}

function missesIn(answers: readonly (Answer | Fault)[]): number {
  let count = 0;
  for (const answer of answers) if (!(answer instanceof Fault)) for (const row of answer.rows) if (isMiss(row)) count += 1;
  return count;
}

/** Whether a row's number names no visible account, however it is read; a row without one is not looked up. */
const isMiss = ({ periods }: AnsweredRow): boolean => periods.length > 0 && periods.every((each) => each.length === 0);

const isOneMoment = ([first, ...others]: readonly Question[]): boolean =>
  others.every(({ on, knownAt }) => on === first?.on && knownAt === first.knownAt);

/** The positions of the questions, grouped by day and instant. */
function byMoment(questions: readonly Question[]): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [position, { on, knownAt }] of questions.entries()) {
    const key = `${on} ${knownAt ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(position);
    else groups.set(key, [position]);
  }
  return groups.values();
}

/** Answers questions about one day and instant, in their order. */
async function answerGroup(source: DataSource, audience: Audience, group: readonly Question[]): Promise<readonly Answer[]> {
  const [first] = group;
  if (!first) throw new Error('A group has at least one question.');
  const subjects: Subject[] = [];
  for (const { rows } of group) for (const row of rows) subjects.push(...row);
  const withReasons = group.some((question) => question.withReasons);
  const withIds = group.some((question) => question.withIds);
  const pool = poolOf(source);
  const { bySubject, documents, presentAt, firstRecordedAt } = await (first.knownAt === null
    ? sharedPeriods(pool, subjects, first.on, { audience, withReasons, withIds })
    : periodsBySubject(pool, subjects, first.on, { knownAt: new Date(first.knownAt), audience, withReasons, withIds }));
  if (first.knownAt !== null) refuseUnknowable(first.knownAt, presentAt, firstRecordedAt);
  const knownAt = first.knownAt ?? presentAt.toISOString();
  let at = 0;
  const rowFor = (row: readonly Subject[]): AnsweredRow => {
    const [from, to] = [at, at + row.length];
    at = to;
    return { periods: bySubject.slice(from, to), isDocument: documents.size > 0 && row.some((_, each) => documents.has(from + each)) };
  };
  return group.map((question) => ({ rows: question.rows.map(rowFor), knownAt }));
}

/** Nothing is known before the first record, or about the future. The database's clock decides, because it stamps what is recorded. */
function refuseUnknowable(knownAt: Instant, presentAt: Date, firstRecordedAt: Date | null): void {
  const instant = Date.parse(knownAt);
  if (instant > presentAt.getTime()) throw faults.BAD_USER_INPUT('knownAt', 'knownAt must not be in the future.');
  if (firstRecordedAt === null) throw faults.BAD_USER_INPUT('knownAt', 'knownAt cannot be answered: nothing has been recorded yet.');
  if (instant < firstRecordedAt.getTime()) throw faults.KNOWN_AT_TOO_EARLY('knownAt', firstRecordedAt.toISOString());
}
