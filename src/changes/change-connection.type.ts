import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { Change } from './change.type.ts';

@ObjectType({ description: 'A change at its place.' })
export class ChangeEdge {
  @Field(() => String, { description: 'The place of the change: give it as `after`.' })
  cursor!: string;

  @Field(() => Change, { description: 'The change.' })
  node!: Change;
}

@ObjectType({
  description:
    'A page of the changes. To keep a copy of what you may know: read `latest`, then list the accounts, then take the changes after it; for each, replace what you have of its account by what `account` says now.',
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
      'How far the page has read, changes that you may not see included: give it as `after` to go on, also when the page is empty.',
  })
  position!: string;

  @Field(() => String, {
    description: 'The place of the last change there is, whoever may see it. All that became known before is in what you read from now on.',
  })
  latest!: string;
}
