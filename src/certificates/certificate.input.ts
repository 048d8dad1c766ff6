import { IsBoolean, IsIn } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { CorrectingSupportInput, CreatingInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';
import type { CertificateBasis } from '../rules/facts.ts';
import { Basis, Standard } from '../standing/standing.type.ts';

@InputType({
  description:
    'A Certificate of Recognition to issue after an external audit (G-2.4.h). Certificates by equivalency result from a request and ' +
    'are not issued here.',
})
export class IssueCertificateInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account it is issued to.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => Standard, {
    nullable: true,
    description: 'The standard it certifies. Default: that of the audit’s tool; another one is refused.',
  })
  standard?: Standard | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of issue. Default: today in Toronto; no later day is accepted.' })
  issuedOn?: Day | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the external audit, or re-audit, that earned it. Without it, or with one that does not support it, the certificate is refused; so it is while anything else that must come before it is not on record (G-2.4.h). `certificateReadiness` says what is missing.',
  })
  @IsGlobalId('Audit')
  audit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of an exception that an administrator recorded for it (`recordIssuingException`); it serves once (R-44).',
  })
  @IsGlobalId('IssuingException')
  exception?: string | null;
}

@InputType({ description: 'The correction of a certificate. Omitted fields stay as they are.' })
export class CorrectCertificateInput extends CorrectingSupportInput {
  @Field(() => ID, { description: 'Global id of the certificate.' })
  @IsGlobalId('Certificate')
  certificate!: string;

  @Field(() => Standard, { nullable: true, description: 'The standard it was issued to.' })
  standard?: Standard | null;

  @Field(() => Basis, { nullable: true, description: 'How it was earned: EXTERNAL_AUDIT, ISO_45001_EQUIVALENCY or MLITSD_EQUIVALENCY.' })
  @IsIn(['EXTERNAL_AUDIT', 'ISO_45001_EQUIVALENCY', 'MLITSD_EQUIVALENCY'], {
    message: 'must be EXTERNAL_AUDIT, ISO_45001_EQUIVALENCY or MLITSD_EQUIVALENCY',
  })
  basis?: CertificateBasis | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of issue: today in Toronto or before.' })
  issuedOn?: Day | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Set if there never was such a certificate: it is removed, but its history is kept. Its letters must be removed before it.',
  })
  @IsBoolean()
  recordedInError: boolean = false;
}
