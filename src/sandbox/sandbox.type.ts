import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';

@ObjectType({
  description:
    'A registry that was created to try things on: its time can be moved forward (`advanceClock`). Keys, budgets and signatures keep to real time.',
})
export class Sandbox {
  @Field(() => LocalDate, { description: 'The present day of the registry.' })
  today!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day to which its time is moving; null once it is there.' })
  advancingTo!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the time has arrived, and every change and notice of the days on the way has its place in the feed. Ask again until it is true. ' +
      'Webhooks follow in the same order.',
  })
  isReady!: boolean;
}
