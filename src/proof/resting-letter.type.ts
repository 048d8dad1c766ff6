import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { ProofKind } from './proof.type.ts';

@ObjectType({ description: 'A letter that rests on another document and says no more than it: a letter of intent or of COR equivalency.' })
export class RestingLetter {
  @Field(() => ProofKind, { description: 'LETTER_OF_INTENT or LETTER_OF_EQUIVALENCY.' })
  kind!: 'LETTER_OF_INTENT' | 'LETTER_OF_EQUIVALENCY';

  @Field(() => String, { description: 'The number to print on it; `proof(number:)` checks it.' })
  number!: string;

  @Field(() => LocalDate, { description: 'Day of issue.' })
  issuedOn!: Day;

  @Field(() => String, { description: 'The eight-character code to print beside the number.' })
  printedCode!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null once it was removed as recorded in error.',
  })
  version!: number | null;
}
