import { Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { Organization } from '../organizations/organization.type.ts';
import { StandingPeriod } from './standing-period.type.ts';

@ObjectType({
  implements: Node,
  description: 'The unit of certification: one WSIB employer account, or a firm without one (G-1.2.b, R-22).',
})
export class Account implements Node {
  id!: string;

  @Field(() => String, { nullable: true, description: 'WSIB account number, without spaces and hyphens; null for a firm without one.' })
  wsibAccount!: string | null;

  @Field(() => Organization, { description: 'The organization that holds the account.' })
  organization!: Organization;

  @Field(() => StandingPeriod, {
    description: 'The standing on a day (default: today), with the adjacent days on which it is the same.',
  })
  standing!: StandingPeriod;

  @Field(() => [StandingPeriod], {
    description: 'The standing for all time, past and forecast, in order, without gaps or overlaps, as far as visible to you.',
  })
  timeline!: StandingPeriod[];

  @Field(() => [ID], { description: 'Global ids of accounts that were merged into this one: each continues to find it.' })
  formerIds!: string[];
}

/** What a query returns to GraphQL for an account; the rest is found by its keys. */
export interface AccountSource extends Readonly<Pick<Account, 'id' | 'wsibAccount'>> {
  readonly accountId: string;
  readonly organizationId: string;
  /** Whether the account consents to the caller seeing its registration; absent for a caller to whom nobody can consent. */
  readonly hasRegisteredConsent?: boolean | undefined;
}
