import type { Context } from '../contract/context.ts';
import { readinessFacts } from '../issuing/readiness.service.ts';
import type { IssuingReadinessSource } from '../issuing/readiness.type.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { decideCertificate } from '../rules/recording/issuing-certificate.ts';
import { proposedCertificate } from './proposed-certificate.ts';
import type { CertificateReadinessArgs } from './readiness.args.ts';

/** G-2.4.h: whether a certificate could be issued, as `issueCertificate` would decide. */
export async function certificateReadiness(context: Context, args: CertificateReadinessArgs): Promise<IssuingReadinessSource> {
  const facts = await readinessFacts(context, (tx) => accountNamed({ tx }, args.account));
  const proposed = proposedCertificate(facts, args, context.today, 'audit');
  return { decision: decideCertificate(facts, proposed, context.today) };
}
