import { ArgsType, Field, ID } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';

@ArgsType()
export class PersonArgs {
  @Field(() => ID, { description: 'Global id of a person.' })
  @IsGlobalId('Person')
  id!: string;
}
