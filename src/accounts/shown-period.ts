import type { KnownCertificate } from '../certificates/known-certificate.type.ts';
import { readId } from '../contract/document-id.ts';
import { type NodeType, toGlobalId } from '../contract/global-id.ts';
import type { KnownBiddingDocument, KnownLetterOfGoodStanding } from '../letters/known-letter.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { Reason } from '../rules/decision.ts';
import { printedEnd } from '../rules/standing/certificate-life.ts';
import { type ShownFacts, type ShownPeriod, showFacts, showPeriod, showReasons, type Viewer } from '../rules/standing/disclosure.ts';
import type { Basis } from '../rules/standing/standing.ts';
import type { Period } from '../rules/standing/timeline.ts';
import { decodeReasons } from '../standing/reasons.ts';
import type { SubjectPeriod } from '../standing/standing-period.sql.ts';

/** The columns of a stored period that an answer needs; its reasons where they were asked for. */
export type StoredFacts = Omit<
  SubjectPeriod,
  'subject' | 'accountId' | 'wsibAccount' | 'presentWsibAccount' | 'organizationId' | 'organizationName' | 'city'
>;

/** The same with its days, the ids of its documents, and its reasons, encoded. */
export interface StoredPeriod extends StoredFacts {
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly certificateId: string | null;
  readonly letterId: string | null;
  readonly biddingDocumentId: string | null;
  readonly reasons: string;
}

/** A stored period as visible to the viewer. */
export const shownPeriod = (viewer: Viewer, row: StoredPeriod): ShownPeriod => showPeriod(viewer, periodOf(row));

/** The same without its reasons. */
export const shownFacts = (viewer: Viewer, row: StoredFacts): ShownFacts => showFacts(viewer, factsOf(row));

/**
 * The reasons of a stored period as visible to the viewer. To decode them takes longer than everything else of an answer: few ask for them. None in place
 * of some would be a wrong answer: who did not ask for them must not want them afterwards.
 */
export function shownReasons(
  viewer: Viewer,
  { standing, certificateNumber, biddingDocumentNumber, reasons }: StoredFacts,
): readonly Reason[] {
  if (reasons === undefined) throw new Error('The reasons of this period were not read.');
  const documents = { certificate: certificateNumber, biddingDocument: biddingDocumentNumber };
  return showReasons(viewer, { standing, ...documents, reasons: decodeReasons(reasons) });
}

/** The period of the law that was stored. */
export const periodOf = (row: StoredPeriod): Period => ({
  ...factsOf(row),
  from: row.validFrom,
  to: row.validTo,
  reasons: decodeReasons(row.reasons),
});

const factsOf = (row: StoredFacts): Omit<Period, 'from' | 'to' | 'reasons'> => ({
  standing: row.standing,
  since: row.since,
  holdsUntil: row.holdsUntil,
  then: row.nextStanding,
  basis: row.basis,
  standard: row.standard,
  certificate: row.certificateNumber,
  letter: row.letterNumber,
  biddingDocument: row.biddingDocumentNumber,
  biddingLastDay: row.biddingDocumentLastDay,
});

/** The documents that a shown period rests on; none for a hidden one. */
export interface ShownDocuments {
  readonly certificate: KnownCertificate | null;
  readonly letterOfGoodStanding: KnownLetterOfGoodStanding | null;
  readonly biddingDocument: KnownBiddingDocument | null;
}

export const shownDocuments = (
  shown: Pick<ShownPeriod, 'certificate' | 'letter' | 'biddingDocument'>,
  row: StoredFacts,
): ShownDocuments => ({
  certificate: shown.certificate === null ? null : certificateOf(row),
  letterOfGoodStanding: shown.letter === null ? null : letterOf(row),
  biddingDocument: shown.biddingDocument === null ? null : biddingDocumentOf(row),
});

/** The documents as messages and exports write them: with their global ids. */
export const writtenDocuments = ({ certificate, letterOfGoodStanding, biddingDocument }: ShownDocuments) => ({
  certificate: certificate && withId('Certificate', certificate),
  letterOfGoodStanding: letterOfGoodStanding && withId('LetterOfGoodStanding', letterOfGoodStanding),
  biddingDocument: biddingDocument && withId('BiddingDocument', biddingDocument),
});

const withId = <T extends { readonly uuid?: string | undefined }>(type: NodeType, { uuid, ...document }: T) => ({
  id: toGlobalId(type, readId(uuid)),
  ...document,
});

function certificateOf({ certificateId, certificateNumber, certificateIssuedOn, standard, basis }: StoredFacts): KnownCertificate | null {
  if (certificateId === null || certificateNumber === null || certificateIssuedOn === null) return null;
  if (standard === null || !isCertificateBasis(basis)) return null;
  return {
    uuid: certificateId,
    number: certificateNumber,
    standard,
    basis,
    issuedOn: certificateIssuedOn,
    endsOn: printedEnd({ basis, issuedOn: certificateIssuedOn }),
  };
}

const isCertificateBasis = (basis: Basis | null): basis is Exclude<Basis, 'INTERIM_LOGS' | 'LETTER_OF_RECIPROCITY'> =>
  basis !== null && basis !== 'INTERIM_LOGS' && basis !== 'LETTER_OF_RECIPROCITY';

function letterOf({ letterId, letterNumber, letterYear, letterIssuedOn }: StoredFacts): KnownLetterOfGoodStanding | null {
  if (letterId === null || letterNumber === null || letterYear === null || letterIssuedOn === null) return null;
  return { uuid: letterId, number: letterNumber, year: letterYear, issuedOn: letterIssuedOn };
}

function biddingDocumentOf(row: StoredFacts): KnownBiddingDocument | null {
  const {
    biddingDocumentId: uuid,
    biddingDocumentNumber: number,
    biddingDocumentIssuedOn: issuedOn,
    biddingDocumentLastDay: lastDay,
  } = row;
  return uuid === null || number === null || issuedOn === null ? null : { uuid, number, issuedOn, lastDay };
}
