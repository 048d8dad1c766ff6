import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import { AssociationId } from '../equivalency/request-enums.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { AssociationId as Association } from '../rules/equivalency/associations.ts';
import type { RestingKind } from '../rules/recording/issuing-letters.ts';
import { ProofKind } from './proof.type.ts';

@ObjectType({
  description:
    'A letter that rests on another document and says nothing beyond it: a letter of intent, a letter of COR equivalency, or a confirmation of COR to another association.',
})
export class RestingLetter {
  @Field(() => ProofKind, { description: 'LETTER_OF_INTENT, LETTER_OF_EQUIVALENCY or CONFIRMATION_OF_COR.' })
  kind!: RestingKind;

  @Field(() => String, { description: 'The number to print on it; `proof(number:)` checks it.' })
  number!: string;

  @Field(() => LocalDate, { description: 'Day of issue.' })
  issuedOn!: Day;

  @Field(() => AssociationId, { nullable: true, description: 'For a confirmation of COR: the association it is addressed to (R-62).' })
  association!: Association | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'For a confirmation of COR: the end of the certificate’s three years, to print on it.',
  })
  expiresOn!: Day | null;

  @Field(() => String, { description: 'The eight-character code to print beside the number.' })
  printedCode!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null once it was removed as recorded in error.',
  })
  version!: number | null;
}
