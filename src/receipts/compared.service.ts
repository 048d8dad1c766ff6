import type { Context } from '../contract/context.ts';
import type { ReceiptRow } from '../database/tables/receipt.table.ts';
import { answersTo, type KeptQuestion, questionOf, rowsAsked } from './asking.service.ts';
import { differences, isOtherwiseForBoth } from './differences.ts';
import { asKept, type KeptAnswer, type StoredAnswer } from './kept-answer.ts';
import { isConcernedNow } from './receipt.loader.ts';
import type { ReceiptDifference } from './receipt.type.ts';
import { rulesVersion } from './rules-version.ts';

/** A row of a receipt: what was said, what would be said now, and why it differs. */
export interface ComparedRow {
  readonly row: number;
  readonly asked: unknown;
  readonly said: KeptAnswer;
  readonly now: KeptAnswer;
  readonly differs: readonly string[];
  readonly why: ReceiptDifference | null;
}

/** What a receipt says beside what would be said now, with the rights that its reader has today. */
export async function comparedRows(context: Context, receipt: ReceiptRow): Promise<readonly ComparedRow[]> {
  const asked = questionOf(receipt.question, receipt.asked);
  const now = await answersTo(context, asked, { on: receipt.onDay, knownAt: null });
  const given = rowsAsked(asked);
  // They were written from KeptAnswers, of whichever fields were kept then, and are append-only.
  const stored = receipt.said as readonly StoredAnswer[];
  const rows = stored.map((kept, row) => {
    const said = asKept(kept);
    const present = now[row]?.answer ?? said;
    return { row, asked: given[row], said, now: present, differs: differences(kept, present) };
  });
  const whyOf = rows.some(({ differs }) => differs.length > 0) ? await reasonsWhy(context, receipt, asked) : null;
  return rows.map((each) => ({ ...each, why: whyOf && each.differs.length > 0 ? whyOf(stored[each.row] ?? {}, each) : null }));
}

type WhyOf = (said: StoredAnswer, of: Pick<ComparedRow, 'row' | 'now'>) => ReceiptDifference;

/** What was recorded since; other rules or the reader’s other rights where the answer to the very question of then differs, and by that alone. */
async function reasonsWhy(context: Context, receipt: ReceiptRow, asked: KeptQuestion): Promise<WhyOf> {
  const hasOtherRules = receipt.rulesVersion !== rulesVersion;
  if (asked.question === 'PROOF') {
    // Anyone who has a document’s number sees the document, and only as recorded now: no rights, and no question of then.
    const isOfRules = hasOtherRules && !(await context.read(({ manager }) => isConcernedNow(manager, receipt.id)));
    return () => (isOfRules ? 'OTHER_RULES' : 'RECORDED_SINCE');
  }
  const then = await answersTo(context, asked, { on: receipt.onDay, knownAt: receipt.knownAt.toISOString() });
  return (said, { row, now }) => {
    const known = then[row]?.answer ?? asKept(said);
    // An outcome that the reader would have been told as well, and is told otherwise now, is no matter of rights.
    const hasOtherOutcome = known.outcome !== null && said.outcome === known.outcome && now.outcome !== known.outcome;
    const isOtherwise = hasOtherOutcome || differences(said, known).length === 0 || isOtherwiseForBoth(said, known, now);
    if (isOtherwise) return 'RECORDED_SINCE';
    return hasOtherRules ? 'OTHER_RULES' : 'OTHER_RIGHTS';
  };
}

/** Whether something that was recorded since a receipt was kept changed what it says. */
export async function isChangedSince(context: Context, receipt: ReceiptRow): Promise<boolean> {
  return (await comparedRows(context, receipt)).some(({ why }) => why === 'RECORDED_SINCE');
}
