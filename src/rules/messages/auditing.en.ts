/** The English of what stands against a step of an audit, and of the register of external auditors. */
export const auditingEnglish = {
  'element-name-note': 'Official name; the number follows the order of IHSA’s list.',
  // The order of the steps
  'audit-step-needs': 'By {on:day} it is not recorded that {needed:word}.',
  'audit-step-done': 'It is already recorded that {step:word}: on {day:day}.',
  'audit-step-passed': 'It is already recorded that {later:word}, on {day:day}; after that it cannot be recorded that {step:word}.',
  'audit-documents-submitted':
    'The audit was submitted on {day:day}; unless IHSA returns it for correction, its material, scores, evidence and training records cannot be changed.',
  'audit-held': 'The submission has been held since {heldOn:day} because its fee is unpaid; IHSA reviews it once the payment is received.',
  'audit-held-already': 'The submission has been held since {heldOn:day} because its fee is unpaid.',
  'audit-not-held': 'On {on:day} the submission is not held for an unpaid fee.',
  'audit-material-missing': 'Nothing is received as audit material; the audit is submitted with it.',
  'audit-internal-auditor-unnamed': 'Nobody is named as the internal auditor who made the audit.',
  'audit-internal-auditor-untrained':
    'On {startedOn:day}, the first day of the audit, the internal auditor had neither completed nor been exempted from: {courses:words}.',
  'audit-internal-auditor-unqualified': 'The internal auditor was not qualified on {startedOn:day}, the first day of the audit.',
  'audit-representative-missing': 'On {startedOn:day}, the first day of the audit, no senior management representative was designated.',
  'audit-representative-untrained':
    'On {startedOn:day}, the first day of the audit, the senior management representative had not completed COR Essentials.',
  'audit-declared-failed': 'The declared scores do not pass, so the audit is returned for correction.',
  'audit-without-registration': 'No registration of the account stands on {on:day}.',
  'audit-tool-outdated-for-step': 'On {day:day} only the COR 2020 audit tool may be used.',
  'audit-review-not-failed':
    'The review is not recorded as failed: a corrective action plan or a new audit is asked for after a review that did not pass.',
  'audit-follow-up-chosen': 'What follows the review was chosen on {day:day}.',
  'audit-scored-for-good':
    'The report was received on {day:day}: only maintenance and transition audits are scored again after a correction.',
  'audit-scored-before-report': 'A later score is dated after the report of {day:day}, which holds the first.',
  'correction-too-late': 'Deficiencies are corrected by {lastDay:day}; {on:day} is later, and the process starts over.',

  // Beginning an audit
  're-audit-of-nothing': 'A re-audit names the external audit that it follows; none of this account is named.',
  're-audit-other-tool': 'The audit used the {tool:word} tool; its re-audit uses the same.',
  'maintenance-without-certificate': 'No COR or COR 2020 certification runs on {on:day}, so there is nothing to maintain.',
  'maintenance-other-tool': 'The certification is held to {standard:word}: its maintenance audit uses that tool.',
  'transition-not-possible': 'A transition audit uses the COR 2020 tool on a certification to the older COR.',
  'year-one-without-certificate': 'No COR or COR 2020 certificate was issued by {on:day}, so no new cycle begins.',

  // External audits
  're-audit-without-failure': 'By {on:day} no failed audit with a report is recorded for it.',
  're-audit-too-late':
    'The report was received on {receivedOn:day}: a re-audit is completed by {deadline:day}, and {on:day} is later. The process restarts.',
  'external-without-internal': 'By {on:day} IHSA has received no initial internal audit under the registration that stands.',
  'external-after-failure':
    'An external audit failed by the report of {failedOn:day}: a re-audit follows, or a new internal audit, which is not recorded by {on:day}.',
  'external-before-review': 'By {on:day} no report on the internal audit’s review is recorded.',
  'external-new-audit-asked': 'On {on:day} IHSA asked for a new internal audit.',
  'external-without-plan': 'By {on:day} the internal audit has not passed, and no corrective action plan for it is approved.',
  'external-too-late':
    'The report on the internal audit was received on {receivedOn:day}: the external audit is completed by {deadline:day}, and {on:day} is later. The process restarts.',

  // External auditors
  'audit-auditor-unlisted': 'On {on:day} the auditor is not on the approved list.',
  'audit-auditor-removed': 'The auditor was removed from the program on {removedOn:day}.',
  'audit-auditor-consults': 'The auditor consults for the organization from {from:day}, and still does on {on:day}.',
  'audit-auditor-asked-to-withdraw': 'On {from:day} IHSA asked the auditor to withdraw because of a conflict of interest.',
  'audit-same-auditor': 'The same auditor made the external audit next before, completed on {completedOn:day}.',
  'audit-same-company': 'The same auditing company made the external audit next before, completed on {completedOn:day}.',
  'list-period-overlaps': 'The auditor is on the approved list from {from:day} already.',
  'auditor-removed-already': 'The auditor was removed from the program on {removedOn:day}.',
  'auditor-erased-already': 'The name of the auditor was erased on {erasedOn:day}.',
  'refused-erasing-listed': 'The auditor has been on the approved list since {from:day} and has not left it; end that period first.',
  'refused-erasing-unreported': 'An external audit by the auditor has no report yet.',
  'internal-plan-approved': 'The review of the internal audit did not pass; IHSA approved its corrective action plan on {approvedOn:day}.',
  'internal-new-audit-asked': 'The review of the internal audit did not pass; on {askedOn:day} IHSA asked for a new internal audit.',
} as const satisfies Record<string, string>;

