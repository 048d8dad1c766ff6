/** The English of the certification cycle (G-2.4.b to G-2.5.d): findings about an account's audits. */
export const cycleEnglish = {
  // First certification
  'internal-audit-awaited': 'No initial internal audit has been received since the registration of {confirmedOn:day}.',
  'internal-receipt-awaited': 'An initial internal audit was submitted on {submittedOn:day}; IHSA has not recorded its receipt yet.',
  'internal-audit-returned': 'The initial internal audit was returned for correction on {returnedOn:day} and has not been received again.',
  'internal-audit-not-recorded': 'The registry has an external audit of the first certification but no initial internal audit before it.',
  'internal-audit-received': 'The initial internal audit was received on {receivedOn:day}.',
  'internal-audit-first-submission': 'No earlier submission was returned: the time for the review runs from {receivedOn:day}.',
  'internal-audit-resubmitted': 'An earlier submission was replaced: the time for the review started again on {receivedOn:day}.',
  'audit-held-unpaid': 'The audit is held, unpaid, since {heldOn:day}; IHSA reviews it once the payment is received.',
  'internal-review-due': 'IHSA must complete the review of the internal audit by {dueOn:day}.',
  'internal-review-late': 'The review of the internal audit was due by {dueOn:day} and has not been reported.',
  'internal-review-in-time': 'The review of the internal audit, due by {dueOn:day}, was reported on {reportedOn:day}.',
  'internal-review-reported-late': 'The review of the internal audit was due by {dueOn:day} and was reported late, on {reportedOn:day}.',
  'internal-audit-confirmed': 'The review report of {reportedOn:day} confirms the pass marks.',
  'internal-audit-unscored': 'The review was reported on {reportedOn:day}, but not all of its scores are recorded.',
  'internal-audit-not-confirmed':
    'The review report of {reportedOn:day} does not confirm the pass marks: IHSA decides whether the gaps are corrected under a plan ' +
    'it approves or a new internal audit is submitted.',
  'six-months-from-report': 'The time runs from the report of {reportedOn:day} and ends on {deadline:day}.',
  'external-audit-awaited': 'The external audit must be completed by {deadline:day}.',
  'external-audit-in-time': 'The external audit was due by {deadline:day} and was completed on {completedOn:day}.',
  'external-audit-missed': 'No external audit was completed by {deadline:day}, so the process restarts with a new internal audit.',
  'audit-tool-outdated': 'The audit of {day:day} uses the older COR tool, although COR 2020 is compulsory by then, so it does not count.',
  'audit-tool-in-force': 'The audit of {day:day} uses the {tool:word} tool, which may be used on that day.',

  // External audit and re-audit, of the first certification or of the renewal
  'external-audit-under-way': 'The external audit started on {startedOn:day} and is not complete.',
  'external-audit-completed-by':
    'The last day of the external audit on site is not recorded; {completedOn:day}, the next day recorded of it, takes its place.',
  'external-audit-completed': 'The last day of the external audit on site was {completedOn:day}.',
  'external-report-awaited':
    'The approved report of the external audit completed on {completedOn:day}, or its scores, are not recorded yet.',
  'external-report-approved': 'The external audit was reported on {reportedOn:day}.',
  'external-audit-passed':
    'The external audit passed according to the report of {reportedOn:day}; the Certificate of Recognition comes next.',
  'external-audit-passed-rescored': 'By the scores of {resultOn:day} the external audit passed; the Certificate of Recognition comes next.',
  'external-audit-failed': 'The external audit failed according to the report of {reportedOn:day}.',
  'external-audit-failed-rescored': 'By the scores of {resultOn:day} the external audit failed.',
  're-audit-passed-rescored': 'By the scores of {resultOn:day} the re-audit passed; the Certificate of Recognition comes next.',
  're-audit-passed': 'The re-audit passed according to the report of {reportedOn:day}; the Certificate of Recognition comes next.',
  're-audit-not-needed': 'No re-audit is needed.',
  're-audit-awaited': 'After the failed external audit, a re-audit must be completed by {deadline:day} and pass.',
  're-audit-completed': 'The re-audit was completed on {completedOn:day}, within the deadline of {deadline:day}; its report is awaited.',
  're-audit-missed': 'No re-audit completed by {deadline:day} passed, so the process restarts with a new internal audit.',
  're-audit-cut-short':
    'Without a new certificate the certification is lost from {lostFrom:day}, even though a re-audit may be completed until {deadline:day}.',
  're-audit-not-cut-short':
    'A re-audit may be completed until {deadline:day}; without a new certificate the certification is lost only from {lostFrom:day}.',

  // Maintenance and renewal
  'maintenance-audit-not-yet': 'The maintenance audit for year {year} must be submitted by {dueOn:day}.',
  'maintenance-audit-missing': 'The maintenance audit for year {year} was due by {dueOn:day} and had not been received by then.',
  'maintenance-audit-by-anniversary':
    'Section 3.2 of the guideline asks for it by the anniversary, {due:day}; it is late, but not refused.',
  'maintenance-audit-received': 'The maintenance audit for year {year} was due by {dueOn:day} and was received on {receivedOn:day}.',
  'maintenance-audit-received-late':
    'The maintenance audit for year {year} was due by {dueOn:day} and was received late, on {receivedOn:day}.',
  'maintenance-audit-submitted':
    'The maintenance audit for year {year} was due by {dueOn:day}; it was submitted on {submittedOn:day} and received on {receivedOn:day}.',
  'maintenance-audit-submitted-late':
    'The maintenance audit for year {year} was due by {dueOn:day}; it was submitted late, on {submittedOn:day}, and received on {receivedOn:day}.',
  'maintenance-receipt-awaited':
    'The maintenance audit for year {year} was due by {dueOn:day} and was submitted on {submittedOn:day}; IHSA has not recorded its receipt yet.',
  'maintenance-receipt-awaited-late':
    'The maintenance audit for year {year} was due by {dueOn:day} and was submitted late, on {submittedOn:day}; IHSA has not recorded its receipt yet.',
  'maintenance-review-awaited': 'The review of the maintenance audit received on {receivedOn:day}, or its scores, are not recorded yet.',
  'maintenance-review-passed':
    'The maintenance audit passed according to the report of {reportedOn:day}; the Letter of Good Standing for year {year} comes next.',
  'maintenance-review-passed-rescored':
    'By the scores of {resultOn:day} the maintenance audit passed; the Letter of Good Standing for year {year} comes next.',
  'maintenance-review-failed-rescored':
    'By the scores of {resultOn:day} the maintenance audit failed; its deficiencies must be corrected by {lastDay:day}.',
  'maintenance-review-failed': 'The review of {reportedOn:day} found deficiencies, which must be corrected by {lastDay:day}.',
  'transition-audit-received': 'It is a transition audit: the letter that follows makes the standard COR 2020.',
  'renewal-not-yet': 'The external audit for the new cycle should start between {opensOn:day} and {dueOn:day}.',
  'renewal-open': 'The external audit for the new cycle has not started; it should start between {opensOn:day} and {dueOn:day}.',
} as const satisfies Record<string, string>;

