import { Matches, Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';

const MOST_RECEIPTS = 100;

@ArgsType()
export class ReceiptArgs {
  @Field(() => String, { description: 'Number of the receipt, such as REC-2031-7K3M9QX2TB.' })
  @Matches(/^\s*[Rr][Ee][Cc]-\d{4}-[0-9A-Za-z]{10}\s*$/, { message: 'must be the number of a receipt, such as REC-2031-7K3M9QX2TB' })
  number!: string;
}

@ArgsType()
export class ReceiptsArgs {
  @Field(() => Int, { description: 'How many at most, 1 to 100.', defaultValue: 20 })
  @Min(1)
  @Max(MOST_RECEIPTS)
  first!: number;

  @Field(() => Boolean, { description: 'Only those whose answer changed by what was recorded since.', defaultValue: false })
  changed!: boolean;
}
