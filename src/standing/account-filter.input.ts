import { ArrayMaxSize, ArrayNotEmpty, Matches } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { Basis, Standard, Standing } from './standing.type.ts';

/** What every list may ask of an account: its standing on a day, and where its organization is. */
@InputType()
export abstract class StandingFilter {
  @Field(() => LocalDate, { nullable: true, description: 'The day whose standings count, past or future. Today in Toronto unless given.' })
  on?: Day | null;

  @Field(() => [Standing], {
    nullable: true,
    description: 'Those whose standing on the day is one of these. A standing that you may not know of finds nothing.',
  })
  @ArrayNotEmpty({ message: 'must name at least one standing' })
  @ArrayMaxSize(Object.keys(Standing).length, { message: 'must name each standing once at most' })
  standing?: Standing[] | null;

  @Field(() => Standard, { nullable: true, description: 'Those held to this standard on the day.' })
  standard?: Standard | null;

  @Field(() => Basis, { nullable: true, description: 'Those whose standing on the day rests on this.' })
  basis?: Basis | null;

  @Field(() => String, { nullable: true, description: 'Those of organizations in this city. Capitals and accents do not matter.' })
  @Matches(/^(?=.*\S)[^\p{Cc}]{1,100}$/u, { message: 'must be the name of a city: 1 to 100 characters on one line' })
  city?: string | null;
}

/** What a list of accounts or organizations may ask further. */
@InputType()
export abstract class AccountCriteria extends StandingFilter {
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Those whose standing of the day ends before this day if nothing further is recorded: its last day lies before it.',
  })
  endingBefore?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Those pending on the day, and so since this day or an earlier one.' })
  pendingSince?: Day | null;
}

@InputType({ description: 'Which accounts to list: those that meet everything given.' })
export class AccountFilter extends AccountCriteria {}
