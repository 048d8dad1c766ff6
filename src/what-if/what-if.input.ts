import { ArrayMaxSize, IsBoolean, IsIn, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AuditType } from '../audits/audit.type.ts';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { documentNumberForm } from '../identifiers/document-number.ts';
import type { Day } from '../rules/calendar.ts';
import { Standard } from '../standing/standing.type.ts';

/** More of one kind than an account has in a cycle, but few enough for the law to evaluate at once. */
const MOST_OF_A_KIND = 10;
const tooMany = { message: `must hold at most ${MOST_OF_A_KIND}` };

@InputType({ description: 'A registration that might be confirmed.' })
export class HypotheticalRegistration {
  @Field(() => LocalDate, { description: 'Day of its confirmation.' })
  confirmedOn!: Day;
}

@InputType({ description: 'A Certificate of Recognition that might be issued after an external audit (G-2.4.h).' })
export class HypotheticalCertificate {
  @Field(() => Standard, { description: 'The standard it would certify.' })
  standard!: Standard;

  @Field(() => LocalDate, { description: 'Day of issue.' })
  issuedOn!: Day;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the audit on record that would earn it. Default: the external audit or re-audit last completed by that day, hypothetical ones included.',
  })
  @IsGlobalId('Audit')
  audit?: string | null;
}

@InputType({ description: 'A Letter of Good Standing that might be issued (G-2.4.k).' })
export class HypotheticalLetter {
  @Field(() => Int, { description: 'The year of the certificate it would be for: 2 or 3.' })
  @IsIn([2, 3], { message: 'must be 2 or 3' })
  year!: 2 | 3;

  @Field(() => LocalDate, { description: 'Day of issue.' })
  issuedOn!: Day;

  @Field(() => String, {
    nullable: true,
    description:
      'Number of a certificate of the account. Default: the last one issued by that day after an external audit, including ' +
      'hypothetical ones.',
  })
  @Matches(documentNumberForm, { message: 'must be the number of a document: at most 64 characters on one line' })
  certificate?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the audit on record that would earn it. Default: the maintenance or transition audit last received by that day, hypothetical ones included.',
  })
  @IsGlobalId('Audit')
  audit?: string | null;
}

@InputType({ description: 'A revocation that might be recorded (R-29).' })
export class HypotheticalRevocation {
  @Field(() => LocalDate, { description: 'First day on which it would be in effect.' })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Day from which it would be lifted again; null if never.' })
  liftedOn?: Day | null;
}

@InputType({ description: 'A report of WSIB that might come: that the account is active and in good standing, or is not (G-1.2.a, R-1).' })
export class HypotheticalWsibReport {
  @Field(() => LocalDate, { description: 'First day from which it would be so.' })
  from!: Day;

  @Field(() => Boolean, { description: 'Whether the account would be valid.' })
  @IsBoolean()
  isValid!: boolean;
}

@InputType({
  description:
    'An audit that might take place or, with `audit`, days that might be recorded for an audit on record. A result counts from the ' +
    'day of the report. A further audit is assumed to be made by a qualified internal auditor, or by an approved external one who ' +
    'has made none before, unless `auditor` names one.',
})
export class HypotheticalAudit {
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of an audit on record. Default: a further audit of the given `type`.',
  })
  @IsGlobalId('Audit')
  audit?: string | null;

  @Field(() => AuditType, { nullable: true, description: 'What a further audit would be for.' })
  type?: AuditType | null;

  @Field(() => Standard, { nullable: true, description: 'Its tool. Default for a further audit: COR_2020.' })
  tool?: Standard | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day on site.' })
  startedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on site (R-4).' })
  completedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which IHSA would receive it.' })
  receivedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the approved report on it.' })
  reportedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which it would be closed.' })
  closedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which the organization would receive the report (R-3).' })
  reportReceivedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'For an external audit: day on which IHSA would approve the report (G-3.4.b).' })
  reportApprovedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'For an external audit: day on which IHSA would approve the plan (G-2.4.g).' })
  planApprovedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'For an internal audit: day of senior management’s sign-off (G-2.4.b).' })
  signedOffOn?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'For an initial internal audit: day of a pre-assessment without objection (G-2.4.c).',
  })
  preAssessedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'For an internal audit: day on which IHSA would complete the review (G-2.4.d).' })
  reviewedOn?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'For an internal audit that fails: day on which IHSA would approve the corrective action plan (G-2.4.e).',
  })
  planOfActionApprovedOn?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'For the internal audit of a new cycle: day on which it would be shown to the external auditor (G-2.5.b).',
  })
  shownToAuditorOn?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which the corrective action plan would be submitted (G-2.4.e, G-2.4.i).',
  })
  actionPlanSubmittedOn?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'For an internal audit that fails: day on which IHSA would ask for a new internal audit (G-2.4.e).',
  })
  newAuditAskedForOn?: Day | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'For a re-audit: the external audit it belongs to, by its global id, or HYP-AUDIT-1 and so on for one of the further audits that are assumed before it. Default: the last external audit before it (R-5).',
  })
  @Matches(/^[\w=-]{1,200}$/, { message: 'must be a global id, or HYP-AUDIT-1 and so on' })
  reAuditOf?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'For an external audit or re-audit: global id of the auditor in the register, acting for the company under which the auditor is on the approved list on the first day. For staff.',
  })
  @IsGlobalId('ExternalAuditor')
  auditor?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it would pass (G-2.3).' })
  @IsBoolean()
  passed?: boolean | null;
}

@InputType({ description: 'Facts to suppose, past or future: at most ten of each kind. They are added to those on record.' })
export class HypotheticalFacts {
  @Field(() => [HypotheticalRegistration], { nullable: true, description: 'Registrations.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_OF_A_KIND, tooMany)
  registrations?: HypotheticalRegistration[] | null;

  @Field(() => [HypotheticalAudit], { nullable: true, description: 'Audits.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_OF_A_KIND, tooMany)
  audits?: HypotheticalAudit[] | null;

  @Field(() => [HypotheticalCertificate], { nullable: true, description: 'Certificates.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_OF_A_KIND, tooMany)
  certificates?: HypotheticalCertificate[] | null;

  @Field(() => [HypotheticalLetter], { nullable: true, description: 'Letters of Good Standing.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_OF_A_KIND, tooMany)
  lettersOfGoodStanding?: HypotheticalLetter[] | null;

  @Field(() => [HypotheticalRevocation], { nullable: true, description: 'Revocations.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_OF_A_KIND, tooMany)
  revocations?: HypotheticalRevocation[] | null;

  @Field(() => [HypotheticalWsibReport], {
    nullable: true,
    description:
      'Reports of WSIB. Of several for one day the last one given counts; it replaces one on record. For an account with a WSIB account number.',
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_OF_A_KIND, tooMany)
  wsibReports?: HypotheticalWsibReport[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day from which the revocation in effect would be lifted.' })
  revocationLiftedOn?: Day | null;
}
