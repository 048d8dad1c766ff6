import { createHash } from 'node:crypto';
import type { Locale } from '../../rules/messages/messages.ts';
import { type Html, html } from '../html.ts';
import type { Say } from '../words.ts';
import type { Subject } from './subject.ts';
import { watchedDays } from './watched-days.ts';

/** The changes of a firm in the Atom format (RFC 4287), the newest first, with the next one that is expected. */
export function firmFeed({ locale, say }: { readonly locale: Locale; readonly say: Say }, subject: Subject): Html {
  const { firm, number, page } = subject;
  const days = watchedDays(subject).toReversed();
  const newest = days.find(({ hasCome }) => hasCome)?.on ?? subject.today;
  // Midnight in Toronto, or 1 a.m. by daylight saving time. What is expected has been so since the newest change, and does not look new every day.
  const instant = (on: string) => `${on < newest ? on : newest}T05:00:00Z`;
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${idOf(number)}</id><title>${say('calendarName', { firm })}</title><updated>${instant(newest)}</updated>
<author><name>${say('title')}</name></author><link href="${page}"/><link rel="self" href="${page}/changes.atom?lang=${locale}"/>
${days.map(
  ({ on, standing, label, hasCome, why }) => html`<entry><id>${idOf(`${number} ${on} ${standing} ${hasCome}`)}</id>
<title>${say(hasCome ? 'calendarSince' : 'calendarExpected', { firm, standing: label })} (${on})</title>
<updated>${instant(on)}</updated><link href="${page}"/><summary>${why.join(' ')}</summary></entry>
`,
)}</feed>
`;
}

const idOf = (text: string): string => `urn:cor:${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
