import { writeDay } from '../../rules/messages/messages.ts';
import { ApiRefused, ask } from '../api.ts';
import { requirementWords } from '../check/asked-words.ts';
import { type DeskAnswer, type DeskRequest, type Ending, field } from '../desk-request.ts';
import { type Html, html } from '../html.ts';
import { page, problemBox } from '../layout.ts';
import { type ReceiptAnswer, receiptOperation, signedReceiptOperation } from '../operations-receipts.ts';
import { refusalEnding, refusalWords } from '../refusals.ts';
import { instantWords } from '../standing-words.ts';
import { receiptTable } from './receipt-table.ts';

/** The form that opens a receipt, and the page of one. A receipt opens with a key, which a form sends: its address alone shows the form. */
export class ReceiptPages {
  form(request: DeskRequest, given = '', problem: string | null = null, ending: Ending = { status: 200 }): DeskAnswer {
    const { say } = request;
    const content = html`${problem !== null && problemBox(request, problem)}<p class="lead">${say('receiptIntro')}</p>${receiptForm(request, given)}`;
    const again = given === '' ? '/receipts' : addressOf(given);
    return { ...ending, page: page(request, { title: say('receiptTitle'), at: 'receipt', content, again }) };
  }

  /** The receipt that a form names, as a page or as its signed form. */
  async show(request: DeskRequest, address = ''): Promise<DeskAnswer> {
    const { say, form, reader } = request;
    const number = (field(form, 'number') || address).toUpperCase();
    if (reader === '') return this.form(request, number, form && say('receiptNeedsKey'), { status: form ? 401 : 200 });
    try {
      if (field(form, 'to') === 'signed') return await this.signed(request, number);
      const { receipt } = await ask(request.send, receiptOperation, { number });
      return receipt ? receiptPage(request, receipt) : this.form(request, number, say('receiptUnknown'), { status: 404 });
    } catch (error) {
      if (!(error instanceof ApiRefused)) throw error;
      return this.form(request, number, refusalWords(request, error), refusalEnding(error));
    }
  }

  private async signed(request: DeskRequest, number: string): Promise<DeskAnswer> {
    const { receipt } = await ask(request.send, signedReceiptOperation, { number });
    if (!receipt) return this.form(request, number, request.say('receiptUnknown'), { status: 404 });
    if (receipt.signed === null) return this.form(request, number, request.say('receiptNotSigned'), { status: 404 });
    return { status: 200, file: Buffer.from(receipt.signed), type: 'application/jose; charset=utf-8', name: `${number}.jws` };
  }
}

const addressOf = (number: string): string => `/receipts/${encodeURIComponent(number)}`;

function receiptPage(request: DeskRequest, receipt: ReceiptAnswer): DeskAnswer {
  const { say, locale } = request;
  const { number, on, knownAt, requirement, rows } = receipt;
  const count = rows.filter(({ why }) => why !== null).length;
  // The same for every row.
  const warning = rows[0]?.said.warning?.message ?? null;
  const content = html`<p class="verdict ${count === 0 ? 'good' : 'warn'}" role="status"><span aria-hidden="true">${count === 0 ? '✓' : '⚠'}</span> ${count === 0 ? say('receiptSame') : say('receiptDiffers', { count, rows: rows.length })}</p>
<p class="lead">${say('resultOn', { day: writeDay(locale, on), instant: instantWords(locale, knownAt) })}</p>
${requirement && html`<p>${requirementWords(request, requirement, on).join(' ')}</p>`}
${warning && html`<p>${warning}</p>`}
${facts(request, receipt)}
${receiptTable(request, receipt)}
<form method="post" action="/receipts" class="actions unprinted"><input type="hidden" name="lang" value="${locale}"><input type="hidden" name="number" value="${number}">
<button type="button" class="second" data-print hidden>${say('print')}</button>
<details class="more"><summary>${say('receiptSigned')}</summary><label for="key">${say('receiptKey')}</label>
<input type="password" id="key" name="key" autocomplete="off" required data-key>
<p class="actions"><button type="submit" name="to" value="signed" class="second">${say('receiptSigned')}</button></p></details></form>
<p class="unprinted"><a href="/receipts">${say('receiptTitle')}</a></p>`;
  return { status: 200, page: page(request, { title: say('receiptOf'), number, at: 'receipt', content, again: addressOf(number) }) };
}

function facts({ say, locale }: DeskRequest, { holder, keptAt, rulesVersion }: ReceiptAnswer): Html {
  const rows = [
    [say('receiptHolder'), holder],
    [say('receiptKeptAt'), instantWords(locale, keptAt)],
    [say('receiptRules'), rulesVersion],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

const receiptForm = ({ say, locale }: DeskRequest, given: string): Html => html`<form method="post" action="/receipts" class="ask short">
<input type="hidden" name="lang" value="${locale}">
<label for="number">${say('receiptNumber')}</label>
<p class="hint" id="number-hint">${say('receiptNumberHint')}</p>
<input id="number" name="number" value="${given}" required maxlength="64" autocomplete="off" autocapitalize="characters" aria-describedby="number-hint">
<label for="key">${say('receiptKey')}</label>
<input type="password" id="key" name="key" autocomplete="off" required data-key>
<p class="actions"><button type="submit">${say('submitReceipt')}</button></p>
</form>`;
