import DataLoader from 'dataloader';
import type { ClientBase, Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { poolOf } from '../database/data-source.ts';
import { SharedStatements } from '../database/shared-statements.ts';
import { numbersMeant } from '../identifiers/document-number.ts';
import type { Day } from '../rules/calendar.ts';
import type { AccountFacts } from '../rules/facts.ts';
import { type DocumentEffect, type DocumentKind, documentEffect, documentState, type FoundState } from '../rules/standing/proof.ts';
import { isConsideredCertified } from '../rules/standing/standing.ts';
import { periodOn, standingTimeline } from '../rules/standing/timeline.ts';
import { type DocumentRow, type DocumentWithFacts, documentsNumbered } from './document.sql.ts';
import type { ProofKind } from './proof.type.ts';

/** A number as typed, and the day asked about. */
export interface AskedDocument {
  readonly number: string;
  readonly on: Day;
}

/** A document on record with its state on the day; `supersededBy` only if that document is public. */
export interface CheckedDocument extends DocumentRow, FoundState {
  readonly effect: DocumentEffect;
}

/** The document with a number as typed, checked for a day. All facts are of one moment, however many documents are requested. */
export const documentByNumber = (source: DataSource, context: CountsMisses): DataLoader<AskedDocument, CheckedDocument | null, string> =>
  new DataLoader((asked) => checkedNow(source, context, asked), { cacheKeyFn: ({ number, on }) => `${on} ${number}` });

async function checkedNow(source: DataSource, context: CountsMisses, asked: readonly AskedDocument[]): Promise<(CheckedDocument | null)[]> {
  const pool = poolOf(source);
  const found = await (asked.length > FEW
    ? checkedDocuments(pool, asked)
    : checkedAmong(asked, (numbers) => shared.ask({ pool }, '', numbers)));
  context.noteMisses(found.filter((document) => document === null).length);
  return found;
}

type CountsMisses = Pick<Context, 'noteMisses'>;

/** The most numbers of a request that share a statement with others: more would make their neighbours wait. */
const FEW = 4;

/** The most requests that share a statement. */
const MOST_TOGETHER = 32;

/** Documents by their numbers. */
type Found = ReadonlyMap<string, DocumentWithFacts>;

const shared = new SharedStatements<{ readonly pool: Pool }, readonly string[], Found>(async ({ pool }, questions) => {
  const found = await documentsFound(pool, questions.flat());
  return questions.map(() => found);
}, MOST_TOGETHER);

const documentsFound = async (connection: Pool | ClientBase, numbers: readonly string[]): Promise<Found> =>
  new Map((await documentsNumbered(connection, [...new Set(numbers)])).map((each) => [each.document.number, each]));

/** What a number may be stored as, the likeliest first, and the day asked about. */
export interface AskedNumbers {
  readonly numbers: readonly string[];
  readonly on: Day;
}

/** The first document that some numbers find, checked for a day. It counts no miss: those who read the numbers looked for an account as well. */
export const documentAmong = (source: DataSource): DataLoader<AskedNumbers, CheckedDocument | null> =>
  new DataLoader(
    async (asked) => {
      const found = await documentsFound(
        poolOf(source),
        asked.flatMap(({ numbers }) => numbers),
      );
      return asked.map(({ numbers, on }) => firstAmong(found, numbers, on));
    },
    { cache: false },
  );

/** Documents by their numbers as typed, each checked for a day, as the connection of a unit of work or a pool sees them. */
export const checkedDocuments = (connection: Pool | ClientBase, asked: readonly AskedDocument[]): Promise<(CheckedDocument | null)[]> =>
  checkedAmong(asked, (numbers) => documentsFound(connection, numbers));

async function checkedAmong(
  asked: readonly AskedDocument[],
  read: (numbers: readonly string[]) => Promise<Found>,
): Promise<(CheckedDocument | null)[]> {
  const meant = asked.map(({ number }) => numbersMeant(number));
  const found = await read(meant.flat());
  return meant.map((numbers, at) => firstAmong(found, numbers, asked[at]?.on ?? null));
}

/** The first document that some numbers find, checked for a day; null: that of its issue. */
function firstAmong(found: Found, numbers: readonly string[], on: Day | null): CheckedDocument | null {
  for (const number of numbers) {
    const known = found.get(number);
    if (known) return checked(known.document, known.facts, on ?? known.document.issuedOn);
  }
  return null;
}

/** a document that was recorded in error, or that was corrected away, was withdrawn. */
function checked(row: DocumentRow, facts: AccountFacts, on: Day): CheckedDocument {
  if (row.isRemoved) return { ...row, state: 'WITHDRAWN', supersededBy: null, effect: { inEffect: false, until: null } };
  const reference = { kind: kindInLaw[row.kind], key: row.key, issuedOn: row.issuedOn };
  const found = documentState(facts, reference, on);
  const { state, supersededBy } = found;
  const isShown = supersededBy !== null && isPublic(facts, supersededBy, on);
  return { ...row, state, supersededBy: isShown ? supersededBy : null, effect: documentEffect(facts, reference, on, found) };
}

/** the documents of an account that is certified or pending are public. */
function isPublic(facts: AccountFacts, number: string, on: Day): boolean {
  const { standing, certificate, letter } = periodOn(standingTimeline(facts), on);
  return isConsideredCertified(standing) && (certificate === number || letter === number);
}

const kindInLaw: Readonly<Record<ProofKind, DocumentKind>> = {
  CONFIRMATION_OF_REGISTRATION: 'CONFIRMATION_OF_REGISTRATION',
  CERTIFICATE_OF_RECOGNITION: 'CERTIFICATE',
  LETTER_OF_GOOD_STANDING: 'LETTER_OF_GOOD_STANDING',
  INTERIM_LETTER_OF_GOOD_STANDING: 'BIDDING_DOCUMENT',
  LETTER_OF_RECIPROCITY: 'BIDDING_DOCUMENT',
  LETTER_OF_EQUIVALENCY: 'LETTER_OF_EQUIVALENCY',
  LETTER_OF_INTENT: 'LETTER_OF_INTENT',
  CONFIRMATION_OF_COR: 'CONFIRMATION_OF_COR',
};