/** Labels of the stages, in the guideline's words; stages that are also standings are with the words for standings. */
export const stageEnglish = {
  PREPARING_INTERNAL_AUDIT: 'preparing the initial internal audit',
  INTERNAL_AUDIT_REVIEW: 'internal audit under pre-assessment or review',
  INTERNAL_AUDIT_CORRECTION: 'corrections after the internal audit review',
  EXTERNAL_AUDIT_DUE: 'external audit due',
  EXTERNAL_AUDIT_UNDER_WAY: 'external audit under way',
  EXTERNAL_AUDIT_REPORT_AWAITED: 'external audit completed, report awaited',
  RE_AUDIT_DUE: 're-audit due',
  RE_AUDIT_REPORT_AWAITED: 're-audit completed, report awaited',
  CERTIFICATE_AWAITED: 'external audit passed, certificate awaited',
  MUST_RESTART: 'process must restart with a new internal audit',
  CERTIFIED_YEAR_1: 'certified, year 1',
  CERTIFIED_YEAR_2: 'certified, year 2',
  CERTIFIED_YEAR_3: 'certified, year 3',
  MAINTENANCE_AUDIT_DUE: 'maintenance audit due',
  MAINTENANCE_AUDIT_LATE: 'maintenance audit late',
  MAINTENANCE_AUDIT_REVIEW: 'maintenance audit under review',
  MAINTENANCE_AUDIT_CORRECTION: 'deficiencies of the maintenance audit to be corrected',
  LETTER_AWAITED: 'maintenance audit passed, Letter of Good Standing awaited',
  RENEWAL_DUE: 'external audit for the new cycle due',
  RENEWAL_AUDIT_UNDER_WAY: 'external audit for the new cycle under way',
  RENEWAL_REPORT_AWAITED: 'external audit for the new cycle completed, report awaited',
  RENEWAL_RE_AUDIT_DUE: 're-audit for the new cycle due',
  RENEWAL_RE_AUDIT_REPORT_AWAITED: 're-audit for the new cycle completed, report awaited',
  RENEWAL_MUST_RESTART: 'renewal must restart with a new internal audit',
  NEW_CERTIFICATE_AWAITED: 'external audit for the new cycle passed, certificate awaited',
  PENDING_LETTER: 'pending, Letter of Good Standing missing',
  PENDING_CERTIFICATE: 'pending, new certificate missing',
  EQUIVALENCY_RUNNING: 'certified by equivalency',
  EQUIVALENCY_EXPIRED: 'equivalency expired',
} as const satisfies Record<string, string>;
