import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { CreateCalendarFeedInput, RevokeCalendarFeedInput } from './calendar-feed.input.ts';
import { createCalendar, listCalendars, revokeCalendar } from './calendar-feed.service.ts';
import { CalendarFeed, IssuedCalendarFeed } from './calendar-feed.type.ts';

const CreateCalendarFeedResult = resultOf('CreateCalendarFeedResult', IssuedCalendarFeed);
const RevokeCalendarFeedResult = resultOf('RevokeCalendarFeedResult', CalendarFeed);

/** Makes, lists and revokes calendars of an organization. */
@Resolver(() => CalendarFeed)
export class CalendarFeedResolver {
  @Query(() => [CalendarFeed], {
    description:
      'Your calendars, the oldest first: those made with any API key of the same holder and organization. At most 20 that are not revoked. ' +
      'Only organizations have any.',
  })
  calendarFeeds(@Ctx() context: Context): Promise<CalendarFeed[]> {
    return listCalendars(context);
  }

  @Mutation(() => CreateCalendarFeedResult, {
    description:
      'Makes a calendar of what your organization has to do, in the iCalendar format, at a secret address. It shows the accounts of the ' +
      'organization at the time it is read, and nothing once its holder has no valid key. For organizations.',
  })
  createCalendarFeed(
    @Arg('input', () => CreateCalendarFeedInput, { description: 'What it is called, and in which language it is.' })
    input: CreateCalendarFeedInput,
    @Ctx() context: Context,
  ): Promise<IssuedCalendarFeed | Refusal> {
    return createCalendar(context, input);
  }

  @Mutation(() => RevokeCalendarFeedResult, { description: 'Revokes one of your calendars: its address stops working at once.' })
  revokeCalendarFeed(
    @Arg('input', () => RevokeCalendarFeedInput, { description: 'Which calendar.' }) input: RevokeCalendarFeedInput,
    @Ctx() context: Context,
  ): Promise<CalendarFeed | Refusal> {
    return revokeCalendar(context, input);
  }
}
