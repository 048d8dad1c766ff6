import { IsBoolean, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CreatingInput, paragraph, paragraphForm } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';
import { AssociationId, Grant, IsoStandard, RequestKind } from './request-enums.type.ts';

/** A non-blank text. */
const written = /^(?=\s*\S)(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;
const writtenForm = { message: 'must be text without control characters, and not blank' };

@InputType({ description: 'A request for equivalency or reciprocity to begin, as a draft. A renewal is a new request (R-20).' })
export class CreateEquivalencyRequestInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account it is for; with an ORGANIZATION key, one of the organization’s own.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => RequestKind, { description: 'On what it rests.' })
  kind!: RequestKind;
}

/** A mutation of a request at the version that its caller read. */
@InputType()
abstract class OfRequestInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the request.' })
  @IsGlobalId('EquivalencyRequest')
  request!: string;
}

@InputType({ description: 'A request to submit, with every document that it needs.' })
export class SubmitEquivalencyRequestInput extends OfRequestInput {}

@InputType({ description: 'A request to withdraw.' })
export class WithdrawEquivalencyRequestInput extends OfRequestInput {}

@InputType({ description: 'The fee of a request that was received.' })
export class RecordRequestFeeInput extends OfRequestInput {}

@InputType({ description: 'Further documents that IHSA needs (G-6.1.c).' })
export class AskForDocumentsInput extends OfRequestInput {
  @Field(() => String, { description: 'What the applicant is asked for; the applicant reads this text: 1 to 2,000 characters.' })
  @Matches(written, writtenForm)
  @Length(1, 2000)
  askedFor!: string;
}

@InputType({ description: 'That the documents IHSA asked for have arrived.' })
export class RecordDocumentsReceivedInput extends OfRequestInput {}

@InputType({ description: 'The report on the lead auditor’s review of a request.' })
export class ReportReviewInput extends OfRequestInput {
  @Field(() => String, { description: 'The name of the lead auditor: 1 to 200 characters.' })
  @Matches(/^(?=.*\S)[^\p{C}]{1,200}$/u, { message: 'must be 1 to 200 characters on one line' })
  leadAuditor!: string;

  @Field(() => String, { description: 'What was found: 1 to 10,000 characters. Confidential (G-8.a).' })
  @Matches(written, writtenForm)
  @Length(1, 10_000)
  report!: string;
}

@InputType({ description: 'What the letter of the host association says. Omitted fields count as not stated.' })
export class StateHostCorInput extends OfRequestInput {
  @Field(() => AssociationId, { description: 'The association that wrote the letter.' })
  association!: AssociationId;

  @Field(() => Boolean, { nullable: true, description: 'Whether the COR is current (F-16.a).' })
  @IsBoolean()
  isCurrent?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day stated for it, that day included (R-21).' })
  expiresOn?: Day | null;
}

@InputType({ description: 'What the firm’s most recent certificate and its audit report say. Omitted fields count as not stated.' })
export class StateIsoCertificateInput extends OfRequestInput {
  @Field(() => IsoStandard, { description: 'Its standard.' })
  standard!: IsoStandard;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the body that accredited its certifier was a signatory of the arrangement of the day: the IAF MLA to 31 December 2025, the ' +
      'Global ACI MRA from 1 January 2026 (X-5, X-16). Which mark is printed does not matter (R-49).',
  })
  @IsBoolean()
  isAccredited?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it covers the whole firm (X-5).' })
  @IsBoolean()
  coversWholeFirm?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the scope of its audit includes representative work in Ontario (G-6.1.b).',
  })
  @IsBoolean()
  hasOntarioWork?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day stated on it, that day included.' })
  expiresOn?: Day | null;
}

@InputType({ description: 'Whether the employer has a permanent office in Ontario (F-16.a).' })
export class StateOntarioOfficeInput extends OfRequestInput {
  @Field(() => Boolean, { description: 'Whether it has one.' })
  @IsBoolean()
  hasOffice!: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day from which it is so. Default: today in Toronto; no later day is accepted.',
  })
  on?: Day | null;
}

@InputType({ description: 'IHSA’s decision on a request.' })
export class DecideEquivalencyRequestInput extends OfRequestInput {
  @Field(() => Grant, { description: 'What is granted: at most what the law allows (R-40).' })
  grant!: Grant;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'An earlier last day of a bidding-only document than the law gives (R-21); not for a certificate (R-20).',
  })
  lastDay?: Day | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why less is granted than the law allows, required in that case (R-40): at most 2,000 characters. The applicant reads it.',
  })
  @Matches(paragraph, paragraphForm)
  @Length(0, 2000)
  judgement?: string | null;
}
