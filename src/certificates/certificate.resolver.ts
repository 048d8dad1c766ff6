import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { versionOfCertificate } from '../disclosure/version.loader.ts';
import { IssuingReadiness, type IssuingReadinessSource } from '../issuing/readiness.type.ts';
import { supportByCertificate } from '../issuing/support.loader.ts';
import { DocumentSupport, type DocumentSupportSource } from '../issuing/support.type.ts';
import { mutate } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { CorrectCertificateInput, IssueCertificateInput } from './certificate.input.ts';
import { correctCertificate, issueCertificate, type WrittenCertificate } from './certificate.service.ts';
import { Certificate } from './certificate.type.ts';
import { CertificateReadinessArgs } from './readiness.args.ts';
import { certificateReadiness } from './readiness.service.ts';

const IssueCertificateResult = resultOf('IssueCertificateResult', Certificate);
const CorrectCertificateResult = resultOf('CorrectCertificateResult', Certificate);

/** Issues certificates and corrects them. */
@Resolver(() => Certificate)
export class CertificateResolver {
  @Mutation(() => IssueCertificateResult, {
    description:
      'Issues a Certificate of Recognition on its external audit. Everything that must come before it is on record by its day of issue; otherwise it is refused with every missing clause. For staff; the number is drawn by the registry.',
  })
  issueCertificate(
    @Arg('input', () => IssueCertificateInput, { description: 'What to issue, and to whom.' }) input: IssueCertificateInput,
    @Ctx() context: Context,
  ): Promise<WrittenCertificate | Refusal> {
    return mutate(context, 'issueCertificate', input, (unit) => issueCertificate(unit, input));
  }

  @Mutation(() => CorrectCertificateResult, {
    description: 'Corrects what was recorded wrongly about a certificate; earlier values stay in the history. For staff.',
  })
  correctCertificate(
    @Arg('input', () => CorrectCertificateInput, { description: 'The corrected values.' }) input: CorrectCertificateInput,
    @Ctx() context: Context,
  ): Promise<WrittenCertificate | Refusal> {
    return mutate(context, 'correctCertificate', input, (unit) => correctCertificate(unit, input));
  }

  @Query(() => IssuingReadiness, {
    description:
      'Whether a certificate could be issued on an audit, as `issueCertificate` would decide now, with every clause of which something is missing. For staff; that the audits were read is logged (G-8.a).',
  })
  certificateReadiness(
    @Args(() => CertificateReadinessArgs) args: CertificateReadinessArgs,
    @Ctx() context: Context,
  ): Promise<IssuingReadinessSource> {
    return certificateReadiness(context, args);
  }

  @FieldResolver(() => DocumentSupport, {
    nullable: true,
    description: 'What it was issued on; null to callers who may not see the whole file, and once it was removed.',
  })
  restsOn(@Root() { id }: Certificate, @Ctx() context: Context): Promise<DocumentSupportSource | null> {
    return context.loader(supportByCertificate).load(recordId('certificate', id, 'Certificate'));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null to callers who may not see the whole file, and once it was removed.',
  })
  version(@Root() certificate: Certificate & Partial<WrittenCertificate>, @Ctx() context: Context): number | null | Promise<number | null> {
    if (certificate.version !== undefined) return certificate.version;
    return context.loader(versionOfCertificate).load(recordId('certificate', certificate.id, 'Certificate'));
  }
}
