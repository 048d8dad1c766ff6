import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { Consequence } from '../rules/cycle/consequence.ts';
import type { Obligation as Owed, Party as Who } from '../rules/cycle/obligations.ts';
import type { Because } from '../rules/decision.ts';

/** Who has to do something, as an enum of the schema. */
export const Party = {
  ORGANIZATION: 'ORGANIZATION',
  IHSA: 'IHSA',
  EXTERNAL_AUDITOR: 'EXTERNAL_AUDITOR',
} as const satisfies { [P in Who]: P };

registerEnumType(Party, {
  name: 'Party',
  description: 'Who has to do something.',
  valuesConfig: {
    ORGANIZATION: { description: 'The organization that holds the account.' },
    IHSA: { description: 'The Infrastructure Health & Safety Association.' },
    EXTERNAL_AUDITOR: { description: 'The external auditor.' },
  },
});

/** The states of an obligation, as an enum of the schema. */
export const ObligationState = {
  UPCOMING: 'UPCOMING',
  DUE: 'DUE',
  OVERDUE: 'OVERDUE',
  DONE: 'DONE',
} as const satisfies { [S in Owed['state']]: S };
export type ObligationState = Owed['state'];

registerEnumType(ObligationState, {
  name: 'ObligationState',
  description: 'The state of an obligation on a day (R-36).',
  valuesConfig: {
    UPCOMING: { description: 'It is not due yet.' },
    DUE: { description: 'It is due: from 90 days before its due day, or from the day on which it arose.' },
    OVERDUE: { description: 'Its due day has passed, but it can still be done.' },
    DONE: { description: 'It was done; it stays listed until the next certificate.' },
  },
});

/** What follows if something is not done, as an enum of the schema, the gravest first. */
export const WorkConsequence = { LOSS: 'LOSS', LATE: 'LATE', NONE: 'NONE' } as const satisfies { [C in Consequence]: C };
export type WorkConsequence = Consequence;

registerEnumType(WorkConsequence, {
  name: 'WorkConsequence',
  description: 'What follows if an item is not done by its days, the gravest first.',
  valuesConfig: {
    LOSS: {
      description: 'After its last day it can no longer be done: a certification is pending, lost or expired, or a process starts over.',
    },
    LATE: { description: 'After its due day it is late, and can still be done.' },
    NONE: { description: 'No source names a day for it.' },
  },
});

/** What there is to do, as an enum of the schema. */
export const ObligationKind = {
  REGISTRATION_APPLICATION: 'REGISTRATION_APPLICATION',
  INTERNAL_AUDIT: 'INTERNAL_AUDIT',
  AUDIT_FEE: 'AUDIT_FEE',
  AUDIT_RECEIPT: 'AUDIT_RECEIPT',
  PRE_ASSESSMENT: 'PRE_ASSESSMENT',
  INTERNAL_REVIEW: 'INTERNAL_REVIEW',
  REVIEW_FOLLOW_UP: 'REVIEW_FOLLOW_UP',
  CORRECTIVE_ACTION_PLAN: 'CORRECTIVE_ACTION_PLAN',
  CORRECTIVE_ACTION_PLAN_APPROVAL: 'CORRECTIVE_ACTION_PLAN_APPROVAL',
  AUDIT_PLAN_APPROVAL: 'AUDIT_PLAN_APPROVAL',
  EXTERNAL_AUDIT: 'EXTERNAL_AUDIT',
  EXTERNAL_AUDIT_REPORT: 'EXTERNAL_AUDIT_REPORT',
  AUDIT_REPORT_APPROVAL: 'AUDIT_REPORT_APPROVAL',
  RE_AUDIT: 'RE_AUDIT',
  CERTIFICATE: 'CERTIFICATE',
  MAINTENANCE_AUDIT: 'MAINTENANCE_AUDIT',
  MAINTENANCE_CORRECTION: 'MAINTENANCE_CORRECTION',
  LETTER_OF_GOOD_STANDING: 'LETTER_OF_GOOD_STANDING',
  STAFF_ALERT: 'STAFF_ALERT',
  RE_REGISTRATION: 'RE_REGISTRATION',
  RENEWAL_INTERNAL_AUDIT: 'RENEWAL_INTERNAL_AUDIT',
  RENEWAL_AUDIT: 'RENEWAL_AUDIT',
  NEW_CERTIFICATE: 'NEW_CERTIFICATE',
  SPOT_CHECK_IMPLEMENTATION: 'SPOT_CHECK_IMPLEMENTATION',
  SPOT_CHECK_VALIDATION: 'SPOT_CHECK_VALIDATION',
  SPOT_CHECK_FEE: 'SPOT_CHECK_FEE',
  EQUIVALENCY_RENEWAL: 'EQUIVALENCY_RENEWAL',
  AUDITS_AFTER_WON_BID: 'AUDITS_AFTER_WON_BID',
  STARTING_OVER: 'STARTING_OVER',
  WSIB_GOOD_STANDING: 'WSIB_GOOD_STANDING',
  SENIOR_MANAGEMENT_REPRESENTATIVE: 'SENIOR_MANAGEMENT_REPRESENTATIVE',
  INTERNAL_AUDITOR: 'INTERNAL_AUDITOR',
  TRAINING: 'TRAINING',
  TRAINING_EXEMPTION: 'TRAINING_EXEMPTION',
  CODE_OF_ETHICS: 'CODE_OF_ETHICS',
  RETRAINING: 'RETRAINING',
  APPEAL_ACKNOWLEDGEMENT: 'APPEAL_ACKNOWLEDGEMENT',
  APPEAL_DECISION: 'APPEAL_DECISION',
  APPEAL_FINAL_REVIEW: 'APPEAL_FINAL_REVIEW',
} as const satisfies { [K in Owed['kind']]: K };

