import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import { Locale } from '../guideline/locale.type.ts';
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
  reasons(
    @Root() { consulted }: StandingPeriodSource,
    @Arg('locale', () => Locale, { description: 'The language of the sentences.', defaultValue: Locale.EN }) locale: Locale,
  ): Reason[] {
    return renderReasons(consulted, locale);
  }
}
