import type { CellNote } from '../row.ts';

/** A cell to be written: text, or what a spreadsheet made of a cell, so that it reads again as it did. */
export type CellToWrite = string | { readonly text: string; readonly note: CellNote };

/** The formats of cells, in the order of `stylesXml`. */
export const STYLES = { general: 0, text: 1, header: 2, day: 3 } as const;

/** Format 49 is text. */
export const stylesXml = (namespace: string): string =>
  `<styleSheet xmlns="${namespace}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

export const rowXml = (line: number, cells: readonly CellToWrite[], style: number = STYLES.text): string =>
  `<row r="${line}">${cells.map((cell, at) => cellXml(cell, `${columnName(at)}${line}`, style)).join('')}</row>`;

function cellXml(cell: CellToWrite, place: string, style: number): string {
  if (typeof cell !== 'string') return notedXml(cell, place);
  if (cell === '') return '';
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** Zeros that a cell only shows are written as text, which is what its warning asks for. */
function notedXml({ text, note }: Exclude<CellToWrite, string>, place: string): string {
  if (note === 'BOOLEAN') return `<c r="${place}" s="${STYLES.general}" t="b"><v>${text === 'yes' ? 1 : 0}</v></c>`;
  // One cell alone cannot be merged.
  if (note === 'MERGED') return `<c r="${place}" s="${STYLES.text}" t="e"><v>#N/A</v></c>`;
  if (note === 'ERROR') return `<c r="${place}" s="${STYLES.text}" t="e"><v>${escaped(text)}</v></c>`;
  // Its own formula would mean other cells here. A program that computes this one shows an error, which is as bad.
  if (note === 'NO_RESULT') return `<c r="${place}" s="${STYLES.text}"><f>NA()</f></c>`;
  if (note === 'DIGITS_LOST') return `<c r="${place}" s="${STYLES.general}"><v>${escaped(text)}</v></c>`;
  return note === 'DATE' ? dayXml(text, place) : cellXml(text, place, STYLES.text);
}

/** Days from March 1900 on are numbers, which every program reads; before, programs disagree on the numbers. */
function dayXml(text: string, place: string): string {
  const serial = (Date.parse(`${text.replace(' ', 'T').replace(/Z$/, '')}${text.length > 10 ? 'Z' : ''}`) - FIRST) / DAY;
  return serial > 60
    ? `<c r="${place}" s="${STYLES.day}"><v>${serial}</v></c>`
    : `<c r="${place}" s="${STYLES.day}" t="d"><v>${escaped(text)}</v></c>`;
}

const FIRST = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML cannot hold, and what a reader would take for their codes, are written as codes. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');
