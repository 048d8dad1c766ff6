import { Field, ObjectType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

@ObjectType({
  implements: Node,
  description: 'An exception that an administrator recorded: the clauses it sets aside, for one certificate, letter or correction (R-44).',
})
export class IssuingException implements Node {
  id!: string;

  @Field(() => [String], { description: 'Ids of the clauses that it sets aside.' })
  clauses!: readonly string[];

  @Field(() => String, { description: 'Why it was made.' })
  grounds!: string;

  @Field(() => String, { description: 'The document that grants it.' })
  document!: string;

  @Field(() => String, { description: 'Who decided it.' })
  decidedBy!: string;

  @Field(() => LocalDate, { description: 'The day on which it was decided.' })
  decidedOn!: Day;

  @Field(() => String, { nullable: true, description: 'Number of the document it was used for; null until it is used.' })
  servedDocument!: string | null;

  @Field(() => [String], {
    description: 'Numbers of the documents that rest on it: several if the correction it was used for concerned several.',
  })
  servedDocuments!: readonly string[];
}
