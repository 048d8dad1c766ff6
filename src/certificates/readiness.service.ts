import type { EntityManager } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { readinessFacts } from '../issuing/readiness.service.ts';
import type { IssuingReadinessSource } from '../issuing/readiness.type.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { Refusal } from '../rules/decision.ts';
import { decideCertificate } from '../rules/recording/issuing-certificate.ts';
import { proposedCertificate } from './proposed-certificate.ts';
import type { CertificateReadinessArgs } from './readiness.args.ts';

/** G-2.4.h: whether a certificate could be issued, as `issueCertificate` would decide. */
export async function certificateReadiness(context: Context, args: CertificateReadinessArgs): Promise<IssuingReadinessSource> {
  const accountOf = (tx: EntityManager) => accountNamed({ tx }, args.account);
  const { facts, exception } = await readinessFacts(context, { accountOf, exception: args.exception ?? null });
  const proposed = proposedCertificate(facts, args, context.today, 'audit');
  if (exception instanceof Refusal) return { decision: { refusal: exception, reasons: [] } };
  return { decision: decideCertificate(facts, proposed, context.today, exception) };
}
