import { ArrayMaxSize, ArrayNotEmpty, Length, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { LocalDate } from '../contract/scalars.ts';
import { ObligationState } from '../cycle/obligation.type.ts';
import type { Day } from '../rules/calendar.ts';
import { WorkItemKind } from './work-item.type.ts';

@InputType({ description: 'Which items to list. All conditions given must be met.' })
export class WorkQueueFilter {
  @Field(() => [WorkItemKind], { nullable: true, description: 'Only items of these kinds.' })
  @ArrayNotEmpty({ message: 'must name at least one kind' })
  @ArrayMaxSize(Object.keys(WorkItemKind).length, { message: 'must name each kind at most once' })
  kinds?: WorkItemKind[] | null;

  @Field(() => [ObligationState], { nullable: true, description: 'Only items in one of these states.' })
  @ArrayNotEmpty({ message: 'must name at least one state' })
  @ArrayMaxSize(Object.keys(ObligationState).length, { message: 'must name each state at most once' })
  states?: ObligationState[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'Only items with a due day on or before this day.' })
  dueBy?: Day | null;

  @Field(() => String, { nullable: true, description: 'Only items that this person looks after, as given to `assignWork`.' })
  @Length(1, 200)
  assignee?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Set to true for items that nobody looks after.' })
  unassigned?: boolean | null;
}

@ArgsType()
export class WorkCountsArgs {
  @Field(() => WorkQueueFilter, { nullable: true, description: 'Which items to count. Default: all.' })
  @ValidateNested()
  filter?: WorkQueueFilter | null;
}

@ArgsType()
export class WorkQueueArgs extends PageArgs {
  @Field(() => WorkQueueFilter, { nullable: true, description: 'Which items to list. Default: all.' })
  @ValidateNested()
  filter?: WorkQueueFilter | null;
}