/** What each kind of obligation is, in words for the schema. */
export const obligationKinds = {
  REGISTRATION_APPLICATION: {
    description: 'An open application for registration, which IHSA acknowledges, verifies and confirms or rejects (G-2.1.a).',
  },
  INTERNAL_AUDIT: { description: 'The initial internal audit, submitted to IHSA (G-2.4.b).' },
  AUDIT_FEE: { description: 'The fee of a submission that is held because it is unpaid (X-22).' },
  AUDIT_RECEIPT: {
    description: 'IHSA’s receipt of a submitted internal, maintenance or transition audit, of which it records the day (G-2.4.b, G-2.4.j).',
  },
  PRE_ASSESSMENT: { description: 'IHSA’s pre-assessment of a submitted internal, maintenance or transition audit (G-2.4.c).' },
  INTERNAL_REVIEW: {
    description:
      'IHSA’s review of the internal audit, within 60 days (G-2.4.d); of a maintenance or transition audit, for which no source names a day (G-2.4.k).',
  },
  REVIEW_FOLLOW_UP: {
    description: 'After a review that did not pass: IHSA asks for a corrective action plan or for a new internal audit (G-2.4.e).',
  },
  CORRECTIVE_ACTION_PLAN: {
    description:
      'The corrective action plan after an audit: to go on after one that failed, for improvement after one that passed (G-2.4.a, G-2.4.e, G-2.4.i).',
  },
  CORRECTIVE_ACTION_PLAN_APPROVAL: {
    description:
      'The approval of a corrective action plan: by IHSA after an internal audit, by the auditor after an external one (G-2.4.e, G-2.4.i).',
  },
  AUDIT_PLAN_APPROVAL: { description: 'IHSA’s approval of the plan of an external audit, before it starts (G-2.4.g).' },
  EXTERNAL_AUDIT: { description: 'The external audit, within six months of the review report (G-2.4.f).' },
  EXTERNAL_AUDIT_REPORT: { description: 'The report on an external audit or re-audit, submitted to IHSA for approval (G-3.4.b).' },
  AUDIT_REPORT_APPROVAL: {
    description: 'IHSA’s approval of the report on a completed external audit or re-audit whose scores are recorded (G-3.4.b).',
  },
  RE_AUDIT: { description: 'The re-audit after a failed external audit, within six months of its report (G-2.4.i).' },
  CERTIFICATE: { description: 'The Certificate of Recognition after an external audit that passed (G-2.4.h).' },
  MAINTENANCE_AUDIT: { description: 'The maintenance audit, submitted 60 days before the anniversary (G-2.4.j).' },
  MAINTENANCE_CORRECTION: {
    description: 'Corrections after a failed review of the maintenance audit, by day 90 (G-2.4.k), or after its letter (R-64).',
  },
  LETTER_OF_GOOD_STANDING: { description: 'The Letter of Good Standing for year 2 or 3 (G-2.0, G-2.4.m).' },
  STAFF_ALERT: {
    description:
      'IHSA’s staff are alerted: from day 60 without a letter (R-8), and when the audit of a letter fails after its issue (R-64).',
  },
  RE_REGISTRATION: { description: 'The registration for the new cycle (G-2.5.a).' },
  RENEWAL_INTERNAL_AUDIT: { description: 'The internal audit to show to the external auditor at renewal (G-2.5.b).' },
  RENEWAL_AUDIT: { description: 'The external audit for the new cycle (G-2.5.b).' },
  NEW_CERTIFICATE: { description: 'The new certificate at the third anniversary (G-2.5.c).' },
  SPOT_CHECK_IMPLEMENTATION: { description: 'Corrective action after a spot check, reported within 90 days (G-4.4.b).' },
  SPOT_CHECK_VALIDATION: { description: 'IHSA’s validation of that corrective action (G-4.4.c).' },
  SPOT_CHECK_FEE: { description: 'The fee that IHSA charged for a spot check (G-4.4.c).' },
  EQUIVALENCY_RENEWAL: { description: 'A new request before an equivalency certificate ends (R-20).' },
  AUDITS_AFTER_WON_BID: { description: 'Registration and audits if the bid is won (F-16.b, G-5.b).' },
  STARTING_OVER: { description: 'A new registration after a loss (R-13).' },
  WSIB_GOOD_STANDING: {
    description:
      'The WSIB account was reported closed or not in good standing; it must be active and in good standing again (G-1.2.a, R-1).',
  },
  SENIOR_MANAGEMENT_REPRESENTATIVE: { description: 'A successor for the senior management representative who left (G-1.2.c, G-3.2.a).' },
  INTERNAL_AUDITOR: {
    description:
      'A successor for the internal auditor who left and took the training along (G-2.2.a, G-3.2.a, F-14), or one who is a permanent full-time employee (G-3.3.a).',
  },
  TRAINING: { description: 'The courses of a role, completed or exempted (G-2.2.a).' },
  TRAINING_EXEMPTION: { description: 'A request for an exemption from a course, which IHSA grants or rejects (G-2.2.b).' },
  CODE_OF_ETHICS: { description: 'The code of ethics, signed (G-4.5).' },
  RETRAINING: { description: 'A retraining that IHSA requires (G-4.2).' },
  APPEAL_ACKNOWLEDGEMENT: { description: 'The acknowledgement of an appeal, within two business days (G-7.b, G-7.c).' },
  APPEAL_DECISION: { description: 'The decision on an appeal, within five business days (G-7.b, G-7.c).' },
  APPEAL_FINAL_REVIEW: {
    description: 'The Vice President’s review of an appeal that level 2 denied, within five business days; it is final (G-7.d).',
  },
};

