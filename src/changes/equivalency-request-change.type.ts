import { Field, ObjectType } from 'type-graphql';
import { EquivalencyRequest } from '../equivalency/equivalency-request.type.ts';
import { RequestStatus } from '../equivalency/request-enums.type.ts';
import { Change } from './change.type.ts';

@ObjectType({
  implements: Change,
  description: 'A new status of a request for equivalency or reciprocity. Visible to callers who may see the request.',
})
export class EquivalencyRequestChange extends Change {
  @Field(() => EquivalencyRequest, { nullable: true, description: 'The request as it is now, as far as visible to you.' })
  request!: EquivalencyRequest | null;

  @Field(() => RequestStatus, { nullable: true, description: 'The status before; null if the request was not visible to you yet.' })
  before!: RequestStatus | null;

  @Field(() => RequestStatus, { description: 'The new status.' })
  after!: RequestStatus;
}
