import { Matches } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { wsibAccountForm, wsibAccountMessage } from '../identifiers/wsib-account.ts';

@ArgsType()
export class AccountArgs {
  @Field(() => String, { description: 'WSIB account number. Spaces and hyphens do not matter.' })
  @Matches(wsibAccountForm, wsibAccountMessage)
  wsibAccount!: string;
}
