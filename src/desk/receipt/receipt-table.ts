import { dayBefore } from '../../rules/calendar.ts';
import { type MessageId, render, writeWord } from '../../rules/messages/messages.ts';
import { jointVentureWords } from '../check/checked-list.ts';
import type { DeskRequest } from '../desk-request.ts';
import { type Html, html, type Part } from '../html.ts';
import type { ReceiptAnswer, ReceiptRowAnswer, SaidAnswer } from '../operations-receipts.ts';
import { badge, capitalized, shortDay } from '../standing-words.ts';
import type { WordId } from '../words.ts';

/** The rows of a receipt: what was asked, what was said, and what would be said of the same day now. */
export function receiptTable(request: DeskRequest, { rows }: Pick<ReceiptAnswer, 'rows'>): Html {
  const { say } = request;
  const heads = ['rowNumber', 'receiptAsked', 'receiptSaid', 'why', 'receiptNow'] as const satisfies readonly WordId[];
  return html`<div class="scroll"><table class="result cards" role="table">
<caption class="unseen">${say('receiptSaid')}</caption>
<thead role="rowgroup"><tr role="row">${heads.map((id) => html`<th role="columnheader" scope="col" class="at-${id}">${say(id)}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => rowOf(request, row))}</tbody></table></div>`;
}

function rowOf(request: DeskRequest, { row, asked, said, now, why }: ReceiptRowAnswer): Html {
  const { say } = request;
  const cell = (id: WordId, content: Part) => html`<td role="cell" class="at-${id}" data-label="${say(id)}">${content}</td>`;
  return html`<tr role="row"${why !== null && html` class="changed"`}>
${cell('rowNumber', row + 1)}
<th role="rowheader" scope="row">${firmOf(said)}<span class="typed">${askedWords(asked)}</span></th>
${cell('receiptSaid', answerOf(request, { ...said, asked }))}
${cell('why', whyOf(request, said))}
${cell('receiptNow', why === null ? say('receiptSameNow') : html`${answerOf(request, { ...now, asked })}${whyOf(request, now)}<span class="line mark">${whyWords(request, why)}</span>`)}
</tr>`;
}

const firmOf = ({ organizationName, wsibAccount }: SaidAnswer): Html | false =>
  organizationName !== null &&
  (wsibAccount === null
    ? html`<span class="firm">${organizationName}</span>`
    : html`<a class="firm" href="/accounts/${encodeURIComponent(wsibAccount)}">${organizationName}</a>`);

/** What was typed, from the question’s own form: its values, without their names. */
function askedWords(asked: string): string {
  const values: unknown[] = [];
  // JSON that the API wrote itself; every value in it is visited.
  JSON.parse(asked, (_, value: unknown) => {
    if (typeof value === 'string') values.push(value);
    return value;
  });
  return values.join(' · ');
}

/** An answer with the row that it answers, as JSON. */
type AnswerToRow = SaidAnswer & Pick<ReceiptRowAnswer, 'asked'>;

/** What it meant, and everything else that was said of the row: a problem, the candidates, a name that disagrees, what was not looked up. */
function whyOf({ say }: DeskRequest, answer: SaidAnswer): Html {
  const { consequence, problem, candidates, notLookedFor, nameAgrees, partners } = answer;
  return html`${problem && html`<span class="line mark">${problem.message}</span>`}
${consequence && html`<span class="line">${consequence}</span>`}
${nameAgrees === false && html`<span class="line mark"><span aria-hidden="true">⚠</span> ${say('nameDisagrees')}</span>`}
${candidateLine(say, candidates)}
${partners.map((partner) => html`<span class="line">${partner.name}${say('colon')} ${partner.consequence}</span>${candidateLine(say, partner.candidates)}${unread(say, partner.notLookedFor)}`)}
${unread(say, notLookedFor)}`;
}

const unread = (say: DeskRequest['say'], parts: readonly string[] | null): Part =>
  parts !== null && parts.length > 0 && html`<span class="line quiet">${say('notLookedFor', { parts: parts.join(', ') })}</span>`;

function candidateLine(say: DeskRequest['say'], candidates: SaidAnswer['candidates']): Html | false {
  if (candidates === null || candidates.length === 0) return false;
  const each = candidates.map(({ organizationName, city, wsibAccount }) =>
    [organizationName, city, wsibAccount].filter(Boolean).join(' · '),
  );
  return html`<span class="line">${say('receiptCandidates', { firms: each.join('; ') })}</span>`;
}

/** The standing or the state of a document, whether the requirement was met, and the days. */
function answerOf({ locale, say }: DeskRequest, answer: AnswerToRow): Html {
  const { outcome, since, holdsUntil, firstDayAtRisk, firstDayNotMet, partners } = answer;
  const [from, last] = [since && shortDay(locale, since), holdsUntil && shortDay(locale, dayBefore(holdsUntil))];
  const days = last ? [from, last].filter(Boolean).join(' – ') : from && say('sinceDay', { day: from });
  const state = partners.length > 0 ? jointVentureBadge({ say }, partners) : stateBadge({ locale, say }, answer);
  return html`${state} ${outcome && badge(outcome, say(outcomeWords[outcome] ?? 'cannotSay'))}
