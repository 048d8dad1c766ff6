import { IsInt, Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';

/** The maximum number of elements in a page; half as many without a key. */
export const MOST_ON_A_PAGE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many elements from the start of the list, 1 to 100; without an API key at most 50. Default, if `last` is not given either: ' +
      '20.',
  })
  @IsInt()
  @Min(1)
  @Max(MOST_ON_A_PAGE)
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor of an element: the page begins after it.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many elements from the end of the list, 1 to 100; without an API key at most 50. Not together with `first`.',
  })
  @IsInt()
  @Min(1)
  @Max(MOST_ON_A_PAGE)
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor of an element: the page ends before it.' })
  before?: string | null;
}
