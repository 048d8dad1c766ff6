import { Matches } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class SoseRecognitionsArgs {
  @Field(() => String, { description: 'WSIB account number of the employer. Spaces and hyphens do not matter.' })
  @Matches(/^[\s\u2010-\u2015-]*([A-Z0-9][\s\u2010-\u2015-]*){1,40}$/iu, {
    message: 'must be a WSIB account number: letters and digits, at most 40; spaces and hyphens do not matter',
  })
  wsibAccount!: string;
}
