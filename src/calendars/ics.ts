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
  folded(
    generateIcsCalendar({
      version: '2.0',
      prodId: `-//COR registry//Obligations//${locale.toUpperCase()}`,
      name: escaped(name),
      events: events.map(icsEvent),
    }),
  );

/** RFC 5545, 3.3.11. The library escapes the texts of events, but not the name of the calendar. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** RFC 5545, 3.1: no line is longer than 75 octets, and no character is cut. The library counts UTF-16 units, of which one may be three octets. */
const folded = (text: string): string => text.replaceAll('\r\n ', '').split('\r\n').map(foldedLine).join('\r\n');

function foldedLine(line: string): string {
  let octets = 0;
  return Array.from(line, (character) => {
    const length = Buffer.byteLength(character);
    const isOver = octets + length > 75;
    // The space that a continued line begins with is one of its octets.
    octets = isOver ? 1 + length : octets + length;
    return isOver ? `\r\n ${character}` : character;
  }).join('');
}

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
