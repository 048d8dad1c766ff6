/** The English of obligations: each sentence stays true whether the obligation is upcoming, due, overdue or done. */
export const obligationsEnglish = {
  'calendar-entry': '{account}: {kind:word}',
  'calendar-entry-done': 'Done: {account}: {kind:word}',
  'calendar-standing-change': 'If nothing further is recorded, the standing is {then:word} from {from:day}.',
  'calendar-standing-changed': 'The standing has been {standing:word} since {from:day}.',
  'owe-application-acknowledgement': 'The application of {appliedOn:day} for registration is to be acknowledged.',
  'owe-application-verification':
    'The account number and the firm number of the application of {appliedOn:day} for registration are to be verified.',
  'owe-application-decision': 'The application of {appliedOn:day} for registration was verified; it is to be confirmed or rejected.',
  'owe-internal-audit': 'After the registration of {confirmedOn:day}, the trained internal auditor’s audit is to be submitted to IHSA.',
  'owe-resubmission': 'The internal audit was returned for correction on {returnedOn:day}; it is to be corrected and submitted again.',
  'owe-audit-receipt': 'The audit submitted on {submittedOn:day} is to be received by IHSA, which records the day of receipt.',
  'owe-pre-assessment': 'The internal audit received on {receivedOn:day} is to be pre-assessed.',
  'owe-pre-assessment-held':
    'The internal audit received on {receivedOn:day} is held, unpaid, since {heldOn:day}: it is pre-assessed once the payment is received.',
  'owe-follow-up':
    'The review reported on {reportedOn:day} did not confirm the internal audit: IHSA is to ask for a corrective action plan or for a new internal audit.',
  'owe-internal-audit-asked': 'On {askedOn:day} IHSA asked for a new internal audit, which is to be submitted.',
  'owe-action-plan-asked': 'On {askedOn:day} IHSA asked for a corrective action plan, which is to be submitted to IHSA.',
  'owe-action-plan-failed':
    'The audit failed according to the report received on {receivedOn:day}: a corrective action plan with days goes to the external auditor.',
  'owe-action-plan-passed':
    'The audit passed according to the report received on {receivedOn:day}: a corrective action plan serves to improve further, and delays nothing.',
  'owe-action-plan-approval': 'The corrective action plan submitted on {submittedOn:day} is to be approved or sent back.',
  'owe-audit-plan-approval':
    'The plan of the external audit, submitted on {submittedOn:day}, is to be approved before the audit starts; IHSA plans to approve it by {dueOn:day}.',
  'owe-new-internal-audit': 'The process restarts with a new internal audit, because {deadline:day} passed.',
  'owe-internal-review': 'The review of the internal audit received on {receivedOn:day} is to be completed by {dueOn:day}.',
  'owe-internal-review-held':
    'The internal audit received on {receivedOn:day} is held, unpaid, since {heldOn:day}: it is reviewed once the payment is received. The 60 days run from the receipt and end on {dueOn:day}.',
  'owe-audit-fee':
    'The audit received on {receivedOn:day} was held on {heldOn:day} because its fee was unpaid; IHSA reviews it once the payment is received.',
  'owe-external-audit':
    'The external audit is to be completed by {dueOn:day}; IHSA approves its plan before the start. Otherwise the process restarts.',
  'owe-external-report': 'The report of the audit completed on {completedOn:day} is to be submitted to IHSA for approval.',
  'owe-report-approval':
    'The report of the external audit, which reached IHSA on {arrivedOn:day}, is to be approved before anything follows from it.',
  'owe-re-audit':
    'After the report of {reportedOn:day}, a corrective action plan goes to the external auditor, and a re-audit is to be completed ' +
    'by {dueOn:day}.',
  'owe-re-audit-received':
    'After the report received on {receivedOn:day}, a corrective action plan goes to the external auditor, and a re-audit is to be completed ' +
    'by {dueOn:day}.',
  'owe-certificate': 'The audit passed according to the report of {reportedOn:day}, so the Certificate of Recognition is to be issued.',
  'owe-certificate-rescored': 'By the scores of {resultOn:day} the audit passed, so the Certificate of Recognition is to be issued.',
  'owe-maintenance-audit':
    'The maintenance audit for year {year} of certificate {certificate} is to be submitted by {dueOn:day}. After that it is late, but not refused: section 3.2 of the guideline asks for it by the anniversary, {due:day}.',
  'owe-maintenance-audit-shown':
    'The maintenance audit for year {year} of certificate {certificate} was to be submitted by {dueOn:day}. The day of its submission is not recorded; the Letter of Good Standing of {issuedOn:day} shows that it was submitted.',
  'owe-maintenance-pre-assessment':
    'The audit for year {year} of certificate {certificate}, received on {receivedOn:day}, is to be pre-assessed.',
  'owe-maintenance-pre-assessment-held':
    'The audit for year {year} of certificate {certificate}, received on {receivedOn:day}, is held, unpaid, since {heldOn:day}: it is pre-assessed once the payment is received.',
  'owe-maintenance-review':
    'The audit for year {year} of certificate {certificate}, received on {receivedOn:day}, is to be reviewed; the Letter of Good Standing is issued only after a review that it passes.',
  'owe-maintenance-review-held':
    'The audit for year {year} of certificate {certificate}, received on {receivedOn:day}, is held, unpaid, since {heldOn:day}: it is reviewed once the payment is received, and the Letter of Good Standing is issued only after a review that it passes.',
  'owe-maintenance-correction':
    'The deficiencies that the review of {reportedOn:day} found are to be corrected by {dueOn:day}; otherwise the process starts over.',
  'owe-failed-letter':
    'By the scores of {failedOn:day} the audit of letter {letter} fails. The letter, issued before, still counts; the deficiencies are to be corrected.',
  'owe-failed-letter-by':
    'By the scores of {failedOn:day} the audit of letter {letter} fails. The letter, issued before, still counts; the deficiencies are to be corrected by {dueOn:day}.',
  'owe-failed-letter-alert':
    'By the scores of {failedOn:day} the audit of letter {letter} fails. The letter, issued before, still counts; IHSA decides what follows.',
  'owe-letter':
    'The Letter of Good Standing for year {year} of certificate {certificate} is due on {dueOn:day}; the certification is lost unless it is issued by {lastDay:day}.',
  'owe-staff-alert':
    'The Letter of Good Standing for year {year} of certificate {certificate} was missing on {alertOn:day}; {lastDay:day} is the last day to issue it.',
  'owe-re-registration': 'The cycle of certificate {certificate} ends on {dueOn:day}; to continue, the organization registers again.',
  'owe-renewal-internal-audit':
    'The internal audit for the new cycle is to be completed for the external auditor; it is not submitted to IHSA. The advised day is {dueOn:day}.',
  'owe-renewal-audit': 'The external audit for the new cycle should start between {opensOn:day} and {dueOn:day}.',
  'owe-new-certificate':
    'The certificate that renews {certificate} is due on {dueOn:day}; the certification is lost unless it is issued by {lastDay:day}.',
  'owe-spot-check-implementation':
    'The corrective action asked for by the letter of {receivedOn:day} is to be fully implemented and reported by {dueOn:day}; otherwise the certification is lost.',
  'owe-spot-check-validation': 'The implementation reported on {reportedOn:day} after the letter of {receivedOn:day} is to be validated.',
  'owe-spot-check-fee':
    'The fee of the spot check whose letter was received on {receivedOn:day}, charged on {chargedOn:day}, is to be paid.',
  'owe-equivalency-renewal':
    'Equivalency certificate {certificate} ends on {dueOn:day}, and there is no grace period; renewal is a new request.',
  'owe-audits-after-won-bid':
    'If the bid made with document {document} is won, the organization registers, completes an internal audit and passes an external ' +
    'audit; the guideline requires this only if the buyer requires it or the organization wishes to be certified.',
  'owe-starting-over':
    'The certification was lost on {lostOn:day}; to be certified again, the organization registers and starts the process over.',
  'becoming-pending':
    'Certificate {certificate} lacks the letter or certificate that was due on {dueOn:day}; from {pendingFrom:day} the certification is pending.',
  'owe-wsib-good-standing':
    'According to a statement, the WSIB account was closed or not in good standing from {from:day}; an account that takes part must ' +
    'be active and in good standing. The standing does not change by itself: IHSA decides.',
} as const satisfies Record<string, string>;

