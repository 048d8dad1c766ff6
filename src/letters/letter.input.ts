import { IsBoolean, IsIn } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { CorrectingSupportInput, CreatingInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';

const yearForm = { message: 'must be 2 or 3' };

@InputType({ description: 'A Letter of Good Standing to issue after a maintenance audit (G-2.4.k).' })
export class IssueLetterOfGoodStandingInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the certificate that it keeps in force.' })
  @IsGlobalId('Certificate')
  certificate!: string;

  @Field(() => Int, {
    description: 'The year of the certificate it is for: 2 or 3. The letter for year 2 is due on the first anniversary (R-6).',
  })
  @IsIn([2, 3], yearForm)
  year!: 2 | 3;

  @Field(() => LocalDate, { nullable: true, description: 'Day of issue. Default: today in Toronto; no later day is accepted.' })
  issuedOn?: Day | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the maintenance or transition audit that earned it. Without it, or with one that does not support it, the letter is refused (G-2.4.j, G-2.4.k). `letterReadiness` says what is missing.',
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

@InputType({ description: 'The correction of a Letter of Good Standing. Omitted fields stay as they are.' })
export class CorrectLetterOfGoodStandingInput extends CorrectingSupportInput {
  @Field(() => ID, { description: 'Global id of the letter.' })
  @IsGlobalId('LetterOfGoodStanding')
  letterOfGoodStanding!: string;

  @Field(() => Int, { nullable: true, description: 'The year of the certificate it is for: 2 or 3.' })
  @IsIn([2, 3], yearForm)
  year?: 2 | 3 | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of issue: today in Toronto or before.' })
  issuedOn?: Day | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Set if there never was such a letter: it is removed, but its history is kept.',
  })
  @IsBoolean()
  recordedInError: boolean = false;
}
