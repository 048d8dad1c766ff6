import { Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { AlteringInput, CreatingInput } from '../mutations/mutation.input.ts';
import { TenderRequirement } from './requirement.input.ts';

/** A name as it is kept and asked for: one line. */
export const requirementName = /^(?=.*\S)[^\p{C}]{1,200}$/u;
export const requirementNameForm = { message: 'must be 1 to 200 characters on one line' };

const whatYouCallIt = 'Its name: 1 to 200 characters, unique among your requirements. Capitals do not matter.';

@InputType({ description: 'A requirement to keep under a name.' })
export class KeepRequirementInput extends CreatingInput {
  @Field(() => String, { description: whatYouCallIt })
  @Matches(requirementName, requirementNameForm)
  name!: string;

  @Field(() => TenderRequirement, { description: 'What the tender asks for.' })
  @ValidateNested()
  requirement!: TenderRequirement;
}

@InputType({ description: 'What to correct of a kept requirement. Omitted fields stay as they are. Receipts keep what was asked.' })
export class CorrectKeptRequirementInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the kept requirement.' })
  @IsGlobalId('KeptRequirement')
  keptRequirement!: string;

  @Field(() => String, { nullable: true, description: whatYouCallIt })
  @Matches(requirementName, requirementNameForm)
  name?: string | null;

  @Field(() => TenderRequirement, { nullable: true, description: 'What the tender asks for, as a whole.' })
  @ValidateNested()
  requirement?: TenderRequirement | null;
}

@InputType({ description: 'A kept requirement to remove.' })
export class RemoveKeptRequirementInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the kept requirement.' })
  @IsGlobalId('KeptRequirement')
  keptRequirement!: string;
}