/** Labels of obligations, of the parties responsible and of their states. */
export const obligationWordsEnglish = {
  REGISTRATION_APPLICATION: 'application for registration',
  INTERNAL_AUDIT: 'internal audit',
  AUDIT_FEE: 'fee of the audit',
  AUDIT_RECEIPT: 'receipt of the audit',
  PRE_ASSESSMENT: 'pre-assessment of the internal audit',
  INTERNAL_REVIEW: 'review of the internal audit',
  REVIEW_FOLLOW_UP: 'decision after the review',
  CORRECTIVE_ACTION_PLAN: 'corrective action plan',
  CORRECTIVE_ACTION_PLAN_APPROVAL: 'approval of the corrective action plan',
  AUDIT_PLAN_APPROVAL: 'approval of the audit plan',
  EXTERNAL_AUDIT_REPORT: 'external audit report',
  AUDIT_REPORT_APPROVAL: 'approval of the external audit report',
  RE_AUDIT: 're-audit',
  CERTIFICATE: 'Certificate of Recognition',
  MAINTENANCE_AUDIT: 'maintenance audit',
  MAINTENANCE_CORRECTION: 'correction of deficiencies',
  LETTER_OF_GOOD_STANDING: 'Letter of Good Standing',
  STAFF_ALERT: 'staff alert about a letter',
  RE_REGISTRATION: 'registration for the new cycle',
  RENEWAL_INTERNAL_AUDIT: 'internal audit for the new cycle',
  RENEWAL_AUDIT: 'external audit for the new cycle',
  NEW_CERTIFICATE: 'new certificate',
  SPOT_CHECK_IMPLEMENTATION: 'corrective action after a spot check',
  SPOT_CHECK_VALIDATION: 'validation after a spot check',
  SPOT_CHECK_FEE: 'fee of a spot check',
  EQUIVALENCY_RENEWAL: 'renewal of the equivalency',
  AUDITS_AFTER_WON_BID: 'audits after a won bid',
  STANDING_CHANGE: 'the standing changes',
  STANDING_CHANGED: 'the standing has changed',
  STARTING_OVER: 'registration after a loss',
  WSIB_GOOD_STANDING: 'WSIB account in good standing',
  EQUIVALENCY_REVIEW: 'review of a request',
  EQUIVALENCY_DOCUMENTS: 'documents asked for',
  EQUIVALENCY_DECISION: 'decision on a request',
  BIDDING_DOCUMENT_END: 'end of a bidding-only document',
  BECOMING_PENDING: 'certification about to be pending',
  PENDING_CERTIFICATION: 'pending certification',
  ORGANIZATION: 'the organization',
  IHSA: 'IHSA',
  EXTERNAL_AUDITOR: 'the external auditor',
  UPCOMING: 'upcoming',
  DUE: 'due',
  OVERDUE: 'overdue',
  DONE: 'done',
} as const satisfies Record<string, string>;
