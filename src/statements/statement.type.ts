import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

/** The kinds of statements about an account, as an enum of the schema. */
export const StatementKind = {
  WSIB_ACCOUNT_VALID: 'WSIB_ACCOUNT_VALID',
  PERMANENT_OFFICE_IN_ONTARIO: 'PERMANENT_OFFICE_IN_ONTARIO',
} as const;
export type StatementKind = keyof typeof StatementKind;

registerEnumType(StatementKind, {
  name: 'StatementKind',
  description: 'The kinds of statements about an account.',
  valuesConfig: {
    WSIB_ACCOUNT_VALID: { description: 'That its WSIB account is active and in good standing (G-1.2.a).' },
    PERMANENT_OFFICE_IN_ONTARIO: { description: 'That the employer has a permanent office in Ontario (F-16.a).' },
  },
});

@ObjectType({
  description:
    'A statement about an account, on something that the registry does not determine itself. It applies from its day until the day of ' +
    'the next statement of its kind; if there are several for one day, the last one applies.',
})
export class AccountStatement {
  @Field(() => StatementKind, { description: 'What was stated.' })
  kind!: StatementKind;

  @Field(() => Boolean, { description: 'Whether it was stated to be so or not.' })
  isSo!: boolean;

  @Field(() => LocalDate, { description: 'The day from which it is so.' })
  from!: Day;

  @Field(() => String, { nullable: true, description: 'Further remarks.' })
  note!: string | null;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  statedAt!: Instant;

  @Field(() => String, { description: 'Who stated it: the holder of the API key.' })
  statedBy!: string;
}
