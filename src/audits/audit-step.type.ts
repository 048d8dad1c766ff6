import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import { Reason } from '../guideline/reason.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import type { AuditStep as Step } from '../rules/recording/auditing-facts.ts';

/** The steps of an audit, as an enum of the schema. */
export const AuditStep = {
  SIGNED_OFF: 'SIGNED_OFF',
  SUBMITTED: 'SUBMITTED',
  RECEIVED: 'RECEIVED',
  RETURNED: 'RETURNED',
  HELD_UNPAID: 'HELD_UNPAID',
  PAYMENT_RECEIVED: 'PAYMENT_RECEIVED',
  PRE_ASSESSED: 'PRE_ASSESSED',
  REVIEWER_ASSIGNED: 'REVIEWER_ASSIGNED',
  REVIEWED: 'REVIEWED',
  REPORT_RECEIVED: 'REPORT_RECEIVED',
  REPORT_APPROVED: 'REPORT_APPROVED',
  ACTION_PLAN_CHOSEN: 'ACTION_PLAN_CHOSEN',
  NEW_AUDIT_CHOSEN: 'NEW_AUDIT_CHOSEN',
  ACTION_PLAN_SUBMITTED: 'ACTION_PLAN_SUBMITTED',
  ACTION_PLAN_SENT_BACK: 'ACTION_PLAN_SENT_BACK',
  ACTION_PLAN_APPROVED: 'ACTION_PLAN_APPROVED',
  SHOWN_TO_AUDITOR: 'SHOWN_TO_AUDITOR',
  AUDITOR_SELECTED: 'AUDITOR_SELECTED',
  AUDIT_PLAN_SUBMITTED: 'AUDIT_PLAN_SUBMITTED',
  AUDIT_PLAN_SENT_BACK: 'AUDIT_PLAN_SENT_BACK',
  AUDIT_PLAN_APPROVED: 'AUDIT_PLAN_APPROVED',
  STARTED: 'STARTED',
  COMPLETED: 'COMPLETED',
  SCORED: 'SCORED',
  CLOSED: 'CLOSED',
} as const satisfies { [S in Step]: S };
export type AuditStep = Step;

registerEnumType(AuditStep, {
  name: 'AuditStep',
  description: 'The steps of an audit. Each type of audit has some of them, in this order.',
  valuesConfig: {
    SIGNED_OFF: { description: 'Senior management signed an internal audit off (G-2.4.b).' },
    SUBMITTED: { description: 'An internal audit was submitted to IHSA with its material (G-2.4.b, G-2.4.j).' },
    RECEIVED: { description: 'IHSA received it; the 60 days of the review run from this day (G-2.4.d).' },
    RETURNED: {
      description:
        'It was returned for correction; once it is signed off, submitted and received again, the 60 days start again (G-2.4.c).',
    },
    HELD_UNPAID: {
      description: 'Its fee is unpaid, so it is held: IHSA reviews it once the payment is received. The 60 days keep running (X-22, R-50).',
    },
    PAYMENT_RECEIVED: { description: 'The fee of a submission that was held was paid (X-22).' },
    PRE_ASSESSED: { description: 'The pre-assessment found it complete, and its declared scores pass (G-2.4.c).' },
    REVIEWER_ASSIGNED: { description: 'Someone at IHSA was assigned to review it.' },
    REVIEWED: { description: 'IHSA completed the review (G-2.4.d, G-2.4.k).' },
    REPORT_RECEIVED: { description: 'The organization received the report; the six months run from this day (R-3).' },
    REPORT_APPROVED: { description: 'IHSA approved the report of an external audit (G-3.4.b).' },
    ACTION_PLAN_CHOSEN: { description: 'After a review that did not pass, IHSA asks for a corrective action plan (G-2.4.e).' },
    NEW_AUDIT_CHOSEN: { description: 'After a review that did not pass, IHSA asks for a new internal audit (G-2.4.e).' },
    ACTION_PLAN_SUBMITTED: { description: 'The corrective action plan was submitted (G-2.4.e, G-2.4.i).' },
    ACTION_PLAN_SENT_BACK: { description: 'The corrective action plan was sent back.' },
    ACTION_PLAN_APPROVED: { description: 'The corrective action plan was approved.' },
    SHOWN_TO_AUDITOR: { description: 'The year-one internal audit was shown to the external auditor (G-2.5.b).' },
    AUDITOR_SELECTED: { description: 'An external auditor was selected: recorded by `selectExternalAuditor` (G-2.4.g, G-3.4.a).' },
    AUDIT_PLAN_SUBMITTED: { description: 'The plan of an external audit was submitted; its approval can take 21 days (G-2.4.g).' },
    AUDIT_PLAN_SENT_BACK: { description: 'The plan of an external audit was sent back.' },
    AUDIT_PLAN_APPROVED: { description: 'IHSA approved the plan, by the day the audit starts (G-2.4.g).' },
    STARTED: { description: 'First day on site.' },
    COMPLETED: { description: 'Last day on site (R-4).' },
    SCORED: { description: 'It was scored: recorded by `recordAuditScores` (G-2.3).' },
    CLOSED: { description: 'It was closed after its deficiencies were corrected.' },
  },
});

@ObjectType({ description: 'A period for which a submission was held because its fee was unpaid (X-22).' })
export class UnpaidHold {
  @Field(() => LocalDate, { description: 'First day.' })
  heldOn!: Day;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day of the payment; null while it is awaited, and if the submission was returned first.',
  })
  paidOn!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which it ended, by payment or by return of the submission; null while it is held.',
  })
  endedOn!: Day | null;
}

@ObjectType({ description: 'A recorded step of an audit.' })
export class RecordedAuditStep {
  @Field(() => AuditStep, { description: 'What happened.' })
  step!: AuditStep;

  @Field(() => LocalDate, { description: 'On which day.' })
  on!: Day;

  @Field(() => String, { nullable: true, description: 'What was noted with it.' })
  note!: string | null;
}

/** Whether a step may be recorded, before its reasons are put into words. */
export interface AuditStepReadinessSource {
  readonly step: AuditStep;
  readonly isReady: boolean;
  readonly refusal: Refusal | null;
}

@ObjectType({ description: 'Whether a step of an audit may be recorded: the same decision that the mutation takes.' })
export class AuditStepReadiness {
  @Field(() => AuditStep, { description: 'Which step.' })
  step!: AuditStep;

  @Field(() => Boolean, {
    description:
      'Whether it may be recorded. For SCORED: whether scores may be; what they would be is not known here, so `recordAuditScores` judges them itself (R-2, and what a document that was issued rests on). For SUBMITTED: as staff may record it, also where the material came to IHSA by another way; an organization submits none without it (G-2.4.b).',
  })
  isReady!: boolean;

  @Field(() => [Reason], { description: 'Every clause that forbids it, with what was found; empty if none does.' })
  reasons!: Reason[];
}
