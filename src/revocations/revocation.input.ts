import { IsBoolean, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CorrectingInput, CreatingInput, paragraph, paragraphForm } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';

const documentForm = /^(?=.*\S)[^\p{C}]*$/u;
const documentMessage = { message: 'must be a text on one line' };

@InputType({ description: 'A revocation to record, with its reason and the document that says so (R-29).' })
export class RecordRevocationInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day on which it stands: today in Toronto unless given; an earlier or a later day is possible.',
  })
  from?: Day | null;

  @Field(() => String, { description: 'Why the certification is revoked.' })
  @Matches(paragraph, paragraphForm)
  @Length(1, 4000)
  reason!: string;

  @Field(() => String, { description: 'The document that says so: its title, number or place.' })
  @Length(1, 300)
  @Matches(documentForm, documentMessage)
  document!: string;
}

@InputType({ description: 'A revocation to lift. One that was recorded in error is corrected instead: then it never was (R-29).' })
export class LiftRevocationInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the revocation.' })
  @IsGlobalId('Revocation')
  revocation!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'First day on which it stands no more: today in Toronto unless given; another day is possible, one before its first day not.',
  })
  liftedOn?: Day | null;
}

@InputType({ description: 'What was recorded wrongly of a revocation. Fields that are left out stay as they are.' })
export class CorrectRevocationInput extends CorrectingInput {
  @Field(() => ID, { description: 'Global id of the revocation.' })
  @IsGlobalId('Revocation')
  revocation!: string;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which it stands.' })
  from?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which it stands no more. Null takes it away: it was not lifted.' })
  liftedOn?: Day | null;

  @Field(() => String, { nullable: true, description: 'The reason of the revocation, as it should have been recorded.' })
  @Matches(paragraph, paragraphForm)
  @Length(1, 4000)
  revocationReason?: string | null;

  @Field(() => String, { nullable: true, description: 'The document that says so, as it should have been recorded.' })
  @Length(1, 300)
  @Matches(documentForm, documentMessage)
  document?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'It was recorded in error: then it never was. It is removed, and its history stays.',
  })
  @IsBoolean()
  recordedInError: boolean = false;
}
