import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorkbook } from '../../import/xlsx/write-workbook.ts';
import { dayBefore } from '../../rules/calendar.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import type { FirmAnswer } from '../operations.ts';
import { capitalized } from '../standing-words.ts';
import { type Say, sayIn, type WordId } from '../words.ts';
import type { CheckedList, CheckedRow } from './checked-list.ts';

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
];

/** A checked list as rows of text, the header first: one row for each given row, in order; a partner of a joint venture has a row too. */
export function tableOf(list: CheckedList, locale: Locale): readonly (readonly string[])[] {
  const say = sayIn(locale);
  return [headings.map((id) => say(id)), ...list.rows.flatMap((row, at) => rowsOf(row, String(at + 1), say))];
}

function rowsOf({ row, answer, requirement }: CheckedRow, place: string, say: Say): readonly (readonly string[])[] {
  const words: Readonly<Record<string, WordId>> = { MET: 'met', NOT_MET: 'notMet', CANNOT_SAY: 'cannotSay' };
  const outcome = requirement ? say(words[requirement.outcome] ?? 'cannotSay') : '';
  const own = [place, row.name, row.number, ...firmCells(answer, say, outcome, answer.problem?.message ?? '')];
  if (answer.partners.length === 0) return [own];
  const venture = [place, row.name, row.number, '', '', '', say('jointVenture'), '', '', outcome, say('jointVentureWhy'), ''];
  return [venture, ...answer.partners.map((each, at) => [`${place}.${at + 1}`, each.name, '', ...firmCells(each, say, '', '')])];
}

function firmCells({ status, verification, candidates }: FirmAnswer, say: Say, outcome: string, problem: string): readonly string[] {
  if (!verification) {
    const words: Readonly<Record<string, WordId>> = { AMBIGUOUS: 'choose', NO_MATCH: 'noMatch' };
    const names = candidates.map(({ organizationName, wsibAccount }) => [organizationName, wsibAccount].filter(Boolean).join(' '));
    return ['', '', '', say(words[status] ?? 'invalid'), '', '', outcome, problem || names.join('; '), ''];
  }
  const { organizationName, wsibAccount, city, standingLabel, since, holdsUntil, because, decidedBy, consequence } = verification;
  const last = holdsUntil === null ? '' : dayBefore(holdsUntil);
  const found = [organizationName ?? '', wsibAccount ?? '', city ?? '', capitalized(standingLabel ?? '')];
  return [...found, since ?? '', last, outcome, because ?? consequence, decidedBy.join(' ')];
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
