/** The English of requests for equivalency and reciprocity. */
export const equivalencyEnglish = {
  // The checklist
  'request-document-held': 'Received on {receivedOn:day}: {document:word}.',
  'request-document-missing': 'Missing: {document:word}.',
  'request-fee-recorded': 'The fee for the review was recorded on {recordedOn:day}.',
  'request-fee-missing': 'The fee for the review is not recorded.',

  // The time for the review
  'review-not-started': 'The submission is not complete, so the time for its review has not started.',
  'review-due':
    'The submission was complete on {startedOn:day}; its review, originally due by {originalDueOn:day}, is now due by {dueOn:day}.',
  'review-overdue':
    'The submission was complete on {startedOn:day}; its review, originally due by {originalDueOn:day}, was due by {dueOn:day} and ' +
    'has not been reported.',
  'review-stopped':
    'The submission was complete on {startedOn:day}. IHSA has been waiting since {from:day} for documents it asked for, so the time ' +
    'for the review, originally due by {originalDueOn:day}, is paused. If the documents came on {on:day}, the review would be due by ' +
    '{dueOn:day}.',
  'review-stopped-late':
    'The submission was complete on {startedOn:day}; its review was due by {dueOn:day} and was not reported. IHSA has been waiting since ' +
    '{from:day} for documents it asked for after that day, so the time is paused and the due day does not move.',
  'review-reported':
    'The submission was complete on {startedOn:day}; its review, originally due by {originalDueOn:day} and finally by {dueOn:day}, ' +
    'was reported on {reviewedOn:day}.',
  'review-reported-late':
    'The submission was complete on {startedOn:day}; its review, originally due by {originalDueOn:day} and finally by {dueOn:day}, ' +
    'was reported late, on {reviewedOn:day}.',
  'review-ended':
    'The submission was complete on {startedOn:day} and its review, originally due by {originalDueOn:day} and finally by {dueOn:day}, ' +
    'had not been reported when the request ended on {endedOn:day}.',
  'review-due-as-at-first': 'The submission was complete on {startedOn:day}; its review is due by {dueOn:day}.',
  'review-overdue-as-at-first':
    'The submission was complete on {startedOn:day}; its review was due by {dueOn:day} and has not been reported.',
  'review-reported-as-at-first':
    'The submission was complete on {startedOn:day}; its review, due by {dueOn:day}, was reported on {reviewedOn:day}.',
  'review-reported-late-as-at-first':
    'The submission was complete on {startedOn:day}; its review, due by {dueOn:day}, was reported late, on {reviewedOn:day}.',
  'review-ended-as-at-first':
    'The submission was complete on {startedOn:day} and its review, due by {dueOn:day}, had not been reported when the request ended ' +
    'on {endedOn:day}.',
  'review-target': 'No source states a time for a reciprocity request: this day is the registry’s own target.',

  // What a grant rests on
  'no-equivalency-of-that-day': 'No other equivalency certificate dated {issuedOn:day} is recorded.',
  'iso-standard': 'The certificate is to ISO 45001:2018.',
  'iso-standard-other': 'The certificate is not to ISO 45001:2018; there is no route for other standards such as CSA Z45001.',
  'iso-standard-unknown': 'The standard of the certificate is not recorded.',
  'iso-accredited': 'The body that accredited the certifier was a signatory of the IAF arrangement (MLA).',
  'iso-not-accredited': 'The body that accredited the certifier was not a signatory of the IAF arrangement (MLA).',
  'iso-accreditation-unknown':
    'Whether the body that accredited the certifier was a signatory of the IAF arrangement (MLA) is not recorded.',
  'iso-accredited-by-successor':
    'The body that accredited the certifier is a signatory of the Global ACI arrangement (MRA), the successor of the IAF’s.',
  'iso-not-accredited-by-successor':
    'The body that accredited the certifier is not a signatory of the Global ACI arrangement (MRA), the successor of the IAF’s.',
  'iso-successor-unknown':
    'Whether the body that accredited the certifier is a signatory of the Global ACI arrangement (MRA), the successor of the IAF’s, is not ' +
    'recorded; the mark printed on the certificate does not decide it, and staff may state what they find.',
  'iso-accreditation-not-asked-yet':
    'On that day neither the mark of an accreditation body nor coverage of the whole firm was required yet.',
  'iso-whole-firm': 'The certificate covers the whole firm.',
  'iso-part-of-firm': 'The certificate covers only part of the firm.',
  'iso-scope-unknown': 'Whether the certificate covers the whole firm is not recorded.',
  'stated-end-to-come': 'The certificate that the request rests on runs to {expiresOn:day}.',
  'stated-end-passed': 'The certificate that the request rests on ended on {expiresOn:day}.',
  'stated-end-unknown': 'The certificate that the request rests on has no stated last day; ask for it.',
  'ontario-work': 'The scope of the audit includes representative work in Ontario.',
  'ontario-work-none': 'The scope of the audit includes no representative work in Ontario.',
  'ontario-work-unknown': 'Whether the scope of the audit includes representative work in Ontario is not recorded.',
  'wsib-account-valid': 'According to a statement of {on:day}, the WSIB account is valid.',
  'wsib-account-not-valid': 'According to a statement of {on:day}, the WSIB account is not valid.',
  'wsib-account-unknown': 'Whether the WSIB account is valid is not recorded.',
  'wsib-account-none': 'The firm has no WSIB account.',
  'host-association': 'The host association is {association}, a member of the CFCSA outside Ontario.',
  'host-association-of-ontario': '{association} is Ontario’s own association; an Ontario COR is not a COR from elsewhere.',
  'host-association-unknown': 'Which association confirms the host COR is not recorded.',
  'host-cor-current': 'The host association confirms that the host COR is current.',
  'host-cor-not-current': 'The host association says that the host COR is not current.',
  'host-cor-unconfirmed': 'The host association’s confirmation that the host COR is current is not recorded.',
  'ontario-office': 'According to a statement of {on:day}, the employer has a permanent office in Ontario: COR is achieved through IHSA.',
  'ontario-office-none': 'According to a statement of {on:day}, the employer has no permanent office in Ontario.',
  'ontario-office-unknown': 'Whether the employer has a permanent office in Ontario is not recorded.',

  // Refusals
  'refused-before-request': 'The request dates from {createdOn:day}: no step can be dated before that day.',
  'refused-out-of-turn': 'Since {since:day} the state of the request has been: {status:word}. This step is not possible in that state.',
  'refused-reviewed-already': 'The review was already reported on {reviewedOn:day}.',
  'grant-in-turn': 'The request can be decided: no document that IHSA asked for is awaited, and no earlier step is missing.',
  'refused-before-review': 'The report on the lead auditor’s review is not recorded; approval comes after it.',
  'refused-grant-of-kind': 'A request of this kind cannot lead to this document.',
  'refused-without-reason': 'The rules allow more: granting less is a matter of judgement and needs a recorded reason.',
  'refused-end-of-certificate': 'An earlier last day can be set only for a bidding-only document.',
  'refused-end': 'The last day of the document must be from {issuedOn:day} to {latest:day}.',
} as const satisfies Record<string, string>;

