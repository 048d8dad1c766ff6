import { ArgsType, Field } from 'type-graphql';
import { IsWsibAccount } from '../contract/is-wsib-account.ts';

@ArgsType()
export class AccountArgs {
  @Field(() => String, { description: 'WSIB account number. Spaces and hyphens do not matter.' })
  @IsWsibAccount()
  wsibAccount!: string;
}
