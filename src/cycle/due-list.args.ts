import { ArrayMaxSize, ArrayNotEmpty } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { ObligationState, Party } from './obligation.type.ts';

@ArgsType()
export class DueListArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Global id of the organization; needed with a key of staff. Default: your own.' })
  @IsGlobalId('Organization')
  organization?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'A day, past or future. Default: today in Toronto.' })
  on?: Day | null;

  @Field(() => [ObligationState], { nullable: true, description: 'Only obligations in one of these states. Default: all but DONE.' })
  @ArrayNotEmpty({ message: 'must name at least one state' })
  @ArrayMaxSize(Object.keys(ObligationState).length, { message: 'must name each state at most once' })
  states?: ObligationState[] | null;

  @Field(() => [Party], { nullable: true, description: 'Only what one of these has to do. Default: everyone.' })
  @ArrayNotEmpty({ message: 'must name at least one party' })
  @ArrayMaxSize(Object.keys(Party).length, { message: 'must name each party at most once' })
  by?: (keyof typeof Party)[] | null;
}
