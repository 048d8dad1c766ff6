import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorkbook } from '../../import/xlsx/write-workbook.ts';
import { dayBefore } from '../../rules/calendar.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import type { FirmAnswer, RequirementAnswer } from '../operations.ts';
import { capitalized } from '../standing-words.ts';
import { type Say, sayIn, type WordId } from '../words.ts';
import { type CheckedList, type CheckedRow, groupOf, isUnlisted, jointVentureWords, notUsed } from './checked-list.ts';

/** The columns of a downloaded list. */
const headings: readonly WordId[] = [
  'rowNumber',
  'name',
  'number',
  'firm',
  'wsibAccount',
  'city',
  'standing',
  'since',
  'to',
  'outcome',
  'why',
  'clause',
  'atRiskFrom',
  'notMetSince',
];

/** A checked list as rows of text, the header first: one row for each given row, in order. */
export function tableOf(list: CheckedList, locale: Locale): readonly (readonly string[])[] {
  const say = sayIn(locale);
  return [
    headings.map((id) => say(id)),
    ...list.rows.map((row, at) => {
      const { name, number, firm, account, city, standing, since, last, outcome, why, clauses } = rowCells(row, say);
      const { firstDayAtRisk, firstDayNotMet } = row.requirement ?? {};
      const days = [firstDayAtRisk ?? '', firstDayNotMet ?? ''];
      return [String(at + 1), name, number, firm, account, city, standing, since, last, outcome, why, clauses, ...days];
    }),
  ];
}

/** What a row comes to, as text. */
export interface RowCells {
  readonly name: string;
  readonly number: string;
  readonly firm: string;
  readonly account: string;
  readonly city: string;
  readonly standing: string;
  readonly since: string;
  readonly last: string;
  readonly outcome: string;
  readonly why: string;
  readonly clauses: string;
}

const outcomeWords: Readonly<Record<string, WordId>> = { MET: 'met', NOT_MET: 'notMet', CANNOT_SAY: 'cannotSay' };
const openWords: Readonly<Record<string, WordId>> = { AMBIGUOUS: 'choose', NO_MATCH: 'noMatch' };

/** A row as text. A joint venture has one row: its partners stand in its `why`. */
export function rowCells(checked: CheckedRow, say: Say): RowCells {
  const { row, answer, requirement } = checked;
  const outcome = requirement ? say(outcomeWords[requirement.outcome] ?? 'cannotSay') : '';
  const { partners, problem } = answer;
  const asked = requirement !== null && asksOf(requirement, answer) ? (requirement.ask ?? '') : '';
  if (isUnlisted(answer)) {
    const why = [asked, say('accountUnknown')].filter((sentence) => sentence !== '').join(' ');
    return { ...row, ...nothing, standing: say('unlisted'), outcome, why };
  }
  if (partners.length === 0) {
    const cells = firmCells(answer, say);
    const why = [...doubts(answer, say), asked, problem?.message ?? cells.why].filter((sentence) => sentence !== '');
    return { ...row, ...cells, outcome, why: why.join(' ') };
  }
  const each = partners.map((partner, at) => {
    const { standing, why } = firmCells(partner, say);
    const check = requirement?.partners[at];
    const met = check ? `${say(outcomeWords[check.outcome] ?? 'cannotSay')}.` : '';
    // Of a partner that means no one firm, the firms that it may be.
    const next = partner.status === 'MATCHED' ? (check?.cure ?? check?.ask ?? why) : why && `${why}.`;
    const said = [`${partner.name}${say('colon')} ${standing}.`, met, next, ...unread(partner, say)];
    return said.filter((part) => part !== '').join(' ');
  });
  const standing = say(jointVentureWords[groupOf(checked)]);
  return { ...row, ...nothing, standing, outcome, why: [...each, ...unread(answer, say)].join(' ') };
}

/** Whether what an answer asks to compare, or whom, concerns a firm that was found, or a document that meets the requirement. */
const asksOf = ({ outcome }: RequirementAnswer, { status }: FirmAnswer): boolean =>
  outcome === 'MET' || (outcome === 'CANNOT_SAY' && status === 'MATCHED');

/** What the page warns of beside an answer, which a file must not leave out. */
function doubts(answer: CheckedRow['answer'], say: Say): readonly string[] {
  const { nameAgrees, status } = answer;
  return [
    ...(nameAgrees === false ? [say('nameDisagrees')] : []),
    ...unread({ notLookedFor: notUsed(answer) }, say),
    ...(status === 'NO_MATCH' ? [say('noMatchWhy')] : []),
  ];
}

/** The parts of a text that were not looked up, in a sentence. */
const unread = ({ notLookedFor }: Pick<FirmAnswer, 'notLookedFor'>, say: Say): readonly string[] =>
  notLookedFor.length > 0 ? [`${say('notLookedFor', { parts: notLookedFor.join(', ') })}.`] : [];

const nothing = { firm: '', account: '', city: '', since: '', last: '', clauses: '' };

function firmCells({ status, verification, candidates }: FirmAnswer, say: Say): Omit<RowCells, 'name' | 'number' | 'outcome'> {
  if (!verification) {
    const names = candidates.map(({ organizationName, wsibAccount }) => [organizationName, wsibAccount].filter(Boolean).join(' '));
    return { ...nothing, standing: say(openWords[status] ?? 'invalid'), why: names.join('; ') };
  }
  const { organizationName, wsibAccount, city, standingLabel, since, holdsUntil, because, decidedBy, consequence } = verification;
  return {
    firm: organizationName ?? '',
    account: wsibAccount ?? '',
    city: city ?? '',
    standing: capitalized(standingLabel ?? ''),
    since: since ?? '',
    last: holdsUntil === null ? '' : dayBefore(holdsUntil),
    why: because ?? consequence,
    clauses: decidedBy.join(' '),
  };
}

/** A CSV file that Excel opens with its accents. A value that a spreadsheet would take for a formula is preceded by an apostrophe. */
export const csvOf = (table: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\uFEFF${table.map((row) => `${row.map(csvValue).join(',')}\r\n`).join('')}`);

function csvValue(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** An Excel workbook in which every cell is text, so that no number loses its zeros. */
export async function xlsxOf(name: string, [header = [], ...rows]: readonly (readonly string[])[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-list-'));
  try {
    const path = join(folder, 'list.xlsx');
    await writeWorkbook(path, [{ name, header, rows }]);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
