import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { CountedConnection } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { fromGlobalId } from '../contract/global-id.ts';
import { formerOrganizationIds } from './former-ids.loader.ts';
import { OrganizationArgs } from './organization.args.ts';
import { visibleOrganizationById } from './organization.loader.ts';
import { Organization, type OrganizationSource } from './organization.type.ts';
import { OrganizationConnection } from './organization-connection.type.ts';
import { OrganizationsArgs } from './organizations.args.ts';
import { listOrganizations } from './organizations.service.ts';

/** Answers for organizations: one, or a list of them. */
@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, {
    nullable: true,
    description: 'An organization by its id; null if there is none with an account whose standing today is visible to you.',
  })
  async organization(@Args(() => OrganizationArgs) { id }: OrganizationArgs, @Ctx() context: Context): Promise<OrganizationSource | null> {
    const organization = fromGlobalId(id);
    return organization && context.loader(visibleOrganizationById).load(organization.uuid);
  }

  @Query(() => OrganizationConnection, {
    description:
      'The organizations with an account whose standing on the day asked (default: today) is visible to you, in pages; without an API ' +
      'key, those with certified or pending accounts.',
  })
  organizations(
    @Args(() => OrganizationsArgs) args: OrganizationsArgs,
    @Ctx() context: Context,
  ): Promise<CountedConnection<OrganizationSource>> {
    return listOrganizations(context, args);
  }

  @FieldResolver(() => [ID])
  formerIds(@Root() { organizationId }: OrganizationSource, @Ctx() context: Context): Promise<readonly string[]> {
    return context.loader(formerOrganizationIds).load(organizationId);
  }
}
