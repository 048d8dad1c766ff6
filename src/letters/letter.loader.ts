import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { poolOf } from '../database/data-source.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import { maySee, seesWholeFile, type Viewer } from '../rules/standing/disclosure.ts';
import { lastDayOf } from '../rules/standing/history.ts';
import type { Standing } from '../rules/standing/standing.ts';
import type { BiddingDocument } from './bidding-document.type.ts';
import type { LetterOfGoodStanding } from './letter-of-good-standing.type.ts';

interface DocumentColumns {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: Day;
}

/** The columns of a letter that a client is shown; its id not yet global. */
export interface LetterColumns extends DocumentColumns {
  readonly year: number;
}

/** A document with today's standing of its account, if today it is shown with it. */
interface ShownRow extends DocumentColumns {
  readonly organizationId: string;
  readonly shownWith: Standing | null;
}

/**
 * The Letter of Good Standing with an id, if it is shown today with a standing visible to the caller; any letter for callers who see the
 * whole file.
 */
export const letterById = (source: DataSource, context: Context): DataLoader<string, LetterOfGoodStanding | null> =>
  new DataLoader(async (ids) => {
    const letters = await visible<LetterRow>(source, context, lettersSql, ids);
    return ids.map((id) => {
      const letter = letters.get(id);
      return letter ? letterOf(letter) : null;
    });
  });

type LetterRow = ShownRow & LetterColumns;

/** The letter of a row. */
export const letterOf = ({ id, number, year, issuedOn }: LetterColumns): LetterOfGoodStanding => ({
  id: toGlobalId('LetterOfGoodStanding', id),
  number,
  year,
  issuedOn,
});

/** The same for bidding-only documents. */
export const biddingDocumentById = (source: DataSource, context: Context): DataLoader<string, BiddingDocument | null> =>
  new DataLoader(async (ids) => {
    const documents = await visible<BiddingDocumentRow>(source, context, biddingDocumentsSql, ids);
    return ids.map((id) => {
      const document = documents.get(id);
      return document ? biddingDocumentOf(document) : null;
    });
  });

type BiddingDocumentRow = ShownRow & { hostExpiresOn: Day | null };

const biddingDocumentOf = ({ id, number, issuedOn, hostExpiresOn }: BiddingDocumentRow): BiddingDocument => ({
  id: toGlobalId('BiddingDocument', id),
  number,
  issuedOn,
  lastDay: hostExpiresOn && lastDayOf({ issuedOn }, hostExpiresOn),
});

/** The letter of an id as a unit of work sees it. */
export const letterInUnit = async (unit: Unit, id: string): Promise<LetterOfGoodStanding> =>
  letterOf(await rowInUnit<LetterRow>(unit, lettersSql, id));

/** The same for a bidding-only document. */
export const biddingDocumentInUnit = async (unit: Unit, id: string): Promise<BiddingDocument> =>
  biddingDocumentOf(await rowInUnit<BiddingDocumentRow>(unit, biddingDocumentsSql, id));

async function rowInUnit<Row>({ tx, today }: Unit, text: string, id: string): Promise<Row> {
  const [row]: Row[] = await tx.query(text, [today, [id]]);
  if (!row) throw new Error('The document that a unit has just written is missing.');
  return row;
}

async function visible<Row extends ShownRow>(
  source: DataSource,
  context: Context,
  text: string,
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const { rows } = await poolOf(source).query<Row>(text, [context.today, ids]);
  const known = rows.filter((row) => isShown(viewerOf(context, row), row));
  return new Map(known.map((row) => [row.id, row]));
}

const isShown = (viewer: Viewer, { shownWith }: ShownRow): boolean =>
  seesWholeFile(viewer) || (shownWith !== null && maySee(viewer, shownWith));

const lettersSql = `
  select l.id, a.organization_id as "organizationId", l.number, l.year, l.issued_on as "issuedOn", case when p.letter_id = l.id then p.standing end as "shownWith"
  from letter_of_good_standing l join certificate c on c.id = l.certificate_id join account a on a.id = c.account_id
  left join lateral (
    select standing, letter_id from standing_period
    where account_id = c.account_id and valid_from <= $1 order by valid_from desc limit 1
  ) as p on true
  where l.id = any($2::uuid[])`;

const biddingDocumentsSql = `
  select d.id, a.organization_id as "organizationId", d.number, d.issued_on as "issuedOn", d.host_expires_on as "hostExpiresOn",
    case when p.bidding_document_id = d.id then p.standing end as "shownWith"
  from bidding_document d join account a on a.id = d.account_id left join lateral (
    select standing, bidding_document_id from standing_period
    where account_id = d.account_id and valid_from <= $1 order by valid_from desc limit 1
  ) as p on true
  where d.id = any($2::uuid[])`;
