import { ArrayMaxSize, IsIn, Matches, ValidateNested } from 'class-validator';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { IsReference } from '../contract/is-reference.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { Holder } from '../rules/sose/criterion.ts';
import type { BodyKind as Kind, SystemFact } from '../rules/sose/facts.ts';
import { FactHolder } from './criterion.type.ts';

const line = /^(?=.*\S)[^\p{C}]{1,200}$/u;
const lineMessage = { message: 'must be 1 to 200 characters on one line' };
const reference = /^(?=.*\S)[^\p{C}]{1,100}$/u;
const referenceMessage = { message: 'must be 1 to 100 characters on one line' };

const MOST_SYSTEMS = 5;
const MOST_AUDITS = 20;
const MOST_STANDINGS = 20;
const MOST_CONVICTIONS = 50;

/** The systems that others certify, as an enum of the schema. */
export const BroughtSystem = {
  ISO_45001: 'ISO_45001',
  CSA_Z45001: 'CSA_Z45001',
  OTHER_SYSTEM: 'OTHER_SYSTEM',
} as const satisfies { [S in SystemFact['system']]: S };

registerEnumType(BroughtSystem, {
  name: 'BroughtSystem',
  description: 'A system that a body other than IHSA certifies.',
  valuesConfig: {
    ISO_45001: { description: 'ISO 45001:2018.' },
    CSA_Z45001: { description: 'CSA Z45001.' },
    OTHER_SYSTEM: { description: 'Another system.' },
  },
});

/** What makes the body behind an audit acceptable, as an enum of the schema; IHSA audits no other system. */
export const BodyKind = {
  ISO_17024: 'ISO_17024',
  CPO_ACKNOWLEDGED: 'CPO_ACKNOWLEDGED',
  ISO_17021_1_WITH_17021_10: 'ISO_17021_1_WITH_17021_10',
  OTHER_BODY: 'OTHER_BODY',
} as const satisfies { [K in Exclude<Kind, 'IHSA'>]: K };

registerEnumType(BodyKind, {
  name: 'BodyKind',
  description: 'What makes the body behind an audit acceptable for SOSE, or not (L.b, X-14).',
  valuesConfig: {
    ISO_17024: { description: 'A body of auditors accredited to ISO 17024.' },
    CPO_ACKNOWLEDGED: { description: 'A governing body of auditors that the Chief Prevention Officer acknowledges.' },
    ISO_17021_1_WITH_17021_10: {
      description: 'A certification body under ISO 17021-1 with 17021-10: for applications from 20 January 2021 on.',
    },
    OTHER_BODY: { description: 'A body of no such kind.' },
  },
});

/** A fact, with who answers for it. */
@InputType()
abstract class Brought {
  @Field(() => FactHolder, {
    nullable: true,
    description:
      'Whose fact it is, MINISTRY or APPLICANT: for the SOSE portal, which passes on statements of both, and for staff. Default: ' +
      'APPLICANT for the portal, IHSA for staff. With any other key a fact counts as the key holder’s own, whatever is given here.',
  })
  @IsIn(['MINISTRY', 'APPLICANT'], { message: 'must be MINISTRY or APPLICANT' })
  broughtBy?: Holder | null;
}

@InputType({ description: 'The body behind an audit.' })
export class CertificationBodyInput {
  @Field(() => String, { description: 'Its name: 1 to 200 characters on one line.' })
  @Matches(line, lineMessage)
  name!: string;

  @Field(() => BodyKind, { description: 'Under what it is acceptable.' })
  kind!: Exclude<Kind, 'IHSA'>;
}

@InputType({ description: 'An audit of a system that a body other than IHSA certifies.' })
export class SystemAuditInput {
  @Field(() => String, {
    description: 'Your own reference for it, unique among the audits you state: 1 to 100 characters. The evidence names it.',
  })
  @Matches(reference, referenceMessage)
  reference!: string;

  @Field(() => LocalDate, { description: 'Last day of the audit.' })
  completedOn!: Day;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which it was closed, its deficiencies corrected; not before its last day.',
  })
  closedOn?: Day | null;

  @Field(() => Boolean, { description: 'Whether a third party carried it out.' })
  byThirdParty!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether it verified the system; omit it if not stated.' })
  verified?: boolean | null;

  @Field(() => CertificationBodyInput, { nullable: true, description: 'The body behind it.' })
  @ValidateNested()
  body?: CertificationBodyInput | null;
}

