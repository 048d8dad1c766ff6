import { ArrayMaxSize, ArrayNotEmpty, IsIn, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { AccountsOfChanges, ChangeFilter } from '../changes/change.input.ts';
import { RequestStatus } from '../equivalency/request-enums.type.ts';

const after =
  'Cursor of a change, or `position` or `latest` of a page of `changes`: what came after it is told first, and nothing of it is left out. From now on unless given.';

@ArgsType()
export class StatusChangedArgs {
  @Field(() => ChangeFilter, { nullable: true, description: 'Which changes to tell; all that you may know of unless given.' })
  @ValidateNested()
  filter?: ChangeFilter | null;

  @Field(() => String, { nullable: true, description: after })
  after?: string | null;
}

const statuses = Object.values(RequestStatus);

@InputType({ description: 'Which changes of requests to tell: those that meet everything given.' })
export class EquivalencyChangeFilter extends AccountsOfChanges {
  @Field(() => [RequestStatus], { nullable: true, description: 'Those into one of these statuses.' })
  @ArrayNotEmpty({ message: 'must name at least one' })
  @ArrayMaxSize(statuses.length, { message: 'must name each status once at most' })
  @IsIn(statuses, { each: true })
  statuses?: RequestStatus[] | null;
}

@ArgsType()
export class EquivalencyRequestChangedArgs {
  @Field(() => EquivalencyChangeFilter, { nullable: true, description: 'Which changes to tell; all that you may know of unless given.' })
  @ValidateNested()
  filter?: EquivalencyChangeFilter | null;

  @Field(() => String, { nullable: true, description: after })
  after?: string | null;
}
