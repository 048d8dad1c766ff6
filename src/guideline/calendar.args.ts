import { IsInt, Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

/** The years whose holidays are answered: all nine exist from the first on, and the law of later ones is nobody's to promise. */
export const FIRST_YEAR = 2008;
export const LAST_YEAR = 2040;
const MOST_DAYS = 250;

const years = { message: `must be a year from ${FIRST_YEAR} to ${LAST_YEAR}` };
const days = { message: `must be a whole number from 1 to ${MOST_DAYS}` };

@ArgsType()
export class PublicHolidaysArgs {
  @Field(() => Int, { description: `The year, from ${FIRST_YEAR} to ${LAST_YEAR}.` })
  @IsInt(years)
  @Min(FIRST_YEAR, years)
  @Max(LAST_YEAR, years)
  year!: number;
}

@ArgsType()
export class BusinessDaysArgs {
  @Field(() => LocalDate, { description: 'The day after which they are counted: day 0, whether it is a business day itself or not.' })
  from!: Day;

  @Field(() => Int, { description: `How many, from 1 to ${MOST_DAYS}.` })
  @IsInt(days)
  @Min(1, days)
  @Max(MOST_DAYS, days)
  days!: number;
}
