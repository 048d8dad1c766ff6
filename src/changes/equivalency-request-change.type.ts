import { Field, ObjectType } from 'type-graphql';
import { EquivalencyRequest } from '../equivalency/equivalency-request.type.ts';
import { RequestStatus } from '../equivalency/request-enums.type.ts';
import { Change } from './change.type.ts';

@ObjectType({
  implements: Change,
  description: 'A request for equivalency or reciprocity that has another status. Told to those who may see the request.',
})
export class EquivalencyRequestChange extends Change {
  @Field(() => EquivalencyRequest, { nullable: true, description: 'The request, as it is now and as far as you may see it.' })
  request!: EquivalencyRequest | null;

  @Field(() => RequestStatus, { nullable: true, description: 'Where it stood before; null where you could not see it yet.' })
  before!: RequestStatus | null;

  @Field(() => RequestStatus, { description: 'Where it stands since.' })
  after!: RequestStatus;
}
