import { Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';

@ObjectType({
  implements: Node,
  description: 'A firm. It may hold several accounts; each account is certified separately, never the firm as a whole (G-1.2.b).',
})
export class Organization implements Node {
  id!: string;

  @Field(() => String, { description: 'Legal name.' })
  legalName!: string;

  @Field(() => String, { nullable: true, description: 'The name it trades under, if different.' })
  operatingName!: string | null;

  @Field(() => String, { nullable: true, description: 'City.' })
  city!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'CRA business number. Null if none is recorded, and to callers who may not see the whole file.',
  })
  businessNumber!: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Its former names. Null to callers who may not see the whole file.',
  })
  formerNames!: string[] | null;

  @Field(() => [ID], { description: 'Global ids of organizations that were merged into this one: each continues to find it.' })
  formerIds!: string[];
}

/** What a query returns to GraphQL for an organization; its accounts are found by `organizationId`. */
export interface OrganizationSource extends Readonly<Omit<Organization, 'formerNames' | 'formerIds'>> {
  readonly formerNames: readonly string[] | null;
  readonly organizationId: string;
}