@InputType({ description: 'A certificate of a system that a body other than IHSA certifies.' })
export class SystemCertificateInput {
  @Field(() => String, { description: 'Its number: 1 to 100 characters on one line.' })
  @Matches(reference, referenceMessage)
  @IsReference()
  number!: string;

  @Field(() => LocalDate, { description: 'Day of issue.' })
  issuedOn!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day, that day included; not before the day of issue.' })
  lastDay?: Day | null;
}

@InputType({ description: 'A system that a body other than IHSA certifies, with its certificate and its audits.' })
export class SystemInput extends Brought {
  @Field(() => BroughtSystem, { description: 'Which system.' })
  system!: SystemFact['system'];

  @Field(() => SystemCertificateInput, { nullable: true, description: 'The certificate held.' })
  @ValidateNested()
  certificate?: SystemCertificateInput | null;

  @Field(() => [SystemAuditInput], { nullable: true, description: `Its audits, at most ${MOST_AUDITS}.` })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_AUDITS, { message: `must hold at most ${MOST_AUDITS} audits` })
  audits?: SystemAuditInput[] | null;
}

@InputType({ description: 'Whether a lead auditor was certified, registered and in good standing on some days (X-14).' })
export class AuditorStandingInput {
  @Field(() => LocalDate, { description: 'First day.' })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Last day, that day included. Default: no end.' })
  to?: Day | null;

  @Field(() => Boolean, { description: 'Whether in good standing on all of these days.' })
  inGoodStanding!: boolean;
}

@InputType({ description: 'Who led an audit, and the statements about the lead auditor’s standing.' })
export class BroughtLeadAuditorInput extends Brought {
  @Field(() => String, {
    description: 'The audit: your reference, exactly as stated, or the global id of an audit on record here.',
  })
  @Matches(reference, referenceMessage)
  audit!: string;

  @Field(() => String, { description: 'The name: 1 to 200 characters on one line.' })
  @Matches(line, lineMessage)
  name!: string;

  @Field(() => [AuditorStandingInput], {
    description: `At most ${MOST_STANDINGS} statements; days that none covers count as not known.`,
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_STANDINGS, { message: `must hold at most ${MOST_STANDINGS} statements` })
  standings!: AuditorStandingInput[];
}

@InputType({ description: 'A statement about convictions under Part III of the Provincial Offences Act for the OHSA (X-1).' })
export class ConvictionsInput extends Brought {
  @Field(() => [LocalDate], {
    description: `The days of the convictions, at most ${MOST_CONVICTIONS}; an empty list says that there is none.`,
  })
  @ArrayMaxSize(MOST_CONVICTIONS, { message: `must hold at most ${MOST_CONVICTIONS} days` })
  days!: Day[];
}

@InputType({ description: 'A statement of yes or no about the employer.' })
export class StatedInput extends Brought {
  @Field(() => Boolean, { description: 'Whether it is so.' })
  isSo!: boolean;
}

@InputType({
  description:
    'What others know about an employer: the ministry, the applicant or a certification body. It is used for this question only and ' +
    'not kept.',
})
export class ApplicantFacts {
  @Field(() => [SystemInput], { nullable: true, description: `Systems that other bodies certify, at most ${MOST_SYSTEMS}.` })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_SYSTEMS, { message: `must hold at most ${MOST_SYSTEMS} systems` })
  systems?: SystemInput[] | null;

  @Field(() => [BroughtLeadAuditorInput], { nullable: true, description: `Lead auditors, at most ${MOST_AUDITS}.` })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_AUDITS, { message: `must hold at most ${MOST_AUDITS} lead auditors` })
  leadAuditors?: BroughtLeadAuditorInput[] | null;

  @Field(() => ConvictionsInput, { nullable: true, description: 'Convictions within the last three years, or that there are none (X-1).' })
  @ValidateNested()
  convictions?: ConvictionsInput | null;

  @Field(() => StatedInput, { nullable: true, description: 'Whether a prosecution under the OHSA is under way (X-1).' })
  @ValidateNested()
  prosecutionUnderWay?: StatedInput | null;

  @Field(() => StatedInput, { nullable: true, description: 'Whether the employer is committed to worker participation (X-1).' })
  @ValidateNested()
  workerParticipation?: StatedInput | null;
}
