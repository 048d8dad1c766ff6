import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { CreatingInput } from '../mutations/mutation.input.ts';

@InputType({ description: 'A letter of intent to issue: it says that the firm is registered and pursuing COR (X-8).' })
export class IssueLetterOfIntentInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;
}

@InputType({ description: 'A letter of COR equivalency to issue: it accompanies an equivalency certificate (R-38).' })
export class IssueLetterOfEquivalencyInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the equivalency certificate.' })
  @IsGlobalId('Certificate')
  certificate!: string;
}
