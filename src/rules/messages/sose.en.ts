/** The English of recognition under SOSE and of the WSIB's rebate. */
export const soseEnglish = {
  // System
  'sose-system-accredited': 'The employer implements {system:word}, a system that the Chief Prevention Officer has accredited.',
  'sose-system-older-cor': 'Certificate {certificate} is for the older COR, which is not accredited; COR 2020 is.',
  'sose-system-not-listed':
    'The employer’s system is not one that this registry knows to be accredited; the ministry’s list may include others.',
  'sose-system-unknown': 'This registry has no accredited system of the employer on record, and the caller stated none.',
  'sose-system-by-equivalency':
    'IHSA granted equivalency certificate {certificate}, dated {issuedOn:day}, on the basis of {system:word}: that is the accredited ' +
    'system, and its own audit counts.',
  'sose-need-system':
    'An accredited system that the employer has implemented: COR 2020, ISO 45001, CSA Z45001 or another on the ministry’s list.',

  // Certificate
  'sose-certificate-held': 'Certificate {certificate} was issued on {issuedOn:day} and is held.',
  'sose-certificate-pending':
    'Certificate {certificate} is pending and is lost from {lostFrom:day}, unless the missing document is issued before; whether it ' +
    'counts as held for SOSE is for the ministry to say.',
  'sose-certificate-lost': 'Certificate {certificate} was lost on {lostOn:day}.',
  'sose-certificate-revoked': 'The certification is revoked from {from:day}.',
  'sose-certificate-of-before':
    'Certificate {certificate}, dated {issuedOn:day}, was issued before the audit of {verifiedOn:day}, which has not earned a ' +
    'certificate yet; whether the employer can apply with the older one is for the ministry to say.',
  'sose-certificate-none': 'No certificate of the system is known here.',
  'sose-certificate-later': 'Certificate {certificate} was issued only on {issuedOn:day}.',
  'sose-certificate-ended': 'Certificate {certificate} ended on {lastDay:day}.',
  'sose-need-certificate': 'The certificate earned by the audit of the system, held on the application day.',

  // Third-party audit
  'sose-audit-without-certificate':
    'The external audit completed on {completedOn:day} is on record, but no certificate that it earned; what it says of an accredited ' +
    'system of the employer is not known here.',
  'sose-audit-none-of-system': 'No third-party audit of {system:word} completed by {applicationDay:day} is known here.',
  'sose-audit-none': 'No third-party audit completed by {applicationDay:day} is known here.',
  'sose-audit-verified': 'The third-party audit completed on {completedOn:day} verified the system.',
  'sose-audit-re-verified':
    'The external audit completed on {completedOn:day} failed, and the re-audit completed on {reAuditOn:day} verified the system.',
  'sose-audit-own-staff': 'The audit completed on {completedOn:day} was not by a third party.',
  'sose-audit-older-tool': 'The external audit completed on {completedOn:day} used the older COR tool, so it did not verify COR 2020.',
  'sose-audit-failed': 'The audit completed on {completedOn:day} failed.',
  'sose-audit-result-unknown': 'The result of the audit completed on {completedOn:day} is not known here.',
  'sose-need-audit': 'An audit by a third party that verifies the system; for COR 2020 the external audit, not the maintenance audit.',
  'sose-audit-in-time': 'The audit was completed on {completedOn:day} and counts for applications until {lastDay:day}.',
  'sose-audit-in-time-by-re-audit':
    'The audit completed on {completedOn:day} counts until {lastDay:day}, the re-audit of {reAuditOn:day} for longer; which of the ' +
    'two the ministry uses is not known here.',
  'sose-audit-too-old': 'The audit was completed on {completedOn:day} and counted for applications until {lastDay:day}.',
  'sose-need-audit-in-time': 'A third-party audit completed between {from:day} and {to:day}.',

  // Certification body
  'sose-body-ihsa': 'IHSA is an accepted certification body on the application day.',
  'sose-body-accepted': '{body} ({kind:word}) is an acceptable body on the application day.',
  'sose-body-accepted-later': '{body} ({kind:word}) is acceptable only for applications from {from:day} on.',
  'sose-body-not-accepted': '{body} is not a body of an acceptable kind.',
  'sose-body-unknown': 'The body that certified the audit, and its standard, are not known here.',
  'sose-need-body':
    'A body accredited to ISO 17024 or acknowledged by the Chief Prevention Officer or, if the day allows it, one under ISO 17021-1 ' +
    'with 17021-10; for COR 2020 it is IHSA.',

  // Lead auditor
  'sose-auditor-in-good-standing':
    'Lead auditor {auditor:word} was in good standing on the audit day, {completedOn:day}, and on the closing day, {closedOn:day}.',
  'sose-auditor-not-in-good-standing': 'Lead auditor {auditor:word} was not in good standing on {day:day}.',
  'sose-auditor-before-closing':
    'Lead auditor {auditor:word} was in good standing on the audit day, {completedOn:day}; the closing day has not arrived or is not known.',
  'sose-auditor-unknown-on': 'Whether lead auditor {auditor:word} was in good standing on {day:day} is not known here.',
  'sose-auditor-unknown':
    'The lead auditor of the audit completed on {completedOn:day}, and whether that auditor was in good standing, is not known here.',
  'sose-need-auditor': 'A lead auditor who was certified, registered and in good standing on the audit day and on the closing day.',

  // Closing
  'sose-closed': 'The audit completed on {completedOn:day} was closed on {closedOn:day}.',
  'sose-closed-later': 'The audit completed on {completedOn:day} was closed only on {closedOn:day}.',
  'sose-closing-unknown': 'No closing day of the audit completed on {completedOn:day} is known here.',
  'sose-need-closing': 'The deficiencies corrected and the audit closed by the application day.',

  // SOSE action plan
  'sose-plan-not-asked': 'A SOSE action plan is required of COR 2020 firms only.',
  'sose-plan-checked':
    'The SOSE action plan was approved by {approvedBy} on {approvedOn:day}, and its corrections were checked by {checkedBy}, a third party, on {checkedOn:day}.',
  'sose-plan-approved-later': 'The SOSE action plan was approved only on {approvedOn:day}.',
  'sose-plan-checked-later': 'The corrections of the SOSE action plan were checked only on {checkedOn:day}.',
  'sose-plan-own-check': 'The corrections of the SOSE action plan were not checked by a third party.',
  'sose-plan-not-approved': 'A SOSE action plan is known here, but not who approved it or on which day.',
  'sose-plan-not-checked':
    'The SOSE action plan was approved by {approvedBy} on {approvedOn:day}; which third party checked its corrections, and on which day, is not known here.',
  'sose-plan-none':
    'No SOSE action plan for the audit is known here; a COR 2020 certificate alone does not make an employer ready for SOSE.',
  'sose-need-plan': 'A SOSE action plan that is approved, and a further check of its corrections by a third party, by the application day.',

  // Conduct
  'sose-no-conviction': 'No conviction under Part III of the Provincial Offences Act for the OHSA counts on the application day.',
  'sose-convicted': 'The conviction of {convictedOn:day} counts until {lastDay:day}.',
  'sose-no-conviction-stated':
    'That no conviction under Part III of the Provincial Offences Act for the OHSA counts was stated by {broughtBy:word} alone; only the ' +
    'ministry can confirm it.',
  'sose-convictions-unknown': 'Whether there is a conviction under Part III of the Provincial Offences Act for the OHSA is not known here.',
  'sose-need-no-conviction': 'The ministry’s confirmation that no such conviction counts on the application day.',
  'sose-no-prosecution': 'No prosecution under the OHSA is under way.',
  'sose-no-prosecution-stated':
    'That no prosecution under the OHSA is under way was stated by {broughtBy:word} alone; only the ministry can confirm it.',
  'sose-prosecution': 'A prosecution under the OHSA is under way.',
  'sose-prosecution-unknown': 'Whether a prosecution under the OHSA is under way is not known here.',
  'sose-need-no-prosecution': 'The ministry’s confirmation that no prosecution under the OHSA is under way.',
  'sose-participation': 'The employer is committed to worker participation.',
  'sose-no-participation': 'The employer is not committed to worker participation.',
  'sose-participation-unknown': 'Whether the employer is committed to worker participation is not known here.',
  'sose-need-participation': 'The employer’s commitment to worker participation.',

  // Last day to apply, and warnings
  'sose-moved-by-first-audit': 'A third-party audit that verifies the system sets the last day to apply.',
  'sose-moved-by-new-audit':
    'The day runs from the audit completed on {completedOn:day}; another third-party audit moves it, a maintenance audit or a letter does not.',
  'sose-moved-by-re-audit': 'If the ministry counts from the re-audit of {reAuditOn:day}, the last day to apply is {lastDay:day}.',
  'sose-cut-short': 'Certificate {certificate} ends on {endsOn:day}, before that day; it must be held when the employer applies.',
  'sose-cut-short-by-loss':
    'As recorded, the certification is lost from {lostFrom:day}, and the employer then has no certificate to apply with.',
  'sose-warning-pending': 'The certification is pending now and is lost from {lostFrom:day}, unless the missing document is issued before.',
  'sose-warning-lost': 'The certification was lost on {lostOn:day}; the employer must register again and restart the process.',
  'sose-warning-revoked': 'IHSA’s revocation from {from:day} is in effect on the account.',

  // The WSIB’s rebate
  'rebate-recognized': 'The Chief Prevention Officer has recognized the employer from {from:day}.',
  'rebate-recognized-later': 'The Chief Prevention Officer recognized the employer only from {from:day}.',
  'rebate-recognition-ended': 'The recognition of {from:day} ended on {endedOn:day}.',
  'rebate-recognition-unknown': 'Whether the Chief Prevention Officer has recognized the employer is not known here.',
  'rebate-need-recognition': 'Recognition of the employer by the Chief Prevention Officer.',
  'rebate-schedule-1': 'The employer is in Schedule 1.',
  'rebate-other-schedule': 'The employer is not in Schedule 1.',
  'rebate-schedule-unknown': 'Whether the employer is in Schedule 1 is not known here.',
  'rebate-need-schedule-1': 'The WSIB’s confirmation that the employer is in Schedule 1.',
  'rebate-active-account': 'The WSIB account is active.',
  'rebate-no-active-account': 'The WSIB account is not active.',
  'rebate-active-account-unknown': 'Whether the WSIB account is active is not known here.',
  'rebate-need-active-account': 'An active WSIB account.',
  'rebate-balances-paid': 'Premiums and balances are paid.',
  'rebate-balances-owed': 'Premiums or balances are owed.',
  'rebate-balances-unknown': 'Whether premiums and balances are paid is not known here.',
  'rebate-need-balances-paid': 'Premiums and balances paid to the WSIB.',
  'rebate-no-charges': 'There is no charge under the WSIA or the Criminal Code.',
  'rebate-charges-of-before': 'The charge of {chargedOn:day} counted until {lastDay:day} and no longer does.',
  'rebate-charged':
    'The charge of {chargedOn:day} counts until {olderLastDay:day} by the older look-back and until {lastDay:day} by the present one.',
  'rebate-look-backs-differ':
    'The charge of {chargedOn:day} counts until {lastDay:day} by the present look-back, but only until {olderLastDay:day} by the older one; the day of the change is not known here.',
  'rebate-charges-unknown': 'Whether there are charges under the WSIA or the Criminal Code is not known here.',
  'rebate-need-no-charges': 'The WSIB’s confirmation that no charge lies within its look-back.',
  'rebate-no-fatality': 'There is no work-related fatality.',
  'rebate-fatality-of-before':
    'The work-related fatality of {happenedOn:day} lies before the recognition of {from:day}, so it does not count.',
  'rebate-fatality': 'The work-related fatality of {happenedOn:day} lies on or after the recognition of {from:day}.',
  'rebate-fatality-before-or-after': 'Whether the work-related fatality of {happenedOn:day} lies before the recognition is not known here.',
  'rebate-fatalities-unknown': 'Whether there was a work-related fatality is not known here.',
  'rebate-need-no-fatality': 'The WSIB’s confirmation that there was no work-related fatality on or after the recognition.',
} as const satisfies Record<string, string>;

