import type { DeskRequest } from '../desk-request.ts';
import { type Html, html } from '../html.ts';
import { watchListName } from './watch-list.ts';

/** How to be told of a change: addresses for a calendar and a feed reader, and with a key the reader’s watch list and a daily e-mail. */
export function watchSection(request: DeskRequest, number: string): Html {
  const { say, locale, address } = request;
  const own = `/accounts/${encodeURIComponent(number)}`;
  const link = (file: string) => html`<a href="${own}/${file}?lang=${locale}">${address}${own}/${file}?lang=${locale}</a>`;
  return html`<section class="watch unprinted" id="watch"><h2>${say('watchTitle')}</h2>
<p>${say('watchIntro')}</p>
<dl><dt>${say('watchCalendar')}</dt><dd>${link('calendar.ics')}<p class="hint">${say('watchCalendarHint')}</p></dd>
<dt>${say('watchFeed')}</dt><dd>${link('changes.atom')}</dd></dl>
<details class="more"><summary>${say('watchList')}</summary>
<form method="post" action="${own}/watch" class="ask short">
<input type="hidden" name="lang" value="${locale}">
<p class="hint">${say('watchListHint', { name: watchListName(request) })}</p>
<label for="watch-key">${say('watchKey')}</label>
<input type="password" id="watch-key" name="key" autocomplete="off" required data-key>
<p class="actions"><button type="submit" name="to" value="watch">${say('watchSubmit')}</button> <button type="submit" name="to" value="leave" class="second">${say('watchLeave')}</button></p>
</form></details>
${request.mailsDigests && mailForm(request, own)}</section>`;
}

/** The form of the daily e-mail, which works without a script. */
const mailForm = (request: DeskRequest, own: string): Html => html`<details class="more"><summary>${request.say('mailTitle')}</summary>
<form method="post" action="${own}/watch" class="ask short">
<input type="hidden" name="lang" value="${request.locale}">
<p class="hint">${request.say('mailHint', { name: watchListName(request) })}</p>
<label for="mail-address">${request.say('mailAddress')}</label>
<input type="email" id="mail-address" name="address" autocomplete="email" required maxlength="254">
<label for="mail-key">${request.say('watchKey')}</label>
<input type="password" id="mail-key" name="key" autocomplete="off" required data-key>
<p class="actions"><button type="submit" name="to" value="mail">${request.say('mailSubmit')}</button> <button type="submit" name="to" value="mail-end" class="second">${request.say('mailEnd')}</button></p>
</form></details>`;
