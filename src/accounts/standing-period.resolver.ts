import { FieldResolver, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import type { Day } from '../rules/calendar.ts';
import { writeWord } from '../rules/messages/messages.ts';
import { BEGINNING } from '../rules/standing/timeline.ts';
import { StandingPeriod, type StandingPeriodSource } from './standing-period.type.ts';

/** Answers for the periods of an account's timeline. */
@Resolver(() => StandingPeriod)
@MarksOurFrench()
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
    return renderReasons(consulted(), locale);
  }

  @FieldResolver(() => String, { description: 'The standing in words.' })
  standingLabel(@Root() { standing }: StandingPeriodSource, @InLocale() locale: Locale): string {
    return writeWord(locale, standing);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The standing from `holdsUntil` on, in words.' })
  thenLabel(@Root() { then }: StandingPeriodSource, @InLocale() locale: Locale): string | null {
    return then && writeWord(locale, then);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the standing rests on, in words.' })
  basisLabel(@Root() { basis }: StandingPeriodSource, @InLocale() locale: Locale): string | null {
    return basis && writeWord(locale, basis);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The standard in words.' })
  standardLabel(@Root() { standard }: StandingPeriodSource, @InLocale() locale: Locale): string | null {
    return standard && writeWord(locale, standard);
  }
}
