import { Field, ObjectType } from 'type-graphql';
import { Appeal } from '../appeals/appeal.type.ts';
import { Audit } from '../audits/audit.type.ts';
import { Certificate } from '../certificates/certificate.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import { IssuingException } from '../exceptions/exception.type.ts';
import { BiddingDocument } from '../letters/bidding-document.type.ts';
import { LetterOfGoodStanding } from '../letters/letter-of-good-standing.type.ts';
import { Designation } from '../people/person.type.ts';
import { Registration } from '../registrations/registration.type.ts';
import { Revocation } from '../revocations/revocation.type.ts';
import type { Day } from '../rules/calendar.ts';
import { SpotCheck } from '../spot-checks/spot-check.type.ts';

@ObjectType({ description: 'A WSIB account number that an account had before.' })
export class FormerWsibAccount {
  @Field(() => String, { description: 'The number, without spaces and hyphens.' })
  wsibAccount!: string;

  @Field(() => LocalDate, { description: 'First day on which the account had another.' })
  until!: Day;
}

@ObjectType({ description: 'Everything on record about an account, as recorded now, with the ids and versions that mutations need.' })
export class AccountFile {
  @Field(() => [FormerWsibAccount], { description: 'WSIB account numbers it had before, in the order of their last days.' })
  formerWsibAccounts!: FormerWsibAccount[];

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Since when the health and safety management system has been in place (G-1.2.d); null where nobody recorded it.',
  })
  systemInPlaceSince!: Day | null;

  @Field(() => [Designation], { description: 'Who has or had a role, in the order of the first days (G-1.2.c, G-2.2.a).' })
  people!: Designation[];

  @Field(() => [Registration], { description: 'Registrations, in the order of their confirmation.' })
  registrations!: Registration[];

  @Field(() => [Certificate], { description: 'Certificates, in the order of their issue, including those that do not count.' })
  certificates!: Certificate[];

  @Field(() => [LetterOfGoodStanding], { description: 'Letters of Good Standing, in the order of their issue.' })
  lettersOfGoodStanding!: LetterOfGoodStanding[];

  @Field(() => [BiddingDocument], { description: 'Bidding-only documents, in the order of their issue.' })
  biddingDocuments!: BiddingDocument[];

  @Field(() => [SpotCheck], { description: 'Spot checks, in the order of their letters.' })
  spotChecks!: SpotCheck[];

  @Field(() => [Revocation], { description: 'Revocations, in the order of their first days.' })
  revocations!: Revocation[];

  @Field(() => [Appeal], { description: 'Appeals against results of its audits, in the order in which they were recorded (G-7.a).' })
  appeals!: Appeal[];

  @Field(() => [IssuingException], { description: 'Exceptions recorded for issuing, in the order of their days (R-44).' })
  exceptions!: IssuingException[];

  @Field(() => [Audit], { description: 'Audits, in the order of their completion. Confidential: each read is logged (G-8.a).' })
  audits!: Audit[];
}

/** What a query returns to GraphQL for a file: its account, by which the records are found. */
export interface AccountFileSource {
  readonly accountId: string;
}
