import { ArrayMaxSize, Matches, ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { BidderRow, MOST_ROWS } from '../bidders/bidder.input.ts';
import { AsOf, MOST_SUBJECTS } from '../verification/verification.args.ts';
import { VerificationSubject } from '../verification/verification.input.ts';
import { requirementName, requirementNameForm } from './kept-requirement.input.ts';
import { TenderRequirement } from './requirement.input.ts';

@ArgsType()
export class CheckRequirementArgs extends AsOf {
  @Field(() => [VerificationSubject], {
    nullable: true,
    description: `Whom to check, by their numbers as for \`verifyMany\`: at most ${MOST_SUBJECTS}. Give this or \`rows\`.`,
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_SUBJECTS, { message: `subjects must hold at most ${MOST_SUBJECTS}` })
  subjects?: VerificationSubject[] | null;

  @Field(() => [BidderRow], {
    nullable: true,
    description: `Rows of a list of bidders, as for \`matchBidders\`: at most ${MOST_ROWS}. Give this or \`subjects\`.`,
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_ROWS, { message: `rows must hold at most ${MOST_ROWS}` })
  rows?: BidderRow[] | null;

  @Field(() => TenderRequirement, { nullable: true, description: 'What the tender asks for. Give this or `keptRequirement`.' })
  @ValidateNested()
  requirement?: TenderRequirement | null;

  @Field(() => String, { nullable: true, description: 'The name of one of your kept requirements: see `keepRequirement`.' })
  @Matches(requirementName, requirementNameForm)
  keptRequirement?: string | null;
}
