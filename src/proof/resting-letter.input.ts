import { IsBoolean, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AssociationId } from '../equivalency/request-enums.type.ts';
import { CorrectingInput, CreatingInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';
import type { AssociationId as Association } from '../rules/equivalency/associations.ts';

@InputType({ description: 'A letter of intent to issue: it says that the firm is registered and pursuing COR (X-8).' })
export class IssueLetterOfIntentInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;
}

@InputType({ description: 'A letter of COR equivalency to issue: it accompanies an equivalency certificate (R-38).' })
export class IssueLetterOfEquivalencyInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the equivalency certificate.' })
  @IsGlobalId('Certificate')
  certificate!: string;
}

@InputType({ description: 'A confirmation of COR to issue to another association (X-26, R-62).' })
export class IssueConfirmationOfCorInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the certificate it confirms.' })
  @IsGlobalId('Certificate')
  certificate!: string;

  @Field(() => AssociationId, { description: 'The association it is addressed to, other than IHSA.' })
  association!: Association;
}

@InputType({
  description:
    'The correction of a letter of intent, a letter of COR equivalency, or a confirmation of COR. Omitted fields stay as they are.',
})
export class CorrectRestingLetterInput extends CorrectingInput {
  @Field(() => String, { description: 'Number of the letter.' })
  @Matches(/^[^\p{C}]{1,100}$/u, { message: 'must be the number of a document' })
  number!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Day of issue: today in Toronto or before.' })
  issuedOn?: Day | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Set if there never was such a letter: it is removed, but its history is kept.',
  })
  @IsBoolean()
  recordedInError: boolean = false;
}
