import { Matches } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { wsibAccountForm } from '../identifiers/wsib-account.ts';

@ArgsType()
export class AccountArgs {
  @Field(() => String, { description: 'WSIB account number. Spaces and hyphens do not matter.' })
  @Matches(wsibAccountForm, {
    message: 'must be a WSIB account number: letters and digits, at most 40; spaces and hyphens do not matter',
  })
  wsibAccount!: string;
}
