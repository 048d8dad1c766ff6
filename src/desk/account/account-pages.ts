import { isDay } from '../../rules/calendar.ts';
import { writeDay } from '../../rules/messages/messages.ts';
import { ApiRefused, ask } from '../api.ts';
import { type DeskAnswer, type DeskRequest, field } from '../desk-request.ts';
import { type Html, html } from '../html.ts';
import { page, problemBox } from '../layout.ts';
import { type AccountAnswer, accountOperation } from '../operations.ts';
import { refusalWords } from '../refusals.ts';
import { badge, capitalized, sinceWords, untilWords } from '../standing-words.ts';
import { reasonsTable, timelineTable } from './account-tables.ts';
import { timelinePicture } from './timeline-picture.ts';

type Verification = AccountAnswer['verify'];

/** The form that looks up a firm, and the page of one. */
export class AccountPages {
  /** The form; with a number in the query, the way to the firm’s own address is a redirection of the server. */
  form(request: DeskRequest, problem: string | null = null, status = 200): DeskAnswer {
    const { say } = request;
    const content = html`${problem !== null && problemBox(request, problem)}<p class="lead">${say('accountIntro')}</p>${lookUpForm(request, '')}`;
    return { status, page: page(request, { title: say('accountTitle'), at: 'account', content }) };
  }

  /** The page of the firm with a number: a WSIB account, a business number or a document number. */
  async show(request: DeskRequest, number: string): Promise<DeskAnswer> {
    const given = field(request.query, 'on');
    if (given !== '' && !isDay(given)) return this.form(request, request.say('badDay'), 400);
    try {
      const answer = await verificationOf(request, number.trim(), given || null);
      return this.answer(request, number, answer);
    } catch (error) {
      if (!(error instanceof ApiRefused)) throw error;
      return this.form(request, refusalWords(request, error), error.code === 'RATE_LIMITED' ? 429 : 400);
    }
  }

  private answer(request: DeskRequest, number: string, answer: Verification): DeskAnswer {
    const { say } = request;
    const { problem, candidates, organizationName, found } = answer;
    const shown = { at: 'account', title: organizationName ?? say('accountTitle') } as const;
    if (problem) return this.form(request, problem.message, 400);
    if (candidates.length > 0) return { status: 200, page: page(request, { ...shown, content: chooseAccount(request, candidates) }) };
    const content = found
      ? firm(request, number, answer)
      : html`<p class="lead">${badge(answer.standing ?? '', answer.standingLabel ?? '')}</p>
<p>${say('accountUnknown')}</p>${lookUpForm(request, number)}`;
    return { status: 200, page: page(request, { ...shown, content }) };
  }
}

/** A business number has nine digits and may have its program account; a WSIB number is tried first, then a document’s. */
async function verificationOf(request: DeskRequest, number: string, on: string | null): Promise<Verification> {
  const isBusiness = /^\d{3}\s?\d{3}\s?\d{3}\s*(rt\s?\d{4})?$/i.test(number);
  const first = await verificationBy(request, 'wsibAccount', number, on);
  if (first.found) return first;
  const other = await verificationBy(request, isBusiness ? 'businessNumber' : 'documentNumber', number, on);
  // A problem with a number as one kind says nothing about it as another kind.
  return other.found || other.candidates.length > 0 || first.problem ? other : first;
}

async function verificationBy({ send }: DeskRequest, kind: string, number: string, on: string | null): Promise<Verification> {
  const { verify } = await ask(send, accountOperation, { subject: { [kind]: number }, on });
  return verify;
}

function chooseAccount({ say }: DeskRequest, candidates: Verification['candidates']): Html {
  return html`<p class="lead">${say('accountsOfNumber')}</p><ul>${candidates.map(
    ({ wsibAccount, organization }) =>
      wsibAccount !== null &&
      html`<li><a href="/accounts/${encodeURIComponent(wsibAccount)}">${organization.legalName} · ${wsibAccount}</a></li>`,
  )}</ul>`;
}

function firm(request: DeskRequest, number: string, answer: Verification): Html {
  const { say, locale, today } = request;
  const timeline = answer.account?.timeline ?? [];
  return html`<p class="lead">${badge(answer.standing ?? '', answer.standingLabel ?? '')} <span class="quiet">${say('onThatDay', { day: writeDay(locale, answer.on) })}</span></p>
<section class="means"><h2>${say('meaning')}</h2><p>${answer.consequence}</p>${answer.advice && html`<p>${answer.advice}</p>`}</section>
${facts(request, answer)}
<h2>${say('timeline')}</h2>
<p class="hint">${say('timelineIntro')}</p>
<div class="pair timeline">
<div>${timelinePicture({ locale, say, today }, timeline)}</div>
<div>${timelineTable(request, timeline)}</div>
</div>
<h2>${say('reasons')}</h2>
${reasonsTable(request, answer.reasons)}
${obligations(request, answer)}
<h2>${say('accountTitle')}</h2>
${lookUpForm(request, number)}`;
}

function facts({ say, locale }: DeskRequest, answer: Verification): Html {
  const { certificate } = answer;
  const rows: readonly (readonly [string, Html | string | null])[] = [
    [say('since'), sinceWords(locale, say, answer)],
    [say('until'), html`${untilWords(locale, say, answer)} <span class="quiet">${answer.holdsUntil !== null && say('untilHint')}</span>`],
    [say('wsibAccount'), answer.wsibAccount],
    [say('city'), answer.city],
    [say('standard'), answer.standardLabel],
    [say('basis'), answer.basisLabel && capitalized(answer.basisLabel)],
    [say('certificateNumber'), certificate && html`<a href="/proof/${encodeURIComponent(certificate.number)}">${certificate.number}</a>`],
    [say('issuedOn'), certificate && writeDay(locale, certificate.issuedOn)],
  ];
  return html`<dl class="facts">${rows.flatMap(([name, value]) => (value === null ? [] : [html`<div><dt>${name}</dt><dd>${value}</dd></div>`]))}</dl>`;
}

function obligations({ say, locale }: DeskRequest, { account }: Verification): Html | false {
  const open = account?.obligations ?? [];
  if (open.length === 0) return false;
  return html`<h2>${say('obligations')}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${say('obligations')}"><table class="plain"><thead><tr><th scope="col">${say('due')}</th><th scope="col">${say('what')}</th><th scope="col">${say('state')}</th></tr></thead>
<tbody>${open.map(({ dueOn, label, stateLabel, because }) => html`<tr><td>${dueOn === null ? '' : writeDay(locale, dueOn)}</td><th scope="row">${capitalized(label)}<span class="line quiet">${because}</span></th><td>${capitalized(stateLabel)}</td></tr>`)}</tbody></table></div>`;
}

/** The form works without a script: the server leads from it to the address of the firm. */
const lookUpForm = (
  { say, query, locale }: DeskRequest,
  number: string,
): Html => html`<form method="get" action="/accounts" class="ask short">
<input type="hidden" name="lang" value="${locale}">
<label for="number">${say('accountNumber')}</label>
<input id="number" name="number" value="${number}" required maxlength="100" autocomplete="off">
<label for="on">${say('onDay')}</label>
<input type="date" id="on" name="on" value="${field(query, 'on')}" min="1900-01-01" max="2199-12-31">
<p class="actions"><button type="submit">${say('submitAccount')}</button></p>
</form>`;
