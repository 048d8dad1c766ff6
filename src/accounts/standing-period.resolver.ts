import { FieldResolver, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { InLocale } from '../guideline/locale-argument.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import type { Day } from '../rules/calendar.ts';
import { BEGINNING } from '../rules/standing/timeline.ts';
import { StandingPeriod, type StandingPeriodSource } from './standing-period.type.ts';

/** Answers for the periods of an account's timeline. */
@Resolver(() => StandingPeriod)
export class StandingPeriodResolver {
  @FieldResolver(() => LocalDate, { nullable: true })
  async from(@Root() { bounds }: StandingPeriodSource): Promise<Day | null> {
    const { from } = await bounds();
    return from === BEGINNING ? null : from;
  }

  @FieldResolver(() => LocalDate, { nullable: true })
  async to(@Root() { bounds }: StandingPeriodSource): Promise<Day | null> {
    return (await bounds()).to;
  }

  @FieldResolver(() => [Reason])
  reasons(@Root() { consulted }: StandingPeriodSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(consulted, locale);
  }
}
