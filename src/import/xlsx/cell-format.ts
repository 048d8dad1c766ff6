import type { CellNote } from '../row.ts';
import { asShown, type Piece, piecesOf } from './number-format.ts';

/** The meaning of a number that its cell's format reveals. */
export type CellFormat = 'DATE' | 'PERCENT' | { readonly shown: readonly Piece[] } | null;

/** Formats of days that a workbook names only by number (ECMA-376, 18.8.30), including East Asian ones. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

/** The format of a number, by its id, or by its code if it is not built in. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return isBuiltInDate(id) ? 'DATE' : id === 9 || id === 10 ? 'PERCENT' : null;
  // Only the first section counts, which is for positive numbers; texts, colours and currencies in it mean nothing here.
  const [first = ''] = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '').split(';');
  if (/[yd]/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first))) return 'DATE';
  if (first.includes('%')) return 'PERCENT';
  const shown = piecesOf(code);
  return shown === null ? null : { shown };
}

/** The text of a number as its cell shows it, as far as that matters, with notes. */
export function numberText(number: number, format: CellFormat, from1904: boolean): { readonly text: string; readonly note?: CellNote } {
  const day = format === 'DATE' ? dayText(number, from1904) : null;
  if (day !== null) return { text: day, note: 'DATE' };
  if (format === 'PERCENT') return { text: `${plain(number * 100)}%` };
  const text = plain(number);
  if (Math.abs(number) >= 1e15) return { text, note: 'DIGITS_LOST' };
  if (format === null || typeof format === 'string' || !/^\d+$/.test(text)) return { text };
  const shown = asShown(text, format.shown);
  return shown.replaceAll(/[\s-]/g, '') === text ? { text: shown } : { text: shown, note: { number: text } };
}

/** Fifteen digits, as spreadsheets show them: the sixteenth and seventeenth come from binary fractions. */
const plain = (number: number): string => String(Number(number.toPrecision(15)));

const DAY_SECONDS = 86_400;

/** The last day that spreadsheets support: 31 December 9999. */
const LAST_DAY = 2_958_465;

/** The day of a number, with its time if it is not midnight; null if it is not a day. */
function dayText(number: number, from1904: boolean): string | null {
  // Below 1 it is a time. Lotus 1-2-3 had a 29 February 1900, which Excel kept as day 60.
  if (number < (from1904 ? 0 : 1) || number > LAST_DAY || Math.floor(number) === (from1904 ? -1 : 60)) return null;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, number < 60 ? 31 : 30);
  const [day, time] = new Date(epoch + Math.round(number * DAY_SECONDS) * 1000).toISOString().split(/[T.]/);
  return time === '00:00:00' ? (day ?? null) : `${day} ${time}`;
}
