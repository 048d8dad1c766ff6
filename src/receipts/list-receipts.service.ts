import { ownerOf } from '../access/owner.ts';
import { keyRangeOf } from '../connection/key-range.ts';
import { Cursors } from '../connection/keyset.ts';
import { type Connection, connectionOf, type Page, pageOf } from '../connection/page.ts';
import type { Context } from '../contract/context.ts';
import type { ReceiptRow } from '../database/tables/receipt.table.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { isChangedSince } from './compared.service.ts';
import type { ReceiptsArgs } from './receipt.args.ts';
import { receiptsOf } from './receipt.loader.ts';

/** How many receipts a page compares to find those whose answer changed: each is asked anew. */
const MOST_COMPARED = 200;

const cursors = new Cursors('receipts', (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)));

const cursorOf = ({ id, keptAt }: ReceiptRow): string => cursors.write({ id, text: keptAt.toISOString() });

/** A page of receipts as passed to GraphQL. */
export interface ReceiptPage extends Connection<ReceiptRow> {
  readonly position: string | null;
}

/**
 * The caller's receipts, the newest first; for staff, everybody's. With `changed`, those of which something recorded since changed the answer. Only for
 * staff those that nothing recorded since concerns are left out beforehand: to others, how far a page read would tell of records hidden from them.
 */
export async function listReceipts(context: Context, { changed, ...args }: ReceiptsArgs): Promise<ReceiptPage> {
  if (ownerOf(context.caller) === null) throw faults.FORBIDDEN('receipts');
  const page = pageOf(args, cursors, context.caller);
  const range = keyRangeOf(changed ? { ...page, size: MOST_COMPARED } : page, true);
  const isConcerned = changed && seesWholeFile(viewerOf(context));
  const rows = await context.read(({ manager }) => receiptsOf(manager, context, { range, isConcerned }));
  return changed ? changedPage(context, page, rows) : pageIn(page, rows, rows);
}

/** The page of the receipts that changed, of which one more than are compared was read. */
async function changedPage(context: Context, page: Page, rows: readonly ReceiptRow[]): Promise<ReceiptPage> {
  const found: ReceiptRow[] = [];
  const compared = rows.slice(0, MOST_COMPARED);
  for (const row of compared) {
    if (await isChangedSince(context, row)) found.push(row);
    if (found.length > page.size) return pageIn(page, found, found);
  }
  const { edges, nodes, pageInfo, position } = pageIn(page, found, compared);
  const goesOn = rows.length > compared.length;
  const further = goesOn && (page.fromBack ? { hasPreviousPage: true } : { hasNextPage: true });
  return { edges, nodes, position, pageInfo: { ...pageInfo, ...further } };
}

/** The page of what was found, and how far it has read: to its own last receipt if more were found. */
function pageIn(page: Page, found: readonly ReceiptRow[], read: readonly ReceiptRow[]): ReceiptPage {
  const last = found.length > page.size ? found[page.size - 1] : read.at(-1);
  return Object.assign(connectionOf(page, found, cursorOf), { position: last ? cursorOf(last) : null });
}
