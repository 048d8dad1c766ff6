import { generateIcsCalendar, type IcsEvent } from 'ts-ics';
import { addDays, type Day } from '../rules/calendar.ts';
import type { Locale } from '../rules/messages/messages.ts';

/** An all-day event of a calendar. */
export interface CalendarEvent {
  /** The same for good: calendar programs follow the event by it. */
  readonly uid: string;
  readonly on: Day;
  readonly isDone: boolean;
  readonly summary: string;
  readonly description: string;
  readonly sequence: number;
  readonly changedAt: Date;
}

/** The calendar in the iCalendar format (RFC 5545): days without hours, so that every time zone shows the same day. */
export const calendarText = (name: string, locale: Locale, events: readonly CalendarEvent[]): string =>
  generateIcsCalendar({
    version: '2.0',
    prodId: `-//COR registry//Obligations//${locale.toUpperCase()}`,
    name,
    events: events.map(icsEvent),
  });

const icsEvent = ({ uid, on, summary, description, sequence, changedAt }: CalendarEvent): IcsEvent => ({
  uid,
  summary,
  description,
  sequence,
  stamp: { date: changedAt },
  lastModified: { date: changedAt },
  start: allDay(on),
  end: allDay(addDays(on, 1)),
  timeTransparent: 'TRANSPARENT',
});

const allDay = (day: Day) => ({ type: 'DATE' as const, date: new Date(`${day}T00:00:00Z`) });