${days && html`<span class="line">${days}</span>`}
${firstDayAtRisk && html`<span class="line">${say('atRisk', { day: shortDay(locale, firstDayAtRisk) })}</span>`}
${firstDayNotMet && html`<span class="line">${say('notMetFromDay', { day: shortDay(locale, firstDayNotMet) })}</span>`}
${partners.map((partner) => html`<span class="line">${partner.organizationName ?? partner.name} ${stateBadge({ locale, say }, { ...partner, proof: null, asked: '{}', consequence: null })}</span>`)}`;
}

/** What a joint venture comes to, as in the result of a list. */
function jointVentureBadge({ say }: Pick<DeskRequest, 'say'>, partners: SaidAnswer['partners']): Html {
  const certified = partners.every(({ standing }) => standing === 'CERTIFIED' || standing === 'PENDING');
  const open = partners.some(({ standing }) => standing === null);
  const group = open ? 'open' : certified ? 'certified' : 'others';
  return badge(jointVentureLooks[group], say(jointVentureWords[group]));
}

const jointVentureLooks = { certified: 'MET', others: 'NOT_MET', open: 'TO_MEND' } as const;

const outcomeWords: Readonly<Record<string, WordId>> = { MET: 'met', NOT_MET: 'notMet', CANNOT_SAY: 'cannotSay' };
const openWords: Readonly<Record<string, WordId>> = { AMBIGUOUS: 'severalFirms', NO_MATCH: 'noMatch', INVALID: 'unreadableRow' };

function stateBadge(
  { locale, say }: Pick<DeskRequest, 'locale' | 'say'>,
  { standing, status, proof, asked, consequence }: Pick<AnswerToRow, 'standing' | 'status' | 'proof' | 'asked' | 'consequence'>,
): Html {
  if (proof) return badge(proof.inEffect ? 'MET' : 'NOT_MET', say(proof.inEffect ? 'inEffect' : 'notInEffect'));
  if (standing !== null) return badge(standing, capitalized(writeWord(locale, standing)));
  // As in the result of the list.
  if (status === 'NO_MATCH' && hasNumber(asked)) return badge('NO_CURRENT_CERTIFICATION', say('unlisted'));
  if (status !== null) return badge('TO_MEND', say(openWords[status] ?? 'unreadableRow'));
  if (hasNumber(asked)) return badge('NOT_MET', say('unknownDocument'));
  const said = unanswered.find(([id]) => render(locale, id) === consequence);
  return badge('TO_MEND', say(said?.[1] ?? 'noStanding'));
}

/** Why an answer has no standing, by the sentence that was kept. */
const unanswered = [
  ['consequence-malformed', 'notLookedUp'],
  ['consequence-no-number', 'notLookedUp'],
  ['consequence-several', 'severalFirms'],
] as const satisfies readonly (readonly [MessageId, WordId])[];

/** Whether a question has a number: a row of a list, or a document, which is answered with no status. */
function hasNumber(asked: string): boolean {
  const row: unknown = JSON.parse(asked);
  return typeof row === 'object' && row !== null && 'number' in row && typeof row.number === 'string' && row.number !== '';
}

const whyIds: Readonly<Record<string, WordId>> = {
  RECORDED_SINCE: 'differsRECORDED_SINCE',
  OTHER_RULES: 'differsOTHER_RULES',
  OTHER_RIGHTS: 'differsOTHER_RIGHTS',
};

const whyWords = ({ say }: DeskRequest, why: string): string => say(whyIds[why] ?? 'differsRECORDED_SINCE');
