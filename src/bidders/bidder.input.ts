import { Field, InputType } from 'type-graphql';

/** The most rows of one request. */
export const MOST_ROWS = 500;

@InputType({
  description:
    'A row of a list of bidders as it was typed. Give a name, a number or both; a missing column or swapped ones are detected. No content of a row makes the whole request fail.',
})
export class BidderRow {
  @Field(() => String, {
    nullable: true,
    description:
      'The name as typed, with everything beside it: `o/a`, `a division of`, brackets, the partners of a joint venture. At most 200 characters are read.',
  })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A number of any kind: WSIB account, CRA business number, or the number of a certificate, letter or confirmation. Labels (WSIB, #), hyphens, spaces and a letter O for zero do not matter.',
  })
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'Your label for the row. The answer repeats it.' })
  reference?: string | null;
}
