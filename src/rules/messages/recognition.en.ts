/** The English of refusals about records for SOSE (X-1, X-1b, X-14), and of a note on the WSIB’s rebate. */
export const recognitionEnglish = {
  'refused-recognition-reported':
    'Recognition {reference} of this account is already on record, granted on {grantedOn:day}; correct that record if something in it ' +
    'is wrong.',
  'refused-recognition-revoked': 'Recognition {reference} is already revoked from {revokedOn:day}.',
  'refused-lead-auditor-recorded': 'Lead auditor {auditor:word} of this audit is already on record; alter that record instead.',
  'refused-action-plan-recorded': 'A SOSE action plan for this audit is already on record; alter that record instead.',
  'rebate-look-backs':
    'The WSIB’s present page looks back {months} months for charges; an older one, {olderMonths}. The day from which the longer ' +
    'look-back applies is not published: whether a charge that only the longer one covers counts is for the WSIB to decide.',
} as const;
