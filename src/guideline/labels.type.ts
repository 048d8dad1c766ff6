import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a person calls a value of an enum.' })
export class EnumLabel {
  @Field(() => String, { description: 'Name of the enum in the schema.' })
  enum!: string;

  @Field(() => String, { description: 'The value, as a program reads it.' })
  value!: string;

  @Field(() => String, { description: 'The value in words, in the language asked for.' })
  label!: string;

  @Field(() => Boolean, { description: 'True for French words with a term that has no official French; false in English.' })
  unofficial!: boolean;
}
