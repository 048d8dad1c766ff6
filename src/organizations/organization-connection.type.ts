import { Field, Float, ObjectType } from 'type-graphql';
import { connectionTo } from '../connection/connection.type.ts';
import { Organization } from './organization.type.ts';

@ObjectType({ description: 'One of a list of organizations, at its place.' })
export class OrganizationEdge {
  @Field(() => String, { description: 'Its place in the list: give it as `after` or `before`. It stays good when the list changes.' })
  cursor!: string;

  @Field(() => Organization, { description: 'The organization.' })
  node!: Organization;

  @Field(() => Float, {
    nullable: true,
    description:
      'How like one of its names is to what was searched for: 1 for the name itself, its legal ending included, 0 for nothing in common. Null in a list that is not ordered by likeness.',
  })
  score!: number | null;
}

/** Pages of organizations. */
export const OrganizationConnection = connectionTo(Organization, { one: 'organization', many: 'organizations' }, OrganizationEdge);
