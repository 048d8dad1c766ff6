import type { Column } from './column.ts';

/** A value without the marks that programs and typists put around it. */
export interface Unmarked {
  readonly text: string;
  readonly marks: 'NONE' | 'QUOTED' | 'NOT_CLOSED';
}

/** A formula that is only a text, `="0012345"`, by which programs keep a spreadsheet from reading a number; a quote in it is written twice. */
const textFormula = /^=\s*"((?:[^"]|"")*)"$/u;

/** A pair of quotes around a whole value, with none of its kind inside. */
const quoted = /^(?:"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|‹([^‹›]+)›|‘([^‘’]+)’|'([^']+)')$/u;

/** A quote that opens at the beginning: the value was divided where its separator stood between typographic quotes. */
const opening = /^(?:="|“[^”]*$|„[^“”]*$|«[^»]*$)/u;

/** How each of these begins, and the apostrophe before a number: few values do. */
const beginsWithMark = /^[="“„«‹‘'’]/u;

/** The content of a text formula; null for other text. An export writes what would be read otherwise in this form, so it is taken as it stands. */
export const textOfFormula = (text: string): string | null => textFormula.exec(text)?.[1]?.replaceAll('""', '"') ?? null;

/** A value without the quotes around it, or the apostrophe by which a spreadsheet marks a number as text; free text keeps its quotes. */
export function unmarked({ isFreeText }: Pick<Column, 'isFreeText'>, text: string): Unmarked {
  if (!beginsWithMark.test(text)) return { text, marks: 'NONE' };
  const literal = textOfFormula(text);
  if (literal !== null) return { text: literal.trim(), marks: 'NONE' };
  if (opening.test(text) && !(isFreeText && !text.startsWith('='))) return { text, marks: 'NOT_CLOSED' };
  const inside = isFreeText ? undefined : quoted.exec(text)?.slice(1).find(Boolean);
  if (inside !== undefined) return { text: inside.trim(), marks: 'QUOTED' };
  return { text: text.replace(/^['‘’](?=\d)/u, ''), marks: 'NONE' };
}

/** Matches, in PostgreSQL, every value that would be read without its first character. */
export const MARKED = `'^(=\\s*"|["“„«‹‘’''])'`;
