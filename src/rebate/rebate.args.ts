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
    description: 'Last day, that day included; not before the first. Omit it if none is set.',
  })
  to?: Day | null;
}

@InputType({
  description:
    'What is known about an employer for the WSIB’s rebate. It is used for this question only and not kept; omitted facts count as ' +
    'not known.',
})
export class RebateFacts {
  @Field(() => RecognitionInput, {
    nullable: true,
    description: 'The recognition, used only if none that is visible to you is on record here.',
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
  @Field(() => LocalDate, { nullable: true, description: 'The day asked about. Default: today in Toronto.' })
  on: Day | null = null;

  @Field(() => RebateFacts, { nullable: true, description: 'What you know about the employer.' })
  @ValidateNested()
  facts?: RebateFacts | null;
}
