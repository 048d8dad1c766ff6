/** The English of statements about a proof document: fit for a file, and silent on what is beyond the document. */
export const proofEnglish = {
  'proof-in-effect':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record and has effect on {on:day}.',
  'proof-in-effect-until':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record and has effect on {on:day}; if ' +
    'nothing further is recorded, it has no effect from {until:day}.',
  'proof-pending':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record; on {on:day} the certification is pending, which counts as certified.',
  'proof-pending-until':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record; on {on:day} the certification is pending, which counts as certified; if nothing further is recorded, it has no effect from {until:day}.',
  'proof-not-yet':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record; it has no effect on {on:day}, which is before its day.',
  'proof-lost':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record; it has no effect on {on:day}: the certification is lost.',
  'proof-expired':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record; it has no effect on {on:day}: it has expired.',
  'proof-superseded':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record; it has no effect on {on:day}: a later document superseded it.',
  'proof-superseded-by':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record; it has no effect on {on:day}: document {by} superseded it.',
  'proof-withdrawn':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record; it has no effect on {on:day}: it was withdrawn.',
  'proof-never-in-effect':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record; it never had effect.',
  'proof-never-issued': 'No document on record has this number.',
} as const satisfies Record<string, string>;

/** Words for the kinds of proof documents. */
export const documentWordsEnglish = {
  CONFIRMATION_OF_REGISTRATION: 'confirmation of registration',
  CERTIFICATE_OF_RECOGNITION: 'Certificate of Recognition',
  LETTER_OF_GOOD_STANDING: 'Letter of Good Standing',
  INTERIM_LETTER_OF_GOOD_STANDING: 'interim Letter of Good Standing',
  HOLDER_NOT_NAMED: 'a firm that is not named here',
  LETTER_OF_EQUIVALENCY: 'letter of COR equivalency',
  CONFIRMATION_OF_COR: 'confirmation of COR to another association',
  LETTER_OF_INTENT: 'letter of intent',
} as const satisfies Record<string, string>;
