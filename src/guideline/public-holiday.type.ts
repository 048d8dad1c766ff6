import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

@ObjectType({ description: 'A public holiday of Ontario, on its own day: one that falls on a weekend is not moved (X-6, R-27).' })
export class PublicHoliday {
  @Field(() => LocalDate, { description: 'The day.' })
  day!: Day;
}
