import { ArrayMaxSize, ArrayNotEmpty, Matches } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { Basis, Standard, Standing } from './standing.type.ts';

/** The filters of every list of accounts: the standing on a day, and the organization's city. */
@InputType()
export abstract class StandingFilter {
  @Field(() => LocalDate, { nullable: true, description: 'The day whose standings count, past or future. Default: today in Toronto.' })
  on?: Day | null;

  @Field(() => [Standing], {
    nullable: true,
    description: 'Only accounts whose standing on the day is one of these. A standing that is not visible to you matches nothing.',
  })
  @ArrayNotEmpty({ message: 'must name at least one standing' })
  @ArrayMaxSize(Object.keys(Standing).length, { message: 'must name each standing at most once' })
  standing?: Standing[] | null;

  @Field(() => Standard, { nullable: true, description: 'Only accounts certified to this standard on the day.' })
  standard?: Standard | null;

  @Field(() => Basis, { nullable: true, description: 'Only accounts whose standing on the day rests on this.' })
  basis?: Basis | null;

  @Field(() => String, { nullable: true, description: 'Only accounts of organizations in this city. Capitals and accents do not matter.' })
  @Matches(/^(?=.*\S)[^\p{Cc}]{1,100}$/u, { message: 'must be the name of a city: 1 to 100 characters on one line' })
  city?: string | null;
}

/** Further filters for lists of accounts or organizations. */
@InputType()
export abstract class AccountCriteria extends StandingFilter {
  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Only accounts whose standing on the day ends before this day if nothing further is recorded: its last day is before this day.',
  })
  endingBefore?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Only accounts that are pending on the day, and have been since this day or earlier.',
  })
  pendingSince?: Day | null;
}

@InputType({ description: 'Which accounts to list. All conditions given must be met.' })
export class AccountFilter extends AccountCriteria {}
