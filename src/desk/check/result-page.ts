import { writeDay } from '../../rules/messages/messages.ts';
import type { DeskRequest } from '../desk-request.ts';
import { type Html, html } from '../html.ts';
import { page } from '../layout.ts';
import { instantWords } from '../standing-words.ts';
import type { WordId } from '../words.ts';
import { askedWords } from './asked-words.ts';
import { type CheckedList, type Group, groupOf } from './checked-list.ts';
import { keyField } from './form.ts';
import { notReadWords } from './reading-words.ts';
import { resultTable } from './result-table.ts';

/** The page of a checked list. `name` is the key of its stored answers. */
export function resultPage(request: DeskRequest, list: CheckedList, name: string, problem: Html | null = null): Html {
  const { say, locale } = request;
  const { on } = list;
  const warning = list.rows.find(({ requirement }) => requirement?.warning)?.requirement?.warning;
  const content = html`${problem}
<p class="lead">${say('resultOn', { day: writeDay(locale, on), instant: instantWords(locale, list.knownAt) })}</p>
<p>${askedWords(request, list).join(' ')} <span class="quiet">${say('lookingAhead')}</span></p>
${howRead(request, list)}
${warning && html`<div class="remark" role="note"><strong>${say('warning')}</strong><p>${warning.message}</p></div>`}
<form method="post" action="/check" class="checked" data-busy="${say('checking')}" id="checked">
${hiddenFields(request, list, name)}
${filters(request, list)}
${resultTable(request, list)}
<div class="bar">
<p class="busy" role="status" data-status></p>
<p class="again"><button type="submit" name="to" value="page">${say('checkAgain')}</button>
<button type="submit" name="to" value="question" class="second">${say('changeQuestion')}</button>
<span class="hint">${say('checkAgainHint')}</span></p>
<fieldset class="take"><legend>${say('downloads')}</legend>
<button type="submit" name="to" value="csv" class="second">${say('csv')}</button>
<button type="submit" name="to" value="xlsx" class="second">${say('xlsx')}</button>
<button type="submit" name="to" value="pdf" class="second">${say('evidence')}</button>
<button type="button" class="second" data-print hidden>${say('print')}</button>
</fieldset>
</div>
<details class="more"><summary>${say('key')}</summary>${keyField(request)}</details>
</form>
<p class="unprinted"><a href="/">${say('newList')}</a></p>`;
  return page(request, { title: say('resultTitle'), at: 'check', content });
}

/** How the list was read; a line that was taken for its header can be made a row. */
function howRead({ say }: DeskRequest, { read }: CheckedList): Html | false {
  if (!read) return false;
  const { columns, header } = read;
  const first = columns.length > 0 ? say('columnsRead', { columns: columns.join(', ') }) : say('linesAsNames');
  return html`<p class="hint">${[first, ...notReadWords(say, read)].join('\n')}</p>
${header && html`<label class="box unprinted"><input type="checkbox" name="header-is-row" value="1" form="checked"> ${say('headerIsRow')}</label>`}`;
}

/** What the form repeats, so that it is complete when the answers are no longer stored. */
function hiddenFields({ locale }: DeskRequest, { asked, on, read }: CheckedList, name: string): Html {
  const values: readonly (readonly [string, string])[] = [
    ['lang', locale],
    ['kept', name],
    ['on', on],
    ['contractTo', asked.contractTo ?? ''],
    ['owner', asked.owner],
    ['asksPending', '1'],
    ...(asked.isForConstruction ? [] : [['construction', 'no'] as const]),
    ...(asked.name ? [['requirement-name', asked.name] as const] : []),
    ...(asked.isPendingAccepted ? [['pending', '1'] as const] : []),
    ...asked.routes.map((route) => ['route', route] as const),
    ...(read?.header ? [['header-name', read.header.name] as const, ['header-number', read.header.number] as const] : []),
  ];
  return html`${values.map(([each, value]) => html`<input type="hidden" name="${each}" value="${value}">`)}`;
}

const groups: readonly (readonly [Group | '', WordId])[] = [
  ['', 'showAll'],
  ['certified', 'showCertified'],
  ['others', 'showOthers'],
  ['open', 'showOpen'],
];

/** Buttons that show some of the rows; only the script can show them. Their counts appear in any case. */
function filters({ say }: DeskRequest, { rows }: CheckedList): Html {
  const count = (group: Group | '') => (group === '' ? rows.length : rows.filter((row) => groupOf(row) === group).length);
  return html`<p class="summary">${groups.slice(1).map(([group, word]) => html`<span class="total ${group}">${say(word, { count: count(group) })}</span> `)}</p>
<fieldset class="filters" data-filters data-shown="${say('shown')}" data-sorted="${say('sorted')}" hidden><legend>${say('show')}</legend>
${groups.map(([group, word], at) => html`<button type="button" class="second" data-show="${group}" aria-pressed="${at === 0 ? 'true' : 'false'}">${say(word, { count: count(group) })}</button>`)}
</fieldset>
<p class="unseen" role="status" data-announce></p>`;
}
