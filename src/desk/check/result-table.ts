import { type Day, dayBefore } from '../../rules/calendar.ts';
import type { DeskRequest } from '../desk-request.ts';
import { type Html, html, type Part } from '../html.ts';
import { isNamed } from '../list-columns.ts';
import type { FirmAnswer, RequirementAnswer, RowAnswer, Verified } from '../operations.ts';
import { badge, shortDay, shortTime, sinceWords } from '../standing-words.ts';
import type { Say, WordId } from '../words.ts';
import { type CheckedList, type CheckedRow, groupOf, isUnlisted, jointVentureWords, notUsed, shownStanding } from './checked-list.ts';
import { choices, partnerChoices } from './choices.ts';

/** The columns, each with its heading; the requirement’s only if one was asked about. */
const columns: readonly WordId[] = ['rowNumber', 'asTyped', 'standing', 'since', 'until', 'why'];

/** The table of a checked list. Its rows are fields of a form, so that a row can be corrected in place. */
export function resultTable(request: DeskRequest, list: CheckedList): Html {
  const { say } = request;
  const hasRequirement = list.asked.routes.length > 0 || list.asked.contractTo !== null;
  const shown = hasRequirement ? [...columns.slice(0, 3), 'outcome' as const, ...columns.slice(3)] : columns;
  // On a narrow screen the rows are cards, and the roles keep them a table for screen readers.
  return html`<div class="scroll"><table class="result cards" role="table" data-sortable>
<caption class="unseen">${say('resultTitle')}</caption>
<thead role="rowgroup"><tr role="row">
${shown.map((id) => html`<th role="columnheader" scope="col" class="at-${id}" data-column="${id}" data-sort-words="${say('sortBy', { column: say(id) })}">${say(id)}</th>`)}
</tr></thead>
<tbody role="rowgroup">
${list.rows.map((row, at) => rowOf(request, row, { at, hasRequirement, on: list.on }))}
</tbody>
</table></div>`;
}

interface Place {
  readonly at: number;
  readonly hasRequirement: boolean;
  readonly on: Day;
}

function rowOf(request: DeskRequest, checked: CheckedRow, { at, hasRequirement, on }: Place): Html {
  const { say } = request;
  const { answer, requirement } = checked;
  const cell = (id: WordId, content: Part, sort = '') =>
    html`<td role="cell" class="at-${id}" data-label="${say(id)}" data-sort="${sort}">${content}</td>`;
  const { verification } = answer;
  return html`<tr role="row" data-group="${groupOf(checked)}" id="row-${at + 1}">
${cell('rowNumber', at + 1, String(at).padStart(5, '0'))}
<th role="rowheader" scope="row" data-label="${say('asTyped')}" data-sort="${checked.row.name || checked.row.number}">${typedCell(request, checked, at)}</th>
${cell('standing', standingCell(request, checked), verification?.standing ?? answer.status)}
${hasRequirement && cell('outcome', requirement && requirementCell(request, requirement, { answer, on }), requirement?.outcome ?? '')}
${cell('since', verification && sinceCell(request, verification), verification?.since ?? '')}
${cell('until', verification && isShown(verification) && untilCell(request, verification), verification?.holdsUntil ?? '9999')}
${cell('why', whyCell(request, checked, at))}
</tr>`;
}

/** What was typed, with the firm that was found; or, if none was, fields to correct it in. */
function typedCell({ say }: DeskRequest, { row, answer }: CheckedRow, at: number): Html {
  const isOpen = answer.status !== 'MATCHED' && answer.partners.length === 0 && !isUnlisted(answer);
  const fields = html`<span class="mend"><input type="hidden" name="row-at" value="${at}">${!isNamed(row) && html`<input type="hidden" name="row-empty" value="${at}">`}<label><span class="label">${say('name')}</span><input name="row-name" value="${row.name}" maxlength="400" aria-label="${say('nameOfRow', { row: at + 1 })}"></label>
<label><span class="label">${say('number')}</span><input name="row-number" value="${row.number}" maxlength="80" aria-label="${say('numberOfRow', { row: at + 1 })}"></label></span>`;
  const found = answer.verification;
  const name = found?.organizationName;
  // A name that was typed as it is on record would stand there twice; the number says more.
  const isExact = row.name !== '' && row.name === name;
  const typed = [isExact ? '' : row.name, row.number || (isExact ? found?.wsibAccount : '')].filter(Boolean).join(' · ');
  if (isOpen) return html`<span class="typed">${typed}</span>${fields}`;
  const link =
    found?.wsibAccount && name
      ? html`<a class="firm" href="/accounts/${encodeURIComponent(found.wsibAccount)}">${name}</a>`
      : name && html`<span class="firm">${name}</span>`;
  return html`${link}<span class="typed">${typed}${found?.city && ` · ${found.city}`}</span><details><summary>${say('change')}</summary>${fields}</details>`;
}

function standingCell({ say }: DeskRequest, checked: CheckedRow): Part {
  if (checked.answer.partners.length > 0) return badge(shownStanding(checked), say(jointVentureWords[groupOf(checked)]));
  return isUnlisted(checked.answer) ? badge(shownStanding(checked), say('unlisted')) : firmBadge(say, checked.answer);
}

