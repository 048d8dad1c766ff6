import { Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CreatingInput, paragraph, paragraphForm } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';

const line = /^(?=.*\S)[^\p{C}]{1,200}$/u;
const lineMessage = { message: 'must be 1 to 200 characters on one line' };
const past = (what: string) => ({ nullable: true, description: `${what}, today in Toronto or earlier. Default: today.` });

@InputType({ description: 'An external auditor to enter in the register.' })
export class RegisterExternalAuditorInput extends CreatingInput {
  @Field(() => String, { description: 'The name: 1 to 200 characters on one line.' })
  @Matches(line, lineMessage)
  name!: string;
}

@InputType({ description: 'An auditor to put on the approved list.' })
export class PutOnApprovedListInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the auditor.' })
  @IsGlobalId('ExternalAuditor')
  auditor!: string;

  @Field(() => String, { nullable: true, description: 'The company the auditor works for; omit it for none.' })
  @Matches(line, lineMessage)
  company?: string | null;

  @Field(() => LocalDate, { description: 'First day on the list.' })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on the list, included; omit it if it is open-ended.' })
  to?: Day | null;
}

@InputType({ description: 'The end of an auditor’s period on the approved list.' })
export class EndApprovedListingInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the auditor.' })
  @IsGlobalId('ExternalAuditor')
  auditor!: string;

  @Field(() => LocalDate, { description: 'Last day on the list, included.' })
  to!: Day;
}

@InputType({ description: 'An evaluation of an auditor by IHSA (G-4.3).' })
export class RecordAuditorEvaluationInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the auditor.' })
  @IsGlobalId('ExternalAuditor')
  auditor!: string;

  @Field(() => LocalDate, past('Day of the evaluation'))
  on?: Day | null;
}

@InputType({ description: 'An organization that an auditor consults for (G-3.4.a).' })
export class RecordConsultingEngagementInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the auditor.' })
  @IsGlobalId('ExternalAuditor')
  auditor!: string;

  @Field(() => ID, { description: 'Global id of the organization.' })
  @IsGlobalId('Organization')
  organization!: string;

  @Field(() => LocalDate, { description: 'First day.' })
  from!: Day;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day, included. If the engagement is recorded again with the same first day, it gets this end.',
  })
  to?: Day | null;
}

@InputType({
  description: 'A conflict of interest that an auditor declared about an organization, and what IHSA asks because of it (G-3.4.a).',
})
export class RecordConflictOfInterestInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the auditor.' })
  @IsGlobalId('ExternalAuditor')
  auditor!: string;

  @Field(() => ID, { description: 'Global id of the organization.' })
  @IsGlobalId('Organization')
  organization!: string;

  @Field(() => LocalDate, {
    description:
      'Day on which it was declared, today in Toronto or earlier. If the conflict is recorded again with the same day, it is changed.',
  })
  declaredOn!: Day;

  @Field(() => String, { description: 'What it is: 1 to 1000 characters.' })
  @Length(1, 1000)
  @Matches(paragraph, paragraphForm)
  description!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Day of IHSA’s request to withdraw, not before the declaration: from this day on the auditor does not audit the organization.',
  })
  withdrawalRequestedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which the request no longer applies.' })
  requestEndedOn?: Day | null;
}

@InputType({ description: 'The name of an auditor to erase (R-63).' })
export class EraseExternalAuditorInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the auditor.' })
  @IsGlobalId('ExternalAuditor')
  auditor!: string;

  @Field(() => String, {
    description: 'The reason, such as the letter that asked for it: 1 to 1000 characters. It is kept for good, so name nobody in it.',
  })
  @Length(1, 1000)
  @Matches(paragraph, paragraphForm)
  because!: string;
}

@InputType({ description: 'The removal of an auditor from the program (G-4.5, R-17).' })
export class RemoveExternalAuditorInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the auditor.' })
  @IsGlobalId('ExternalAuditor')
  auditor!: string;

  @Field(() => LocalDate, past('Day of the removal'))
  on?: Day | null;

  @Field(() => String, { description: 'Why: 1 to 1000 characters. Shown only to staff.' })
  @Length(1, 1000)
  @Matches(paragraph, paragraphForm)
  because!: string;
}
