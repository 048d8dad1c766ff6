import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '../contract/scalars.ts';
import { Reason } from '../guideline/reason.type.ts';
import { DocumentStateEnum, ProofKind } from '../proof/proof.type.ts';
import { AskedRequirement } from '../tenders/kept-requirement.type.ts';

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
    REQUIREMENT: { description: 'Whether rows meet what a tender asks for, as `checkRequirement` answers.' },
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

@ObjectType({ description: 'What `proof` said about a document, or would say now.' })
export class ReceiptProof {
  @Field(() => String, { description: 'The number as printed on the document.' })
  number!: string;

  @Field(() => ProofKind, { description: 'What kind of document it is.' })
  kind!: ProofKind;

  @Field(() => Boolean, { nullable: true, description: 'Whether the given holder agreed with the record; null if none was given.' })
  holderAgrees!: boolean | null;

  @Field(() => LocalDate, { description: 'Day of issue.' })
  issuedOn!: string;

  @Field(() => Int, { nullable: true, description: 'The year of the certificate, 2 or 3, that a Letter of Good Standing was for.' })
  year!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'For a confirmation to another association: the end date printed on it.' })
  expiresOn!: string | null;

  @Field(() => DocumentStateEnum, { description: 'Its state on the day.' })
  state!: keyof typeof DocumentStateEnum;

  @Field(() => String, { nullable: true, description: 'Number of the document that superseded it, if that one was public.' })
  supersededBy!: string | null;

  @Field(() => Boolean, { description: 'Whether it was in effect on the day.' })
  inEffect!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'First day without effect, if nothing further was recorded.' })
  effectiveUntil!: string | null;
}

@ObjectType({ description: 'What was said of a row, or would be said now. Values, without links to records.' })
export class ReceiptAnswer {
  @Field(() => String, { nullable: true, description: 'Of rows: MATCHED, AMBIGUOUS, NO_MATCH or INVALID.' })
  status!: string | null;

  @Field(() => String, { nullable: true, description: 'The standing on the day.' })
  standing!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it counted as certified.' })
  consideredCertified!: boolean | null;

  @Field(() => String, { nullable: true, description: 'WSIB account number.' })
  wsibAccount!: string | null;

  @Field(() => String, { nullable: true, description: 'Legal name of the organization.' })
  organizationName!: string | null;

  @Field(() => String, { nullable: true, description: 'City of the organization.' })
  city!: string | null;

  @Field(() => String, { nullable: true, description: 'What the standing rests on.' })
  basis!: string | null;

  @Field(() => String, { nullable: true, description: 'The standard.' })
  standard!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the certificate.' })
  certificateNumber!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of issue of the certificate.' })
  certificateIssuedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the last Letter of Good Standing.' })
  letterNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the bidding-only document.' })
  biddingDocumentNumber!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day of the standing.' })
  since!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day of the next standing, if nothing further was recorded.' })
  holdsUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'The standing from `holdsUntil` on.' })
  then!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a requirement: MET, NOT_MET or CANNOT_SAY.' })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: 'The route by which the requirement was met: a value of TenderRoute.' })
  route!: string | null;

  @Field(() => String, { nullable: true, description: 'The document by which the requirement was met.' })
  document!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Of the days of a contract: the first on which it was not certified, if nothing further was recorded.',
  })
  firstDayAtRisk!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Of the days of a contract: the first on which the requirement was not met, if nothing further was recorded.',
  })
  firstDayNotMet!: string | null;

  @Field(() => String, { nullable: true, description: 'What it meant, in a sentence.' })
  consequence!: string | null;

  @Field(() => [Reason], { description: 'Every clause consulted, with what was found.' })
  reasons!: Reason[];

  @Field(() => ReceiptProof, { nullable: true, description: 'For documents: what was said about it; null if no document has the number.' })
  proof!: ReceiptProof | null;

  @Field(() => [ReceiptAnswer], { description: 'The partners of a joint venture.' })
  partners!: ReceiptAnswer[];
}

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
