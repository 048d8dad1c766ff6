import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';

@ObjectType({
  description:
    'A registry that was created for trying things out: its clock can be moved forward (`advanceClock`). Keys, budgets and signatures stay on real time.',
})
export class Sandbox {
  @Field(() => LocalDate, { description: 'The current day of the registry.' })
  today!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day to which its clock is moving; null once it has arrived.' })
  advancingTo!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the clock has arrived, and every change and notice of the days in between has its place in the feed. Ask again until it is true. ' +
      'Webhooks follow in the same order.',
  })
  isReady!: boolean;
}
