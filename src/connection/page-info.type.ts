import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The place of a page in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether the list has elements after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether the list has elements before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first element; null on an empty page. Give it as `before` with `last`.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last element; null on an empty page. Give it as `after` with `first`.',
  })
  endCursor!: string | null;
}
