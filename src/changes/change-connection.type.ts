import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { Change } from './change.type.ts';

@ObjectType({ description: 'A change and its place in the feed.' })
export class ChangeEdge {
  @Field(() => String, { description: 'The place of the change: give it as `after`.' })
  cursor!: string;

  @Field(() => Change, { description: 'The change.' })
  node!: Change;
}

@ObjectType({
  description:
    'A page of the changes. To keep a copy of what is visible to you: read `latest`, then list the accounts, then read the changes ' +
    'after it; for each change, replace your copy of its account with what `account` says now.',
})
export class ChangeConnection {
  @Field(() => [ChangeEdge], { description: 'The changes of the page with their cursors.' })
  edges!: ChangeEdge[];

  @Field(() => [Change], { description: 'The changes of the page.' })
  nodes!: Change[];

  @Field(() => PageInfo, { description: 'Where the page lies.' })
  pageInfo!: PageInfo;

  @Field(() => String, {
    description:
      'How far the page has read, including changes that are not visible to you: give it as `after` to continue, even if the page is empty.',
  })
  position!: string;

  @Field(() => String, {
    description:
      'The place of the latest change, visible to you or not. Everything that became known before it is included in what you read from ' +
      'now on.',
  })
  latest!: string;
}
