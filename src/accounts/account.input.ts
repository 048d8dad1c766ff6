import { Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { CorrectingInput } from '../mutations/mutation.input.ts';

@InputType({ description: 'What was recorded wrongly of an account. Fields that are left out stay as they are.' })
export class CorrectAccountInput extends CorrectingInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'WSIB account number; spaces and hyphens do not matter. Null takes it away: the firm is without one, and then it can hold no certificate (R-22).',
  })
  @Matches(/^[\s\u2010-\u2015-]*([A-Z0-9][\s\u2010-\u2015-]*){1,40}$/iu, {
    message: 'must be a WSIB account number: letters and digits, at most 40; spaces and hyphens do not matter',
  })
  wsibAccount?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the organization that holds it.' })
  @IsGlobalId('Organization')
  organization?: string | null;
}
