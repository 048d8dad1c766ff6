import { ArrayMaxSize, ArrayNotEmpty, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { RequestKind, RequestStatus } from './request-enums.type.ts';

/** The orders of a list of requests; of those of one day the ids decide. */
export const RequestOrder = { CREATED_ON_ASC: 'CREATED_ON_ASC', CREATED_ON_DESC: 'CREATED_ON_DESC' } as const;
export type RequestOrder = keyof typeof RequestOrder;

registerEnumType(RequestOrder, {
  name: 'EquivalencyRequestOrder',
  description: 'The order of a list of requests.',
  valuesConfig: {
    CREATED_ON_ASC: { description: 'By the day on which they were begun, the earliest first.' },
    CREATED_ON_DESC: { description: 'By the day on which they were begun, the latest first.' },
  },
});

@InputType({ description: 'Which requests to list: those that meet everything given.' })
export class EquivalencyRequestFilter {
  @Field(() => [RequestStatus], { nullable: true, description: 'Only requests with one of these statuses today.' })
  @ArrayNotEmpty({ message: 'must name at least one status' })
  @ArrayMaxSize(Object.keys(RequestStatus).length, { message: 'must name each status once' })
  statuses?: RequestStatus[] | null;

  @Field(() => RequestKind, { nullable: true, description: 'Only requests of this kind.' })
  kind?: RequestKind | null;

  @Field(() => ID, { nullable: true, description: 'Only requests for the account with this global id.' })
  @IsGlobalId('Account')
  account?: string | null;
}

@ArgsType()
export class EquivalencyRequestsArgs extends PageArgs {
  @Field(() => EquivalencyRequestFilter, { nullable: true, description: 'Which requests to list. Default: all that are visible to you.' })
  @ValidateNested()
  filter?: EquivalencyRequestFilter | null;

  @Field(() => RequestOrder, { description: 'The order of the list.', defaultValue: RequestOrder.CREATED_ON_DESC })
  orderBy!: RequestOrder;
}

@ArgsType()
export class EquivalencyRequestArgs {
  @Field(() => ID, { description: 'Global id of the request.' })
  @IsGlobalId('EquivalencyRequest')
  id!: string;
}
