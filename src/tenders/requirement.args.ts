import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MatchBiddersArgs } from '../bidders/bidder.args.ts';
import { TenderRequirement } from './requirement.input.ts';

@ArgsType()
export class CheckRequirementArgs extends MatchBiddersArgs {
  @Field(() => TenderRequirement, { description: 'What the tender asks for.' })
  @ValidateNested()
  requirement!: TenderRequirement;
}
