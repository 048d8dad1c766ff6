import { IsInt, Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';

/** The most elements of a page; without a key, half as many. */
export const MOST_ON_A_PAGE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many elements from the front, 1 to 100; without an API key at most 50. 20 unless `first` or `last` is given.',
  })
  @IsInt()
  @Min(1)
  @Max(MOST_ON_A_PAGE)
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor of an element: the page begins after it.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many elements from the back, 1 to 100; without an API key at most 50. Not with `first`.',
  })
  @IsInt()
  @Min(1)
  @Max(MOST_ON_A_PAGE)
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor of an element: the page ends before it.' })
  before?: string | null;
}