/** Words for systems, bodies and parties that can answer; the word for IHSA is with the obligations. */
export const soseWordsEnglish = {
  ERASED_NAME: '(name erased)',
  ISO_45001: 'ISO 45001',
  CSA_Z45001: 'CSA Z45001',
  OTHER_SYSTEM: 'another system',
  ISO_17024: 'accredited to ISO 17024',
  CPO_ACKNOWLEDGED: 'acknowledged by the Chief Prevention Officer',
  ISO_17021_1_WITH_17021_10: 'ISO 17021-1 with 17021-10',
  OTHER_BODY: 'another kind of body',
  CERTIFICATION_BODY: 'the certification body',
  MINISTRY: 'the ministry',
  APPLICANT: 'the applicant',
  WSIB: 'the WSIB',
  ACCREDITED_SYSTEM: 'accredited system',
  THIRD_PARTY_AUDIT: 'audit by a third party',
  AUDIT_IN_TIME: 'audit within twelve months',
  SOSE_ACTION_PLAN: 'SOSE action plan',
  NO_CONVICTION: 'no conviction',
  NO_PROSECUTION: 'no prosecution under way',
  WORKER_PARTICIPATION: 'worker participation',
  CPO_RECOGNITION: 'recognition by the Chief Prevention Officer',
  SCHEDULE_1: 'Schedule 1',
  ACTIVE_ACCOUNT: 'active WSIB account',
  BALANCES_PAID: 'premiums and balances paid',
  NO_CHARGES: 'no charges',
  NO_FATALITY: 'no work-related fatality',
  LEAD_AUDITOR: 'lead auditor',
  MET: 'met',
  NOT_MET: 'not met',
  NOT_KNOWN_HERE: 'not known here',
  ELIGIBLE: 'eligible',
  NOT_ELIGIBLE: 'not eligible',
  CANNOT_SAY_YET: 'cannot say yet',
} as const satisfies Record<string, string>;
