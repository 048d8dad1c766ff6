import { Matches, ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MatchBiddersArgs } from '../bidders/bidder.args.ts';
import { requirementName, requirementNameForm } from './kept-requirement.input.ts';
import { TenderRequirement } from './requirement.input.ts';

@ArgsType()
export class CheckRequirementArgs extends MatchBiddersArgs {
  @Field(() => TenderRequirement, { nullable: true, description: 'What the tender asks for. Give this or `keptRequirement`.' })
  @ValidateNested()
  requirement?: TenderRequirement | null;

  @Field(() => String, { nullable: true, description: 'The name of one of your kept requirements: see `keepRequirement`.' })
  @Matches(requirementName, requirementNameForm)
  keptRequirement?: string | null;
}
