import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Length, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CreatingInput, paragraph, paragraphForm } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';
import type { RejectedFor as For } from '../rules/recording/applying.ts';
import { RejectedFor } from './application.type.ts';

const numberOnForm = /^(?=.*\p{N})[^\p{C}]*$/u;
const numberMessage = { message: 'must be a number on one line, with a digit in it' };
const today = 'default: today in Toronto. No later day.';
const kinds = { message: 'must hold one to three kinds, each once' };

@InputType({ description: 'An application for registration; each account applies by itself (G-2.1.a, G-1.2.b).' })
export class ApplyForRegistrationInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => String, { nullable: true, description: 'WSIB account number as on the form, which IHSA verifies.' })
  @Length(1, 60)
  @Matches(numberOnForm, numberMessage)
  wsibAccount?: string | null;

  @Field(() => String, { nullable: true, description: 'Firm number as on the form, which IHSA verifies.' })
  @Length(1, 60)
  @Matches(numberOnForm, numberMessage)
  firmNumber?: string | null;

  @Field(() => LocalDate, { nullable: true, description: `Day of the application; ${today}` })
  appliedOn?: Day | null;
}

/** A step of IHSA with an application, as its caller read it. */
@InputType()
abstract class OfApplicationInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  @IsGlobalId('RegistrationApplication')
  application!: string;

  @Field(() => LocalDate, { nullable: true, description: `Day of the step, no earlier than the previous step; ${today}` })
  on?: Day | null;
}

@InputType({ description: 'An application that IHSA acknowledges.' })
export class AcknowledgeApplicationInput extends OfApplicationInput {}

@InputType({ description: 'An application whose account and firm numbers IHSA has verified.' })
export class VerifyApplicationInput extends OfApplicationInput {}

@InputType({ description: 'An application that IHSA confirms.' })
export class ConfirmApplicationInput extends OfApplicationInput {}

@InputType({ description: 'An application that IHSA rejects: the organization applies again.' })
export class RejectApplicationInput extends OfApplicationInput {
  @Field(() => [RejectedFor], { description: 'What was found to be incorrect.' })
  @ArrayMinSize(1, kinds)
  @ArrayMaxSize(3, kinds)
  @ArrayUnique(kinds)
  rejectedFor!: For[];

  @Field(() => String, { description: 'Why, in words that are shown to the organization.' })
  @Length(1, 1000)
  @MaxLength(1000)
  @Matches(paragraph, paragraphForm)
  why!: string;
}
