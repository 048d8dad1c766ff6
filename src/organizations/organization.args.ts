import { ArgsType, Field, ID } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';

@ArgsType()
export class OrganizationArgs {
  @Field(() => ID, { description: 'Global id of an organization.' })
  @IsGlobalId('Organization')
  id!: string;
}
