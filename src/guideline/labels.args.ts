import { ArrayMaxSize, Matches } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';

const MOST_ENUMS = 20;

@ArgsType()
export class EnumLabelsArgs {
  @Field(() => [String], { description: `Names of enums of the schema, such as \`RefusalCode\`; at most ${MOST_ENUMS}.` })
  @ArrayMaxSize(MOST_ENUMS, { message: `must hold at most ${MOST_ENUMS} names` })
  @Matches(/^\w{1,100}$/, { each: true, message: 'must hold names of enums, such as RefusalCode' })
  enums!: string[];
}
