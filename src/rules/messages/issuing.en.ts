/** The English of refusals: why staff may not issue, end or correct something. */
export const issuingEnglish = {
  'refused-while-revoked': 'A revocation is in effect from {from:day}: nothing can be issued or dated while it is in effect.',
  'refused-dated-in-revocation': 'It would be dated {issuedOn:day}, while a revocation was in effect, and would not count.',

  // Certificates
  'refused-without-registration':
    'The certification was lost on {lostOn:day}: a certificate dated {issuedOn:day} needs a registration confirmed since then and ' +
    'still in effect.',
  'refused-return-to-cor': 'The account has moved to COR 2020: a certificate to the older COR, dated {issuedOn:day}, is not possible.',
  'refused-same-day':
    'Certificate {certificate}, dated {issuedOn:day}, is of the same kind; an account can have one certificate of a kind per day.',
  'refused-without-wsib-account': 'The firm has no WSIB account: it may be registered or bid, but it cannot hold a certificate.',
  'refused-audit-not-external': 'A certificate must follow an external audit or its re-audit; the audit named is neither.',
  'refused-audit-tool': 'The audit used the {tool:word} tool, which does not earn a certificate to {standard:word}.',
  'refused-audit-unreported': 'No report on the audit is recorded by {issuedOn:day}.',
  'refused-audit-unscored':
    'The audit was reported on {reportedOn:day}, but not all of its scores are recorded, so nothing shows that it passed.',
  'refused-still-needed': 'Letter {letter} rests on the certificate; it must be marked as recorded in error before it.',

  // Letters
  'refused-letter-for-equivalency':
    'An equivalency certificate has no Letters of Good Standing, so one dated {issuedOn:day} is not possible.',
  'refused-letter-after-day-90':
    'The letter for year {year} was due on {due:day}: one dated {issuedOn:day} comes after day 90 and restores nothing.',
  'refused-letter-too-early': 'The letter for year {year} is due on {due:day}: one dated {issuedOn:day} is too early to count.',
  'refused-letter-before-year-2': 'A letter for year {year}, dated {issuedOn:day}, must follow a letter for year 2.',
  'refused-letter-after-loss':
    'The certification was lost on {lostOn:day}: a letter for year {year}, dated {issuedOn:day}, comes too late and restores nothing.',
  'refused-letter-after-supersession':
    'The certificate was superseded on {supersededOn:day} and needs no letter for year {year} dated {issuedOn:day}.',
  'refused-letter-for-nothing':
    'The certificate is dated {issuedOn:day}, while a revocation was in effect: it does not count, and neither would its letters.',
  'refused-letter-held': 'Letter {letter}, dated {issuedOn:day}, already covers year {year}.',

  'refused-intent-unregistered': 'No registration is in effect on {on:day}: a letter of intent says that the firm is registered.',
  'refused-not-equivalency': 'A letter of equivalency accompanies an equivalency certificate; the certificate named is none.',
  'refused-credential': 'Document {number} has no effect on {on:day}, so no credential can attest it.',
  'refused-confirmation-of-equivalency':
    'A confirmation to another association confirms a COR earned here by an external audit; the certificate named is none.',
  'refused-confirmation-pending':
    'On {on:day} the certification is pending: nothing that attests it is issued until the missing letter or certificate is.',
  'refused-confirmation-not-in-effect': 'The certificate has no effect on {on:day}, so nothing can confirm it.',
  'refused-equivalency-not-in-effect': 'The equivalency certificate has no effect on {on:day}, so no letter can say that it has.',

  // Registrations and revocations
  'refused-registered-already':
    'The registration confirmed on {confirmedOn:day} is in effect and no certificate has followed it: the account cannot register again.',
  'refused-revoked-already': 'The revocation from {from:day} is in effect: two revocations cannot be in effect at once.',
  'refused-lifted-already': 'The revocation was lifted on {liftedOn:day}.',

  // Corrections of other facts
  'refused-no-stated-end': 'Without an end date of the host certificate, the document dated {issuedOn:day} would not count.',
  'refused-ended-before-issue':
    'The host certificate would have ended on {hostExpiresOn:day}, before the document dated {issuedOn:day}, which would then not count.',
  'refused-check-binds-nothing': 'No certificate was certified or pending on {receivedOn:day}, so the spot check would have no effect.',
  'refused-event-before-receipt': 'An event dated {on:day} would come before the letter was received on {receivedOn:day}.',
} as const satisfies Record<string, string>;
