import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { Node } from '../contract/node.type.ts';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

/** The scopes of a consent, as an enum of the schema. */
export const ConsentScope = { REGISTERED_STATUS: 'REGISTERED_STATUS', AUDIT_FACTS: 'AUDIT_FACTS' } as const;
export type ConsentScope = keyof typeof ConsentScope;

registerEnumType(ConsentScope, {
  name: 'ConsentScope',
  description: 'What a consent allows its recipient to see (R-28).',
  valuesConfig: {
    REGISTERED_STATUS: { description: 'That the account is registered, if it has no better standing.' },
    AUDIT_FACTS: { description: 'The content of `account { auditFacts }`: audits with their days and auditors, never scores (G-8.b).' },
  },
});

/** The kinds of consent, as an enum of the schema. */
export const ConsentKind = { PERMISSION: 'PERMISSION', SOSE_APPLICATION: 'SOSE_APPLICATION' } as const;
export type ConsentKind = keyof typeof ConsentKind;

registerEnumType(ConsentKind, {
  name: 'ConsentKind',
  description: 'How a consent was given.',
  valuesConfig: {
    PERMISSION: { description: 'Express written permission of an authorized representative of the organization (G-8.b).' },
    SOSE_APPLICATION: {
      description:
        'An application that the organization made through the SOSE portal: `soseEligibility` also uses the records here for it.',
    },
  },
});

@ObjectType({
  implements: Node,
  description:
    'Express permission of an organization to disclose non-public information (G-8.b, R-28). It must be in effect on the day of the ' +
    'request, whichever day the request is about.',
})
export class Consent implements Node {
  id!: string;

  @Field(() => Account, { nullable: true, description: 'The account it is for.' })
  account!: Account | null;

  @Field(() => String, { description: 'The recipient: the holder of an API key, as its keys spell it, or ANY_BUYER.' })
  recipient!: string;

  @Field(() => ConsentScope, { description: 'What the recipient may see.' })
  scope!: ConsentScope;

  @Field(() => ConsentKind, { description: 'How it was given.' })
  kind!: ConsentKind;

  @Field(() => LocalDate, { description: 'First day on which it has effect.' })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it has effect; null until it is withdrawn.' })
  to!: Day | null;

  @Field(() => String, { description: 'The written permission, or the reference of the application.' })
  document!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  givenAt!: Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was withdrawn; from that instant on it has no effect.' })
  withdrawnAt!: Instant | null;

  @Field(() => Int, { description: 'Version of the record, for `expectedVersion`.' })
  version!: number;
}

/** What a query returns to GraphQL for a consent; its account is found by its key. */
export interface ConsentSource extends Readonly<Omit<Consent, 'account'>> {
  readonly accountId: string;
}

@ObjectType({ description: 'An application of an organization to SOSE, recorded by the portal as its consent (R-28).' })
export class SoseApplication {
  @Field(() => String, { description: 'The reference of the application.' })
  reference!: string;

  @Field(() => LocalDate, {
    description: 'The day from which the portal may read `account { auditFacts }` and `soseEligibility` uses the records here.',
  })
  from!: Day;

  @Field(() => Account, { nullable: true, description: 'The account it is for.' })
  account!: Account | null;
}

/** What a mutation returns to GraphQL for an application. */
export interface SoseApplicationSource extends Readonly<Omit<SoseApplication, 'account'>> {
  readonly accountId: string;
}
