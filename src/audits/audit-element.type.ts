import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'An element of an audit tool (X-11, X-15).' })
export class AuditElement {
  @Field(() => Int, { description: 'Its number, from 1: the id by which scores name it.' })
  number!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Its name, in the language asked for; null where it is not known, as for the older COR.',
  })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How far the name is official, in the language asked for; null without a name.',
  })
  note!: string | null;

  @Field(() => Boolean, { description: 'True of a name in French, which is ours.' })
  unofficial!: boolean;
}
