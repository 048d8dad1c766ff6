import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { RejectedFor as For, ApplicationStatus as Status } from '../rules/recording/applying.ts';

/** The state of an application, as an enum of the schema. */
export const ApplicationStatus = {
  APPLIED: 'APPLIED',
  ACKNOWLEDGED: 'ACKNOWLEDGED',
  VERIFIED: 'VERIFIED',
  REJECTED: 'REJECTED',
  CONFIRMED: 'CONFIRMED',
} as const satisfies { [S in Status]: S };

registerEnumType(ApplicationStatus, {
  name: 'ApplicationStatus',
  description: 'Where an application for registration stands (G-2.1.a).',
  valuesConfig: {
    APPLIED: { description: 'IHSA has not acknowledged it yet.' },
    ACKNOWLEDGED: { description: 'Acknowledged; its account and firm numbers are not verified yet.' },
    VERIFIED: { description: 'Its numbers are verified; it is not confirmed yet.' },
    REJECTED: { description: 'Rejected: the organization applies again.' },
    CONFIRMED: { description: 'Confirmed: the registration was recorded.' },
  },
});

/** What was found to be incorrect, as an enum of the schema. */
export const RejectedFor = {
  WSIB_ACCOUNT_NUMBER: 'WSIB_ACCOUNT_NUMBER',
  FIRM_NUMBER: 'FIRM_NUMBER',
  OTHER: 'OTHER',
} as const satisfies { [F in For]: F };

registerEnumType(RejectedFor, {
  name: 'RejectedFor',
  description: 'What was found to be incorrect in an application.',
  valuesConfig: {
    WSIB_ACCOUNT_NUMBER: { description: 'The WSIB account number.' },
    FIRM_NUMBER: { description: 'The firm number.' },
    OTHER: { description: 'Something else, as the reason says.' },
  },
});

@ObjectType({
  implements: Node,
  description:
    'An application of an account for its registration (G-2.1.a). Visible to staff and to the organization that holds the account.',
})
export class RegistrationApplication implements Node {
  id!: string;

  @Field(() => ID, { description: 'Global id of the account that applies.' })
  account!: string;

  @Field(() => ApplicationStatus, { description: 'Where it stands.' })
  status!: Status;

  @Field(() => String, { nullable: true, description: 'WSIB account number as the applicant gave it.' })
  wsibAccount!: string | null;

  @Field(() => String, { nullable: true, description: 'Firm number as the applicant gave it.' })
  firmNumber!: string | null;

  @Field(() => LocalDate, { description: 'Day of the application.' })
  appliedOn!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which IHSA acknowledged it; null until then.' })
  acknowledgedOn!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which IHSA verified the account and firm numbers; null until then.',
  })
  verifiedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the rejection; null if there is none.' })
  rejectedOn!: Day | null;

  @Field(() => [RejectedFor], { description: 'What was found to be incorrect.' })
  rejectedFor!: For[];

  @Field(() => String, { nullable: true, description: 'Why it was rejected, in words.' })
  rejectionReason!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the confirmation; null if there is none.' })
  confirmedOn!: Day | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the registration it led to.' })
  registration!: string | null;

  @Field(() => Int, { description: 'Version of the record, for `expectedVersion`.' })
  version!: number;
}

@ObjectType({ description: 'Whether an application may be confirmed on a day: the same decision that `confirmApplication` takes.' })
export class ApplicationReadiness {
  @Field(() => Boolean, { description: 'Whether nothing is missing.' })
  isReady!: boolean;

  @Field(() => LocalDate, { description: 'The day asked about.' })
  on!: Day;
}
