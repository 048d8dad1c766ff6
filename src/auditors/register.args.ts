import { Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class RegisterArgs {
  @Field(() => String, { nullable: true, description: 'Part of the name; default: all names.' })
  @MaxLength(200)
  search?: string | null;

  @Field(() => Int, { defaultValue: 100, description: 'The number of entries at most, 1 to 500.' })
  @Min(1)
  @Max(500)
  first: number = 100;
}
