import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { readId } from '../contract/document-id.ts';
import { certificateById } from './certificate.loader.ts';
import { Certificate } from './certificate.type.ts';
import { KnownCertificate } from './known-certificate.type.ts';

/** Leads from a certificate as it was known to the certificate. */
@Resolver(() => KnownCertificate)
export class KnownCertificateResolver {
  @FieldResolver(() => Certificate, {
    nullable: true,
    description: 'The certificate as it is recorded now; null if it is not visible to you today, or was removed.',
  })
  record(@Root() { uuid }: KnownCertificate, @Ctx() context: Context): Promise<Certificate | null> {
    return context.loader(certificateById).load(readId(uuid));
  }
}
