import { plainNumber } from '../identifiers/plain-text.ts';
import { unmarked } from '../import/cell-marks.ts';
import { partsOf } from '../names/parts.ts';
import { numberedName } from '../names/reading.ts';

/** A row of a list as it was written. */
export interface ListRow {
  readonly name: string;
  readonly number: string;
}

/** What people write before a number. */
const LABEL = String.raw`(?:(?:wsib|cspaat|cor|bn|acct|account|compte|number|num[eé]ro|no|n[º°o]|#)[\s.:#]*)*`;

const NUMBER = new RegExp(String.raw`^${LABEL}\d[\d\s-]{4,}(?:rt\s?\d{4}|\.0+)?$`, 'i');
const NAME_FIRST = new RegExp(String.raw`^(?<name>.*\p{L}.*?)[\s,;:–-]+(?<number>${LABEL}\d[\d-]{5,12})$`, 'iu');
const NUMBER_FIRST = new RegExp(String.raw`^(?<number>${LABEL}\d{7,9})[\s,;:–-]+(?<name>\p{L}.*)$`, 'iu');
const DOCUMENT = /^cor-\d{4}-\S+$/i;

/** A document’s number from a file: DEMO-COR-000001-4, COR-1234567. Before an account’s seven to nine digits other words are a name. */
const CODE = String.raw`(?=(?:[^\s\d]*\d){5})(?!(?!\S*\bcor-\d)[^\s\d]+-\d{7,9}(?!\S))\p{L}+(?:-[\p{L}\d]+)+`;
const IMPORTED = new RegExp(`^${CODE}$`, 'iu');
const NAME_THEN_IMPORTED = new RegExp(String.raw`^(?<name>.*\p{L}.*?)[\s,;:–]+(?:-\s+)?(?<number>${CODE})$`, 'iu');
const IMPORTED_THEN_NAME = new RegExp(String.raw`^(?<number>${CODE})[\s,;:–]+(?:-\s+)?(?<name>\p{L}.*)$`, 'iu');

/** A telephone number, a calendar day or a span of years, which is never a firm’s number. */
const isOther = (text: string): boolean =>
  /^(?:\+?1[\s.-]*)?\(?\d{3}\)?[\s.-]+\d{3}[\s.-]+\d{4}$/.test(text) || /^(?:19|20)\d{2}-(?:\d{2}|\d{2}-\d{2}|(?:19|20)\d{2})$/.test(text);

/** A number as people write one: digits, perhaps with hyphens, and a label before them. */
export function looksLikeNumber(cell: string): boolean {
  if (cell.length > LONGEST) return false;
  const text = plainNumber(cell.normalize('NFKC')).replace(/^['‘’](?=\d)/u, '');
  return !isOther(text) && (NUMBER.test(text) || DOCUMENT.test(text) || IMPORTED.test(text));
}

/** The longest line in which a number is looked for; the name of a firm is shorter. */
const LONGEST = 400;

/** A line that names one firm: its number may come before or after the name, or between commas. A line may begin with its number in the list. */
export function rowOfLine(line: string): ListRow {
  const text = line.replace(/^\s*(?:\d{1,3}[.)]\s+|[-•*–]\s+)/, '').trim();
  if (text.length > LONGEST) return { name: text, number: '' };
  if (looksLikeNumber(text) || /^[\d\s().+-]+$/.test(text)) return { name: '', number: text };
  return rowOfParts(text) ?? rowOfWords(text) ?? { name: text, number: '' };
}

/** “Cedar Masonry Ltd., 9000002, Sampleton”: the name is what comes before the number, or else what follows it. */
function rowOfParts(text: string): ListRow | null {
  const parts = text.split(/(\s*(?:[\t,;|()]|\s[-–—]\s)\s*)/);
  const at = parts.findIndex((part, place) => place % 2 === 0 && looksLikeNumber(unquoted(part)));
  if (at < 0) return null;
  const [before, after] = [nameOf(parts.slice(0, at)), nameOf(parts.slice(at + 1))];
  return { name: /\p{L}/u.test(before) ? before : after, number: unquoted(parts[at] ?? '') };
}

const unquoted = (part: string): string => unmarked({}, part.trim()).text;

const nameOf = (parts: readonly string[]): string => unquoted(parts.join('').replaceAll(/^[\s,;|()"–—-]+|[\s,;|("–—-]+$/g, ''));

function rowOfWords(text: string): ListRow | null {
  // The number of a numbered company is its name, in every province: 1234567 Alberta Ltd. o/a Cedar Gate, Ontario Ltd. 1093847.
  if (numberedName(partsOf(text)[0]?.text ?? '') !== null) return null;
  const document = /\p{L}-\S*\d/u.test(text) && (NAME_THEN_IMPORTED.exec(text) ?? IMPORTED_THEN_NAME.exec(text))?.groups;
  if (document) return { name: document.name?.trim() ?? '', number: document.number ?? '' };
  const after = NAME_FIRST.exec(text)?.groups;
  if (after?.number !== undefined && !isOther(after.number)) return { name: after.name?.trim() ?? '', number: after.number };
  const before = NUMBER_FIRST.exec(text)?.groups;
  if (before && !/^(?:ontario|canada|quebec|québec)\b/iu.test(before.name ?? ''))
    return { name: before.name ?? '', number: before.number ?? '' };
  return null;
}
