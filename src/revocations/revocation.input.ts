import { IsBoolean, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { IsReference } from '../contract/is-reference.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CorrectingInput, CreatingInput, paragraph, paragraphForm } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';

const documentForm = /^(?=.*\S)[^\p{C}]*$/u;
const documentMessage = { message: 'must be a text on one line' };

@InputType({ description: 'A revocation to record, with its reason and supporting document (R-29).' })
export class RecordRevocationInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day on which it is in effect. Default: today in Toronto; an earlier or later day is possible.',
  })
  from?: Day | null;

  @Field(() => String, { description: 'Why the certification is revoked.' })
  @Matches(paragraph, paragraphForm)
  @Length(1, 4000)
  reason!: string;

  @Field(() => String, { description: 'The supporting document: its title, number or location.' })
  @Length(1, 300)
  @Matches(documentForm, documentMessage)
  @IsReference()
  document!: string;
}

@InputType({
  description: 'A revocation to lift. Correct a revocation that was recorded in error instead: then it counts as never recorded (R-29).',
})
export class LiftRevocationInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the revocation.' })
  @IsGlobalId('Revocation')
  revocation!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'First day on which it is no longer in effect. Default: today in Toronto; another day is possible, but not one before its first day.',
  })
  liftedOn?: Day | null;
}

@InputType({ description: 'The correction of a revocation. Omitted fields stay as they are.' })
export class CorrectRevocationInput extends CorrectingInput {
  @Field(() => ID, { description: 'Global id of the revocation.' })
  @IsGlobalId('Revocation')
  revocation!: string;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which it is in effect.' })
  from?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day on which it is no longer in effect. Null removes it: the revocation was not lifted.',
  })
  liftedOn?: Day | null;

  @Field(() => String, { nullable: true, description: 'The reason of the revocation, as it should have been recorded.' })
  @Matches(paragraph, paragraphForm)
  @Length(1, 4000)
  revocationReason?: string | null;

  @Field(() => String, { nullable: true, description: 'The supporting document, as it should have been recorded.' })
  @Length(1, 300)
  @Matches(documentForm, documentMessage)
  @IsReference()
  document?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Set if it was recorded in error: it is removed as if it had never been recorded, but its history is kept.',
  })
  @IsBoolean()
  recordedInError: boolean = false;
}
