import { IsBoolean, IsIn } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { CorrectingInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';
import type { BiddingDocumentKind } from '../rules/facts.ts';
import { Basis } from '../standing/standing.type.ts';

@InputType({ description: 'The correction of a bidding-only document. Omitted fields stay as they are.' })
export class CorrectBiddingDocumentInput extends CorrectingInput {
  @Field(() => ID, { description: 'Global id of the document.' })
  @IsGlobalId('BiddingDocument')
  biddingDocument!: string;

  @Field(() => Basis, { nullable: true, description: 'Which document it is: INTERIM_LOGS or LETTER_OF_RECIPROCITY.' })
  @IsIn(['INTERIM_LOGS', 'LETTER_OF_RECIPROCITY'], { message: 'must be INTERIM_LOGS or LETTER_OF_RECIPROCITY' })
  kind?: BiddingDocumentKind | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of issue: today in Toronto or before.' })
  issuedOn?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Last day stated for the host COR or ISO certificate, that day included (R-21). Null removes it: no end is stated, and the ' +
      'document does not count.',
  })
  hostExpiresOn?: Day | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Set if there never was such a document: it is removed, but its history is kept.',
  })
  @IsBoolean()
  recordedInError: boolean = false;
}
