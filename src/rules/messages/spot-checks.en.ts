/** The English of what stands against recording a spot check and what follows it. */
export const spotChecksEnglish = {
  'spot-check-recorded': 'A letter received on {receivedOn:day} is already recorded.',
  'spot-check-of-none': 'No certificate was certified or pending on {receivedOn:day}, and a spot check is one of a certified account.',
  'spot-check-asks-for-nothing': 'The letter of {receivedOn:day} asks for no corrective action, so nothing follows it.',
  'spot-check-step-recorded': 'It is already recorded that {step:word}: on {on:day}.',
  'spot-check-report-too-late':
    'The letter was received on {receivedOn:day}: full implementation is reported by {deadline:day}, and {on:day} is later.',
  'spot-check-lost-already':
    'The corrective action asked for by the letter of {receivedOn:day} was missed, and the certification was lost on {lostOn:day}.',
  'spot-check-fee-not-charged': 'By {on:day} no fee for the validation is recorded as charged.',
} as const satisfies Record<string, string>;

/** What a step of a spot check says, as the end of a sentence. */
export const spotCheckWordsEnglish = {
  CHECK_PLAN_SUBMITTED: 'the corrective action plan was submitted',
  CHECK_IMPLEMENTATION_REPORTED: 'the organization reported full implementation',
  CHECK_FOUND_NOT_IMPLEMENTED: 'IHSA found that the plan was not implemented',
  CHECK_VALIDATED: 'IHSA validated the implementation',
  CHECK_FEE_CHARGED: 'the fee was charged',
  CHECK_FEE_PAID: 'the fee was paid',
} as const satisfies Record<string, string>;
