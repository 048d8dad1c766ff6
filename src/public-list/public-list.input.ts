import { InputType } from 'type-graphql';
import { CreatingInput } from '../mutations/mutation.input.ts';

@InputType({ description: 'An order for a public list.' })
export class MakePublicListInput extends CreatingInput {}
