import { Field, ID, ObjectType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { KnownCertificate } from '../certificates/known-certificate.type.ts';
import { DateTime, LocalDate } from '../contract/scalars.ts';
import { Reason } from '../guideline/reason.type.ts';
import type { LooksLike } from '../identifiers/looks-like.ts';
import { KnownBiddingDocument, KnownLetterOfGoodStanding } from '../letters/known-letter.type.ts';
import { Basis, Standard, Standing } from '../standing/standing.type.ts';
import { LooksLikeEnum } from './looks-like.type.ts';

@ObjectType({ description: 'The subject as it was given.' })
export class VerifiedSubject {
  @Field(() => ID, { nullable: true, description: 'Global id of the account, if that was given.' })
  account!: string | null;

  @Field(() => String, { nullable: true, description: 'WSIB account number, if that was given.' })
  wsibAccount!: string | null;

  @Field(() => String, { nullable: true, description: 'Document number, if that was given.' })
  documentNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Business number, if that was given.' })
  businessNumber!: string | null;
}

@ObjectType({
  description:
    'What is wrong with one subject: its number is malformed, or nothing visible to you has it and it looks like something else. The others of the same request are answered all the same.',
})
export class InputProblem {
  @Field(() => String, { description: 'The field of the subject that is at fault.' })
  field!: string;

  @Field(() => LooksLikeEnum, {
    nullable: true,
    description:
      'What the field looks like, by its form. Given also if nothing visible to you has the number; null for a text that looks like nothing in particular.',
  })
  looksLike!: LooksLike | null;

  @Field(() => String, { description: 'What the field must look like, or what it looks like.' })
  message!: string;
}

@ObjectType({
  description:
    'The standing of one account on one day: which clause decided, since when, until when, and as known at which instant. An account that does not exist and one that is hidden from the caller give the same answer.',
})
export class Verification {
  @Field(() => VerifiedSubject, { description: 'The subject as it was given, so that a row can be matched to its question.' })
  subject!: VerifiedSubject;

  @Field(() => InputProblem, { nullable: true, description: 'What is wrong with the number given; null if nothing is.' })
  problem!: InputProblem | null;

  @Field(() => [Account], {
    description:
      'For a business number with several accounts: the accounts to choose from. A COR belongs to one account, so none is chosen for you (G-1.2.b).',
  })
  candidates!: Account[];

  @Field(() => Boolean, { description: 'Whether an account on record is visible to you.' })
  found!: boolean;

  @Field(() => Standing, {
    nullable: true,
    description:
      'The standing on the day asked. Null where the answer is about no account: see `problem` and `candidates`. Null is not a rejection.',
  })
  standing!: Standing | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for CERTIFIED and PENDING: pending counts as certified (G-2.4.n). Null where `standing` is.',
  })
  consideredCertified!: boolean | null;

  @Field(() => LocalDate, {
    description: 'The day asked about. A future day is a forecast on the assumption that nothing further is recorded.',
  })
  on!: string;

  @Field(() => DateTime, { description: 'The instant as known at which this answer holds. Ask again with it and the answer is the same.' })
  knownAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'WSIB account number, as it was recorded by `knownAt`; null for a firm without one.',
  })
  wsibAccount!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the WSIB account number given is one that the account had before: `wsibAccount` is its number by `knownAt`.',
  })
  isFormerWsibAccount!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Legal name of the organization that held the account, as recorded by `knownAt` (R-46).',
  })
  organizationName!: string | null;

  @Field(() => String, { nullable: true, description: 'City of the organization, as recorded by `knownAt`.' })
  city!: string | null;

  @Field(() => Account, { nullable: true, description: 'The account as it is recorded now.' })
  account!: Account | null;

  @Field(() => KnownCertificate, { nullable: true, description: 'The certificate that decided.' })
  certificate!: KnownCertificate | null;

  @Field(() => KnownLetterOfGoodStanding, { nullable: true, description: 'The last Letter of Good Standing of that certificate.' })
  letterOfGoodStanding!: KnownLetterOfGoodStanding | null;

  @Field(() => KnownBiddingDocument, {
    nullable: true,
    description: 'The bidding-only document in force, when the standing is BIDDING_ONLY.',
  })
  biddingDocument!: KnownBiddingDocument | null;

  @Field(() => Basis, { nullable: true, description: 'What the standing rests on.' })
  basis!: Basis | null;

  @Field(() => Standard, { nullable: true, description: 'The standard the account is certified to on that day.' })
  standard!: Standard | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day of this standing; null when it was so from the beginning.' })
  since!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day on which the standing would change if nothing further is recorded; null when it would not.',
  })
  holdsUntil!: string | null;

  @Field(() => Standing, { nullable: true, description: 'The standing from `holdsUntil` on.' })
  then!: Standing | null;

  @Field(() => [Reason], {
    description:
      'Every clause consulted, with what was found; those that made the outcome say `decides`. None where the answer is about no account.',
  })
  reasons!: Reason[];

  @Field(() => String, { description: 'What the standing means, in one sentence; or why none is given.' })
  consequence!: string;

  @Field(() => String, { nullable: true, description: 'What to do about it and by when; null when there is nothing to do.' })
  advice!: string | null;
}
