/** The English of what certificates and letters rest on: met, not known here, or missing. */
export const supportEnglish = {
  // The audit of a certificate
  'refused-audit-unnamed': 'A certificate names the external audit, or the re-audit, that it rests on; none is named.',
  'refused-audit-used': 'Certificate {certificate} already rests on the audit; an audit earns one certificate.',
  'refused-audit-uncompleted': 'By {issuedOn:day} no last day of the audit on site is recorded.',
  'refused-audit-result-unknown': 'By {issuedOn:day} no result of the audit is reported.',
  'refused-report-unapproved': 'By {issuedOn:day} no approval of the audit’s report by IHSA is recorded.',
  'refused-re-audit-tool': 'The re-audit used the {tool:word} tool, its external audit the {other:word} tool.',
  'refused-re-audit-without-audit': 'No external audit that failed is recorded to which the re-audit belongs.',
  'refused-re-audit-late':
    'The report on the failed audit was received on {receivedOn:day}: a re-audit is completed from that day to {dueOn:day}; this one was completed on {completedOn:day}.',
  'rests-on-passed-audit': 'The audit completed on {completedOn:day} passed.',
  'rests-on-approved-report': 'IHSA approved the audit’s report on {approvedOn:day}.',
  'rests-on-tool': 'The external audit completed on {day:day} used the {tool:word} tool, which was possible on that day.',
  'rests-on-re-audit':
    'The report on the failed audit was received on {receivedOn:day}; the re-audit was completed on {completedOn:day}, by {dueOn:day}.',

  // The registration, and WSIB
  'refused-unregistered': 'No registration of the account stands on {issuedOn:day}.',
  'refused-renewal-unregistered':
    'The new cycle needs a registration confirmed after {certifiedOn:day}, the day of certificate {certificate}; none stands on {issuedOn:day}.',
  'rests-on-registration': 'The registration confirmed on {confirmedOn:day} stands.',
  'refused-wsib-not-valid':
    'WSIB reported that its account is not valid from {from:day}, and nothing else for {day:day}: nothing is confirmed or certified on that day.',
  'rests-on-wsib': 'WSIB reported that its account is valid from {from:day}; on {day:day} that holds.',
  'wsib-silent': 'WSIB has reported nothing for {day:day}: whether its account is in good standing is not known here.',

  // First certification
  'refused-audit-before-registration':
    'The registration that stands was confirmed on {confirmedOn:day}; an audit was received, started and completed before it.',
  'rests-on-audits-since': 'Every audit was received, started or completed since the registration was confirmed on {confirmedOn:day}.',
  'refused-no-internal-audit': 'No initial internal audit is recorded that IHSA received by the start of the external audit.',
  'refused-internal-unjudged':
    'The first day of the external audit is not recorded, so it cannot be judged which initial internal audit precedes it.',
  'refused-internal-unsigned': 'By {issuedOn:day} no sign-off of the internal audit by senior management is recorded.',
  'refused-internal-unassessed': 'By {issuedOn:day} no pre-assessment is recorded that found the internal audit complete.',
  'refused-internal-unreviewed': 'By {issuedOn:day} no review of the internal audit is recorded.',
  'refused-internal-unreported': 'By {issuedOn:day} no report on the internal audit’s review is recorded.',
  'refused-internal-failed':
    'The internal audit reported on {reportedOn:day} is not recorded as passed, and no corrective action plan was approved by the external audit’s start.',
  'refused-new-internal-asked': 'On {askedOn:day} IHSA asked for a new internal audit in place of a corrective action plan.',
  'refused-external-late':
    'The report on the internal audit was received on {receivedOn:day}: the external audit is completed from that day to {dueOn:day}; this one was completed on {completedOn:day}.',
  'rests-on-sign-off': 'Senior management signed off the internal audit on {on:day}.',
  'rests-on-pre-assessment': 'The pre-assessment of {on:day} found the internal audit complete.',
  'rests-on-review': 'IHSA completed the review of the internal audit on {on:day}.',
  'rests-on-internal-passed': 'The internal audit passed by the report of {reportedOn:day}.',
  'rests-on-internal-plan': 'IHSA approved the internal audit’s corrective action plan on {plannedOn:day}, by the external audit’s start.',
  'rests-on-six-months':
    'The report on the internal audit was received on {receivedOn:day}; the external audit was completed on {completedOn:day}, by {dueOn:day}.',

  // Renewal and restart
  'refused-audit-before-renewal': 'The external audit was not completed after {certifiedOn:day}, the day of certificate {certificate}.',
  'refused-no-year-one-audit':
    'No internal audit of the new cycle is recorded since {certifiedOn:day}, so none was shown to the external auditor.',
  'refused-year-one-unshown':
    'That the internal audit of the new cycle was shown to the external auditor by {completedOn:day} is not recorded.',
  'rests-on-year-one-audit': 'The internal audit of the new cycle was shown to the external auditor on {shownOn:day}.',
  'refused-restart':
    'An external audit failed by the report received on {failedOn:day}: the process restarts, and no internal audit since precedes the next external one.',
  'rests-on-restart': 'After the failure reported on {failedOn:day} the process restarted with a new internal audit.',

  // External auditors
  'refused-auditor-unrecorded': 'Who made the external audit is not recorded.',
  'refused-auditor-unknown': 'The auditor is not in the register of external auditors.',
  'refused-auditor-unlisted':
    'From {startedOn:day} to {completedOn:day} the auditor was not on the approved list on each day of the audit.',
  'refused-auditor-removed': 'The auditor was removed from the program on {removedOn:day}.',
  'refused-auditor-consults': 'The auditor consults for the organization from {from:day}.',
  'refused-auditor-consulted': 'The auditor consulted for the organization from {from:day} to {to:day}.',
  'refused-auditor-withdrawal': 'On {from:day} IHSA asked the auditor to withdraw for a conflict of interest.',
  'refused-audit-unstarted': 'The first day of the external audit is not recorded, so nothing shows that its plan was approved by then.',
  'refused-plan-unapproved': 'No approval of the audit’s plan is recorded; the audit started on {startedOn:day}.',
  'refused-plan-late': 'IHSA approved the audit’s plan on {approvedOn:day}, after the audit started on {startedOn:day}.',
  'refused-same-auditor': 'The same auditor made the external audit next before, completed on {completedOn:day}.',
  'refused-same-company': 'The same auditing company made the external audit next before, completed on {completedOn:day}.',
  'rests-on-listed-auditor': 'From {startedOn:day} to {completedOn:day} the auditor was on the approved list.',
  'rests-on-auditor-in-program': 'By {completedOn:day} the auditor was not removed from the program.',
  'rests-on-independent-auditor': 'No consulting for the organization and no request to withdraw is recorded for the days of the audit.',
  'rests-on-plan': 'IHSA approved the audit’s plan on {approvedOn:day}; the audit started on {startedOn:day}.',
  'rests-on-other-auditor': 'Another auditor and another company made the external audit next before, completed on {completedOn:day}.',
  'auditor-before-unknown': 'Who made the external audit next before, completed on {completedOn:day}, is not known here.',
  'no-audit-before': 'No external audit before this one is recorded; whether its auditor made the one next before is not known here.',

  // Letters
  'refused-letter-audit-unnamed': 'A letter names the maintenance or transition audit that it rests on; none is named.',
  'refused-letter-audit-kind': 'A letter follows a maintenance or transition audit; the audit named is neither.',
  'refused-letter-audit-used': 'Letter {letter} already rests on the audit; an audit yields one letter.',
  'refused-letter-audit-not-received':
    'The audit for year {year} is one that IHSA received after {after:day} and by {issuedOn:day}; no such receipt is recorded of it.',
  'refused-internal-auditor-unrecorded': 'Which internal auditor made the audit is not recorded.',
  'refused-internal-audit-unstarted':
    'The first day of the audit is not recorded, so it cannot be judged whether the internal auditor was qualified on it.',
  'refused-internal-auditor-untrained':
    'On the first day of the audit the internal auditor had neither completed nor been exempted from: {courses:words}.',
  'refused-internal-auditor-unqualified': 'The internal auditor was not qualified on the first day of the audit.',
  'refused-internal-auditor-retraining':
    'A retraining of the internal auditor, required by IHSA on {requiredOn:day}, was not completed on the first day of the audit.',
  'refused-letter-transition': 'An audit with the COR 2020 tool on a COR certificate is a transition audit, and is not recorded as one.',
  'refused-audit-tool-of-letter': 'The audit used the {tool:word} tool; the certification is held to {standard:word}.',
  'refused-letter-unreviewed': 'By {issuedOn:day} no review of the audit is recorded.',
  'refused-letter-audit-unscored': 'By {issuedOn:day} no whole set of reported scores of the audit is recorded.',
  'refused-letter-audit-failed': 'By the last scores, of {on:day}, the audit failed.',
  'rests-on-maintenance-audit': 'IHSA received the audit on {receivedOn:day}.',
  'rests-on-qualified-auditor': 'The internal auditor was qualified on the first day of the audit.',
  'rests-on-last-score': 'By the last scores, of {on:day}, the audit passed.',

  // Exceptions
  'refused-exception': 'No exception sets this clause aside.',
  'refused-exception-used': 'The exception has served for document {document}; one serves one issue.',
  'rests-on-exception': 'An administrator recorded an exception on {decidedOn:day}; it sets aside {clauses:list}.',

  // What documents rest on stays
  'refused-document-rests-on-it': '{document} rests on what would be altered, and would no longer have it.',
  'refused-audit-named': '{document} names this audit, and must be removed first.',
  'refused-audit-has-re-audit': 'A re-audit belongs to this audit, and must be removed first.',
} as const satisfies Record<string, string>;
