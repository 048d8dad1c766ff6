import { ArrayMaxSize, ArrayNotEmpty, Matches, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { BidderRow, MOST_ROWS } from '../bidders/bidder.input.ts';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import { documentNumberForm } from '../identifiers/document-number.ts';
import { CreatingInput } from '../mutations/mutation.input.ts';
import { ProofHolder } from '../proof/proof.args.ts';
import type { Day } from '../rules/calendar.ts';
import { requirementName, requirementNameForm } from '../tenders/kept-requirement.input.ts';
import { TenderRequirement } from '../tenders/requirement.input.ts';
import { VerificationSubject } from '../verification/verification.input.ts';

@InputType({ description: 'A document to check, as `proof` does.' })
export class DocumentToProve {
  @Field(() => String, { description: 'The number printed on the document.' })
  @Matches(documentNumberForm, { message: 'must be the number of a document: 1 to 64 characters on one line' })
  number!: string;

  @Field(() => ProofHolder, {
    nullable: true,
    description:
      'What you hold besides the number. A signed receipt says whether it agrees with the record, and does not repeat a printed code.',
  })
  @ValidateNested()
  holder?: ProofHolder | null;
}

@InputType({
  description:
    'A question whose answer is to be kept. Give `documents`; or `subjects` or `rows`, with or without a `requirement` or `keptRequirement`.',
})
export class KeepReceiptInput extends CreatingInput {
  @Field(() => [VerificationSubject], { nullable: true, description: 'Whom to verify, as `verifyMany` does: at most 500.' })
  @ValidateNested({ each: true })
  @ArrayNotEmpty({ message: 'must not be empty' })
  @ArrayMaxSize(MOST_ROWS, { message: `must hold at most ${MOST_ROWS}` })
  subjects?: VerificationSubject[] | null;

  @Field(() => [BidderRow], { nullable: true, description: 'Rows of a list of bidders, as for `matchBidders`: at most 500.' })
  @ValidateNested({ each: true })
  @ArrayNotEmpty({ message: 'must not be empty' })
  @ArrayMaxSize(MOST_ROWS, { message: `must hold at most ${MOST_ROWS}` })
  rows?: BidderRow[] | null;

  @Field(() => [DocumentToProve], { nullable: true, description: 'Documents to check, as `proof` does: at most 500.' })
  @ValidateNested({ each: true })
  @ArrayNotEmpty({ message: 'must not be empty' })
  @ArrayMaxSize(MOST_ROWS, { message: `must hold at most ${MOST_ROWS}` })
  documents?: DocumentToProve[] | null;

  @Field(() => TenderRequirement, {
    nullable: true,
    description: 'What the tender asks for, as for `checkRequirement`. With `subjects` or `rows`.',
  })
  @ValidateNested()
  requirement?: TenderRequirement | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of one of your kept requirements, in place of `requirement`. The receipt keeps what it asks for today.',
  })
  @Matches(requirementName, requirementNameForm)
  keptRequirement?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day asked about. Default: today in Toronto.' })
  on?: Day | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Answer from what was recorded by this instant; not with `documents`. Default: now.',
  })
  knownAt?: Instant | null;
}
