import { ask, askWithBudget, type Budget } from '../api.ts';
import type { DeskRequest } from '../desk-request.ts';
import type { ListRow } from '../list-lines.ts';
import { matchOperation, type RequirementAnswer, type RowAnswer, requirementOperation, viewerOperation } from '../operations.ts';
import { UnreadableList } from '../read-list.ts';
import type { CheckedList, CheckedRow } from './checked-list.ts';
import type { Asked, Question } from './question.ts';

/** The most rows of one list, and of one request to the API. */
export const limits = {
  public: { rows: 100, batch: 25 },
  keyed: { rows: 2_000, batch: 250 },
} as const;

/**
 * Asks the API about every row, in batches; rows that an earlier answer to the same question covers are taken from it. Throws UnreadableList for a
 * list that is too long, ApiRefused if the API does not answer.
 */
export async function checkList(request: ListRequest, question: Question, earlier: CheckedList | null): Promise<CheckedList> {
  const known = earlier && sameQuestion(question, earlier) ? earlier : null;
  const answers = new Map((known?.rows ?? []).map((each) => [nameOf(each.row), each]));
  const missing = [...new Map(question.rows.filter((row) => !answers.has(nameOf(row))).map((row) => [nameOf(row), row])).values()];
  let knownAt = known && instantOf(known.rows);
  if (missing.length > 0) {
    const { batch } = await limitsOf(request, question.rows.length, missing.length);
    for (let at = 0; at < missing.length; at += batch) {
      const part = await askAbout(request, { ...question, knownAt }, missing.slice(at, at + batch));
      for (const each of part) answers.set(nameOf(each.row), each);
      // What is recorded meanwhile changes no row: one list is of one instant.
      knownAt ??= instantOf(part);
      request.onRows?.(at + batch);
    }
  }
  const rows = question.rows.flatMap((row) => answers.get(nameOf(row)) ?? []);
  return {
    asked: question,
    on: known?.on ?? question.on ?? request.today,
    rows,
    knownAt: knownAt ?? request.now,
    read: question.read ?? earlier?.read ?? null,
  };
}

/** Who asks about a list: a page, or a command. */
export interface ListRequest extends Pick<DeskRequest, 'send' | 'today' | 'now'> {
  /** Hears how many rows were asked about so far. */
  readonly onRows?: (done: number) => void;
  /** Whether the asker waits for more budget. Default: a list that the budget does not cover is refused before any of it is used. */
  readonly waits?: true;
}

/** A row as the key of its answer. */
export const nameOf = ({ name, number }: ListRow): string => `${name}\n${number}`;

const sameQuestion = (question: Question, { asked, on }: CheckedList): boolean =>
  on === (question.on ?? on) && JSON.stringify(plain(question)) === JSON.stringify(plain(asked));

const plain = ({ contractTo, routes, isPendingAccepted, owner, isForConstruction }: Asked) => [
  ...[contractTo, routes, isPendingAccepted, owner, isForConstruction],
];

/** A short list needs no limit: one request answers it, and refuses a wrong key. For a longer one, who the reader is decides. */
async function limitsOf(
  { send, waits }: ListRequest,
  count: number,
  missing: number,
): Promise<{ readonly rows: number; readonly batch: number }> {
  if (count <= limits.public.batch) return limits.public;
  const { data, budget } = await askWithBudget(send, viewerOperation);
  const { viewer } = data;
  const isPublic = viewer.scope === 'PUBLIC';
  const limit = isPublic ? limits.public : limits.keyed;
  if (count > limit.rows) throw new UnreadableList(isPublic ? 'tooManyRows' : 'tooManyRowsKeyed', { count, most: limit.rows });
  if (budget && !waits) needBudget(budget, missing);
  return limit;
}

function needBudget({ left, restoredPerSecond }: Budget, count: number): void {
  if (left >= count) return;
  throw new UnreadableList('moreThanBudget', { count, left, seconds: Math.ceil((count - left) / restoredPerSecond) });
}

/** Rows as the API takes them. */
export const rowsOf = (rows: readonly ListRow[]) => rows.map(({ name, number }) => ({ name: name || null, number: number || null }));

/** What the tender asks for, as the API takes it; null if nothing is asked of it. */
export function requirementOf({ routes, contractTo, isPendingAccepted, owner, isForConstruction }: Asked) {
  if (routes.length === 0 && contractTo === null) return null;
  return { routes: routes.length > 0 ? routes : ['COR'], isPendingAccepted, contractTo, owner, isForConstruction };
}

async function askAbout(
  { send }: ListRequest,
  asked: Asked & { readonly knownAt: string | null },
  rows: readonly ListRow[],
): Promise<readonly CheckedRow[]> {
  const requirement = requirementOf(asked);
  const variables = { rows: rowsOf(rows), on: asked.on, knownAt: asked.knownAt };
  if (requirement === null) {
    const { matchBidders } = await ask(send, matchOperation, variables);
    return paired(
      rows,
      matchBidders.map((answer) => ({ answer, requirement: null })),
    );
  }
  const { checkRequirement } = await ask(send, requirementOperation, { ...variables, requirement });
  return paired(
    rows,
    checkRequirement.map((each) => ({ answer: each.match, requirement: each })),
  );
}

function paired(
  rows: readonly ListRow[],
  answers: readonly { readonly answer: RowAnswer; readonly requirement: RequirementAnswer | null }[],
): readonly CheckedRow[] {
  return answers.flatMap((each, at) => {
    const row = rows[at];
    return row ? [{ row, ...each }] : [];
  });
}

/** The instant as of which rows were answered; null where no firm was found. */
export function instantOf(rows: readonly CheckedRow[]): string | null {
  const instants = rows.flatMap(({ answer }) => [answer, ...answer.partners].flatMap(({ verification }) => verification?.knownAt ?? []));
  return instants.toSorted()[0] ?? null;
}
