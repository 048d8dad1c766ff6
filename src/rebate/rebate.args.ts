import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { AccountArgs } from '../accounts/account.args.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

const MOST_DAYS = 50;
const mostMessage = { message: `must hold at most ${MOST_DAYS} days` };

@InputType({ description: 'The days of a recognition by the Chief Prevention Officer.' })
export class RecognitionInput {
  @Field(() => LocalDate, { description: 'First day.' })
  from!: Day;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day, that day included; not before the first. Leave it out where none is set.',
  })
  to?: Day | null;
}

@InputType({
  description:
    'What is known of an employer for the WSIB’s rebate. It is judged with this question and not kept; what is left out is not known here.',
})
export class RebateFacts {
  @Field(() => RecognitionInput, {
    nullable: true,
    description: 'The recognition, where none is on record here that you may know; otherwise the one on record is judged.',
  })
  @ValidateNested()
  recognition?: RecognitionInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the employer is in Schedule 1.' })
  schedule1?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the WSIB account is active.' })
  activeAccount?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether premiums and balances are paid.' })
  balancesPaid?: boolean | null;

  @Field(() => [LocalDate], {
    nullable: true,
    description: `Days of charges under the WSIA or the Criminal Code, at most ${MOST_DAYS}; an empty list says that there is none.`,
  })
  @ArrayMaxSize(MOST_DAYS, mostMessage)
  charges?: Day[] | null;

  @Field(() => [LocalDate], {
    nullable: true,
    description: `Days of work-related fatalities, at most ${MOST_DAYS}; an empty list says that there is none.`,
  })
  @ArrayMaxSize(MOST_DAYS, mostMessage)
  fatalities?: Day[] | null;
}

@ArgsType()
export class RebateEligibilityArgs extends AccountArgs {
  @Field(() => LocalDate, { nullable: true, description: 'The day asked about. Today in Toronto unless given.' })
  on: Day | null = null;

  @Field(() => RebateFacts, { nullable: true, description: 'What you know of the employer.' })
  @ValidateNested()
  facts?: RebateFacts | null;
}
