import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { accountById, type LoadedAccount } from '../accounts/account.loader.ts';
import { Account } from '../accounts/account.type.ts';
import { PageArgs } from '../connection/page.args.ts';
import type { Connection } from '../connection/page.ts';
import type { Context } from '../contract/context.ts';
import { Organization, type OrganizationSource } from '../organizations/organization.type.ts';
import { consentById } from './consent.loader.ts';
import { Consent, type ConsentSource } from './consent.type.ts';
import { Disclosure, DisclosureConnection, type DisclosureSource } from './disclosure.type.ts';
import { disclosuresOf } from './disclosures.service.ts';

/** Shows an organization to whom its audit facts were disclosed. */
@Resolver(() => Organization)
export class OrganizationWithDisclosuresResolver {
  @FieldResolver(() => DisclosureConnection, {
    nullable: true,
    description:
      'The disclosures of its audit facts under its consents, the latest first (R-28). Null to callers who may not see the whole file.',
  })
  disclosures(
    @Root() organization: OrganizationSource,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<DisclosureSource> | null> {
    return disclosuresOf(context, organization, args);
  }
}

/** Leads from a disclosure to its account and its consent. */
@Resolver(() => Disclosure)
export class DisclosureResolver {
  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { accountId }: DisclosureSource, @Ctx() context: Context): Promise<LoadedAccount | null> {
    return context.loader(accountById).load(accountId);
  }

  @FieldResolver(() => Consent, { nullable: true })
  consent(@Root() { consentId }: DisclosureSource, @Ctx() context: Context): Promise<ConsentSource | null> {
    return context.loader(consentById).load(consentId);
  }
}
