import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Account, type AccountSource } from '../accounts/account.type.ts';
import { accountByCertificate } from '../accounts/account-of-document.loader.ts';
import { Certificate } from '../certificates/certificate.type.ts';
import type { CountedConnection } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { CertificateConnection } from './certificate-connection.type.ts';
import { CertificatesArgs } from './certificates.args.ts';
import { type ListedCertificate, listCertificates } from './certificates.service.ts';

/** Lists certificates, and says whose each is. */
@Resolver(() => Certificate)
export class CertificatesResolver {
  @Query(() => CertificateConnection, {
    description:
      'The certificates that a standing of the day rests on which you may know, in pages; without an API key those certified or pending. Staff get all, superseded ones too, unless they ask for a standing.',
  })
  certificates(@Args(() => CertificatesArgs) args: CertificatesArgs, @Ctx() context: Context): Promise<CountedConnection<Certificate>> {
    return listCertificates(context, args);
  }

  @FieldResolver(() => Account, { nullable: true, description: 'The account it was issued to; null once its record was removed.' })
  account(
    @Root() { id, accountOf }: Certificate & Partial<ListedCertificate>,
    @Ctx() context: Context,
  ): AccountSource | null | Promise<AccountSource | null> {
    return accountOf ?? context.loader(accountByCertificate).load(id);
  }
}
