import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import { Locale } from '../guideline/locale.type.ts';
import type { Day } from '../rules/calendar.ts';

/** Why a digest ended, as an enum of the schema. */
export const EmailDigestEnd = {
  OWNER: 'OWNER',
  READER: 'READER',
  NOT_CONFIRMED: 'NOT_CONFIRMED',
  LIST_DELETED: 'LIST_DELETED',
} as const;
export type EmailDigestEnd = keyof typeof EmailDigestEnd;

registerEnumType(EmailDigestEnd, {
  name: 'EmailDigestEnd',
  description: 'Why a daily e-mail ended.',
  valuesConfig: {
    OWNER: { description: 'You ended it.' },
    READER: { description: 'Its reader unsubscribed.' },
    NOT_CONFIRMED: { description: 'Nobody confirmed its address within seven days.' },
    LIST_DELETED: { description: 'Its watch list was deleted.' },
  },
});

@ObjectType({
  implements: Node,
  description:
    'A daily e-mail to one address: how much your organization has to do and by when, or what changed about the accounts of a watch list. It ' +
    'belongs to the holder of your API key and is visible only to keys of that holder and scope.',
})
export class EmailDigest implements Node {
  id!: string;

  @Field(() => String, { nullable: true, description: 'The address; null once it has ended, since the address is then erased.' })
  address!: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the watch list; null for what your organization has to do.' })
  watchList!: string | null;

  @Field(() => Locale, { description: 'The language of its messages.' })
  locale!: Locale;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Instant;

  @Field(() => DateTime, { nullable: true, description: 'When its address was confirmed; nothing but the question is sent before.' })
  confirmedAt!: Instant | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of its last message; null before the first.' })
  lastSentOn!: Day | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while messages are sent.' })
  endedAt!: Instant | null;

  @Field(() => EmailDigestEnd, { nullable: true, description: 'Why it ended.' })
  endReason!: EmailDigestEnd | null;

  @Field(() => Int, { description: 'Version of the record, for `expectedVersion`.' })
  version!: number;
}
