import { withConsents } from '../accounts/account-columns.ts';
import { keyRangeOf } from '../connection/key-range.ts';
import type { Cursors } from '../connection/keyset.ts';
import type { PageArgs } from '../connection/page.args.ts';
import { connectionOfPositioned, pageOf } from '../connection/page.ts';
import { type CountedConnection, counted, rowsOf, totalOf } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import type { SqlParameters } from '../database/sql-parameters.ts';
import { DocumentOrder } from './certificates.args.ts';
import { type DocumentList, documentsOf, numberOfDocuments } from './document-list.sql.ts';

/** How a kind of document is listed: its cursors, its columns, and what a client is shown of a row. */
interface Listing<Row, Shown> {
  readonly cursors: Cursors;
  readonly columns: (params: SqlParameters) => string;
  readonly shown: (row: Row) => Shown;
}

/** The page of a list of documents that the arguments ask for; the whole list is counted only on request. */
export async function listDocuments<Row extends { readonly id: string; readonly position: string }, Shown>(
  context: Context,
  args: PageArgs & { readonly orderBy: DocumentOrder },
  list: DocumentList,
  { cursors, columns, shown }: Listing<Row, Shown>,
): Promise<CountedConnection<Shown>> {
  const page = pageOf(args, cursors, context.caller);
  const range = keyRangeOf(page, args.orderBy === DocumentOrder.ISSUED_ON_DESC);
  const rows = await rowsOf<Row>(
    context,
    documentsOf(list, range, (params) => withConsents(columns(params), context, params)),
  );
  const positioned = rows.map((row) => ({ node: shown(row), text: row.position, id: row.id }));
  return counted(connectionOfPositioned(page, positioned, cursors), () => totalOf(context, numberOfDocuments(list)));
}
