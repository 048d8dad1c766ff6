import { adviceEnglish } from './advice.en.ts';
import { appealsEnglish, appealWordsEnglish } from './appeals.en.ts';
import { auditingEnglish, auditStepEnglish } from './auditing.en.ts';
import { biddersEnglish } from './bidders.en.ts';
import { consentsEnglish } from './consents.en.ts';
import { cycleEnglish, stageEnglish } from './cycle.en.ts';
import { equivalencyEnglish, equivalencyWordsEnglish } from './equivalency.en.ts';
import { issuingEnglish } from './issuing.en.ts';
import { obligationsEnglish, obligationWordsEnglish } from './obligations.en.ts';
import { peopleEnglish, peopleWordsEnglish } from './people.en.ts';
import { documentWordsEnglish, proofEnglish } from './proof.en.ts';
import { recognitionEnglish } from './recognition.en.ts';
import { soseEnglish, soseWordsEnglish } from './sose.en.ts';
import { spotChecksEnglish, spotCheckWordsEnglish } from './spot-checks.en.ts';
import { supportEnglish } from './support.en.ts';
import { tenderEnglish, tenderWordsEnglish } from './tender.en.ts';

/**
 * The English of every message. A value is `{name}`, or `{name:day}`, `{name:percent}`, `{name:word}`, `{name:words}`, `{name:list}`
 * (see render). Whole sentences, present tense, days and names but never counts of days.
 */
export const english = {
  ...adviceEnglish,
  ...appealsEnglish,
  ...auditingEnglish,
  ...biddersEnglish,
  ...consentsEnglish,
  ...cycleEnglish,
  ...equivalencyEnglish,
  ...issuingEnglish,
  ...obligationsEnglish,
  ...peopleEnglish,
  ...proofEnglish,
  ...recognitionEnglish,
  ...soseEnglish,
  ...spotChecksEnglish,
  ...tenderEnglish,
  ...supportEnglish,

  // Audit scores (G-2.3)
  'score-overall-reached': 'The overall score, {score:percent}, reaches the required {mark:percent}.',
  'score-overall-missed': 'The overall score, {score:percent}, is below the required {mark:percent}.',
  'score-elements-reached': 'Every element of the {tool:word} audit tool reaches the required {mark:percent}.',
  'score-elements-missed': 'Elements of the {tool:word} audit tool below the required {mark:percent}: {elements:list}.',
  'score-legislated-reached': 'The legislated items score the required {mark:percent}.',
  'score-legislated-missed': 'The legislated items score {score:percent}; the required score is {mark:percent}.',
  'score-compared-as-given': 'Scores are compared as given, to two decimals, and never rounded.',
  'score-malformed': '{field}: a score is a number from 0 to 100 with at most two decimals.',
  'score-element-missing': '{field}: every element of the {tool:word} audit tool needs a score.',
  'score-element-unknown': '{field}: the {tool:word} audit tool has no such element.',
  'score-element-repeated': '{field}: the element has more than one score.',
  'score-elements-complete': 'Every one of the {count} elements of the {tool:word} audit tool has one score.',

  // Standing of an account
  'not-revoked': 'No revocation stands.',
  revoked: 'The certification is revoked from {from:day}.',
  'revocation-lifted': 'No revocation stands; the last one was lifted on {liftedOn:day}.',
  'no-certificate': 'No Certificate of Recognition counts.',
  'certificate-issued': 'Certificate {certificate} was issued on {issuedOn:day}.',
  'standard-changed': 'Letter {letter} of {issuedOn:day} followed a transition audit: from that day the standard is COR 2020.',
  'letter-awaited':
    'The Letter of Good Standing for year {year} is due on {due:day}; without it the certification is pending from {pendingFrom:day}.',
  'letter-held': 'Letter of Good Standing {letter} for year {year} was issued on {issuedOn:day}.',
  'letter-missing': 'The Letter of Good Standing for year {year} was due on {due:day} and had not been issued by {pendingFrom:day}.',
  'letter-not-yet-missed': 'Without the Letter of Good Standing for year {year} the certification is lost from {lostFrom:day}.',
  'letter-missed': 'The Letter of Good Standing for year {year} was not issued in time: the certification is lost from {lostFrom:day}.',
  'pending-counts':
    'An account that is pending is considered certified; it is lost from {lostFrom:day} unless the document is issued before.',
  'renewal-awaited': 'A new certificate is due on {due:day}; without it the certification is pending from {pendingFrom:day}.',
  'renewal-missing': 'A new certificate was due on {due:day} and had not been issued by {pendingFrom:day}.',
  'renewal-missed': 'A new certificate was not issued in time: the certification is lost from {lostFrom:day}.',
  'equivalency-runs': 'Equivalency certificate {certificate} runs from {issuedOn:day} to {lastDay:day}.',
  'equivalency-ended': 'Equivalency certificate {certificate} ended on {lastDay:day}.',
  'spot-check-open':
    'A spot check letter received on {receivedOn:day} asks for corrective action; full implementation is to be reported by {deadline:day}.',
  'spot-check-reported': 'Corrective action asked for on {receivedOn:day} was reported as fully implemented on {reportedOn:day}.',
  'spot-check-rejected':
    'Corrective action asked for on {receivedOn:day} was found not implemented on {rejectedOn:day}; a new report is due by {deadline:day}.',
  'spot-check-validated': 'Corrective action asked for on {receivedOn:day} was validated on {validatedOn:day}.',
  'spot-check-lost':
    'Corrective action asked for on {receivedOn:day} was not fully implemented by {deadline:day}: the certification is lost from {lostOn:day}.',
  'no-bidding-document': 'No bidding-only document counts.',
  'bidding-document-held': 'Bidding-only document {document} runs from {issuedOn:day} to {lastDay:day}.',
  'bidding-document-ended': 'Bidding-only document {document} ended on {lastDay:day}.',
  'bidding-document-ended-by-loss': 'Bidding-only document {document} ended when the account lost its certification on {lostOn:day}.',
  registered: 'The registration was confirmed on {confirmedOn:day} and stands.',
  'not-registered': 'No registration is confirmed.',
  'registration-withdrawn': 'The registration confirmed on {confirmedOn:day} was withdrawn on {withdrawnOn:day}.',
  'registration-ended-by-loss': 'The registration confirmed on {confirmedOn:day} ended when the certification was lost on {lostOn:day}.',
  'no-current-certification': 'No current certification is on record.',

  // Facts that the law would not have allowed
  'dated-in-revocation': 'It is dated {issuedOn:day}, while a revocation stood, so it does not count.',
  'certificate-without-registration':
    'The certificate of {issuedOn:day} follows the loss of {lostOn:day} without a registration confirmed since.',
  'certificate-unregistered':
    'Certificate {certificate} of {issuedOn:day} follows the loss of {lostOn:day} without a registration confirmed since; it counts all the same.',
  'certificate-excepted':
    'Certificate {certificate} rests on the exception that an administrator recorded on {decidedOn:day}; it sets aside {clauses:list}.',
  'letter-excepted':
    'Letter of Good Standing {letter} rests on the exception that an administrator recorded on {decidedOn:day}; it sets aside {clauses:list}.',
  'older-cor-audited-late':
    'The certificate of {issuedOn:day} is of the older COR, but its external audit was completed on {completedOn:day}, when COR 2020 was compulsory.',
  'older-cor-issued-late':
    'The certificate of {issuedOn:day} is of the older COR; no external audit with the older tool can have led to it so late.',
  'letter-of-year-1': 'The letter of {issuedOn:day} is for year 1, which has no letter: it proves nothing beyond the certificate.',
  'returned-to-cor': 'The certificate of {issuedOn:day} returns from COR 2020 to the older COR.',
  'letter-for-equivalency': 'An equivalency certificate has no Letters of Good Standing, so the letter of {issuedOn:day} does not count.',
  'letter-after-day-90': 'The letter for year {year}, due on {due:day}, was issued on {issuedOn:day}, after day 90, so it does not count.',
  'letter-before-its-window': 'The letter for year {year}, due on {due:day}, was issued on {issuedOn:day}, too early to count.',
  'letter-before-year-2': 'The letter for year {year} of {issuedOn:day} does not follow a letter for year 2, so it does not count.',
  'letter-after-loss': 'The letter for year {year} of {issuedOn:day} follows the loss of {lostOn:day}, so it restores nothing.',
  'letter-after-supersession': 'The letter for year {year} of {issuedOn:day} is for a certificate superseded on {supersededOn:day}.',
  'no-stated-end': 'The document of {issuedOn:day} has no stated end of the host certificate; ask for it. Until then it does not count.',
  'ended-before-issue':
    'The host certificate ended on {hostExpiresOn:day}, before the document was issued on {issuedOn:day}, so it does not count.',
  'spot-check-binds-nothing':
    'No certificate was certified or pending when the letter was received on {receivedOn:day}, so the check binds nothing.',
  'event-before-receipt': 'An event of {on:day} is dated before the letter was received on {receivedOn:day}.',
} as const satisfies Record<string, string>;

