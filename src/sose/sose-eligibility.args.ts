import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { AccountArgs } from '../accounts/account.args.ts';
import { IsWsibAccount } from '../contract/is-wsib-account.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { ApplicantFacts } from './applicant.input.ts';

/** The maximum number of employers in one request: a page of the portal, few enough to read their files at once. */
const MOST_APPLICANTS = 100;

const applicationDay = {
  nullable: true,
  description: 'The day of the application, past or future; the rules of that day are applied. Default: today in Toronto.',
};

@ArgsType()
export class SoseEligibilityArgs extends AccountArgs {
  @Field(() => LocalDate, applicationDay)
  applicationDay: Day | null = null;

  @Field(() => ApplicantFacts, { nullable: true, description: 'What others know about the employer.' })
  @ValidateNested()
  applicant?: ApplicantFacts | null;
}

@InputType({ description: 'An employer whose eligibility is asked about.' })
export class SoseApplicant {
  @Field(() => String, { description: 'WSIB account number of the employer. Spaces and hyphens do not matter.' })
  @IsWsibAccount()
  wsibAccount!: string;

  @Field(() => LocalDate, applicationDay)
  applicationDay?: Day | null;

  @Field(() => ApplicantFacts, { nullable: true, description: 'What others know about the employer.' })
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
