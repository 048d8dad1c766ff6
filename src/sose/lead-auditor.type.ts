import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

@ObjectType({ description: 'Whether a lead auditor was certified, registered and in good standing on some days (X-14).' })
export class AuditorStanding {
  @Field(() => LocalDate, { description: 'First day.' })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Last day, that day included; null for no end.' })
  to!: Day | null;

  @Field(() => Boolean, { description: 'Whether in good standing on all of these days.' })
  inGoodStanding!: boolean;
}

@ObjectType({ description: 'The lead auditor of an external audit, with statements about his or her standing (X-14).' })
export class LeadAuditor {
  @Field(() => String, { nullable: true, description: 'The name; null if it was erased (R-63).' })
  name!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which the name was erased; null while it is kept.' })
  erasedOn!: Day | null;

  @Field(() => [AuditorStanding], {
    description: 'The statements, in the order of their first days; days that none covers count as not known.',
  })
  standings!: AuditorStanding[];

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null if it was removed as recorded in error.',
  })
  version!: number | null;
}
