import type { DeskRequest } from '../desk-request.ts';
import { attribute, type Html, html } from '../html.ts';
import type { Candidate, FirmAnswer } from '../operations.ts';
import { capitalized } from '../standing-words.ts';
import type { Say, WordId } from '../words.ts';

const reasonWords: Readonly<Record<string, WordId>> = {
  NUMBER: 'byNumber',
  EXACT_LEGAL_NAME: 'exactName',
  SAME_NAME_OTHER_ENDING: 'sameOtherEnding',
  SIMILAR_LEGAL_NAME: 'similar',
  OPERATING_NAME: 'operatingName',
  FORMER_NAME: 'formerName',
  NUMBER_ONE_DIGIT_OFF: 'digitOff',
};

/** A candidate that can be chosen: one with an account number. */
type Numbered = Candidate & { readonly wsibAccount: string };

const numberedOf = (candidates: readonly Candidate[]): readonly Numbered[] =>
  candidates.flatMap((each) => (each.wsibAccount === null ? [] : [{ ...each, wsibAccount: each.wsibAccount }]));

/** The firms that a row may mean, to choose from: the number of the chosen one becomes the row’s. */
export function choices(request: DeskRequest, candidates: readonly Candidate[], at: number): Html {
  return html`<span class="line">${request.say('whichFirm')}</span>
${boxes(request.say, {
  name: `choice-${at}`,
  legend: request.say('chooseOne', { row: at + 1 }),
  each: numberedOf(candidates).map((firm) => ({ firm, value: firm.wsibAccount })),
})}`;
}

/** The firms that a partner of a joint venture may be. */
export function partnerChoices({ say }: DeskRequest, partner: FirmAnswer & { readonly name: string }, at: number, place: number): Html {
  const firms = numberedOf(partner.candidates);
  const each = firms.map((firm) => ({ firm, value: chosenPartner(firm, firms) }));
  return html`<span class="line">${say('whichFirm')}</span><input type="hidden" name="partner-${at}" value="${place}:${partner.name}">
${boxes(say, { name: `choice-${at}-${place}`, legend: say('chooseOnePartner', { partner: partner.name, row: at + 1 }), each })}`;
}

/** Its legal name, which is written in the place of the partner; and its number, if other accounts have the name too. */
function chosenPartner({ organizationName, wsibAccount }: Numbered, firms: readonly Numbered[]): string {
  const isShared = firms.filter((each) => each.organizationName === organizationName).length > 1;
  return `${isShared ? wsibAccount : ''}:${organizationName}`;
}

interface Boxes {
  readonly name: string;
  readonly legend: string;
  readonly each: readonly { readonly firm: Numbered; readonly value: string }[];
}

const boxes = (
  say: Say,
  { name, legend, each }: Boxes,
): Html => html`<fieldset class="choices unprinted"><legend class="unseen">${legend}</legend>
${each.map(
  ({ firm: { organizationName, city, wsibAccount, why }, value }) =>
    html`<label class="box"><input type="radio" name="${name}" value="${value}"> <span>${organizationName}<span class="quiet"> · ${[city, wsibAccount].filter(Boolean).join(' · ')} · ${say(reasonWords[why] ?? 'similar')}</span></span></label>`,
)}
<label class="box"><input type="radio" name="${name}" value=""${attribute('checked', true)}> <span>${capitalized(say('noneOfThese'))}</span></label>
</fieldset>`;
