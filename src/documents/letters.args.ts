import { IsIn, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { StandingFilter } from '../standing/account-filter.input.ts';
import { DocumentOrder } from './certificates.args.ts';

@InputType({
  description:
    'Which Letters of Good Standing to list. All conditions given must be met; conditions on the account apply to the account whose ' +
    'standing rests on the letter.',
})
export class LetterOfGoodStandingFilter extends StandingFilter {
  @Field(() => Int, { nullable: true, description: 'Only letters for this year of the certificate: 2 or 3.' })
  @IsIn([2, 3], { message: 'must be 2 or 3' })
  year?: number | null;
}

@ArgsType()
export class LettersOfGoodStandingArgs extends PageArgs {
  @Field(() => LetterOfGoodStandingFilter, { nullable: true, description: 'Which letters to list. Default: all that are visible to you.' })
  @ValidateNested()
  filter?: LetterOfGoodStandingFilter | null;

  @Field(() => DocumentOrder, { description: 'The order of the list.', defaultValue: DocumentOrder.ISSUED_ON_DESC })
  orderBy!: DocumentOrder;
}
