// What a peer takes from the registry: its law and its sentences, so that every contender gives the same answer.

import { render } from '../../dist/src/rules/messages/messages.js';
import { nothingOnRecord, showPeriod, showStanding } from '../../dist/src/rules/standing/disclosure.js';
import { BEGINNING } from '../../dist/src/rules/standing/timeline.js';
import { decodeReasons } from '../../dist/src/standing/reasons.js';

const buyer = { scope: 'buyer', isOwnFile: false, hasRegisteredConsent: false };

/** The standings that a buyer without consents sees. */
export const visible = ['CERTIFIED', 'PENDING', 'BIDDING_ONLY'];

const nothing = {
  found: false,
  standing: 'NO_CURRENT_CERTIFICATION',
  consideredCertified: false,
  organizationName: null,
  since: null,
  holdsUntil: null,
  then: null,
  certificate: null,
  letterOfGoodStanding: null,
  row: null,
};

/** The answer from a row of `verifyOne` or `verifyMany`, without reasons; `undefined` for an account that is hidden or not on record. */
export const verificationOf = (row) =>
  row === undefined
    ? nothing
    : {
        found: true,
        ...standingOf(row),
        consideredCertified: row.standing === 'CERTIFIED' || row.standing === 'PENDING',
        organizationName: row.legal_name,
        holdsUntil: row.holds_until,
        then: row.next_standing && showStanding(buyer, row.next_standing),
        row,
      };

const standingOf = (row) => ({
  standing: row.standing,
  since: row.since === BEGINNING ? null : row.since,
  certificate: row.certificate_number === null ? null : { number: row.certificate_number, issuedOn: row.certificate_issued_on },
  letterOfGoodStanding: row.letter_number === null ? null : { number: row.letter_number, year: row.letter_year },
});

/** The reasons of an answer that are visible to a buyer, in English. */
export function reasonsOf({ row }) {
  const shown = row === null ? [nothingOnRecord] : showPeriod(buyer, periodOf(row)).reasons;
  return shown.map(({ clause, holds, decides, because: { id, values } }) => ({
    clause,
    holds,
    decides,
    because: render('en', id, values),
  }));
}

const periodOf = (row) => ({
  standing: row.standing,
  then: row.next_standing,
  certificate: row.certificate_number,
  biddingDocument: row.bidding_document_number,
  reasons: decodeReasons(row.reasons),
});

/** A page of organizations from the rows of `organizationsOfCity`, one for each account. */
export function organizationsOf(rows) {
  const nodes = new Map();
  for (const row of rows) {
    const node = nodes.get(row.organization_id) ?? { legalName: row.legal_name, city: row.city, accounts: [] };
    node.accounts.push({ wsibAccount: row.wsib_account, standing: standingOf(row) });
    nodes.set(row.organization_id, node);
  }
  return { nodes: [...nodes.values()] };
}

/** The proof of a certificate that its account stands on today. */
export const proofOf = (row) =>
  row === undefined
    ? null
    : {
        number: row.number,
        kind: 'CERTIFICATE_OF_RECOGNITION',
        issuedOn: row.issued_on,
        standard: row.standard,
        state: row.standing === 'PENDING' ? 'PENDING' : 'IN_EFFECT',
        inEffect: true,
      };
