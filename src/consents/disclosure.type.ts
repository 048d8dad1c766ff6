import { Field, ObjectType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { PageInfo } from '../connection/page-info.type.ts';
import { DateTime, type Instant } from '../contract/scalars.ts';
import { Consent } from './consent.type.ts';

@ObjectType({ description: 'One disclosure of audit facts under a consent (G-8.b, R-28).' })
export class Disclosure {
  @Field(() => DateTime, { description: 'When they were disclosed.' })
  at!: Instant;

  @Field(() => String, { description: 'To whom: the holder of the API key.' })
  recipient!: string;

  @Field(() => Account, { nullable: true, description: 'Of which account.' })
  account!: Account | null;

  @Field(() => Consent, { nullable: true, description: 'Under which consent.' })
  consent!: Consent | null;
}

/** What a query returns to GraphQL for a disclosure; its account and consent are found by their keys. */
export interface DisclosureSource extends Readonly<Omit<Disclosure, 'account' | 'consent'>> {
  /** Of the line in the audit log. */
  readonly id: string;
  readonly accountId: string;
  readonly consentId: string;
}

@ObjectType({ description: 'A disclosure, with its cursor.' })
export class DisclosureEdge {
  @Field(() => String, { description: 'Its place in the list: give it as `after` or `before`.' })
  cursor!: string;

  @Field(() => Disclosure, { description: 'The disclosure.' })
  node!: Disclosure;
}

@ObjectType({ description: 'A page of a list of disclosures.' })
export class DisclosureConnection {
  @Field(() => [DisclosureEdge], { description: 'The disclosures of the page with their cursors.' })
  edges!: DisclosureEdge[];

  @Field(() => [Disclosure], { description: 'The disclosures of the page.' })
  nodes!: Disclosure[];

  @Field(() => PageInfo, { description: 'The place of the page in the list.' })
  pageInfo!: PageInfo;
}