function firmBadge(say: DeskRequest['say'], { status, verification }: FirmAnswer): Html {
  if (verification?.standing && verification.standingLabel) return badge(verification.standing, verification.standingLabel);
  const words: Readonly<Record<string, WordId>> = { AMBIGUOUS: 'choose', NO_MATCH: 'noMatch' };
  return badge('TO_MEND', say(words[status] ?? 'invalid'));
}

const isShown = ({ found }: Verified): boolean => found;

const sinceCell = ({ locale, say }: DeskRequest, verified: Verified): Part =>
  verified.since !== null ? shortTime(locale, verified.since) : isShown(verified) && sinceWords(locale, say, verified);

const untilCell = ({ locale, say }: DeskRequest, { holdsUntil, thenLabel }: Verified): Part =>
  holdsUntil === null
    ? say('forever')
    : html`${shortTime(locale, dayBefore(holdsUntil))}<span class="line quiet">${say('thenWhat', { then: thenLabel ?? '' })}</span>`;

function requirementCell(
  request: DeskRequest,
  requirement: RequirementAnswer,
  row: { readonly answer: RowAnswer; readonly on: Day },
): Html {
  const { say } = request;
  const { outcome, document, cure, ask } = requirement;
  const { status, partners, verification } = row.answer;
  // What to do about a row that means no one firm stands beside it, under why.
  const isFound = status === 'MATCHED' || partners.length > 0 || outcome === 'MET';
  return html`${badge(outcome, say(outcomeWords[outcome] ?? 'cannotSay'))}
${document && !verification?.because?.includes(document) && html`<span class="line">${say('metBy', { document })}</span>`}
${risks(request, requirement, row.on).map((sentence) => html`<span class="line">${sentence}</span>`)}
${isFound && (cure ?? ask) && html`<span class="line">${cure ?? ask}</span>`}`;
}

/** When the requirement is at risk within the contract. What is not met on the first day has said so already. */
function risks({ locale, say }: DeskRequest, { firstDayAtRisk, firstDayNotMet }: RequirementAnswer, on: Day): readonly string[] {
  if (firstDayNotMet !== null && firstDayNotMet <= on) return [];
  const notMet = firstDayNotMet === null ? [] : [say('notMetFromDay', { day: shortDay(locale, firstDayNotMet) })];
  if (firstDayAtRisk === null || firstDayAtRisk === firstDayNotMet) return notMet;
  return [firstDayAtRisk <= on ? say('atRiskAlready') : say('atRisk', { day: shortDay(locale, firstDayAtRisk) }), ...notMet];
}

/** Why, in a line: the clause that decided; or what to correct, and the firms to choose from. */
function whyCell(request: DeskRequest, { answer, requirement }: CheckedRow, at: number): Html {
  const { say } = request;
  const { status, problem, nameAgrees } = answer;
  const unused = notUsed(answer);
  return html`${problem && html`<span class="line mark">${problem.message}</span>`}
${nameAgrees === false && html`<span class="line mark"><span aria-hidden="true">⚠</span> ${say('nameDisagrees')}</span>`}
${answer.partners.length > 0 ? partners(request, answer.partners, requirement, at) : firmWhy(answer)}
${status === 'AMBIGUOUS' && answer.partners.length === 0 && choices(request, answer.candidates, at)}
${status === 'NO_MATCH' && answer.partners.length === 0 && html`<span class="line">${say(isUnlisted(answer) ? 'accountUnknown' : 'noMatchWhy')}</span>`}
${unread(say, unused)}`;
}

const unread = (say: Say, parts: readonly string[]): Part =>
  parts.length > 0 && html`<span class="line quiet">${say('notLookedFor', { parts: parts.join(', ') })}</span>`;

function firmWhy({ verification }: FirmAnswer): Part {
  if (!verification) return null;
  const { because, consequence, decidedBy } = verification;
  return html`<span class="line">${because ?? consequence} ${decidedBy.map((clause) => html`<span class="clause">${clause}</span> `)}</span>`;
}

type Partner = FirmAnswer & { readonly name: string };

function partners(request: DeskRequest, each: readonly Partner[], requirement: RequirementAnswer | null, at: number): Html {
  const { say } = request;
  return html`<span class="line">${say('jointVentureWhy')}</span><ul class="partners">
${each.map((partner, place) => html`<li>${partner.name}${say('colon')} ${firmBadge(say, partner)} ${firmWhy(partner)} ${partner.status === 'MATCHED' ? partnerCheck(say, requirement?.partners[place]) : partnerToMend(request, partner, at, place)} ${unread(say, partner.notLookedFor)}</li>`)}
</ul>`;
}

/** What to do about a partner that means no one firm. */
const partnerToMend = (request: DeskRequest, partner: Partner, at: number, place: number): Part =>
  partner.candidates.length > 0
    ? partnerChoices(request, partner, at, place)
    : html`<span class="line">${request.say('noMatchWhy')}</span>`;

function partnerCheck(say: Say, check: RequirementAnswer['partners'][number] | undefined): Part {
  if (!check) return null;
  const { outcome, cure, ask } = check;
  return html`<span class="line">${badge(outcome, say(outcomeWords[outcome] ?? 'cannotSay'))} ${cure ?? ask}</span>`;
}

const outcomeWords: Readonly<Record<string, WordId>> = { MET: 'met', NOT_MET: 'notMet', CANNOT_SAY: 'cannotSay' };
