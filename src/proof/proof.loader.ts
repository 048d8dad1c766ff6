import DataLoader from 'dataloader';
import type { ClientBase, Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { poolOf } from '../database/data-source.ts';
import { numbersMeant } from '../identifiers/document-number.ts';
import type { Day } from '../rules/calendar.ts';
import type { AccountFacts } from '../rules/facts.ts';
import { type DocumentEffect, type DocumentKind, documentEffect, documentState, type FoundState } from '../rules/standing/proof.ts';
import { isConsideredCertified } from '../rules/standing/standing.ts';
import { periodOn, standingTimeline } from '../rules/standing/timeline.ts';
import { type DocumentRow, documentsNumbered } from './document.sql.ts';
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
export const documentByNumber = (source: DataSource, context: Context): DataLoader<AskedDocument, CheckedDocument | null, string> =>
  new DataLoader((asked) => checkedNow(source, context, asked), { cacheKeyFn: ({ number, on }) => `${on} ${number}` });

async function checkedNow(source: DataSource, context: Context, asked: readonly AskedDocument[]): Promise<(CheckedDocument | null)[]> {
  const found = await checkedDocuments(poolOf(source), asked);
  context.noteMisses(found.filter((document) => document === null).length);
  return found;
}

/** What a number may be stored as, the likeliest first, and the day asked about. */
export interface AskedNumbers {
  readonly numbers: readonly string[];
  readonly on: Day;
}

/** The first document that some numbers find, checked for a day. It counts no miss: those who read the numbers looked for an account as well. */
export const documentAmong = (source: DataSource): DataLoader<AskedNumbers, CheckedDocument | null> =>
  new DataLoader(
    async (asked) => {
      const found = await documentsNumbered(poolOf(source), [...new Set(asked.flatMap(({ numbers }) => numbers))]);
      const byNumber = new Map(found.map((each) => [each.document.number, each]));
      return asked.map(({ numbers, on }) => {
        const known = numbers.map((number) => byNumber.get(number)).find((each) => each !== undefined);
        return known ? checked(known.document, known.facts, on) : null;
      });
    },
    { cache: false },
  );

/** Documents by their numbers as typed, each checked for a day, as the connection of a unit of work or a pool sees them. */
export async function checkedDocuments(
  connection: Pool | ClientBase,
  asked: readonly AskedDocument[],
): Promise<(CheckedDocument | null)[]> {
  const meant = asked.map(({ number }) => numbersMeant(number));
  const found = await documentsNumbered(connection, [...new Set(meant.flat())]);
  const byNumber = new Map(found.map((each) => [each.document.number, each]));
  return meant.map((numbers, at) => {
    const known = numbers.map((number) => byNumber.get(number)).find((each) => each !== undefined);
    return known ? checked(known.document, known.facts, asked[at]?.on ?? known.document.issuedOn) : null;
  });
}

/** a document that was recorded in error, or that was corrected away, was withdrawn. */
function checked(row: DocumentRow, facts: AccountFacts, on: Day): CheckedDocument {
  if (row.isRemoved) return { ...row, state: 'WITHDRAWN', supersededBy: null, effect: { inEffect: false, until: null } };
  const reference = { kind: kindInLaw[row.kind], key: row.key, issuedOn: row.issuedOn };
  const { state, supersededBy } = documentState(facts, reference, on);
  const isShown = supersededBy !== null && isPublic(facts, supersededBy, on);
  return { ...row, state, supersededBy: isShown ? supersededBy : null, effect: documentEffect(facts, reference, on) };
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
