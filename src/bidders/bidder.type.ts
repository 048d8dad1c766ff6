import { Extensions, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { LooksLikeEnum } from '../verification/looks-like.type.ts';
import { Verification } from '../verification/verification.type.ts';

export const BidderStatus = { MATCHED: 'MATCHED', AMBIGUOUS: 'AMBIGUOUS', NO_MATCH: 'NO_MATCH', INVALID: 'INVALID' } as const;
export type BidderStatus = keyof typeof BidderStatus;

registerEnumType(BidderStatus, {
  name: 'BidderStatus',
  description: 'Whether the account that a row means was found. This says nothing about its standing.',
  valuesConfig: {
    MATCHED: {
      description:
        'One account has this number, or exactly this legal name with its ending. Its verification is included. See `nameAgrees` where a name stands beside the number.',
    },
    AMBIGUOUS: {
      description:
        'Look at the candidates and choose: the text is not an exact legal name, even if only one firm has a similar one; or it says more than the name, which may belong to the name of another firm; or several accounts have the name or number; or the number is one firm’s and the name exactly the legal name of another.',
    },
    NO_MATCH: { description: 'No account that is visible to you has this name or number. A hidden account gives the same answer.' },
    INVALID: { description: 'The row contains nothing to look up, or a number that cannot be one: see `problem`.' },
  },
});

export const CandidateReason = {
  NUMBER: 'NUMBER',
  EXACT_LEGAL_NAME: 'EXACT_LEGAL_NAME',
  SAME_NAME_OTHER_ENDING: 'SAME_NAME_OTHER_ENDING',
  SIMILAR_LEGAL_NAME: 'SIMILAR_LEGAL_NAME',
  OPERATING_NAME: 'OPERATING_NAME',
  FORMER_NAME: 'FORMER_NAME',
  NUMBER_ONE_DIGIT_OFF: 'NUMBER_ONE_DIGIT_OFF',
} as const;
export type CandidateReason = keyof typeof CandidateReason;

registerEnumType(CandidateReason, {
  name: 'CandidateReason',
  description: 'Why an account is a candidate.',
  valuesConfig: {
    NUMBER: { description: 'It has the number.' },
    EXACT_LEGAL_NAME: {
      description:
        'Its organization has exactly this legal name; several accounts do, the row says more than the name, or a number in the row contradicts it.',
    },
    SAME_NAME_OTHER_ENDING: { description: 'The legal name differs only in its ending: Ltd. for Inc., or none.' },
    SIMILAR_LEGAL_NAME: {
      description:
        'The legal name is similar, or has no legal ending and is the same: without its ending, which is part of it, a name never matches by itself.',
    },
    OPERATING_NAME: { description: 'The organization trades under a name like this.' },
    FORMER_NAME: { description: 'The organization formerly had a name like this. Only for callers who may see former names.' },
    NUMBER_ONE_DIGIT_OFF: { description: 'A numbered company whose number differs by one digit.' },
  },
});

@ObjectType({ description: 'What is wrong with a row, and what the field looks like.' })
export class BidderProblem {
  @Field(() => String, {
    description: 'The field: `name` or `number`; of a subject that `checkRequirement` was asked about, the field of the subject.',
  })
  field!: string;

  @Field(() => LooksLikeEnum, { description: 'What it looks like.' })
  looksLike!: keyof typeof LooksLikeEnum;

  @Field(() => String, { description: 'The same as a sentence.' })
  message!: string;
}

@ObjectType({ description: 'An account that a row may mean.' })
export class BidderCandidate {
  @Field(() => Float, {
    description:
      'How similar the firm is to what was typed, from 0 to 1: 1 if found by its number or by exactly its legal name with its ending, at most 0.985 by any other name.',
  })
  score!: number;

  @Field(() => CandidateReason, { description: 'Why it is a candidate.' })
  why!: CandidateReason;

  @Field(() => String, { nullable: true, description: 'WSIB account number; null for a firm without one.' })
  wsibAccount!: string | null;

  @Field(() => String, { description: 'Legal name of the organization that holds the account.' })
  organizationName!: string;

  @Field(() => String, { nullable: true, description: 'City of the organization.' })
  city!: string | null;

  @Field(() => Account, { description: 'The account.' })
  account!: Account;
}

/** What is found for one firm named in a row. */
@ObjectType()
abstract class FirmMatch {
  @Field(() => BidderStatus, { description: 'Whether the account was found. For a joint venture: the weakest match of its partners.' })
  status!: BidderStatus;

  @Extensions({ usualSize: 1 })
  @Field(() => [BidderCandidate], {
    description:
      'The accounts that may be meant, the most similar first, at most 5. Empty unless AMBIGUOUS. A number with one wrong digit gives only candidates.',
    complexity: 0,
  })
  candidates!: BidderCandidate[];

  @Field(() => Verification, {
    nullable: true,
    description: 'The standing of the account on the day asked about. Null unless MATCHED, and for a joint venture.',
  })
  verification!: Verification | null;

  @Field(() => [String], {
    description:
      'Parts of the text, as typed, that were not looked up: a city, a remark, a trading name beside the exact legal name, the partners of a joint venture after the sixth.',
  })
  notLookedFor!: string[];
}

@ObjectType({
  description: 'A partner of a joint venture. A COR belongs to one account, so each partner is matched and verified separately.',
})
export class BidderPartner extends FirmMatch {
  @Field(() => String, { description: 'The partner’s name as typed.' })
  name!: string;
}

@ObjectType({ description: 'The account that a row of a list of bidders means, and its verification on the day.' })
export class BidderMatch extends FirmMatch {
  @Field(() => Int, { description: 'Position of the row in the request, from 0.' })
  row!: number;

  @Field(() => String, { nullable: true, description: 'Your label for the row.' })
  reference!: string | null;

  @Field(() => String, { nullable: true, description: 'The name as given.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'The number as given.' })
  number!: string | null;

  @Field(() => BidderProblem, { nullable: true, description: 'What is wrong with the row; null if nothing is.' })
  problem!: BidderProblem | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'For an account found by its number: whether the name in the row is one of the organization’s own: its legal name in either language, its operating name, or a former name if you may see it. Capitals, accents, punctuation, abbreviations and the form of the legal ending do not matter; another ending, number or word, and a misspelling, do not agree. Null unless the row has both; a number in the column of names is no name.',
  })
  nameAgrees!: boolean | null;

  @Extensions({ usualSize: 0.2 })
  @Field(() => [BidderPartner], {
    description: 'The partners of a joint venture, each looked up separately. Empty for every other row.',
    complexity: 0,
  })
  partners!: BidderPartner[];
}
