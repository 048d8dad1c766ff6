import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { Basis, Standard } from '../standing/standing.type.ts';

/** The kinds of proof documents, as a contractor shows them. */
export const ProofKind = {
  CONFIRMATION_OF_REGISTRATION: 'CONFIRMATION_OF_REGISTRATION',
  CERTIFICATE_OF_RECOGNITION: 'CERTIFICATE_OF_RECOGNITION',
  LETTER_OF_GOOD_STANDING: 'LETTER_OF_GOOD_STANDING',
  INTERIM_LETTER_OF_GOOD_STANDING: 'INTERIM_LETTER_OF_GOOD_STANDING',
  LETTER_OF_RECIPROCITY: 'LETTER_OF_RECIPROCITY',
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
  },
});

@ObjectType({
  description:
    'A document on record, and whether it has effect today. Compare the names with the paper in your hand. Anyone who has the number ' +
    'can see this and nothing more.',
})
export class Proof {
  @Field(() => String, { description: 'The number as it is printed on the document.' })
  number!: string;

  @Field(() => ProofKind, { description: 'What kind of document it is.' })
  kind!: ProofKind;

  @Field(() => String, { description: 'Legal name of the organization it was issued to.' })
  organizationName!: string;

  @Field(() => String, { nullable: true, description: 'The WSIB account it was issued for; null for a firm without one.' })
  wsibAccount!: string | null;

  @Field(() => LocalDate, { description: 'Day of issue.' })
  issuedOn!: Day;

  @Field(() => Standard, { nullable: true, description: 'The standard a certificate was issued to; null for other documents.' })
  standard!: Standard | null;

  @Field(() => Basis, { nullable: true, description: 'How a certificate was earned; null for other documents.' })
  basis!: Basis | null;

  @Field(() => Int, { nullable: true, description: 'The year of the certificate, 2 or 3, that a Letter of Good Standing is for.' })
  year!: number | null;

  @Field(() => Boolean, { description: 'Whether it has effect today.' })
  inEffect!: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day without effect, if nothing further is recorded. Null if it has no effect today, or never loses it.',
  })
  effectiveUntil!: Day | null;

  @Field(() => LocalDate, { description: 'Today in Toronto: the day this answer is for.' })
  on!: Day;

  @Field(() => String, { description: 'One sentence for your records. The French is unofficial.' })
  statement!: string;
}
