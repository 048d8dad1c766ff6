import { Extensions, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { BidderMatch } from '../bidders/bidder.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import { Reason } from '../guideline/reason.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { SystemId } from '../rules/tender/accredited-systems.ts';
import type { RequirementOutcome as Outcome, Route } from '../rules/tender/requirement.ts';
import { Verification } from '../verification/verification.type.ts';
import { TenderRoute } from './requirement.input.ts';

export const RequirementOutcome = { MET: 'MET', NOT_MET: 'NOT_MET', CANNOT_SAY: 'CANNOT_SAY' } as const satisfies { [O in Outcome]: O };

registerEnumType(RequirementOutcome, {
  name: 'RequirementOutcome',
  description: 'Whether a bidder meets a requirement on the day, or on the first day of the contract.',
  valuesConfig: {
    MET: { description: 'It does, by `route` and `document`.' },
    NOT_MET: { description: 'It does not: `cure` says what would help, and by when.' },
    CANNOT_SAY: { description: 'This registry cannot say: `ask` names who can. This is not a rejection.' },
  },
});

export const AccreditedSystemId = {
  COR_2020: 'COR_2020',
  ISO_45001_2018: 'ISO_45001_2018',
  CSA_Z45001_19: 'CSA_Z45001_19',
  BS_OHSAS_18001_2007: 'BS_OHSAS_18001_2007',
  ORGANIZATION_SPECIFIC: 'ORGANIZATION_SPECIFIC',
} as const satisfies { [S in SystemId]: S };

registerEnumType(AccreditedSystemId, {
  name: 'AccreditedSystem',
  description: 'A health and safety management system that is accredited by the Chief Prevention Officer, or may be (X-19).',
  valuesConfig: {
    COR_2020: { description: 'COR 2020.' },
    ISO_45001_2018: { description: 'ISO 45001, edition of 2018.' },
    CSA_Z45001_19: { description: 'CSA Z45001-19. Whether it is accredited is not known here.' },
    BS_OHSAS_18001_2007: { description: 'BS OHSAS 18001:2007. Whether it is accredited is not known here.' },
    ORGANIZATION_SPECIFIC: { description: 'A system of a single organization, accredited for it. None is known here.' },
  },
});

@ObjectType({ description: 'A system of the list of accredited systems, as far as it is known (X-19).' })
export class ListedSystem {
  @Field(() => AccreditedSystemId, { description: 'The system.' })
  system!: SystemId;

  @Field(() => Boolean, { description: 'Whether it was found to be accredited. If not, whether it is accredited is not known here.' })
  isKnown!: boolean;

  @Field(() => Boolean, { description: 'Whether the requirement names it.' })
  isNamed!: boolean;

  @Field(() => String, { description: 'Where it was found.' })
  source!: string;

  @Field(() => LocalDate, { description: 'The day on which it was last looked up.' })
  checkedOn!: Day;
}

@ObjectType({ description: 'How O. Reg. 364/25 concerns a requirement (X-3, X-17, R-61). A remark, not a refusal.' })
export class TenderWarning {
  @Field(() => String, { description: 'The regulation in a sentence, and which of its sections we have not read.' })
  message!: string;

  @Field(() => [AccreditedSystemId], { description: 'Systems named as accredited that the requirement does not name.' })
  notNamed!: SystemId[];

  @Field(() => [AccreditedSystemId], {
    description: 'Other systems it does not name; whether they are accredited is not known here.',
  })
  notKnown!: SystemId[];

  @Extensions({ usualSize: 1 })
  @Field(() => [ListedSystem], {
    description: 'The list that was compared, each system with its source and the day on which it was looked up.',
    complexity: 0,
  })
  systems!: ListedSystem[];
}

/** The descriptions of the fields that have resolvers: a class that inherits a field loses its description to its resolver. */
export const described = {
  outcome: 'The outcome.',
  route: 'The route by which it is met; null for a joint venture.',
  document: 'Number of the document by which it is met; null if the route has none, or you may not see it.',
  reasons: 'What was found for each accepted route; for a joint venture, for its partners together. Empty if no account was asked about.',
  cure: 'What would cure it, and by when. Null unless NOT_MET.',
  ask: 'Who can say; of an answer by a number, what to compare first: the firm that has the number with a name that is only similar, or the firm on a document whose number stands alone. Null if there is nothing to ask.',
} as const;

/** What is found for one firm, or for the partners of a joint venture together. */
@ObjectType()
abstract class FirmCheck {
  @Field(() => RequirementOutcome, { description: described.outcome })
  outcome!: Outcome;

  @Field(() => TenderRoute, { nullable: true, description: described.route })
  route!: Route | null;

  @Field(() => String, { nullable: true, description: described.document })
  document!: string | null;

  @Field(() => [Reason], {
    description: described.reasons,
  })
  reasons!: Reason[];

  @Field(() => String, { nullable: true, description: described.cure })
  cure!: string | null;

  @Field(() => String, {
    nullable: true,
    description: described.ask,
  })
  ask!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'First day of the contract on which the account is not certified, pending included, or on which the requirement is not met, if nothing further is recorded: never later than `firstDayNotMet`; null if there is none. For a joint venture, the first such day of any partner.',
  })
  firstDayAtRisk!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'First day of the contract on which the requirement is not met if nothing further is recorded; null if there is none. For a joint venture, the first such day of any partner.',
  })
  firstDayNotMet!: Day | null;
}

@ObjectType({ description: 'Whether a partner of a joint venture meets what a tender asks for.' })
export class PartnerCheck extends FirmCheck {
  @Field(() => String, { description: 'The partner’s name as typed. Its account is in `match { partners }`, at the same place.' })
  name!: string;
}

@ObjectType({ description: 'Whether a bidder meets what a tender asks for.' })
export class RequirementCheck extends FirmCheck {
  @Field(() => Int, { description: 'Position of the subject or row in the request, from 0.' })
  row!: number;

  @Field(() => BidderMatch, {
    description:
      'The account that the row means. A joint venture has its partners there. For a subject, whether its number names an account; its number is in `number` as given.',
  })
  match!: BidderMatch;

  @Field(() => Verification, {
    nullable: true,
    description: 'Of a subject, what `verify` says of it. Null for a row: `match { verification }` has it.',
  })
  verification!: Verification | null;

  @Extensions({ usualSize: 0.2 })
  @Field(() => [PartnerCheck], {
    description:
      'The partners of a joint venture, each answered separately, in the order of `match { partners }`. Empty for every other row.',
    complexity: 0,
  })
  partners!: PartnerCheck[];

  @Field(() => TenderWarning, {
    nullable: true,
    description: 'How the regulation concerns the requirement; the same for every row.',
  })
  warning!: TenderWarning | null;
}
