import { IsBoolean } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CorrectingSupportInput, CreatingInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';

@InputType({ description: 'A registration to confirm, once IHSA has verified the account (G-2.1.a).' })
export class ConfirmRegistrationInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account that registers.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the confirmation. Default: today in Toronto; no later day is accepted.' })
  confirmedOn?: Day | null;
}

@InputType({ description: 'A registration to withdraw.' })
export class WithdrawRegistrationInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the registration.' })
  @IsGlobalId('Registration')
  registration!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'First day on which it is withdrawn. Default: today in Toronto; a later day is possible, but not one before the confirmation.',
  })
  withdrawnOn?: Day | null;
}

@InputType({ description: 'The correction of a registration. Omitted fields stay as they are.' })
export class CorrectRegistrationInput extends CorrectingSupportInput {
  @Field(() => ID, { description: 'Global id of the registration.' })
  @IsGlobalId('Registration')
  registration!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the confirmation: today in Toronto or before.' })
  confirmedOn?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day on which it is withdrawn. Null removes it: the registration was never withdrawn.',
  })
  withdrawnOn?: Day | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Set if there never was such a registration: it is removed, but its history is kept.',
  })
  @IsBoolean()
  recordedInError: boolean = false;
}
