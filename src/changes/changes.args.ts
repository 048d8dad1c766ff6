import { IsInt, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';
import { MOST_ON_A_PAGE } from '../connection/page.args.ts';
import { ChangeFilter } from './change.input.ts';

@ArgsType()
export class ChangesArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of a change, or `position` or `latest` of a page: start after it. Default: from the first change.',
  })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many changes, 1 to 100; without an API key at most 50. Default: 20.' })
  @IsInt()
  @Min(1)
  @Max(MOST_ON_A_PAGE)
  first?: number | null;

  @Field(() => ChangeFilter, { nullable: true, description: 'Which changes to return. Default: all that are visible to you.' })
  @ValidateNested()
  filter?: ChangeFilter | null;
}
