import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { DateTime, type Instant } from '../contract/scalars.ts';
import { Locale } from '../guideline/locale.type.ts';

@ObjectType({
  implements: Node,
  description:
    'A calendar (iCalendar) of what your organization has to do, for calendar programs. It belongs to the holder of your API key and is ' +
    'visible only to keys of that holder and organization.',
})
export class CalendarFeed implements Node {
  id!: string;

  @Field(() => String, { description: 'Its name, which calendar programs show.' })
  name!: string;

  @Field(() => Locale, { description: 'The language of its events.' })
  locale!: Locale;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null while its address works.' })
  revokedAt!: Instant | null;

  @Field(() => Int, { description: 'Version of the record, for `expectedVersion`.' })
  version!: number;
}

@ObjectType({ description: 'A calendar that was just made.' })
export class IssuedCalendarFeed {
  @Field(() => CalendarFeed, { description: 'The calendar.' })
  calendar!: CalendarFeed;

  @Field(() => String, {
    nullable: true,
    description:
      'The path of its address on this server, such as `/calendars/….ics`. Anyone who has it can read the calendar without a key: keep it secret. ' +
      'Shown only this once; null if the same request is sent again: then revoke the calendar and make another.',
  })
  path!: string | null;
}
