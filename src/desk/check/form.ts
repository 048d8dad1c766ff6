import { writeWord } from '../../rules/messages/messages.ts';
import { TenderRoute } from '../../tenders/requirement.input.ts';
import { type DeskRequest, field } from '../desk-request.ts';
import { attribute, type Html, html } from '../html.ts';
import type { KeptRequirementAnswer } from '../operations.ts';
import { capitalized } from '../standing-words.ts';
import { ownerWords } from './asked-words.ts';
import { limits } from './check.service.ts';
import { mendedRows, owners } from './question.ts';

/** The form of a new list, filled with what was typed if that could not be understood. `kept` are the requirements of the reader, once asked for. */
export function checkForm(request: DeskRequest, kept: readonly KeptRequirementAnswer[] = []): Html {
  const { say } = request;
  const most = limits.public.rows;
  return html`<p class="lead">${say('checkIntro')}</p>
<p>${say('checkLimit', { most, keyed: limits.keyed.rows.toLocaleString(`${request.locale}-CA`) })}</p>
<form method="post" action="/check" enctype="multipart/form-data" class="ask" id="ask" data-busy="${say('checking')}">
<input type="hidden" name="lang" value="${request.locale}">
<div class="pair">
${listFields(request)}
<div>${askedFields(request)}${requirementFields(request, kept)}</div>
</div>
<p class="actions"><button type="submit">${say('submitCheck')}</button></p>
<p class="busy" role="status" data-status></p>
${keyPart(request)}
</form>`;
}

/** The list: pasted, or in a file. */
function listFields({ say, form }: DeskRequest): Html {
  const most = limits.public.rows;
  return html`<div class="drop" data-drop>
<label for="list">${say('list')}</label>
<p class="hint" id="list-hint">${say('listHint')}</p>
<textarea id="list" name="list" rows="12" spellcheck="false" aria-describedby="list-hint list-count">${typedList(form)}</textarea>
<p class="count" id="list-count" role="status" data-most="${most}" data-words="${say('rowsCounted')}" data-too-many="${say('tooManyForNoKey', { most })}"></p>
<label for="file">${say('file')}</label>
<p class="hint" id="file-hint">${say('fileHint')}</p>
<input type="file" id="file" name="file" accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" aria-describedby="file-hint">
</div>`;
}

/** What a key adds. It stands behind the button, so that the Enter key checks the list. */
function keyPart(request: DeskRequest): Html {
  const { say } = request;
  const keyed = limits.keyed.rows.toLocaleString(`${request.locale}-CA`);
  return html`<details class="keyed" data-key-part${attribute('open', request.reader !== '')}><summary>${say('withKey')}</summary>
<p class="hint">${say('withKeyHint', { keyed })}</p>
${keyField(request)}
<p class="actions"><button type="submit" name="to" value="requirements" class="second" formnovalidate>${say('showRequirements')}</button></p>
</details>`;
}

/**
 * The list as it was typed; or the rows of a table, which are a list again when its answers are no longer stored. A row that has its text in columns
 * that were not read is a ?, so that it stays in its place as one to correct.
 */
function typedList(form: FormData | null): string {
  if (!form?.has('row-name')) return field(form, 'list');
  const rows = mendedRows(form).map(({ name, number }) => [name, number].filter((cell) => cell !== '').join('\t') || '?');
  return rows.join('\n');
}

/** The day and the contract. */
function askedFields({ say, form }: DeskRequest): Html {
  return html`<div class="days"><div><label for="on">${say('on')}</label>
<p class="hint" id="on-hint">${say('onHint')}</p>
<input type="date" id="on" name="on" value="${field(form, 'on')}" min="1900-01-01" max="2199-12-31" aria-describedby="on-hint"></div>
<div><label for="contractTo">${say('contractTo')}</label>
<p class="hint" id="contract-hint">${say('contractToHint')}</p>
<input type="date" id="contractTo" name="contractTo" value="${field(form, 'contractTo')}" min="1900-01-01" max="2199-12-31" aria-describedby="contract-hint"></div></div>`;
}

/** What a tender accepts: as the reader keeps it, or as boxes to tick. */
function requirementFields({ say, locale, form }: DeskRequest, kept: readonly KeptRequirementAnswer[]): Html {
  const ticked = form?.getAll('route') ?? [];
  return html`<fieldset><legend>${say('requirement')}</legend>
<p class="hint">${say('requirementHint')}</p>
${keptField(
  say,
  kept.map(({ name }) => name),
  field(form, 'requirement'),
)}
<div class="boxes">
${Object.entries(TenderRoute).map(([route, word]) => html`<label class="box"><input type="checkbox" name="route" value="${route}"${attribute('checked', ticked.includes(route))}> ${capitalized(writeWord(locale, word))}</label>`)}
</div>
<input type="hidden" name="asksPending" value="1">
${field(form, 'construction') === 'no' && html`<input type="hidden" name="construction" value="no">`}
<label class="box apart"><input type="checkbox" name="pending" value="1"${attribute('checked', !form?.has('asksPending') || form.has('pending'))}> ${say('acceptsPending')}</label>
<label for="owner">${say('owner')}</label>
<select id="owner" name="owner">
${owners.map((owner) => html`<option value="${owner}"${attribute('selected', field(form, 'owner') === owner)}>${say(ownerWords[owner])}</option>`)}
</select>
</fieldset>`;
}

/** The requirements that the reader keeps; after a refusal the one that was chosen. */
function keptField(say: DeskRequest['say'], kept: readonly string[], chosen: string): Html | false {
  const names = chosen === '' || kept.includes(chosen) ? kept : [...kept, chosen];
  if (names.length === 0) return false;
  return html`<label for="requirement">${say('keptRequirement')}</label>
<select id="requirement" name="requirement"${attribute('autofocus', kept.length > 0)}><option value="">${say('tickedBelow')}</option>
${names.map((name) => html`<option value="${name}"${attribute('selected', name === chosen)}>${name}</option>`)}
</select>`;
}

/** The API key: the script keeps it for the browser tab; the server never sends it back. */
export const keyField = ({ say }: DeskRequest): Html => html`<label for="key">${say('key')}</label>
<p class="hint" id="key-hint">${say('keyHint')}</p>
<input type="password" id="key" name="key" autocomplete="off" data-key aria-describedby="key-hint">`;
