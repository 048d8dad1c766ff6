import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { Receipt } from './receipt.type.ts';

@ObjectType({ description: 'One of a list of receipts, with its cursor.' })
export class ReceiptEdge {
  @Field(() => String, { description: 'Its place in the list: give it as `after` or `before`. It stays valid when the list changes.' })
  cursor!: string;

  @Field(() => Receipt, { description: 'The receipt.' })
  node!: Receipt;
}

@ObjectType({ description: 'A page of a list of receipts.' })
export class ReceiptConnection {
  @Field(() => [ReceiptEdge], { description: 'The receipts of the page with their cursors.' })
  edges!: ReceiptEdge[];

  @Field(() => [Receipt], { description: 'The receipts of the page.' })
  nodes!: Receipt[];

  @Field(() => PageInfo, { description: 'The place of the page in the list.' })
  pageInfo!: PageInfo;

  @Field(() => String, {
    nullable: true,
    description:
      'How far the page has read, including receipts whose answer did not change. While `pageInfo` says that the list goes on, give it as `after` (with `last`: as `before`), even if the page is empty. Null on an empty list.',
  })
  position!: string | null;
}
