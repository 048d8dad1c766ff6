import { writeWord } from '../../rules/messages/messages.ts';
import { TenderRoute } from '../../tenders/requirement.input.ts';
import { type DeskRequest, field } from '../desk-request.ts';
import { attribute, type Html, html } from '../html.ts';
import { capitalized } from '../standing-words.ts';
import type { WordId } from '../words.ts';
import { limits } from './check.service.ts';
import { mendedRows, owners } from './question.ts';

const ownerWords: Readonly<Record<(typeof owners)[number], WordId>> = {
  PRIVATE: 'ownerPrivate',
  PUBLIC_SECTOR: 'ownerPublic',
  GOVERNMENT: 'ownerGovernment',
};

/** The form of a new list, filled with what was typed if that could not be understood. */
export function checkForm(request: DeskRequest): Html {
  const { say, form } = request;
  const most = limits.public.rows;
  return html`<p class="lead">${say('checkIntro', { most })}</p>
<p>${say('checkLimit', { most, keyed: limits.keyed.rows.toLocaleString(`${request.locale}-CA`) })}</p>
<form method="post" action="/check" enctype="multipart/form-data" class="ask" data-busy="${say('checking')}">
<input type="hidden" name="lang" value="${request.locale}">
<div class="pair">
<div class="drop" data-drop>
<label for="list">${say('list')}</label>
<p class="hint" id="list-hint">${say('listHint')}</p>
<textarea id="list" name="list" rows="9" spellcheck="false" aria-describedby="list-hint list-count">${typedList(form)}</textarea>
<p class="count" id="list-count" role="status" data-most="${most}" data-words="${say('rowsCounted')}" data-too-many="${say('tooManyForNoKey', { most })}"></p>
<label for="file">${say('file')}</label>
<p class="hint" id="file-hint">${say('fileHint')}</p>
<input type="file" id="file" name="file" accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" aria-describedby="file-hint">
${keyField(request)}
</div>
<div>${askedFields(request)}${requirementFields(request)}</div>
</div>
<p class="actions"><button type="submit">${say('submitCheck')}</button></p>
<p class="busy" role="status" data-status></p>
</form>`;
}

/** The list as it was typed; or the rows of a table, which are a list again when its answers are no longer stored. */
function typedList(form: FormData | null): string {
  if (!form?.has('row-name')) return field(form, 'list');
  const rows = mendedRows(form).map(({ name, number }) => [name, number].filter((cell) => cell !== '').join('\t'));
  return rows.join('\n');
}

/** The day, the contract and the requirement. */
function askedFields({ say, form }: DeskRequest): Html {
  return html`<label for="on">${say('on')}</label>
<p class="hint" id="on-hint">${say('onHint')}</p>
<input type="date" id="on" name="on" value="${field(form, 'on')}" min="1900-01-01" max="2199-12-31" aria-describedby="on-hint">
<label for="contractTo">${say('contractTo')}</label>
<p class="hint" id="contract-hint">${say('contractToHint')}</p>
<input type="date" id="contractTo" name="contractTo" value="${field(form, 'contractTo')}" min="1900-01-01" max="2199-12-31" aria-describedby="contract-hint">`;
}

/** What a tender accepts, as boxes to tick. */
function requirementFields({ say, locale, form }: DeskRequest): Html {
  const ticked = form?.getAll('route') ?? [];
  return html`<fieldset><legend>${say('requirement')}</legend>
<p class="hint">${say('requirementHint')}</p>
<div class="boxes">
${Object.entries(TenderRoute).map(([route, word]) => html`<label class="box"><input type="checkbox" name="route" value="${route}"${attribute('checked', ticked.includes(route))}> ${capitalized(writeWord(locale, word))}</label>`)}
</div>
<input type="hidden" name="asksPending" value="1">
<label class="box"><input type="checkbox" name="pending" value="1"${attribute('checked', !form?.has('asksPending') || form.has('pending'))}> ${say('acceptsPending')}</label>
<label for="owner">${say('owner')}</label>
<select id="owner" name="owner">
${owners.map((owner) => html`<option value="${owner}"${attribute('selected', field(form, 'owner') === owner)}>${say(ownerWords[owner])}</option>`)}
</select>
</fieldset>`;
}

/** The API key: the script keeps it for the browser tab; the server never sends it back. */
export const keyField = ({ say }: DeskRequest): Html => html`<label for="key">${say('key')}</label>
<p class="hint" id="key-hint">${say('keyHint')}</p>
<input type="password" id="key" name="key" autocomplete="off" data-key aria-describedby="key-hint">`;
