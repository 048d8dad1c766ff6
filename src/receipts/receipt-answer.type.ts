import { Field, Float, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import { Reason } from '../guideline/reason.type.ts';
import { DocumentStateEnum, ProofKind } from '../proof/proof.type.ts';

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

@ObjectType({ description: 'What was wrong with a number or a row.' })
export class ReceiptProblem {
  @Field(() => String, { description: 'The field at fault.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it looked like: a value of BidderInputLooksLike.' })
  looksLike!: string | null;

  @Field(() => String, { description: 'The same as a sentence.' })
  message!: string;
}

@ObjectType({ description: 'An account that a row or a business number may have meant.' })
export class ReceiptCandidate {
  @Field(() => Float, {
    nullable: true,
    description: 'How similar the firm was, from 0 to 1; null for a business number that several accounts have.',
  })
  score!: number | null;

  @Field(() => String, { description: 'Why it was a candidate: a value of CandidateReason.' })
  why!: string;

  @Field(() => String, { nullable: true, description: 'WSIB account number; null for a firm without one.' })
  wsibAccount!: string | null;

  @Field(() => String, { description: 'Legal name of the organization.' })
  organizationName!: string;

  @Field(() => String, { nullable: true, description: 'City of the organization.' })
  city!: string | null;
}

@ObjectType({ description: 'A system of the list that a requirement was compared with.' })
export class ReceiptSystem {
  @Field(() => String, { description: 'The system: a value of AccreditedSystem.' })
  system!: string;

  @Field(() => Boolean, { description: 'Whether it was found to be accredited.' })
  isKnown!: boolean;

  @Field(() => Boolean, { description: 'Whether the requirement named it.' })
  isNamed!: boolean;

  @Field(() => String, { description: 'Where it was found.' })
  source!: string;

  @Field(() => LocalDate, { description: 'The day on which it was last looked up.' })
  checkedOn!: string;
}

@ObjectType({ description: 'The warning that a requirement drew.' })
export class ReceiptWarning {
  @Field(() => String, { description: 'The warning in a sentence.' })
  message!: string;

  @Field(() => [String], { description: 'Systems named as accredited that the requirement did not name.' })
  notNamed!: string[];

  @Field(() => [String], { description: 'Other systems it did not name; whether they were accredited was not known here.' })
  notKnown!: string[];
}

@ObjectType({
  description:
    'What was said of a row, or would be said now. Values, without links to records. A field that was not yet kept when the receipt was is null.',
})
export class ReceiptAnswer {
  @Field(() => String, { nullable: true, description: 'Of rows: MATCHED, AMBIGUOUS, NO_MATCH or INVALID.' })
  status!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a partner of a joint venture: its name as typed.' })
  name!: string | null;

  @Field(() => ReceiptProblem, { nullable: true, description: 'What was wrong with the number or the row; null if nothing was.' })
  problem!: ReceiptProblem | null;

  @Field(() => [ReceiptCandidate], { nullable: true, description: 'The accounts that it may have meant. Null for documents.' })
  candidates!: ReceiptCandidate[] | null;

  @Field(() => [String], { nullable: true, description: 'Of rows: parts of the text that were not looked up.' })
  notLookedFor!: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Of rows with a name beside the number: whether they agreed.' })
  nameAgrees!: boolean | null;

  @Field(() => String, { nullable: true, description: 'The standing on the day.' })
  standing!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it counted as certified.' })
  consideredCertified!: boolean | null;

  @Field(() => String, { nullable: true, description: 'WSIB account number.' })
  wsibAccount!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the number asked about is one that the account had before.' })
  isFormerWsibAccount!: boolean | null;

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

  @Field(() => LocalDate, { nullable: true, description: 'The end printed on the certificate.' })
  certificateEndsOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the last Letter of Good Standing.' })
  letterNumber!: string | null;

  @Field(() => Int, { nullable: true, description: 'The year of the certificate, 2 or 3, that this letter was for.' })
  letterYear!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of issue of this letter.' })
  letterIssuedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the bidding-only document.' })
  biddingDocumentNumber!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the bidding-only document.' })
  biddingDocumentLastDay!: string | null;

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

  @Field(() => String, { nullable: true, description: 'What would have cured it, and by when, if the requirement was not met.' })
  cure!: string | null;

  @Field(() => String, { nullable: true, description: 'Who could say, if the registry could not.' })
  ask!: string | null;

  @Field(() => ReceiptWarning, { nullable: true, description: 'The warning that the requirement drew; null if none.' })
  warning!: ReceiptWarning | null;

  @Field(() => [ReceiptSystem], { nullable: true, description: 'The list that the requirement was compared with, if it drew a warning.' })
  systems!: ReceiptSystem[] | null;

  @Field(() => String, { nullable: true, description: 'What it meant, in a sentence; of a requirement, `cure` or `ask` if there was one.' })
  consequence!: string | null;

  @Field(() => String, { nullable: true, description: 'What to do about it and by when; null if there was nothing to do.' })
  advice!: string | null;

  @Field(() => [Reason], { description: 'Every clause consulted, with what was found; of a requirement, those of the requirement.' })
  reasons!: Reason[];

  @Field(() => [Reason], { nullable: true, description: 'Of a requirement: the clauses consulted for the standing.' })
  standingReasons!: Reason[] | null;

  @Field(() => ReceiptProof, { nullable: true, description: 'For documents: what was said about it; null if no document has the number.' })
  proof!: ReceiptProof | null;

  @Field(() => [ReceiptAnswer], { description: 'The partners of a joint venture.' })
  partners!: ReceiptAnswer[];
}
