import { isPlaceholder } from '../identifiers/placeholder.ts';
import { plainParagraphs } from '../identifiers/plain-text.ts';
import { isSpreadsheetError } from '../identifiers/spreadsheet-error.ts';
import { unmarked } from './cell-marks.ts';
import type { Column } from './column.ts';
import { looksLikeDay } from './days.ts';
import { isDecodedTwice } from './decoded-twice.ts';
import type { CellNote } from './row.ts';
import { endsInCode, endsInCodeReason, hasCode, noNeededValue, noValue, Unreadable, whyNotText } from './values.ts';

/** The content of a cell: a value for the database, null if it is empty, or why it cannot be read; and what to warn about. */
export interface ReadCell {
  readonly value: string | Unreadable | null;
  readonly warnings: readonly string[];
}

const empty: ReadCell = { value: null, warnings: [] };

/** Reads a cell as its column requires. */
export function readCell(column: Column, raw: string, note?: CellNote): ReadCell {
  // What a column of numbers or days wants is the number, whatever stands around it.
  if (typeof note === 'object' && !isText(column)) return readCell(column, note.number);
  const whyNot = whyNotText(raw) ?? whyNotCell(column, raw, note);
  if (whyNot !== null) return { value: new Unreadable(whyNot), warnings: [] };
  const { text, marks } = unmarked(column, plainParagraphs(raw));
  if (marks === 'NOT_CLOSED') return { value: new Unreadable(notClosed), warnings: [] };
  if (text === '') return empty;
  const value = column.read(text);
  if (value instanceof Unreadable) return { value: value === noValue && column.required ? noNeededValue : value, warnings: [] };
  const its = column.doubts?.(value, text) ?? [];
  if (!isText(column)) return { value, warnings: its };
  const quotes = marks === 'QUOTED' ? [wereQuoted] : [];
  const days = !column.isFreeText && hasDay(text) ? [dayForText] : [];
  return { value, warnings: [...quotes, ...doubts(raw, text, note), ...days, ...its] };
}

const wereQuoted = 'stood in quotation marks, which were left out: type it without them';
const notClosed = 'begins with a quotation mark that is not closed in its cell: put straight quotes (") around the value, or none';

export const isText = ({ type }: Column): boolean => type.startsWith('text');

/** Plain ASCII without any character that a test of a cell looks for. */
const isOrdinary = (raw: string): boolean => /^[A-Za-z0-9][A-Za-z0-9 .,_()-]*$/.test(raw) && !/[eE]\+?\d/.test(raw);

function whyNotCell(column: Column, raw: string, note: CellNote | undefined): string | null {
  if (note === undefined && isOrdinary(raw)) return null;
  if (note === 'MERGED') return 'is merged with another cell: separate the two, and type the value into each cell that it is meant for';
  if (note === 'ERROR' || isSpreadsheetError(raw.trim()))
    return 'is a spreadsheet error such as #N/A: correct the formula, or type the value';
  if (note === 'NO_RESULT')
    return 'is a formula without its result: open the workbook in a spreadsheet program, recalculate it, and save it';
  if (!isText(column)) return null;
  if (note === 'DATE')
    return 'is a date, perhaps made by the spreadsheet from something else: format the cell as text and type the value again';
  if (note === 'BOOLEAN') return truth;
  if (endsInCode(raw.trim())) return endsInCodeReason;
  if (note === 'DIGITS_LOST' || /^\d(?:[.,]\d+)?E\+\d+$/i.test(raw.trim()))
    return 'is a number that has lost digits in the spreadsheet: format the cell as text and type it again';
  return null;
}

const dayForText =
  'looks like a date, perhaps made by a spreadsheet from something else: type what it stands for, or leave it if it is meant';

/** A workbook says that a cell is a date; a CSV file has only its text. */
const hasDay = (text: string): boolean => startsLikeDay.test(text) && text.split(';').some((each) => looksLikeDay(each.trim()));

/** Spares most names and keys the longer look. */
const startsLikeDay = /(?:^|;)\s*(?:\d{1,4}[^\d;]|\p{L}{3,9}[.,]{0,2} ?\d)/u;

const truth = 'is a TRUE or FALSE of the spreadsheet: type the value';

const zero = 'is 0, which a formula gives for an empty cell: clear the cell, or type the value';

function doubts(raw: string, text: string, note: CellNote | undefined): readonly string[] {
  const found: string[] = [];
  if (typeof note === 'object')
    found.push('shows zeros or letters that are not in the cell, and was read as shown: format the cell as text and type them');
  if (isPlaceholder(text)) found.push('means that there is no value, but is recorded as it stands: leave the cell empty instead');
  if (text === '0') found.push(zero);
  if (/^(?:true|false|vrai|faux)$/i.test(text)) found.push(truth);
  if (note === undefined && isOrdinary(raw)) return found;
  if (hasCode(text)) found.push('has the code of a character, such as &amp;, in place of the character: type the character');
  if (/\p{L}\?\p{Ll}/u.test(text))
    found.push('has a question mark inside a word, where a letter may have been lost when the file was saved: type the letter');
  if (isDecodedTwice(raw) || signInWord.test(text)) found.push('has garbled letters, such as Ã© for é: type them again');
  return found;
}

/**
 * A sign or a capital inside a word, where another code page has an accented letter: those of the Macintosh and of MS-DOS, and Windows-1250, whose
 * Polish and Czech letters are such signs, or an œ behind a vowel, where French has none.
 */
const signInWord = /\p{Ll}[‚ƒ‡ˆ‰ŠŽ]|\p{Lu}[‚ƒ‡ˆ‰ŠŽ]\p{Ll}|\p{L}[³¹¿¾£¥¯]\p{Ll}|(?<![\p{L}\d])£\p{Ll}{2}|[aeiouy]œ/u;