/** The documents and states of requests. */
export const equivalencyWordsEnglish = {
  EQUIVALENCY_FORM: 'equivalency form',
  ISO_45001_AUDIT_REPORT: 'most recent ISO 45001 audit report',
  ISO_45001_CERTIFICATE: 'most recent ISO 45001 certificate',
  ACCREDITATION_AUDIT_REPORT: 'most recent audit report',
  PROOF_OF_ACCREDITATION: 'proof of the ministry’s accreditation',
  AUDIT_ACTION_PLAN: 'action plan from the most recent audit',
  OHSMS_MANUAL: 'manual of the occupational health and safety management system',
  MANAGEMENT_REVIEW_REPORT: 'management review report',
  MANAGEMENT_REVIEW_ACTION_PLAN: 'action plan from the management review',
  MASTER_HAZARD_REGISTRY: 'master hazard registry',
  RECIPROCITY_FORM: 'reciprocity form',
  HOST_ASSOCIATION_LETTER: 'letter of the host association',
  INTERNAL_AUDITOR_TRANSCRIPT: 'transcript of the COR Internal Auditor course',
  FURTHER_DOCUMENTATION: 'further documentation',
  FEE: 'fee for the review',
  CERTIFICATE_ONE_YEAR: 'Certificate of Recognition for one year',
  BIDDING_ONLY_RECIPROCITY: 'letter of reciprocity, for bidding only',
  NOTHING: 'nothing',
  DRAFT: 'draft',
  SUBMITTED: 'submitted, not complete',
  WAITING_FOR_DOCUMENTS: 'waiting for documents',
  UNDER_REVIEW: 'under review',
  GRANTED: 'granted',
  GRANTED_FOR_BIDDING_ONLY: 'granted for bidding only',
  REFUSED: 'refused',
  WITHDRAWN: 'withdrawn',
} as const satisfies Record<string, string>;
