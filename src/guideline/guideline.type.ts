import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';

@ObjectType({ description: 'How this registry settles a point that the program’s documents leave open.' })
export class Interpretation {
  @Field(() => String, { description: 'Id of the decision, such as `R-7`.' })
  id!: string;

  @Field(() => String, { description: 'What was decided, in the language asked for.' })
  text!: string;
}

@ObjectType({ description: 'One statement of the program’s documents, restated, or a decision of this registry where they are silent.' })
export class Clause {
  @Field(() => String, { description: 'Stable id. It never changes its meaning.' })
  id!: string;

  @Field(() => String, { description: 'Short title, in the language asked for.' })
  title!: string;

  @Field(() => String, { description: 'The document the clause is taken from, and its publisher, in the language asked for.' })
  source!: string;

  @Field(() => String, { description: 'Where in that document.' })
  section!: string;

  @Field(() => String, { description: 'What the clause says, in our words, in the language asked for.' })
  text!: string;

  @Field(() => [Interpretation], { description: 'How this registry reads the clause where it leaves a point open.' })
  interpretations!: Interpretation[];

  @Field(() => String, { nullable: true, description: 'Why no rule computes the clause, in the language asked for; null where one does.' })
  notEncoded!: string | null;

  @Field(() => Boolean, {
    description: 'True in French, which is ours: the program’s documents are in English only. False in English.',
  })
  unofficial!: boolean;
}

@ObjectType({ description: 'A number of the law from the day it starts to hold.' })
export class ParameterValue {
  @Field(() => LocalDate, { description: 'First day of this value; before the first of all, the first holds (R-30).' })
  from!: string;

  @Field(() => String, { description: 'The value: a whole number, or `true` or `false`.' })
  value!: string;
}

@ObjectType({ description: 'A number the rules use, with its clause and the day on which it was last compared with the source.' })
export class Parameter {
  @Field(() => String, { description: 'Name of the number.' })
  name!: string;

  @Field(() => String, { description: 'Id of the clause that states it.' })
  clause!: string;

  @Field(() => String, {
    description: 'What it counts, in the language asked for: days, business days, months, years, percent, elements, or yes or no.',
  })
  unit!: string;

  @Field(() => LocalDate, { description: 'Day it was last compared with its source.' })
  checkedOn!: string;

  @Field(() => [ParameterValue], { description: 'Its values in the order of their first days.' })
  values!: ParameterValue[];
}

@ObjectType({ description: 'The program’s rules as this registry applies them.' })
export class Guideline {
  @Field(() => [Clause], { description: 'The clauses, all of them or those whose ids are given, in the program’s order.' })
  clauses!: Clause[];

  @Field(() => [Parameter], { description: 'The numbers the rules use.' })
  parameters!: Parameter[];

  @Field(() => Int, { description: 'How many clauses there are.' })
  clauseCount!: number;
}
