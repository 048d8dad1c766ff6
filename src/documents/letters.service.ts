import { type AccountIdentity, accountIdentity, identityColumns } from '../accounts/account.loader.ts';
import type { AccountSource } from '../accounts/account.type.ts';
import { Cursors, isPositionInTime } from '../connection/keyset.ts';
import type { CountedConnection } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { audienceOf } from '../disclosure/audience.ts';
import { type LetterColumns, letterOf } from '../letters/letter.loader.ts';
import type { LetterOfGoodStanding } from '../letters/letter-of-good-standing.type.ts';
import { criteriaOf } from '../standing/criteria.ts';
import { type DocumentList, documentKinds } from './document-list.sql.ts';
import type { LetterOfGoodStandingFilter, LettersOfGoodStandingArgs } from './letters.args.ts';
import { listDocuments } from './list-documents.ts';

const cursors = new Cursors('lettersOfGoodStanding', isPositionInTime);

/** A letter of a list, with its account. */
export interface ListedLetter extends LetterOfGoodStanding {
  readonly accountOf: AccountSource;
}

type ListedRow = LetterColumns & AccountIdentity & { readonly position: string };

/** The Letters of Good Standing behind the standings visible to the caller; all letters for a caller who sees every file. */
export async function listLetters(context: Context, args: LettersOfGoodStandingArgs): Promise<CountedConnection<ListedLetter>> {
  return listDocuments<ListedRow, ListedLetter>(context, args, listOf(context, args.filter ?? null), {
    cursors,
    columns: () => columns,
    shown: (row) => ({ ...letterOf(row), accountOf: accountIdentity(row) }),
  });
}

const listOf = (context: Context, filter: LetterOfGoodStandingFilter | null): DocumentList => ({
  kind: documentKinds.letter,
  audience: audienceOf(context),
  criteria: criteriaOf(filter, context.today),
  further: (params) => (filter?.year ? [`l.year = ${params.add(filter.year)}`] : []),
});

const columns = `l.id, l.number, l.year, l.issued_on as "issuedOn", ${identityColumns}`;
