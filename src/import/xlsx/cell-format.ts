import type { CellNote } from '../row.ts';

/** The meaning of a number that its cell's format reveals. */
export type CellFormat = 'DATE' | 'PERCENT' | { readonly zeros: string } | null;

/** Formats of days that a workbook names only by number (ECMA-376, 18.8.30), including East Asian ones. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

/** The format of a number, by its id, or by its code if it is not built in. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return isBuiltInDate(id) ? 'DATE' : id === 9 || id === 10 ? 'PERCENT' : null;
  // Only the first section counts, which is for positive numbers; texts, colours and currencies in it mean nothing here.
  const [first = ''] = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '').split(';');
  if (/general/i.test(first)) return null;
  if (/[yd]/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first))) return 'DATE';
  if (first.includes('%')) return 'PERCENT';
  const shown = code.split(';')[0]?.replaceAll(/"([^"]*)"|\\(.)/g, '$1$2') ?? '';
  return /^[0 -]*0[0 -]*$/.test(shown) ? { zeros: shown } : null;
}

/** The text of a number as its cell shows it, as far as that matters, with notes. */
export function numberText(number: number, format: CellFormat, from1904: boolean): { readonly text: string; readonly note?: CellNote } {
  const day = format === 'DATE' ? dayText(number, from1904) : null;
  if (day !== null) return { text: day, note: 'DATE' };
  if (format === 'PERCENT') return { text: `${plain(number * 100)}%` };
  const text = plain(number);
  if (Math.abs(number) >= 1e15) return { text, note: 'DIGITS_LOST' };
  if (format === null || typeof format === 'string' || !/^\d+$/.test(text)) return { text };
  const shown = withZeros(text, format.zeros);
  return shown.replaceAll(/\D/g, '').length > text.length ? { text: shown, note: 'SHOWN_ZEROS' } : { text: shown };
}

/** Fifteen digits, as spreadsheets show them: the sixteenth and seventeenth come from binary fractions. */
const plain = (number: number): string => String(Number(number.toPrecision(15)));

function withZeros(digits: string, format: string): string {
  const places = format.replaceAll(/[^0]/g, '').length;
  const padded = [...digits.padStart(places, '0')];
  const before = padded.splice(0, padded.length - places).join('');
  return before + format.replaceAll('0', () => padded.shift() ?? '');
}

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
