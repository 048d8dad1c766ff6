import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '../contract/scalars.ts';
import { AskedRequirement } from '../tenders/kept-requirement.type.ts';
import { ReceiptAnswer } from './receipt-answer.type.ts';

export const ReceiptQuestionEnum = {
  VERIFICATION: 'VERIFICATION',
  BIDDERS: 'BIDDERS',
  REQUIREMENT: 'REQUIREMENT',
  PROOF: 'PROOF',
} as const;

registerEnumType(ReceiptQuestionEnum, {
  name: 'ReceiptQuestion',
  description: 'What was asked.',
  valuesConfig: {
    VERIFICATION: { description: 'The standing of subjects, as `verifyMany` answers.' },
    BIDDERS: { description: 'Which firms rows mean, as `matchBidders` answers.' },
    REQUIREMENT: { description: 'Whether subjects or rows meet what a tender asks for, as `checkRequirement` answers.' },
    PROOF: { description: 'Whether documents are on record and in effect, as `proof` answers.' },
  },
});

export const ReceiptDifference = { RECORDED_SINCE: 'RECORDED_SINCE', OTHER_RULES: 'OTHER_RULES', OTHER_RIGHTS: 'OTHER_RIGHTS' } as const;
export type ReceiptDifference = keyof typeof ReceiptDifference;

registerEnumType(ReceiptDifference, {
  name: 'ReceiptDifference',
  description: 'Why something else would be said now.',
  valuesConfig: {
    RECORDED_SINCE: { description: 'Something was recorded or corrected since.' },
    OTHER_RULES: { description: 'The rules of the registry have changed since then.' },
    OTHER_RIGHTS: { description: 'You may see different things than the holder could then.' },
  },
});

@ObjectType({ description: 'A row of a receipt: what was said, what would be said now, and why it differs.' })
export class ReceiptRowCompared {
  @Field(() => Int, { description: 'Position of the row in the question, from 0.' })
  row!: number;

  @Field(() => String, { description: 'The row as it was asked, as JSON.' })
  asked!: string;

  @Field(() => ReceiptAnswer, { description: 'What was said.' })
  said!: ReceiptAnswer;

  @Field(() => ReceiptAnswer, { description: 'What would be said of the same day now, as far as you may see it today.' })
  now!: ReceiptAnswer;

  @Field(() => [String], { description: 'The fields in which they differ.' })
  differs!: string[];

  @Field(() => ReceiptDifference, { nullable: true, description: 'Why; null where nothing differs.' })
  why!: ReceiptDifference | null;
}

@ObjectType({ description: 'An answer that its holder kept. It never changes. It opens to its holder and to staff.' })
export class Receipt {
  @Field(() => String, { description: 'Its number.' })
  number!: string;

  @Field(() => ReceiptQuestionEnum, { description: 'What was asked.' })
  question!: keyof typeof ReceiptQuestionEnum;

  @Field(() => AskedRequirement, { nullable: true, description: 'What the tender asked for; null for other questions.' })
  requirement!: AskedRequirement | null;

  @Field(() => String, { description: 'Holder of the key that kept it.' })
  holder!: string;

  @Field(() => LocalDate, { description: 'The day asked about.' })
  on!: string;

  @Field(() => DateTime, { description: 'The instant as known at which it was answered.' })
  knownAt!: string;

  @Field(() => DateTime, { description: 'When it was kept.' })
  keptAt!: string;

  @Field(() => String, { description: 'Version of the clauses and numbers by which it was answered.' })
  rulesVersion!: string;

  @Field(() => [ReceiptRowCompared], { description: 'Its rows, beside what would be said now.' })
  rows!: ReceiptRowCompared[];

  @Field(() => String, {
    nullable: true,
    description:
      'The receipt as a compact JWS (EdDSA), signed when you ask. Anyone can check it with the keys at `/.well-known/jwks.json`, also offline by `registry receipt verify`. Null where the registry has no signing key.',
  })
  signed!: string | null;
}
