import { Args, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import { faults } from '../errors.ts';
import { type Day, yearOf } from '../rules/calendar.ts';
import { addBusinessDays, type PublicHoliday as Holiday, publicHolidays } from '../rules/holidays.ts';
import { BusinessDaysArgs, FIRST_YEAR, LAST_YEAR, PublicHolidaysArgs } from './calendar.args.ts';
import { InLocale } from './locale.args.ts';
import type { Locale } from './locale.type.ts';
import { PublicHoliday } from './public-holiday.type.ts';

/** Answers which days count as business days. */
@Resolver(() => PublicHoliday)
export class CalendarResolver {
  @Query(() => [PublicHoliday], {
    description: `Ontario’s public holidays of a year, ${FIRST_YEAR} to ${LAST_YEAR}, by day (X-6): those that the registry’s business days leave out.`,
  })
  publicHolidays(@Args(() => PublicHolidaysArgs) { year }: PublicHolidaysArgs): readonly Holiday[] {
    return publicHolidays(year);
  }

  @Query(() => [LocalDate], {
    description:
      'The business days that follow a day, in order: Monday to Friday less Ontario’s public holidays (R-27). The last one is that on which a period of so many business days ends.',
  })
  businessDays(@Args(() => BusinessDaysArgs) { from, days }: BusinessDaysArgs): Day[] {
    const counted = Array.from({ length: days }).reduce<Day[]>((so) => [...so, addBusinessDays(so.at(-1) ?? from, 1)], []);
    const last = counted.at(-1) ?? from;
    if (yearOf(from) < FIRST_YEAR || yearOf(last) > LAST_YEAR) throw faults.BAD_FIELDS([{ field: 'from', message: outside }]);
    return counted;
  }

  @FieldResolver(() => String, { description: 'Its name, as Ontario’s guide to the Employment Standards Act has it.' })
  name(@Root() { name, nameFr }: Holiday, @InLocale() locale: Locale): string {
    return locale === 'fr' ? nameFr : name;
  }
}

const outside = `must, like every day counted, be in the years ${FIRST_YEAR} to ${LAST_YEAR}.`;
