import { emailAddressForm } from '../../identifiers/email-address.ts';
import { readDay } from '../../import/days.ts';
import { ApiRefused } from '../api.ts';
import { type DeskAnswer, type DeskRequest, type Ending, field } from '../desk-request.ts';
import { type Html, html } from '../html.ts';
import { page, problemBox } from '../layout.ts';
import { refusalEnding, refusalWords } from '../refusals.ts';
import { badge } from '../standing-words.ts';
import { firmCalendar } from '../watching/firm-calendar.ts';
import { firmFeed } from '../watching/firm-feed.ts';
import { subjectOf } from '../watching/subject.ts';
import { leaveFirm, watchFirm, watchListName } from '../watching/watch-list.ts';
import { endMail, mailFirm } from '../watching/watch-mail.ts';
import { watchSection } from '../watching/watch-section.ts';
import { firm, lookUpForm } from './firm-page.ts';
import { type Choice, type LookedUp, lookUp, type Verification } from './look-up.ts';

/** The form that looks up a firm, the page of one, and what tells of its changes. */
export class AccountPages {
  /** The form; with a number in the query, the way to the firm’s own address is a redirection of the server. */
  form(request: DeskRequest, problem: string | null = null, ending: Ending = { status: 200 }, given = ''): DeskAnswer {
    const { say } = request;
    const content = html`${problem !== null && problemBox(request, problem)}<p class="lead">${say('accountIntro')}</p>${lookUpForm(request, given)}`;
    return { ...ending, page: page(request, { title: say('accountTitle'), at: 'account', content, again: addressOf(given) }) };
  }

  /** The page of a firm by its WSIB account, business or document number, or its name. */
  show(request: DeskRequest, given: string): Promise<DeskAnswer> {
    return this.found(request, given, (found) => this.page(request, given.trim(), found));
  }

  /** The days of a firm for calendar programs. */
  calendar(request: DeskRequest, number: string): Promise<DeskAnswer> {
    return this.found(request, number, (found) => {
      if (found.kind !== 'firm') return { ...this.page(request, number, found), status: 404 };
      const file = firmCalendar(request, subjectOf(request, number, found.answer), request.now);
      return { status: 200, file: Buffer.from(file), type: 'text/calendar; charset=utf-8', name: 'cor.ics', isInline: true };
    });
  }

  /** The changes of a firm for feed readers. */
  feed(request: DeskRequest, number: string): Promise<DeskAnswer> {
    return this.found(request, number, (found) => {
      if (found.kind !== 'firm') return { ...this.page(request, number, found), status: 404 };
      const { text } = firmFeed(request, subjectOf(request, number, found.answer));
      return { status: 200, file: Buffer.from(text), type: 'application/atom+xml; charset=utf-8', name: 'cor.atom', isInline: true };
    });
  }

  /** Puts the firm on the reader’s watch list or takes it off, or asks for its daily e-mail or ends it, and shows its page. */
  async watch(request: DeskRequest, number: string): Promise<DeskAnswer> {
    try {
      const problem = watchProblem(request);
      const done = problem === null ? await watching(request, number) : null;
      return this.page(request, number, await lookUp(request, number, null), problem, done);
    } catch (error) {
      if (!(error instanceof ApiRefused)) throw error;
      const problem = error.code === 'FORBIDDEN' ? request.say('watchNotAllowed') : refusalWords(request, error);
      return this.form(request, problem, refusalEnding(error), number);
    }
  }

  private async found(request: DeskRequest, given: string, answer: (found: LookedUp) => DeskAnswer): Promise<DeskAnswer> {
    const on = field(request.query, 'on');
    const day = on === '' ? { day: null } : readDay(on);
    if ('whyNot' in day) return this.form(request, request.say('badDay'), { status: 400 }, given);
    try {
      return answer(await lookUp(request, given.trim(), day.day));
    } catch (error) {
      if (!(error instanceof ApiRefused)) throw error;
      return this.form(request, refusalWords(request, error), refusalEnding(error), given);
    }
  }

  private page(
    request: DeskRequest,
    given: string,
    found: LookedUp,
    problem: string | null = null,
    done: string | null = null,
  ): DeskAnswer {
    if (found.kind === 'problem') return this.form(request, found.message, { status: 400 }, given);
    const title = (found.kind === 'firm' && found.answer.organizationName) || request.say('accountTitle');
    const content = html`${problem !== null && problemBox(request, problem)}${done !== null && html`<p class="remark" role="status">${done}</p>`}
${contentOf(request, given, found)}`;
    const status = problem === null ? 200 : request.reader === '' ? 401 : 400;
    return { status, page: page(request, { at: 'account', title, content, again: addressOf(given) }) };
  }
}

const addressOf = (given: string): string => (given === '' ? '/accounts' : `/accounts/${encodeURIComponent(given)}`);

/** What is missing from the form of a watcher; null if nothing is. */
function watchProblem({ form, reader, say, mailsDigests }: DeskRequest): string | null {
  const isOfMail = field(form, 'to').startsWith('mail');
  if (isOfMail && !mailsDigests) return say('mailNotSent');
  if (reader === '') return say(isOfMail ? 'mailNoKey' : 'watchNoKey');
  return isOfMail && !emailAddressForm.test(field(form, 'address')) ? say('mailBadAddress') : null;
}

/** Does what the form asks for; returns what has been done, in words. */
async function watching(request: DeskRequest, number: string): Promise<string> {
  const { form, say } = request;
  const [to, address] = [field(form, 'to'), field(form, 'address')];
  const name = watchListName(request);
  if (to === 'mail') return say(await mailFirm(request, number, address), { address, name });
  if (to === 'mail-end') return say(await endMail(request, address), { address, name });
  await (to === 'leave' ? leaveFirm : watchFirm)(request, number);
  return say(to === 'leave' ? 'watchLeft' : 'watched', { name });
}

function contentOf(request: DeskRequest, given: string, found: Exclude<LookedUp, { readonly kind: 'problem' }>): Html {
  if (found.kind === 'choice') return chooseFirm(request, found.by, found.firms, given);
  if (found.kind === 'firm') return found.answer.found ? firm(request, given, found.answer) : unknownNumber(request, given, found.answer);
  return html`<p>${request.say('accountUnknownName')}</p>${lookUpForm(request, given)}`;
}

/** Of a hidden firm and of a number that does not exist, the same. */
const unknownNumber = (request: DeskRequest, given: string, { standing, standingLabel }: Verification): Html =>
  html`<p class="lead">${badge(standing ?? '', standingLabel ?? '')}</p>
<p>${request.say('accountUnknown')}</p>${lookUpForm(request, given)}
${watchSection(request, given)}`;

function chooseFirm(request: DeskRequest, by: 'name' | 'number', firms: readonly Choice[], given: string): Html {
  const { say } = request;
  return html`<p class="lead">${say(by === 'name' ? 'accountsOfName' : 'accountsOfNumber')}</p><ul class="firms">${firms.map(
    ({ wsibAccount, organizationName, city }) =>
      wsibAccount !== null &&
      html`<li><a href="/accounts/${encodeURIComponent(wsibAccount)}">${organizationName}</a> <span class="quiet">${[city, wsibAccount].filter(Boolean).join(' · ')}</span></li>`,
  )}</ul>${lookUpForm(request, given)}`;
}
