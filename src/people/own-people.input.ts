import { IsBoolean, IsEmail, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { CreatingInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';
import type { Role as RoleName } from '../rules/cycle/people.ts';
import { Role } from './person.type.ts';

const line = /^(?=.*\S)[^\p{C}]*$/u;

@InputType({
  description: 'A person with a role at an account from a day on: a new person, by name, or one who has or had a role there already.',
})
export class NamePersonInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => Role, { description: 'The role.' })
  role!: RoleName;

  @Field(() => ID, { nullable: true, description: 'Global id of the person; without one, `name` says who it is.' })
  @IsGlobalId('Person')
  person?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of a new person. It is stored apart from everything that is kept for good, and never logged (R-52).',
  })
  @Length(1, 200)
  @Matches(line, { message: 'must be a text on one line' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address of a new person, stored in the same way.' })
  @Length(3, 254)
  @IsEmail({}, { message: 'must be an e-mail address' })
  email?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day of the role; today in Toronto or earlier. Default: today.' })
  from?: Day | null;

  @Field(() => Boolean, {
    description: 'Whether the person is a permanent full-time employee, as an internal auditor must be (G-3.3.a).',
  })
  @IsBoolean()
  isPermanentFullTime!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which the person signed the code of ethics (G-4.5); today or earlier.' })
  codeSignedOn?: Day | null;
}

@InputType({ description: 'The departure of a person from a role at an account.' })
export class RecordDepartureInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => ID, { description: 'Global id of the person.' })
  @IsGlobalId('Person')
  person!: string;

  @Field(() => Role, { description: 'The role.' })
  role!: RoleName;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the role; today in Toronto or earlier. Default: today.' })
  to?: Day | null;
}
