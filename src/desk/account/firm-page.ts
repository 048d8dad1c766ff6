import { writeDay } from '../../rules/messages/messages.ts';
import { type DeskRequest, field } from '../desk-request.ts';
import { type Html, html } from '../html.ts';
import type { IssuedDocument } from '../operations.ts';
import { badge, capitalized, shortTime, sinceWords, untilWords } from '../standing-words.ts';
import { watchSection } from '../watching/watch-section.ts';
import { reasonsTable, timelineTable } from './account-tables.ts';
import type { Verification } from './look-up.ts';
import { timelinePicture } from './timeline-picture.ts';

/** Everything about a firm: its standing and what it means, its documents, its timeline, why, and what is due. */
export function firm(request: DeskRequest, given: string, answer: Verification): Html {
  const { say, locale, today } = request;
  const { account, wsibAccount } = answer;
  const [timeline, due] = [account?.timeline ?? [], account?.obligations ?? []];
  return html`<p class="lead">${badge(answer.standing ?? '', answer.standingLabel ?? '')} <span class="quiet">${say('onThatDay', { day: writeDay(locale, answer.on) })}</span></p>
<section class="means"><h2>${say('meaning')}</h2><p>${answer.consequence}</p>${answer.advice && html`<p>${answer.advice}</p>`}</section>
${facts(request, answer)}
${obligations(request, answer)}
<h2>${say('timeline')}</h2>
<p class="hint">${say('timelineIntro')}</p>
<div class="pair timeline">
<div>${timelinePicture({ locale, say, today }, timeline, due)}</div>
<div>${timelineTable(request, timeline)}</div>
</div>
<h2>${say('reasons')}</h2>
${reasonsTable(request, answer.reasons)}
${wsibAccount !== null && watchSection(request, wsibAccount)}
<h2 class="unprinted">${say('accountTitle')}</h2>
${lookUpForm(request, wsibAccount ?? given)}`;
}

function facts(request: DeskRequest, answer: Verification): Html {
  const { say, locale } = request;
  const rows: readonly (readonly [string, Html | string | null])[] = [
    [say('since'), sinceWords(locale, say, answer)],
    [
      say('until'),
      html`${untilWords(locale, say, answer)} ${answer.holdsUntil !== null && html`<span class="line quiet">${say('untilHint')}</span>`}`,
    ],
    [say('wsibAccount'), answer.wsibAccount],
    [say('city'), answer.city],
    [say('standard'), answer.standardLabel],
    [say('basis'), answer.basisLabel && capitalized(answer.basisLabel)],
    ...documents(request, answer),
  ];
  return html`<dl class="facts">${rows.flatMap(([name, value]) => (value === null ? [] : [html`<div><dt>${name}</dt><dd>${value}</dd></div>`]))}</dl>`;
}

/** The documents that the standing rests on, each with the way to its proof. */
function documents(
  { say, locale }: DeskRequest,
  { certificate, letterOfGoodStanding: letter, biddingDocument }: Verification,
): readonly (readonly [string, Html])[] {
  const shown = ({ number, issuedOn }: IssuedDocument) =>
    html`<a class="whole" href="/proof/${encodeURIComponent(number)}">${number}</a> <span class="quiet">${say('issuedOnDay', { day: writeDay(locale, issuedOn) })}</span>`;
  return [
    ...(certificate ? [[say('certificateIs'), shown(certificate)] as const] : []),
    ...(letter ? [[say('letterOfYear', { year: letter.year }), shown(letter)] as const] : []),
    ...(biddingDocument ? [[say('biddingIs'), shown(biddingDocument)] as const] : []),
  ];
}

function obligations({ say, locale }: DeskRequest, { account }: Verification): Html | false {
  const open = account?.obligations ?? [];
  if (open.length === 0) return false;
  return html`<h2>${say('obligations')}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${say('obligations')}"><table class="plain cards" role="table">
<thead role="rowgroup"><tr role="row">${(['what', 'due', 'state'] as const).map((id) => html`<th role="columnheader" scope="col">${say(id)}</th>`)}</tr></thead>
<tbody role="rowgroup">${open.map(
    ({
      dueOn,
      label,
      state,
      stateLabel,
      because,
    }) => html`<tr role="row"><th role="rowheader" scope="row"><strong>${capitalized(label)}</strong><span class="line quiet">${because}</span></th>
<td role="cell" data-label="${say('due')}">${dueOn !== null && shortTime(locale, dueOn)}</td>
<td role="cell" data-label="${say('state')}">${state === 'OVERDUE' ? badge('NOT_MET', stateLabel) : capitalized(stateLabel)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** The form works without a script: the server leads from it to the address of the firm. */
export const lookUpForm = (
  { say, query, locale }: DeskRequest,
  given: string,
): Html => html`<form method="get" action="/accounts" class="ask short">
<input type="hidden" name="lang" value="${locale}">
<label for="number">${say('accountNumber')}</label>
<input id="number" name="number" value="${given}" required maxlength="200" autocomplete="off">
<label for="on">${say('onDay')}</label>
<input type="date" id="on" name="on" value="${field(query, 'on')}" min="1900-01-01" max="2199-12-31">
<p class="actions"><button type="submit">${say('submitAccount')}</button></p>
</form>`;
