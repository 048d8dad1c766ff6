import { createHash } from 'node:crypto';
import { ApiRefused, ask } from '../api.ts';
import type { DeskRequest } from '../desk-request.ts';
import { keepReceiptOperation } from '../operations-receipts.ts';
import { instantOf, requirementOf, rowsOf } from './check.service.ts';
import type { CheckedList } from './checked-list.ts';

/** A receipt of some of the rows. */
export interface KeptReceipt {
  readonly number: string;
  /** Its first and last row, from 1. */
  readonly from: number;
  readonly to: number;
}

/** The most rows of a receipt. */
const MOST_ROWS = 500;

/**
 * Keeps what was answered in receipts, as known at the instant of the list. Each row is a look-up of the key’s budget. The same list keeps its receipts
 * once. Throws ApiRefused.
 */
export async function keepReceipts(send: DeskRequest['send'], list: CheckedList): Promise<readonly KeptReceipt[]> {
  const kept: KeptReceipt[] = [];
  const knownAt = instantOf(list.rows);
  for (let at = 0; at < list.rows.length; at += MOST_ROWS) {
    const rows = list.rows.slice(at, at + MOST_ROWS).map(({ row }) => row);
    const question = { rows: rowsOf(rows), on: list.on, knownAt, requirement: requirementOf(list.asked) };
    const { keepReceipt } = await ask(send, keepReceiptOperation, { input: { ...question, idempotencyKey: keyOf(question) } });
    if (keepReceipt.number === undefined) throw new ApiRefused({ message: 'The receipt was refused.', extensions: { code: 'INTERNAL' } });
    kept.push({ number: keepReceipt.number, from: at + 1, to: at + rows.length });
  }
  return kept;
}

/** The same question as known at the same instant is the same request. */
const keyOf = (question: unknown): string => `desk-${createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 40)}`;