registerEnumType(ObligationKind, { name: 'ObligationKind', description: 'What there is to do.', valuesConfig: obligationKinds });

@ObjectType({ description: 'Something that an account, IHSA or an external auditor has to do, and its state on a day.' })
export class Obligation {
  @Field(() => ID, { description: 'Identifies this obligation on every day; opaque.' })
  key!: string;

  @Field(() => ObligationKind, { description: 'What is to be done.' })
  kind!: Owed['kind'];

  @Field(() => Party, { description: 'Who has to do it.' })
  by!: Who;

  @Field(() => [String], { description: 'Ids of the clauses it follows from, the one that requires it first.' })
  clauses!: string[];

  @Field(() => ObligationState, { description: 'Its state on the day.' })
  state!: ObligationState;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day on which it is due; null if that depends on something not recorded.',
  })
  opensOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day by which it must be done; null if no source gives one.' })
  dueOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day on which it can be done; null if there is no such day.' })
  lastDay!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which it was done; if that is not recorded, the day of the document that shows it.',
  })
  doneOn!: Day | null;

  @Field(() => Boolean, {
    description: 'Whether it was done after its due day, or is overdue; false if only a later document shows that it was done.',
  })
  isLate!: boolean;

  @Field(() => WorkConsequence, { description: 'What follows if it is not done by its days.' })
  consequence!: WorkConsequence;
}

/** What a query returns to GraphQL for an obligation: the law's own answer. */
export interface ObligationSource extends Readonly<Omit<Obligation, 'clauses' | 'consequence'>> {
  readonly clauses: readonly string[];
  readonly because: Because;
}
