import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { fromIds } from '../contract/document-id.ts';
import { mentions } from '../contract/mentions.ts';
import { Organization, type OrganizationSource } from '../organizations/organization.type.ts';
import { accountsByOrganization, accountsUnexplained, type LoadedAccount } from './account.loader.ts';
import { Account } from './account.type.ts';

/** The fields that read the reasons of a standing, or the ids of its documents. */
const explaining = ['reasons', 'unofficial', ...fromIds];

/** Answers for the accounts of an organization. */
@Resolver(() => Organization)
export class OrganizationAccountsResolver {
  @FieldResolver(() => [Account], { description: 'Its accounts whose standing today is visible to you.' })
  accounts(
    @Root() { organizationId }: OrganizationSource,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly LoadedAccount[]> {
    return context.loader(mentions(info, explaining) ? accountsByOrganization : accountsUnexplained).load(organizationId);
  }
}
