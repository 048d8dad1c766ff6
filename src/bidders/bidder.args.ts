import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { BidderRow, MOST_ROWS } from './bidder.input.ts';

@ArgsType()
export class MatchBiddersArgs {
  @Field(() => [BidderRow], { description: `The rows: at most ${MOST_ROWS}.` })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_ROWS, { message: `rows must hold at most ${MOST_ROWS}` })
  rows!: BidderRow[];

  @Field(() => LocalDate, { nullable: true, description: 'The day asked about, such as the closing day. Default: today in Toronto.' })
  on: Day | null = null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Answer from what was recorded by this instant. Default: now; not before the registry’s first record, nor in the future.',
  })
  knownAt: Instant | null = null;
}
