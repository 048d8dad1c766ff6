import { IsBoolean, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { IsReference } from '../contract/is-reference.ts';
import { IsWsibAccount } from '../contract/is-wsib-account.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CreatingInput, paragraph, paragraphForm } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';

const line = /^(?=.*\S)[^\p{C}]{1,200}$/u;
const lineMessage = { message: 'must be 1 to 200 characters on one line' };

@InputType({ description: 'A recognition under SOSE to report.' })
export class ReportSoseRecognitionInput extends CreatingInput {
  @Field(() => String, { description: 'WSIB account number of the employer. Spaces and hyphens do not matter.' })
  @IsWsibAccount()
  wsibAccount!: string;

  @Field(() => String, { description: 'The reference under which it was granted: 1 to 200 characters on one line.' })
  @Matches(line, lineMessage)
  @IsReference()
  reference!: string;

  @Field(() => LocalDate, { description: 'Day on which it was granted: today in Toronto or before.' })
  grantedOn!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which it is in effect. Default: the day of the grant.' })
  from?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it is in effect, that day included; omit it if none is set.' })
  to?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which the ministry published it: not before the grant, not later than today. From then on it is public (W.4).',
  })
  publishedOn?: Day | null;
}

@InputType({ description: 'A recognition under SOSE that was revoked.' })
export class RevokeSoseRecognitionInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the recognition.' })
  @IsGlobalId('SoseRecognition')
  recognition!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Day of the revocation, from which it no longer counts. Default: today in Toronto; not later than today and not before the grant.',
  })
  revokedOn?: Day | null;

  @Field(() => String, { description: 'Why it was revoked: 1 to 1000 characters.' })
  @Matches(paragraph, paragraphForm)
  @Length(1, 1000)
  revocationReason!: string;
}

@InputType({
  description: 'What was reported wrongly of a recognition. Omitted fields stay as they are; earlier values stay in the history.',
})
export class CorrectSoseRecognitionInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the recognition.' })
  @IsGlobalId('SoseRecognition')
  recognition!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which it was granted: today in Toronto or before.' })
  grantedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which it is in effect.' })
  from?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it is in effect. Null removes it.' })
  to?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day of its revocation, if it is revoked. Null removes the revocation.',
  })
  revokedOn?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which the ministry published it. Null says that it did not: it is no longer public.',
  })
  publishedOn?: Day | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Set if there never was such a recognition: it is removed, but its history is kept.',
  })
  @IsBoolean()
  recordedInError: boolean = false;
}
