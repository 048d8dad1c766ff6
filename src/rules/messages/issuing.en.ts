/** The English of refusals: why staff may not issue, end or correct something. */
export const issuingEnglish = {
  'refused-while-revoked': 'A revocation stands from {from:day}: nothing is issued, and nothing dated, while it stands.',
  'refused-dated-in-revocation': 'It would be dated {issuedOn:day}, while a revocation stood, and would not count.',

  // Certificates
  'refused-without-registration':
    'The certification was lost on {lostOn:day}: a certificate of {issuedOn:day} needs a registration that was confirmed since and stands.',
  'refused-return-to-cor': 'The account has moved to COR 2020: a certificate of {issuedOn:day} to the older COR is not possible.',
  'refused-same-day': 'Certificate {certificate} of {issuedOn:day} is of the same kind; an account has one of a kind on a day.',
  'refused-without-wsib-account': 'The firm is without a WSIB account: it may be registered or bid, and holds no certificate.',
  'refused-audit-not-external': 'A certificate follows an external audit or its re-audit; the audit named is neither.',
  'refused-audit-tool': 'The audit used the {tool:word} tool, which does not earn a certificate to {standard:word}.',
  'refused-audit-unreported': 'By {issuedOn:day} no approved report on the audit is recorded.',
  'refused-audit-unscored':
    'The audit was reported on {reportedOn:day}, but not all of its scores are recorded, so nothing says that it passed.',
  'refused-still-needed': 'Letter {letter} rests on the certificate; it must be marked as recorded in error before it.',

  // Letters
  'refused-letter-for-equivalency': 'An equivalency certificate has no Letters of Good Standing, so none of {issuedOn:day} is possible.',
  'refused-letter-after-day-90':
    'The letter for year {year} was due on {due:day}: one of {issuedOn:day} comes after day 90 and restores nothing.',
  'refused-letter-too-early': 'The letter for year {year} is due on {due:day}: one of {issuedOn:day} is too early to count.',
  'refused-letter-before-year-2': 'A letter for year {year} of {issuedOn:day} must follow a letter for year 2.',
  'refused-letter-after-loss':
    'The certification was lost on {lostOn:day}: a letter for year {year} of {issuedOn:day} comes after it and restores nothing.',
  'refused-letter-after-supersession':
    'The certificate was superseded on {supersededOn:day} and needs no letter for year {year} of {issuedOn:day}.',
  'refused-letter-for-nothing':
    'The certificate of {issuedOn:day} is dated while a revocation stood: it does not count, and neither would its letters.',
  'refused-letter-held': 'Letter {letter} of {issuedOn:day} is already held for year {year}.',

  // Registrations and revocations
  'refused-registered-already':
    'The registration confirmed on {confirmedOn:day} stands and no certificate has followed it: the account does not register again.',
  'refused-revoked-already': 'The revocation from {from:day} stands: two do not stand at once.',
  'refused-lifted-already': 'The revocation was lifted on {liftedOn:day}.',

  // Corrections of other facts
  'refused-no-stated-end': 'Without a stated end of the host certificate the document of {issuedOn:day} would not count.',
  'refused-ended-before-issue':
    'The host certificate would have ended on {hostExpiresOn:day}, before the document of {issuedOn:day}, which would not count.',
  'refused-check-binds-nothing': 'No certificate was certified or pending on {receivedOn:day}, so the check would bind nothing.',
  'refused-event-before-receipt': 'An event of {on:day} would be dated before the letter was received on {receivedOn:day}.',
} as const satisfies Record<string, string>;
