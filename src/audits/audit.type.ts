import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { AuditType as Type } from '../rules/cycle/facts.ts';
import { Standard } from '../standing/standing.type.ts';
import { AuditDocument } from './audit-document.type.ts';
import { RecordedAuditStep, UnpaidHold } from './audit-step.type.ts';

/** The purpose of an audit, as an enum of the schema. */
export const AuditType = {
  INITIAL_INTERNAL: 'INITIAL_INTERNAL',
  EXTERNAL: 'EXTERNAL',
  RE_AUDIT: 'RE_AUDIT',
  MAINTENANCE: 'MAINTENANCE',
  TRANSITION: 'TRANSITION',
  RECERTIFICATION_INTERNAL: 'RECERTIFICATION_INTERNAL',
} as const satisfies { [T in Type]: T };
export type AuditType = Type;

registerEnumType(AuditType, {
  name: 'AuditType',
  description: 'The purpose of an audit.',
  valuesConfig: {
    INITIAL_INTERNAL: { description: 'The internal audit before the first certification (G-2.4.b).' },
    EXTERNAL: { description: 'The external audit that earns a certificate (G-2.4.h).' },
    RE_AUDIT: { description: 'The re-audit after a failed external audit (G-2.4.i).' },
    MAINTENANCE: { description: 'The internal audit of year 2 or 3 that earns a Letter of Good Standing (G-2.4.j).' },
    TRANSITION: { description: 'A maintenance audit with the COR 2020 tool, which moves the certification to COR 2020 (F-24, R-14).' },
    RECERTIFICATION_INTERNAL: { description: 'The internal audit shown to the external auditor at the renewal (G-2.5.b).' },
  },
});

@ObjectType({ description: 'The score of one element of an audit.' })
export class AuditElementScore {
  @Field(() => Int, { description: 'Number of the element in the audit tool, from 1.' })
  element!: number;

  @Field(() => String, { description: 'Per cent with two decimals, as given and never rounded: 79.99.' })
  score!: string;
}

/** What a query returns to GraphQL for a score; the tool gives the element its name. */
export interface AuditElementScoreSource extends Readonly<AuditElementScore> {
  readonly tool: Standard;
}

@ObjectType({ description: 'The scores of an audit after a correction (G-2.4.k).' })
export class LaterScoring {
  @Field(() => LocalDate, { description: 'Day of the scores.' })
  on!: Day;

  @Field(() => String, { description: 'Overall score in per cent.' })
  overall!: string;

  @Field(() => String, { description: 'Score of the legislated items in per cent.' })
  legislated!: string;

  @Field(() => [AuditElementScore], { description: 'Scores of the elements, by number.' })
  elements!: AuditElementScore[];
}

@ObjectType({ implements: Node, description: 'An audit of an account. Confidential: each read is logged (G-8.a).' })
export class Audit implements Node {
  id!: string;

  @Field(() => AuditType, { description: 'Its purpose.' })
  type!: AuditType;

  @Field(() => Standard, { description: 'The audit tool: that of COR has 19 elements, that of COR 2020 has 14.' })
  tool!: Standard;

  @Field(() => LocalDate, { nullable: true, description: 'First day on site.' })
  startedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on site (R-4).' })
  completedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which IHSA received it.' })
  receivedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the approved report on it.' })
  reportedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which it was closed after its deficiencies were corrected.' })
  closedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'Name of the auditor; null also if it was erased.' })
  auditor!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which the name of the auditor was erased (R-46, R-63).' })
  auditorErasedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'The company the auditor works for.' })
  auditingCompany!: string | null;

  @Field(() => String, { nullable: true, description: 'Overall score in per cent.' })
  overall!: string | null;

  @Field(() => String, { nullable: true, description: 'Score of the legislated items in per cent.' })
  legislated!: string | null;

  @Field(() => [AuditElementScore], { description: 'Scores of the elements, by number.' })
  elements!: AuditElementScore[];

  @Field(() => LocalDate, { nullable: true, description: 'Day on which senior management signed it off (G-2.4.b).' })
  signedOffOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which it was submitted (G-2.4.b).' })
  submittedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which the pre-assessment found it complete (G-2.4.c).' })
  preAssessedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which IHSA completed the review (G-2.4.d).' })
  reviewedOn!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which the organization received the report, from which the six months run (R-3).',
  })
  reportReceivedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which IHSA approved the report of an external audit (G-3.4.b).' })
  reportApprovedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which the corrective action plan was submitted.' })
  actionPlanSubmittedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which the corrective action plan was approved.' })
  actionPlanApprovedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which IHSA asked for a new internal audit instead of a plan (G-2.4.e).' })
  newAuditAskedForOn!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which the year-one internal audit was shown to the external auditor (G-2.5.b).',
  })
  shownToAuditorOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which the plan of an external audit was submitted.' })
  planSubmittedOn!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day by which the plan is to be approved, by IHSA’s planning figure of 21 days; null until one is submitted (G-2.4.g).',
  })
  planApprovalDueOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which IHSA approved the plan of an external audit (G-2.4.g).' })
  planApprovedOn!: Day | null;

  @Field(() => ID, { nullable: true, description: 'For a re-audit: global id of the external audit that it follows (R-5).' })
  reAuditOf!: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the audit whose submission it shares; its documents are there.' })
  sharesSubmissionOf!: string | null;

  @Field(() => String, { nullable: true, description: 'Who reviews it for IHSA.' })
  reviewer!: string | null;

  @Field(() => [LaterScoring], { description: 'The scores after corrections, with their days, in order (G-2.4.k).' })
  laterScores!: LaterScoring[];

  @Field(() => [AuditDocument], { description: 'The documents that were sent with it, in the order of their receipt.' })
  documents!: AuditDocument[];

  @Field(() => [RecordedAuditStep], { description: 'What was recorded of it step by step, in order.' })
  steps!: RecordedAuditStep[];

  @Field(() => [UnpaidHold], {
    description: 'The periods for which it was held because its fee was unpaid, in order (X-22). They move no day of the review (R-50).',
  })
  unpaidHolds!: UnpaidHold[];

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null if it was removed as recorded in error.',
  })
  version!: number | null;
}
