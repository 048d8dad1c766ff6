import { type AccountIdentity, accountIdentity, identityColumns } from '../accounts/account.loader.ts';
import type { AccountSource } from '../accounts/account.type.ts';
import { withConsents } from '../accounts/account-columns.ts';
import { keyRangeOf } from '../connection/key-range.ts';
import { Cursors, isPositionInTime } from '../connection/keyset.ts';
import { connectionOfPositioned, type Positioned, pageOf } from '../connection/page.ts';
import { type CountedConnection, counted, rowsOf, totalOf } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { audienceOf } from '../disclosure/audience.ts';
import { type LetterColumns, letterOf } from '../letters/letter.loader.ts';
import type { LetterOfGoodStanding } from '../letters/letter-of-good-standing.type.ts';
import { criteriaOf } from '../standing/criteria.ts';
import { DocumentOrder } from './certificates.args.ts';
import { type DocumentList, documentKinds, documentsOf, numberOfDocuments } from './document-list.sql.ts';
import type { LetterOfGoodStandingFilter, LettersOfGoodStandingArgs } from './letters.args.ts';

const cursors = new Cursors('lettersOfGoodStanding', isPositionInTime);

/** A letter of a list, with its account. */
export interface ListedLetter extends LetterOfGoodStanding {
  readonly accountOf: AccountSource;
}

type ListedRow = LetterColumns & AccountIdentity & { readonly position: string };

/** The Letters of Good Standing behind the standings visible to the caller; all letters for a caller who sees every file. */
export async function listLetters(context: Context, args: LettersOfGoodStandingArgs): Promise<CountedConnection<ListedLetter>> {
  const list = listOf(context, args.filter ?? null);
  const page = pageOf(args, cursors, context.caller);
  const range = keyRangeOf(page, args.orderBy === DocumentOrder.ISSUED_ON_DESC);
  const rows = await rowsOf<ListedRow>(
    context,
    documentsOf(list, range, (params) => withConsents(columns, context, params)),
  );
  return counted(connectionOfPositioned(page, rows.map(positioned), cursors), () => totalOf(context, numberOfDocuments(list)));
}

const listOf = (context: Context, filter: LetterOfGoodStandingFilter | null): DocumentList => ({
  kind: documentKinds.letter,
  audience: audienceOf(context),
  criteria: criteriaOf(filter, context.today),
  further: (params) => (filter?.year ? [`l.year = ${params.add(filter.year)}`] : []),
});

const columns = `l.id, l.number, l.year, l.issued_on as "issuedOn", ${identityColumns}`;

const positioned = (row: ListedRow): Positioned<ListedLetter> => ({
  node: { ...letterOf(row), accountOf: accountIdentity(row) },
  text: row.position,
  id: row.id,
});
