import { IsInt, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { IsWsibAccount } from '../contract/is-wsib-account.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CorrectingInput, CreatingInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';

@InputType({ description: 'An account to enter: one WSIB employer account, or a firm without one (G-1.2.b, R-22).' })
export class CreateAccountInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the organization that holds it.' })
  @IsGlobalId('Organization')
  organization!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'WSIB account number; spaces and hyphens do not matter. None for a firm without one, which may be registered or bid and holds no certificate (R-22).',
  })
  @IsWsibAccount()
  wsibAccount?: string | null;
}

@InputType({ description: 'A new number that WSIB gave an account, or its first one.' })
export class ChangeWsibAccountInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => String, { description: 'The new WSIB account number. Spaces and hyphens do not matter.' })
  @IsWsibAccount()
  wsibAccount!: string;

  @Field(() => LocalDate, { nullable: true, description: 'First day of the new number; default: today in Toronto. No later day.' })
  changedOn?: Day | null;
}

@InputType({ description: 'Since when the health and safety management system of an account has been in place (G-1.2.d).' })
export class RecordSystemInPlaceInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => LocalDate, { description: 'First day on which it was in place: today in Toronto or before.' })
  since!: Day;
}

@InputType({ description: 'Two accounts of one organization that are the same one, entered twice.' })
export class MergeAccountsInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the account that stays. `expectedVersion` is its version.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => ID, {
    description:
      'Global id of the account that is merged into it: what was recorded about it moves to the one that stays, and so does its WSIB account number if that one has none; its id leads there from then on.',
  })
  @IsGlobalId('Account')
  other!: string;

  @Field(() => Int, { description: 'The `version` of the other account when you read it.' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  otherExpectedVersion!: number;
}

@InputType({ description: 'The correction of an account. Omitted fields stay as they are.' })
export class CorrectAccountInput extends CorrectingInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'WSIB account number; spaces and hyphens do not matter. Null removes it: the firm has no WSIB account, and then it cannot hold ' +
      'a certificate (R-22). For a number that WSIB changed: `changeWsibAccount`.',
  })
  @IsWsibAccount()
  wsibAccount?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the organization that holds it.' })
  @IsGlobalId('Organization')
  organization?: string | null;
}
