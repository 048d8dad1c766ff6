import { createHash } from 'node:crypto';
import { calendarText } from '../../calendars/ics.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import type { Say } from '../words.ts';
import type { Subject } from './subject.ts';
import { watchedDays } from './watched-days.ts';

/** The days of a firm in the iCalendar format. An entry has its day and standing in its UID, so it never changes and has no SEQUENCE but 0. */
export function firmCalendar({ locale, say }: { readonly locale: Locale; readonly say: Say }, subject: Subject, now: string): string {
  const { firm, number, page } = subject;
  const events = watchedDays(subject).map(({ on, standing, label, hasCome, why }) => ({
    uid: createHash('sha256').update(`${number} ${on} ${standing}`).digest('hex').slice(0, 40),
    on,
    isDone: false,
    summary: say(hasCome ? 'calendarSince' : 'calendarExpected', { firm, standing: label }),
    description: [...why, say('calendarSee', { address: page })].join('\n'),
    sequence: 0,
    changedAt: new Date(now),
  }));
  return calendarText(say('calendarName', { firm }), locale, events);
}
