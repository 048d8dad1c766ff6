/** The English of appeals: what stands against a step, and what IHSA owes (guideline 7). */
export const appealsEnglish = {
  'appeal-of-initial-internal-audit': 'The result of an initial internal audit cannot be appealed.',
  'appeal-of-year-one-audit':
    'A year-one internal audit has no result of IHSA’s to appeal: it is shown to the external auditor and not submitted.',
  'appeal-new-evidence': 'Only decisions made on the evidence originally given to the auditor can be appealed.',
  'appeal-filed-already': 'The result of this audit was appealed already.',
  'appeal-before-report': 'By {on:day} the organization has no report of the audit on record, so there is no result to appeal.',
  'appeal-too-late': 'The report was received on {receivedOn:day}: the last day to appeal was {lastDay:day}, and {on:day} is later.',
  'appeal-second-too-late':
    'The appeal was denied on {deniedOn:day}: the last day to take it to level 2 was {lastDay:day}, and {on:day} is later.',
  'appeal-not-denied': 'By {on:day} no denial at level {level} is recorded.',
  'appeal-level-filed': 'Level {level} is filed already.',
  'appeal-level-unfiled': 'By {on:day} no appeal at level {level} is filed.',
  'appeal-acknowledged': 'Level {level} was acknowledged on {day:day}.',
  'appeal-decided': 'Level {level} was decided on {day:day}.',
  'appeal-agreed': 'Both parties signed an agreement on {day:day}, which ended the appeal.',
  'owe-appeal-acknowledgement': 'The appeal filed at level {level} on {filedOn:day} is to be acknowledged by {dueOn:day}.',
  'owe-appeal-decision': 'The appeal filed at level {level} on {filedOn:day} is to be decided by {dueOn:day}.',
  'owe-appeal-final-review':
    'Level 2 denied the appeal on {deniedOn:day}; without an agreement the Vice President reviews it by {dueOn:day}, and that decision is final.',
} as const satisfies Record<string, string>;

/** Labels of what IHSA owes on an appeal. */
export const appealWordsEnglish = {
  APPEAL_ACKNOWLEDGEMENT: 'acknowledgement of an appeal',
  APPEAL_DECISION: 'decision on an appeal',
  APPEAL_FINAL_REVIEW: 'final review of an appeal',
} as const satisfies Record<string, string>;
