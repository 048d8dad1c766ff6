import { ArgsType, Field } from 'type-graphql';
import { Standard } from '../standing/standing.type.ts';

@ArgsType()
export class AuditElementsArgs {
  @Field(() => Standard, { defaultValue: Standard.COR_2020, description: 'The tool: that of COR 2020, or that of the older COR.' })
  tool: Standard = Standard.COR_2020;
}
