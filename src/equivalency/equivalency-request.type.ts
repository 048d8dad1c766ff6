import { Field, Int, ObjectType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { Node } from '../contract/node.type.ts';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import { Organization } from '../organizations/organization.type.ts';
import type { Day } from '../rules/calendar.ts';
import { AssociationId, IsoStandard, RequestDocumentKind, RequestKind } from './request-enums.type.ts';

@ObjectType({
  description: 'What is recorded about the host province’s COR, according to the letter of its association; null if not stated.',
})
export class HostCor {
  @Field(() => AssociationId, { description: 'The association that confirms it.' })
  association!: AssociationId;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is current (F-16.a).' })
  isCurrent!: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day stated for it, that day included (R-21).' })
  expiresOn!: Day | null;
}

@ObjectType({ description: 'What is recorded about the firm’s most recent certificate; null if not stated.' })
export class IsoCertificate {
  @Field(() => IsoStandard, { description: 'Its standard.' })
  standard!: IsoStandard;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the body that accredited its certifier was a signatory of the arrangement of the day: the IAF MLA to 31 December 2025, the ' +
      'Global ACI MRA from 1 January 2026 (X-5, X-16). Which mark is printed does not matter (R-49).',
  })
  isAccredited!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it covers the whole firm (X-5).' })
  coversWholeFirm!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the scope of its audit includes representative work in Ontario (G-6.1.b).',
  })
  hasOntarioWork!: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day stated on it, that day included.' })
  expiresOn!: Day | null;
}

@ObjectType({ description: 'A document of a request. The sender’s name for the file is only displayed.' })
export class RequestDocument {
  @Field(() => RequestDocumentKind, { description: 'What it is.' })
  kind!: RequestDocumentKind;

  @Field(() => String, { description: 'The file name, as the sender gave it.' })
  fileName!: string;

  @Field(() => String, { description: 'SHA-256 of its bytes, in hexadecimal.' })
  sha256!: string;

  @Field(() => Int, { description: 'How many bytes it has.' })
  size!: number;

  @Field(() => String, { description: 'Its media type, as its bytes show it.' })
  mediaType!: string;

  @Field(() => LocalDate, { description: 'The day it came.' })
  receivedOn!: Day;

  @Field(() => DateTime, { description: 'The instant it came.' })
  receivedAt!: Instant;

  @Field(() => String, { description: 'Who sent it: the holder of the key that asked for the upload, and the id of the key.' })
  receivedBy!: string;

  @Field(() => String, {
    description: 'Path to GET it from, with the same API key; it comes as an attachment. Each download is logged (G-8.a).',
  })
  path!: string;
}

@ObjectType({ description: 'The lead auditor’s review of a request. Confidential: each reading by staff is logged (G-8.a).' })
export class RequestReview {
  @Field(() => LocalDate, { description: 'Day of the report.' })
  reportedOn!: Day;

  @Field(() => String, { description: 'Who reviewed it.' })
  leadAuditor!: string;

  @Field(() => String, { description: 'What was found.' })
  report!: string;
}

@ObjectType({
  implements: Node,
  description:
    'A request for equivalency with COR (G-6) or for reciprocity (G-5), from draft to decision. The applicant and staff see all of it; the association of the host province sees whose it is and where it stands, once it is submitted.',
})
export class EquivalencyRequest implements Node {
  id!: string;

  @Field(() => RequestKind, { description: 'On what it rests.' })
  kind!: RequestKind;

  @Field(() => Organization, { nullable: true, description: 'The organization that asks.' })
  applicant!: Organization | null;

  @Field(() => Account, { nullable: true, description: 'The account it is for; null to callers who may not know of its standing.' })
  account!: Account | null;
}

/** What a query returns to GraphQL for a request; the rest is computed from what is stored. */
export interface EquivalencyRequestSource extends Readonly<Pick<EquivalencyRequest, 'id' | 'kind'>> {
  readonly requestId: string;
  readonly accountId: string;
  readonly organizationId: string;
}
