import { Matches } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';

@ArgsType()
export class ReceiptArgs {
  @Field(() => String, { description: 'Number of the receipt, such as REC-2031-7K3M9QX2TB.' })
  @Matches(/^\s*[Rr][Ee][Cc]-\d{4}-[0-9A-Za-z]{10}\s*$/, { message: 'must be the number of a receipt, such as REC-2031-7K3M9QX2TB' })
  number!: string;
}

@ArgsType()
export class ReceiptsArgs extends PageArgs {
  @Field(() => Boolean, { description: 'Only those whose answer changed by what was recorded since.', defaultValue: false })
  changed!: boolean;
}
