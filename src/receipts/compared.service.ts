import { ownerOf } from '../access/owner.ts';
import type { Context } from '../contract/context.ts';
import type { ReceiptRow } from '../database/tables/receipt.table.ts';
import { faults } from '../errors.ts';
import { differences, type KeptAnswer } from './answer.ts';
import { answersTo, type KeptQuestion, questionOf, rowsAsked } from './asking.service.ts';
import { isConcernedNow, receiptsOf } from './receipt.loader.ts';
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
  const whyOf = await reasonsWhy(context, receipt, asked);
  const given = rowsAsked(asked);
  // They were written from KeptAnswers, and are append-only.
  return (receipt.said as readonly KeptAnswer[]).map((said, row) => {
    const present = now[row]?.answer ?? said;
    const differs = differences(said, present);
    return { row, asked: given[row], said, now: present, differs, why: differs.length === 0 ? null : whyOf(said, row) };
  });
}

type WhyOf = (said: KeptAnswer, row: number) => ReceiptDifference;

/** What was recorded since, unless the very question of then would be answered otherwise: by other rules, or to a reader with other rights. */
async function reasonsWhy(context: Context, receipt: ReceiptRow, asked: KeptQuestion): Promise<WhyOf> {
  const hasOtherRules = receipt.rulesVersion !== rulesVersion;
  if (asked.question === 'PROOF') {
    // Anyone who has a document’s number sees the document, and only as recorded now: no rights, and no question of then.
    const isOfRules = hasOtherRules && !(await context.read(({ manager }) => isConcernedNow(manager, receipt.id)));
    return () => (isOfRules ? 'OTHER_RULES' : 'RECORDED_SINCE');
  }
  const then = await answersTo(context, asked, { on: receipt.onDay, knownAt: receipt.knownAt.toISOString() });
  return (said, row) => {
    if (differences(said, then[row]?.answer ?? said).length === 0) return 'RECORDED_SINCE';
    return hasOtherRules ? 'OTHER_RULES' : 'OTHER_RIGHTS';
  };
}

/** How many receipts are compared to find those whose answer changed: each is asked anew. */
const MOST_COMPARED = 200;

/** The caller's receipts, the newest first; for staff, everybody's. With `changed`, those of which something recorded since changed the answer. */
export async function listReceipts(
  context: Context,
  { first, changed }: { readonly first: number; readonly changed: boolean },
): Promise<readonly ReceiptRow[]> {
  if (ownerOf(context.caller) === null) throw faults.FORBIDDEN('receipts');
  const rows = await context.read(({ manager }) =>
    receiptsOf(manager, context, { first: changed ? MOST_COMPARED : first, isConcerned: changed }),
  );
  if (!changed) return rows;
  const found: ReceiptRow[] = [];
  for (const row of rows) {
    if (found.length === first) break;
    const compared = await comparedRows(context, row);
    if (compared.some(({ why }) => why === 'RECORDED_SINCE')) found.push(row);
  }
  return found;
}
