import { IsInt, Length, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingInput } from '../mutations/mutation.input.ts';

@InputType({ description: 'Who looks after an item of the work queue.' })
export class AssignWorkInput extends CreatingInput {
  @Field(() => ID, { description: '`key` of the item.' })
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { message: 'must be the key of an item of the work queue' })
  item!: string;

  @Field(() => String, { nullable: true, description: 'Name or initials of the person, on one line; null if nobody is to look after it.' })
  @Length(1, 200)
  @Matches(/^(?=.*\S)[^\p{C}]*$/u, { message: 'must be a text on one line, and not blank' })
  assignee?: string | null;

  @Field(() => Int, {
    description:
      '`assignmentVersion` of the item when you read it. If someone has assigned it since, nothing is written and the fault CONFLICT gives the current version.',
  })
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  expectedVersion!: number;
}
