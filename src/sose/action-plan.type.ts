import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

@ObjectType({
  description: 'The SOSE action plan after an external audit of COR 2020, and the further check of its corrections (X-1b).',
})
export class SoseActionPlan {
  @Field(() => LocalDate, { nullable: true, description: 'Day on which it was approved.' })
  approvedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'Who approved it.' })
  approvedBy!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which its corrections were checked.' })
  checkedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'Who checked them.' })
  checkedBy!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the checker is a third party; null if not stated.' })
  byThirdParty!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null if it was removed as recorded in error.',
  })
  version!: number | null;
}
