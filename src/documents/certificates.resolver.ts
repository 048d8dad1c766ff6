import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Account, type AccountSource } from '../accounts/account.type.ts';
import { accountByCertificate } from '../accounts/account-of-document.loader.ts';
import { Certificate } from '../certificates/certificate.type.ts';
import type { CountedConnection } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { CertificateConnection } from './certificate-connection.type.ts';
import { CertificatesArgs } from './certificates.args.ts';
import { type ListedCertificate, listCertificates } from './certificates.service.ts';

/** Lists certificates, each with its account. */
@Resolver(() => Certificate)
export class CertificatesResolver {
  @Query(() => CertificateConnection, {
    description:
      'The certificates behind the standings that are visible to you on the day, in pages; without an API key, those that are ' +
      'certified or pending. Staff see all certificates, including superseded ones, unless they filter by standing.',
  })
  certificates(@Args(() => CertificatesArgs) args: CertificatesArgs, @Ctx() context: Context): Promise<CountedConnection<Certificate>> {
    return listCertificates(context, args);
  }

  @FieldResolver(() => Account, { nullable: true, description: 'The account it was issued to; null if the account’s record was removed.' })
  account(
    @Root() { id, accountOf }: Certificate & Partial<ListedCertificate>,
    @Ctx() context: Context,
  ): AccountSource | null | Promise<AccountSource | null> {
    return accountOf ?? context.loader(accountByCertificate).load(id);
  }
}
