import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { DocumentState } from '../rules/standing/proof.ts';
import { Basis, Standard } from '../standing/standing.type.ts';

/** The kinds of proof documents, as a contractor shows them. */
export const ProofKind = {
  CONFIRMATION_OF_REGISTRATION: 'CONFIRMATION_OF_REGISTRATION',
  CERTIFICATE_OF_RECOGNITION: 'CERTIFICATE_OF_RECOGNITION',
  LETTER_OF_GOOD_STANDING: 'LETTER_OF_GOOD_STANDING',
  INTERIM_LETTER_OF_GOOD_STANDING: 'INTERIM_LETTER_OF_GOOD_STANDING',
  LETTER_OF_RECIPROCITY: 'LETTER_OF_RECIPROCITY',
  LETTER_OF_EQUIVALENCY: 'LETTER_OF_EQUIVALENCY',
  LETTER_OF_INTENT: 'LETTER_OF_INTENT',
  CONFIRMATION_OF_COR: 'CONFIRMATION_OF_COR',
} as const;
export type ProofKind = keyof typeof ProofKind;

registerEnumType(ProofKind, {
  name: 'ProofKind',
  description: 'The kinds of documents by which a contractor proves what it holds.',
  valuesConfig: {
    CONFIRMATION_OF_REGISTRATION: { description: 'The account is registered; it may be shown when bidding (G-2.1.b).' },
    CERTIFICATE_OF_RECOGNITION: { description: 'The account is certified (G-2.4.h, G-6.1.a, G-6.2.a).' },
    LETTER_OF_GOOD_STANDING: { description: 'A certificate is kept in force in year 2 or 3 (G-2.0).' },
    INTERIM_LETTER_OF_GOOD_STANDING: { description: 'A firm from another province may bid (F-16).' },
    LETTER_OF_RECIPROCITY: { description: 'A firm certified elsewhere may bid (G-5.a).' },
    LETTER_OF_EQUIVALENCY: { description: 'It accompanies an equivalency certificate and says what that says (G-6.1.a, G-6.2.a).' },
    LETTER_OF_INTENT: { description: 'The firm is registered and pursuing COR (X-8).' },
    CONFIRMATION_OF_COR: {
      description: 'IHSA, as the home association, confirms a COR and the end of its certificate to another association (X-26, R-62).',
    },
  },
});

export const DocumentStateEnum = {
  NOT_YET: 'NOT_YET',
  IN_EFFECT: 'IN_EFFECT',
  PENDING: 'PENDING',
  LOST: 'LOST',
  EXPIRED: 'EXPIRED',
  SUPERSEDED: 'SUPERSEDED',
  WITHDRAWN: 'WITHDRAWN',
  NEVER_IN_EFFECT: 'NEVER_IN_EFFECT',
} as const satisfies { [S in DocumentState]: S };

registerEnumType(DocumentStateEnum, {
  name: 'DocumentState',
  description: 'What a document is on a day (R-38). A number that was never issued has no proof at all.',
  valuesConfig: {
    NOT_YET: { description: 'The day is before the day of the document.' },
    IN_EFFECT: { description: 'It is in effect.' },
    PENDING: { description: 'It is in effect: its certification is pending, which counts as certified (G-2.4.n).' },
    LOST: { description: 'The certification it attests is lost (G-2.4.m, G-2.5.c, G-4.4.b).' },
    EXPIRED: { description: 'Its last day has passed (R-20, R-21).' },
    SUPERSEDED: { description: 'A later document took its place (R-32): see `supersededBy`.' },
    WITHDRAWN: { description: 'It was withdrawn, or ended in another way; nothing more is said of it.' },
    NEVER_IN_EFFECT: { description: 'It is on record and never had effect, such as a letter of day 91 (R-8).' },
  },
});

@ObjectType({
  description:
    'A document on record, and whether it has effect on a day. Compare the names with the paper in your hand. Anyone who has the number ' +
    'can see this and nothing more.',
})
export class Proof {
  @Field(() => String, { description: 'The number as printed on the document.' })
  number!: string;

  @Field(() => ProofKind, { description: 'What kind of document it is.' })
  kind!: ProofKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Legal name of the organization it was issued to. Null for an imported number, which can be guessed, unless `holder` agrees with the record.',
  })
  organizationName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The WSIB account it was issued for; null for a firm without one, and where the organization is not named.',
  })
  wsibAccount!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether `holder` agrees with the record; null if none was given.' })
  holderAgrees!: boolean | null;

  @Field(() => LocalDate, { description: 'Day of issue.' })
  issuedOn!: Day;

  @Field(() => Standard, { nullable: true, description: 'The standard a certificate was issued to; null for other documents.' })
  standard!: Standard | null;

  @Field(() => Basis, { nullable: true, description: 'How a certificate was earned; null for other documents.' })
  basis!: Basis | null;

  @Field(() => Int, { nullable: true, description: 'The year of the certificate, 2 or 3, that a Letter of Good Standing is for.' })
  year!: number | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'For a confirmation to another association: the end of the certificate’s three years, as printed on it (R-62).',
  })
  expiresOn!: Day | null;

  @Field(() => DocumentStateEnum, { description: 'What it is on the day asked about.' })
  state!: DocumentState;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the document that superseded it, if that one is public: of an account that is certified or pending.',
  })
  supersededBy!: string | null;

  @Field(() => Boolean, { description: 'Whether it has effect on the day: its state is IN_EFFECT or PENDING.' })
  inEffect!: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day without effect, if nothing further is recorded. Null if it has no effect on the day, or never loses it.',
  })
  effectiveUntil!: Day | null;

  @Field(() => LocalDate, { description: 'The day this answer is for.' })
  on!: Day;

  @Field(() => String, { description: 'One sentence for your records. The French is unofficial.' })
  statement!: string;
}