/** The id of a sentence. Ids are stored with decisions, so one that was ever in use stays. */
export type MessageId = keyof typeof english;

/** Words for the registry's own names, as `{name:word}` writes them. */
export const englishWords = {
  ...stageEnglish,
  ...auditStepEnglish,
  ...obligationWordsEnglish,
  ...appealWordsEnglish,
  ...peopleWordsEnglish,
  ...documentWordsEnglish,
  ...equivalencyWordsEnglish,
  ...soseWordsEnglish,
  ...spotCheckWordsEnglish,
  ...tenderWordsEnglish,
  COR: 'COR',
  COR_2020: 'COR 2020',
  CERTIFIED: 'certified',
  PENDING: 'pending',
  REGISTERED: 'registered',
  BIDDING_ONLY: 'for bidding only',
  EXPIRED: 'expired',
  CERTIFICATION_LOST: 'certification lost',
  REVOKED: 'revoked',
  NOT_REGISTERED: 'not registered',
  NO_CURRENT_CERTIFICATION: 'no current certification on record',
  EXTERNAL_AUDIT: 'external audit',
  ISO_45001_EQUIVALENCY: 'ISO 45001 equivalency',
  MLITSD_EQUIVALENCY: 'equivalency with the ministry’s accreditation',
  INTERIM_LOGS: 'interim Letter of Good Standing',
  LETTER_OF_RECIPROCITY: 'letter of reciprocity',
} as const satisfies Record<string, string>;
