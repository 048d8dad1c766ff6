import { Field, Int, ObjectType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

@ObjectType({
  implements: Node,
  description:
    'Recognition of an employer under SOSE by the Chief Prevention Officer, as it was reported here (X-1). Visible to its reporter, ' +
    'to the organization and to staff; to everyone while it is in effect, from the day on which the ministry published it (W.4).',
})
export class SoseRecognition implements Node {
  id!: string;

  @Field(() => Account, { nullable: true, description: 'The account of the employer; null if it is not visible to you today.' })
  account!: Account | null;

  @Field(() => String, { description: 'The reference under which it was granted; one recognition may cover several accounts.' })
  reference!: string;

  @Field(() => LocalDate, { description: 'Day on which it was granted.' })
  grantedOn!: Day;

  @Field(() => LocalDate, { description: 'First day on which it is in effect.' })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it is in effect, that day included; null if none was set.' })
  to!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day of its revocation, from which it no longer counts; null if it is not revoked.',
  })
  revokedOn!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which the ministry published it, from which it is public while it is in effect (W.4); null if it did not.',
  })
  publishedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked.' })
  revocationReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who reported it: the holder of an API key. Null to callers who see it only because it is public.',
  })
  reportedBy!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The day by which the next third-party audit is due, three years after the last one on record: an obligation while the ' +
      'recognition is in effect (W.3.d). Null if no audit on record verified the system, and to callers who may not see audits.',
  })
  nextThirdPartyAuditBy!: Day | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version of the record, for `expectedVersion`; null if it was removed as recorded in error, and to callers who see it only because it ' +
      'is public.',
  })
  version!: number | null;
}

/** What a query returns to GraphQL for a recognition; its account and the audits of that are found by their keys. */
export interface SoseRecognitionSource extends Readonly<Omit<SoseRecognition, 'account' | 'nextThirdPartyAuditBy'>> {
  readonly accountId: string;
  readonly wsibAccount: string | null;
}
