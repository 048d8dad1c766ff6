import { type CheckedList, type CheckedRow, isMet, shownStanding } from '../desk/check/checked-list.ts';
import { rowCells } from '../desk/check/downloads.ts';
import { instantWords, signOf, type Tone, toneOf } from '../desk/standing-words.ts';
import { type Say, sayIn } from '../desk/words.ts';
import { type Locale, writeDay } from '../rules/messages/messages.ts';

/** How the lines are shown. */
export interface Screen {
  readonly isColoured: boolean;
  readonly width: number;
}

const colours: Readonly<Record<Tone, number>> = { good: 32, warn: 33, info: 36, bad: 31, open: 35 };

/** A checked list for a terminal: a line for each row, with why below it where something is to be done, and a sum at the end. */
export function listLines(list: CheckedList, locale: Locale, screen: Screen): string {
  const say = sayIn(locale);
  const met = list.rows.filter(isMet).length;
  const head = say('resultOn', { day: writeDay(locale, list.on), instant: instantWords(locale, list.knownAt) });
  const lines = list.rows.flatMap((row, at) => linesOf(row, at, { say, screen }));
  const sum = `${met} / ${list.rows.length} ${say(list.rows.some(({ requirement }) => requirement) ? 'met' : 'certifiedOrPending').toLocaleLowerCase(locale)}`;
  return `${head}\n\n${lines.join('\n')}\n\n${sum}\n`;
}

function linesOf(row: CheckedRow, at: number, { say, screen }: { readonly say: Say; readonly screen: Screen }): string[] {
  const { firm, account, name, number, standing, outcome, last, why, clauses } = rowCells(row, say);
  const shown = shownStanding(row);
  const paint = (text: string) => (screen.isColoured ? `\u001B[${colours[toneOf(shown)]}m${text}\u001B[0m` : text);
  const who = firm === '' ? [name, number].filter(Boolean).join(' · ') : [firm, account].filter(Boolean).join(' · ');
  const what = [standing, last && `→ ${last}`, outcome].filter(Boolean).join('  ');
  const first = `${String(at + 1).padStart(4)}  ${paint(`${signOf(shown)} ${what}`)}  ${plain(who)}`;
  // A number beside another name may be met and the bidder still another firm.
  const { partners, nameAgrees } = row.answer;
  if (isMet(row) && partners.length === 0 && nameAgrees !== false && !row.requirement?.ask) return [first];
  return [first, ...wrapped(plain([why, clauses].filter(Boolean).join(' ')), screen.width - 6).map((line) => `      ${line}`)];
}

/** What a terminal would take for commands is left out. */
export const plain = (text: string): string => text.replaceAll(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, ' ');

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= Math.max(40, width)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
