import { Field, ObjectType } from 'type-graphql';
import { AuditType } from '../audits/audit.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { Standard } from '../standing/standing.type.ts';

@ObjectType({
  description:
    'What the recipient of a consent to audit facts can see of an audit: its type, its days and who carried it out, but no scores ' +
    '(G-8.a, G-8.b).',
})
export class AuditFacts {
  @Field(() => AuditType, { description: 'Its purpose.' })
  type!: AuditType;

  @Field(() => Standard, { description: 'The audit tool that was used.' })
  tool!: Standard;

  @Field(() => LocalDate, { nullable: true, description: 'First day on site.' })
  startedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on site: the day from which SOSE counts its 12 months (R-4, W.3.b).' })
  completedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which IHSA received it.' })
  receivedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the approved report on it.' })
  reportedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which it was closed, its deficiencies corrected (W.3.c).' })
  closedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'Name of the auditor; null also if it was erased.' })
  auditor!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which the name of the auditor was erased (R-46, R-63).' })
  auditorErasedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'The company the auditor works for.' })
  auditingCompany!: string | null;
}
