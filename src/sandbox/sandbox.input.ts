import { Field, InputType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import { CreatingInput } from '../mutations/mutation.input.ts';

/** Days by which a clock is moved at once: a year takes seconds, and a mistyped century would take an hour. */
export const MOST_DAYS = 3_660;

@InputType({ description: 'Where to move the time of a sandbox.' })
export class AdvanceClockInput extends CreatingInput {
  @Field(() => LocalDate, { description: 'The day it is to be: after `sandbox { today }`, and at most 3,660 days after it.' })
  to!: string;
}
