/** The English of what is said of people, their training, the system in place and its evidence. */
export const peopleEnglish = {
  // Who may make an internal audit (G-2.2.a, G-3.3.a, G-4.2)
  'course-completed': '{course:word} was completed on {completedOn:day}.',
  'course-exempted': 'An exemption from {course:word} was granted on {grantedOn:day}.',
  'course-missing': 'By {on:day} {course:word} is neither completed nor exempted.',
  'internal-auditor-designated': 'Designated as internal auditor from {from:day}, as a permanent full-time employee.',
  'internal-auditor-not-permanent': 'Designated as internal auditor, but not as a permanent full-time employee.',
  'internal-auditor-not-designated': 'Not designated as internal auditor on {on:day}.',
  'retraining-open': 'IHSA required retraining on {requiredOn:day}, and it is not completed.',
  'no-retraining-open': 'No retraining is open.',

  // Exemptions (G-2.2.b)
  'exemption-of-course': 'There is no exemption from {course:word}: only COR Essentials and Basic Auditing Principles can be exempted.',
  'exemption-evidence-missing': 'The request comes without its {what:word}.',
  'exemption-evidence-refused': 'In place of transcripts and course outlines, {what:word} is not accepted.',
  'exemption-provider': 'The course was given neither by a CFCSA member nor by another recognized trainer of lead auditors.',
  'exemption-without-course': 'No day is recorded on which another course was completed that could count instead.',
  'exemption-course-too-old':
    'The course was completed on {completedOn:day}; the last day to request an exemption for it was {lastDay:day}.',

  // The system and its evidence (G-1.2.d, G-1.2.e)
  'system-day-missing': 'No day is recorded since when the health and safety management system has been in place.',
  'system-too-new':
    'The health and safety management system has been in place since {inPlaceSince:day}; the initial internal audit is possible from {from:day}.',
  'evidence-too-old': 'Evidence “{name}” was created on {createdOn:day}; the last day to submit it was {lastDay:day}.',
  'evidence-after-submission': 'Evidence “{name}” is dated {createdOn:day}, after the submission.',

  // Applications (G-2.1.a)
  'refused-merging-numbers':
    'WSIB accounts {kept} and {ended} are different accounts: each is registered, audited and certified by itself.',
  'refused-merging-business-numbers': 'Business numbers {kept} and {ended} belong to two firms: if one of them is wrong, correct it first.',
  'refused-merging-certified': 'Each of the two accounts was certified: they are not one account entered twice.',
  'refused-merging-applications': 'Each of the two accounts has an open application: one of them is rejected first.',
  'application-acknowledged': 'The application was acknowledged on {day:day}.',
  'application-not-acknowledged': 'The application is not acknowledged.',
  'application-verified': 'The account and firm numbers were verified on {day:day}.',
  'application-not-verified': 'The account and firm numbers are not verified.',
  'application-rejected': 'The application was rejected on {rejectedOn:day}; the organization applies again.',
  'application-confirmed': 'The application was confirmed on {confirmedOn:day}.',
  'application-open': 'An application of {appliedOn:day} is open: it is confirmed or rejected first.',

  // Obligations
  'owe-successor':
    'After {leftOn:day} nobody is designated as {role:word}; IHSA must be notified of the successor, who is trained for the role.',
  'owe-permanent-auditor':
    'None of the internal auditors is a permanent full-time employee, as at least one has to be; IHSA must be notified of one who is.',
  'owe-training': 'The {role:word} is to complete: {courses:words}.',
  'owe-code-of-ethics': 'The {role:word} designated from {from:day} is to sign the code of ethics.',
  'owe-exemption-decision': 'The request of {requestedOn:day} for an exemption from a course is to be decided: {courses:words}.',
  'owe-retraining': 'IHSA required on {requiredOn:day} that the {role:word} be retrained.',
} as const satisfies Record<string, string>;

/** Roles, courses, evidence and obligations in words. */
export const peopleWordsEnglish = {
  SENIOR_MANAGEMENT_REPRESENTATIVE: 'senior management representative',
  INTERNAL_AUDITOR: 'internal auditor',
  COR_ESSENTIALS: 'COR Essentials',
  BASIC_AUDITING_PRINCIPLES: 'Basic Auditing Principles',
  COR_INTERNAL_AUDITOR: 'COR Internal Auditor',
  INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT: 'Introduction to Hazard & Risk Management',
  TRANSCRIPT: 'transcript',
  COURSE_OUTLINE: 'course outline',
  COURSE_CERTIFICATE: 'a certificate',
  WALLET_CARD: 'a wallet card',
  EXPERIENCE: 'experience',
  TRAINING: 'training for a role',
  CODE_OF_ETHICS: 'code of ethics',
  TRAINING_EXEMPTION: 'request for an exemption from a course',
  RETRAINING: 'retraining',
} as const satisfies Record<string, string>;
