import { IsBoolean, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { wsibAccountForm } from '../identifiers/wsib-account.ts';
import { AlteringInput, CreatingInput, paragraph, paragraphForm } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';

const line = /^(?=.*\S)[^\p{C}]{1,200}$/u;
const lineMessage = { message: 'must be 1 to 200 characters on one line' };

@InputType({ description: 'A recognition under SOSE to report.' })
export class ReportSoseRecognitionInput extends CreatingInput {
  @Field(() => String, { description: 'WSIB account number of the employer. Spaces and hyphens do not matter.' })
  @Matches(wsibAccountForm, {
    message: 'must be a WSIB account number: letters and digits, at most 40; spaces and hyphens do not matter',
  })
  wsibAccount!: string;

  @Field(() => String, { description: 'The reference under which it was granted: 1 to 200 characters on one line.' })
  @Matches(line, lineMessage)
  reference!: string;

  @Field(() => LocalDate, { description: 'Day on which it was granted: today in Toronto or before.' })
  grantedOn!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which it runs: the day of the grant unless given.' })
  from?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it runs, that day included; leave it out where none is set.' })
  to?: Day | null;
}

@InputType({ description: 'A recognition under SOSE that was revoked.' })
export class RevokeSoseRecognitionInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the recognition.' })
  @IsGlobalId('SoseRecognition')
  recognition!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day of the revocation, on which it counts no more: today in Toronto unless given, and no later; not before the grant.',
  })
  revokedOn?: Day | null;

  @Field(() => String, { description: 'Why it was revoked: 1 to 1000 characters.' })
  @Matches(paragraph, paragraphForm)
  @Length(1, 1000)
  revocationReason!: string;
}

@InputType({
  description:
    'What was reported wrongly of a recognition. Fields that are left out stay as they are; what was known before stays known as of then.',
})
export class CorrectSoseRecognitionInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the recognition.' })
  @IsGlobalId('SoseRecognition')
  recognition!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which it was granted: today in Toronto or before.' })
  grantedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which it runs.' })
  from?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it runs. Null takes it away: none was set.' })
  to?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day of its revocation, of one that is revoked. Null takes the revocation away: there was none.',
  })
  revokedOn?: Day | null;

  @Field(() => Boolean, { defaultValue: false, description: 'There never was such a recognition: it is removed, and its history stays.' })
  @IsBoolean()
  recordedInError: boolean = false;
}
