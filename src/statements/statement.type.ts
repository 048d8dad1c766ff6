import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

/** What can be stated of an account, as an enum of the schema. */
export const StatementKind = {
  WSIB_ACCOUNT_VALID: 'WSIB_ACCOUNT_VALID',
  PERMANENT_OFFICE_IN_ONTARIO: 'PERMANENT_OFFICE_IN_ONTARIO',
} as const;
export type StatementKind = keyof typeof StatementKind;

registerEnumType(StatementKind, {
  name: 'StatementKind',
  description: 'What can be stated of an account.',
  valuesConfig: {
    WSIB_ACCOUNT_VALID: { description: 'That its WSIB account is active and in good standing (G-1.2.a).' },
    PERMANENT_OFFICE_IN_ONTARIO: { description: 'That the employer has a permanent office in Ontario (F-16.a).' },
  },
});

@ObjectType({
  description:
    'What somebody stated of an account that is not for the registry to find out. It holds from its day to that of the next of its kind; of several for one day, the last stated holds.',
})
export class AccountStatement {
  @Field(() => StatementKind, { description: 'What was stated.' })
  kind!: StatementKind;

  @Field(() => Boolean, { description: 'Whether it was said to be so, or not.' })
  isSo!: boolean;

  @Field(() => LocalDate, { description: 'The day from which it is so.' })
  from!: Day;

  @Field(() => String, { nullable: true, description: 'What was said besides.' })
  note!: string | null;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  statedAt!: Instant;

  @Field(() => String, { description: 'Who stated it: whom the API key was given to.' })
  statedBy!: string;
}
