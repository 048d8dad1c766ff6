import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { AlteringInput } from '../mutations/mutation.input.ts';

@InputType({ description: 'Who conducted an internal audit (G-3.3.a).' })
export class NameInternalAuditorInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the audit. `expectedVersion` is its version.' })
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => ID, { description: 'Global id of the person.' })
  @IsGlobalId('Person')
  person!: string;
}
