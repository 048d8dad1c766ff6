import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { Organization, type OrganizationSource } from '../organizations/organization.type.ts';
import { accountsByOrganization, type LoadedAccount } from './account.loader.ts';
import { Account } from './account.type.ts';

/** Answers for the accounts of an organization. */
@Resolver(() => Organization)
export class OrganizationAccountsResolver {
  @FieldResolver(() => [Account], { description: 'Its accounts whose standing today is visible to you.' })
  accounts(@Root() { organizationId }: OrganizationSource, @Ctx() context: Context): Promise<readonly LoadedAccount[]> {
    return context.loader(accountsByOrganization).load(organizationId);
  }
}