/** What a step says, as the end of a sentence. */
export const auditStepEnglish = {
  AUDIT_SIGNED_OFF: 'senior management signed the audit off',
  AUDIT_SUBMITTED: 'the audit was submitted',
  AUDIT_RECEIVED: 'IHSA received the audit',
  AUDIT_PRE_ASSESSED: 'the pre-assessment found the audit complete',
  AUDIT_RETURNED: 'the audit was returned for correction',
  AUDIT_HELD_UNPAID: 'the submission is held because its fee is unpaid',
  AUDIT_PAYMENT_RECEIVED: 'the fee of the submission was paid',
  AUDIT_REVIEWER_ASSIGNED: 'a reviewer was assigned',
  AUDIT_REVIEWED: 'IHSA reviewed the audit',
  AUDIT_REPORT_RECEIVED: 'the organization received the report',
  AUDIT_REPORT_APPROVED: 'IHSA approved the report',
  AUDIT_ACTION_PLAN_CHOSEN: 'IHSA asked for a corrective action plan',
  AUDIT_NEW_AUDIT_CHOSEN: 'IHSA asked for a new internal audit',
  AUDIT_ACTION_PLAN_SUBMITTED: 'the corrective action plan was submitted',
  AUDIT_ACTION_PLAN_SENT_BACK: 'the corrective action plan was sent back',
  AUDIT_ACTION_PLAN_APPROVED: 'the corrective action plan was approved',
  AUDIT_SHOWN_TO_AUDITOR: 'the audit was shown to the external auditor',
  AUDIT_AUDITOR_SELECTED: 'an external auditor is selected',
  AUDIT_AUDIT_PLAN_SUBMITTED: 'the audit plan was submitted',
  AUDIT_AUDIT_PLAN_SENT_BACK: 'the audit plan was sent back',
  AUDIT_AUDIT_PLAN_APPROVED: 'IHSA approved the audit plan',
  AUDIT_STARTED: 'the audit started',
  AUDIT_COMPLETED: 'the audit was completed',
  AUDIT_SCORED: 'the audit has a score for every element',
  AUDIT_CLOSED: 'the audit was closed',
} as const satisfies Record<string, string>;
