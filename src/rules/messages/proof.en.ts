/** The English of statements about a proof document: fit for a file, and silent on why a document has no effect. */
export const proofEnglish = {
  'proof-in-effect':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record and has effect on {on:day}.',
  'proof-in-effect-until':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record and has effect on {on:day}; if ' +
    'nothing further is recorded, it has no effect from {until:day}.',
  'proof-not-in-effect':
    'Document {number} ({kind:word}), issued to {holder} and dated {issuedOn:day}, is on record; it has no effect on {on:day}.',
} as const satisfies Record<string, string>;

/** Words for the kinds of proof documents. */
export const documentWordsEnglish = {
  CONFIRMATION_OF_REGISTRATION: 'confirmation of registration',
  CERTIFICATE_OF_RECOGNITION: 'Certificate of Recognition',
  LETTER_OF_GOOD_STANDING: 'Letter of Good Standing',
  INTERIM_LETTER_OF_GOOD_STANDING: 'interim Letter of Good Standing',
} as const satisfies Record<string, string>;
