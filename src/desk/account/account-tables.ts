import { dayBefore } from '../../rules/calendar.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import type { DeskRequest } from '../desk-request.ts';
import { type Html, html } from '../html.ts';
import type { Found, TimelinePeriod } from '../operations.ts';
import { badge, capitalized, deciding, shortDay, shortTime } from '../standing-words.ts';
import { newDocument, noticesOf } from './timeline-runs.ts';

/** The timeline as a table, on a narrow screen as cards: what the picture shows, for those who cannot see it and for those who want its words. */
export function timelineTable({ say, locale, today }: DeskRequest, timeline: readonly TimelinePeriod[]): Html {
  const isNow = ({ from, to }: TimelinePeriod) => (from ?? '') <= today && today < (to ?? '9999');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say('timeline')}"><table class="plain cards" role="table">
<caption class="unseen">${say('timeline')}</caption>
<thead role="rowgroup"><tr role="row">${(['from', 'to', 'standing', 'why'] as const).map((id) => html`<th role="columnheader" scope="col">${say(id)}</th>`)}</tr></thead>
<tbody role="rowgroup">${timeline.map((period, at) => {
    const { from, to, standing, standingLabel, reasons } = period;
    const document = newDocument(say, period, timeline[at - 1]);
    const notices = noticesOf(period, timeline[at + 1], today);
    return html`<tr role="row"${isNow(period) && html` class="now" aria-current="date"`}><td role="cell" data-label="${say('from')}">${from === null ? say('always') : shortTime(locale, from)}</td>
<td role="cell" data-label="${say('to')}">${to === null ? say('forever') : shortTime(locale, dayBefore(to))}</td>
<th role="rowheader" scope="row">${badge(standing, standingLabel)}${isNow(period) && html`<span class="line">${say('todayLine')}</span>`}</th>
<td role="cell" class="at-why" data-label="${say('why')}">${document && html`<span class="line">${capitalized(document.words)}${say('colon')} <a class="whole" href="/proof/${encodeURIComponent(document.number)}">${document.number}</a></span>`}${deciding(reasons).map(({ because, clause }) => html`<span class="line">${because} <span class="clause">${clause}</span></span>`)}${
      notices &&
      html`<span class="line quiet">${say('noticesOn', {
        days: listOf(
          locale,
          notices.days.map((day) => shortDay(locale, day)),
        ),
      })}</span>`
    }</td></tr>`;
  })}</tbody></table></div>`;
}

const listOf = (locale: Locale, items: readonly string[]): string => new Intl.ListFormat(`${locale}-CA`).format(items);

/** Every clause that was consulted. */
export function reasonsTable({ say }: DeskRequest, reasons: readonly Found[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say('reasons')}"><table class="plain">
<caption class="unseen">${say('reasons')}</caption>
<thead><tr><th scope="col">${say('clause')}</th><th scope="col">${say('finding')}</th></tr></thead>
<tbody>${reasons.map(
    ({ clause, decides, because }) =>
      html`<tr><th scope="row"><span class="clause">${clause}</span></th><td>${because}${decides && html` <strong>${say('decides')}</strong>`}</td></tr>`,
  )}</tbody></table></div>`;
}
