/** The English of refusals about what is recorded for SOSE (X-1, X-1b, X-14), and of a note on the WSIB’s rebate. */
export const recognitionEnglish = {
  'refused-recognition-reported':
    'Recognition {reference} of this account is on record, granted on {grantedOn:day}; what is wrong with it can be corrected.',
  'refused-recognition-revoked': 'Recognition {reference} is revoked from {revokedOn:day} already.',
  'refused-lead-auditor-recorded': 'Lead auditor {auditor} of this audit is on record already; what is on record can be altered.',
  'refused-action-plan-recorded': 'A SOSE action plan after this audit is on record already; what is on record can be altered.',
  'rebate-look-backs':
    'The WSIB’s present page looks back {months} months for charges, an older one {olderMonths}. From which day the longer look-back holds is not published: a charge that only the longer one reaches is for the WSIB to judge.',
} as const;
