import { Field, InputType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import { CreatingInput } from '../mutations/mutation.input.ts';

/** Days by which a clock is moved at once: a year takes seconds, and a mistyped century would take an hour. */
export const MOST_DAYS = 3_660;

@InputType({ description: 'The day to which to move the clock of a sandbox.' })
export class AdvanceClockInput extends CreatingInput {
  @Field(() => LocalDate, { description: 'The day to move to: after `sandbox { today }`, by at most 3,660 days.' })
  to!: string;
}
