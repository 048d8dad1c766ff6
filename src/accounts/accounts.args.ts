import { ValidateNested } from 'class-validator';
import { ArgsType, Field, registerEnumType } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { AccountFilter } from '../standing/account-filter.input.ts';

/** The orders of a list of accounts; ids decide between equals. */
export const AccountOrder = {
  SINCE_ASC: 'SINCE_ASC',
  SINCE_DESC: 'SINCE_DESC',
  ORGANIZATION_NAME_ASC: 'ORGANIZATION_NAME_ASC',
  ORGANIZATION_NAME_DESC: 'ORGANIZATION_NAME_DESC',
} as const;
export type AccountOrder = keyof typeof AccountOrder;

registerEnumType(AccountOrder, {
  name: 'AccountOrder',
  description: 'The order of a list of accounts.',
  valuesConfig: {
    SINCE_ASC: { description: 'By the first day of their standing on the day asked, the earliest first.' },
    SINCE_DESC: { description: 'By the first day of their standing on the day asked, the latest first.' },
    ORGANIZATION_NAME_ASC: { description: 'By the legal name of the organization, A first; capitals and accents do not matter.' },
    ORGANIZATION_NAME_DESC: { description: 'By the legal name of the organization, A last.' },
  },
});

@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => AccountFilter, { nullable: true, description: 'Which accounts to list. Default: all that are visible to you.' })
  @ValidateNested()
  filter?: AccountFilter | null;

  @Field(() => AccountOrder, { description: 'The order of the list.', defaultValue: AccountOrder.SINCE_DESC })
  orderBy!: AccountOrder;
}
