import { Field, ObjectType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

@ObjectType({
  description:
    'A report that a WSIB account is valid or not. It changes no standing: what is at risk appears among the obligations of the ' +
    'account and in IHSA’s work queue, and IHSA decides (R-1).',
})
export class WsibAccountReport {
  @Field(() => String, { description: 'The number reported, without spaces and hyphens.' })
  wsibAccount!: string;

  @Field(() => Boolean, { description: 'Whether the account was reported active and in good standing.' })
  isValid!: boolean;

  @Field(() => LocalDate, { description: 'The day from which that is so.' })
  from!: Day;

  @Field(() => DateTime, { description: 'When it was reported.' })
  reportedAt!: Instant;

  @Field(() => Account, {
    nullable: true,
    description: 'The account; null if it is not visible to you, whether or not the registry has it.',
  })
  account!: Account | null;
}

/** What a mutation returns to GraphQL for a report; its account is found by the number, if it is visible to the caller. */
export type WsibAccountReportSource = Readonly<Omit<WsibAccountReport, 'account'>>;
