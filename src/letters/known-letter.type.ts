import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';

const withoutId =
  'as an answer about a day or an instant states it. It has no `id`, so that a client’s cache does not mix it with another answer; `record` is the document as it is recorded now.';

@ObjectType({ description: `A Letter of Good Standing ${withoutId}` })
export class KnownLetterOfGoodStanding {
  /** Not a field: the UUID by which `record` finds the letter; only where that was asked for. */
  uuid?: string | undefined;

  @Field(() => String, { description: 'The number printed on it.' })
  number!: string;

  @Field(() => Int, { description: 'The year of the certificate it is for: 2 or 3.' })
  year!: number;

  @Field(() => LocalDate, { description: 'Day of issue.' })
  issuedOn!: string;
}

@ObjectType({ description: `An interim Letter of Good Standing or a letter of reciprocity ${withoutId}` })
export class KnownBiddingDocument {
  /** Not a field: the UUID by which `record` finds the document; only where that was asked for. */
  uuid?: string | undefined;

  @Field(() => String, { description: 'The number printed on it.' })
  number!: string;

  @Field(() => LocalDate, { description: 'Day of issue.' })
  issuedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day, that day included (R-21). Null if no end is stated.' })
  lastDay!: string | null;
}
