import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

@ObjectType({ description: 'An external auditor on IHSA’s approved list today (G-2.4.g).' })
export class ApprovedAuditor {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The company the auditor works for; null for none.' })
  company!: string | null;
}

@ObjectType({ description: 'A period on the approved list, for a company or for none.' })
export class ApprovedListPeriod {
  @Field(() => String, { nullable: true, description: 'The company; null for none.' })
  company!: string | null;

  @Field(() => LocalDate, { description: 'First day.' })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Last day, included; null while it is open-ended.' })
  to!: Day | null;
}

@ObjectType({ description: 'A period in which an auditor consults for an organization and does not audit it (G-3.4.a).' })
export class ConsultingEngagement {
  @Field(() => ID, { description: 'Global id of the organization.' })
  organization!: string;

  @Field(() => LocalDate, { description: 'First day.' })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Last day, included; null while it is open-ended.' })
  to!: Day | null;
}

@ObjectType({ description: 'A conflict of interest that an auditor declared, and IHSA’s request to withdraw because of it (G-3.4.a).' })
export class ConflictOfInterest {
  @Field(() => ID, { description: 'Global id of the organization.' })
  organization!: string;

  @Field(() => LocalDate, { description: 'Day on which it was declared.' })
  declaredOn!: Day;

  @Field(() => String, { description: 'What it is.' })
  description!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'From this day on the auditor does not audit the organization; null without a request.',
  })
  withdrawalRequestedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which the request no longer applies.' })
  requestEndedOn!: Day | null;
}

@ObjectType({ implements: Node, description: 'An entry of the register of external auditors. For staff.' })
export class ExternalAuditor implements Node {
  id!: string;

  @Field(() => String, { nullable: true, description: 'The name; null if it was erased (R-63).' })
  name!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which the name was erased, including from everything recorded before (R-46, R-63); null while it is kept.',
  })
  erasedOn!: Day | null;

  @Field(() => Int, {
    description: 'Number of earlier versions of records, and of entries of the audit log, from which the name was erased.',
  })
  erasedRows!: number;

  @Field(() => [ApprovedListPeriod], { description: 'When the auditor was on the approved list, in order.' })
  approvedListPeriods!: ApprovedListPeriod[];

  @Field(() => [LocalDate], { description: 'Days of IHSA’s evaluations, in order (G-4.3).' })
  evaluatedOn!: Day[];

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Day by which the next evaluation is due: a year after the last one, or after the first day on the list. Null if never on the list.',
  })
  evaluationDueOn!: Day | null;

  @Field(() => [ConsultingEngagement], { description: 'For whom the auditor consults, in order.' })
  consultingEngagements!: ConsultingEngagement[];

  @Field(() => [ConflictOfInterest], { description: 'Conflicts of interest that the auditor declared, in order.' })
  conflictsOfInterest!: ConflictOfInterest[];

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day of the removal from the program; new work is refused from this day on (R-17).',
  })
  removedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'Why the auditor was removed.' })
  removalReason!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; every change of the entry raises it. Nullable, like that of other records.',
  })
  version!: number | null;
}
