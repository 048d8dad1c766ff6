import { ArrayMaxSize, ArrayNotEmpty, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { LocalDate } from '../contract/scalars.ts';
import { ObligationState } from '../cycle/obligation.type.ts';
import type { Day } from '../rules/calendar.ts';
import { WorkItemKind } from './work-item.type.ts';

@InputType({ description: 'Which items to list: those that meet everything given.' })
export class WorkQueueFilter {
  @Field(() => [WorkItemKind], { nullable: true, description: 'Those of one of these kinds.' })
  @ArrayNotEmpty({ message: 'must name at least one kind' })
  @ArrayMaxSize(Object.keys(WorkItemKind).length, { message: 'must name each kind once at most' })
  kinds?: WorkItemKind[] | null;

  @Field(() => [ObligationState], { nullable: true, description: 'Those in one of these states.' })
  @ArrayNotEmpty({ message: 'must name at least one state' })
  @ArrayMaxSize(Object.keys(ObligationState).length, { message: 'must name each state once at most' })
  states?: ObligationState[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'Those with a due day, on or before this day.' })
  dueBy?: Day | null;
}

@ArgsType()
export class WorkQueueArgs extends PageArgs {
  @Field(() => WorkQueueFilter, { nullable: true, description: 'Which items to list; all unless given.' })
  @ValidateNested()
  filter?: WorkQueueFilter | null;
}
