import { ArrayMaxSize, Matches, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { AccountArgs } from '../accounts/account.args.ts';
import { LocalDate } from '../contract/scalars.ts';
import { wsibAccountForm } from '../identifiers/wsib-account.ts';
import type { Day } from '../rules/calendar.ts';
import { ApplicantFacts } from './applicant.input.ts';

/** The most employers of one request: a page of the portal, few enough that their files are read at once. */
const MOST_APPLICANTS = 100;

const applicationDay = {
  nullable: true,
  description: 'The day of the application, past or future: its rules are applied. Today in Toronto unless given.',
};

@ArgsType()
export class SoseEligibilityArgs extends AccountArgs {
  @Field(() => LocalDate, applicationDay)
  applicationDay: Day | null = null;

  @Field(() => ApplicantFacts, { nullable: true, description: 'What is known of the employer elsewhere.' })
  @ValidateNested()
  applicant?: ApplicantFacts | null;
}

@InputType({ description: 'An employer whose eligibility is asked about.' })
export class SoseApplicant {
  @Field(() => String, { description: 'WSIB account number of the employer. Spaces and hyphens do not matter.' })
  @Matches(wsibAccountForm, {
    message: 'must be a WSIB account number: letters and digits, at most 40; spaces and hyphens do not matter',
  })
  wsibAccount!: string;

  @Field(() => LocalDate, applicationDay)
  applicationDay?: Day | null;

  @Field(() => ApplicantFacts, { nullable: true, description: 'What is known of the employer elsewhere.' })
  @ValidateNested()
  facts?: ApplicantFacts | null;
}

@ArgsType()
export class SoseEligibilitiesArgs {
  @Field(() => [SoseApplicant], { description: `The employers, at most ${MOST_APPLICANTS}.` })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_APPLICANTS, { message: `must hold at most ${MOST_APPLICANTS} employers` })
  applicants!: SoseApplicant[];
}
