import { hasLegalEnding } from './firm-words.ts';
import { connectorSlash } from './parts.ts';
import { legalEndingOf } from './reading.ts';
import { cleaned } from './tokens.ts';

/** Stands for what separates two partners. */
export const SEPARATOR = '\uE000';

/** A text in which what is within brackets, the slash of o/a, and `and` between initials separate nothing. */
export interface Sheltered {
  readonly text: string;
  readonly restored: (piece: string) => string;
}

/** Hides brackets, the words with a slash and what joins initials from a split. Each is one character of Unicode's private area until it is restored. */
export function sheltered(text: string): Sheltered {
  const hidden: string[] = [];
  const hide = (found: string): string => {
    hidden.push(found);
    return String.fromCodePoint(FIRST + hidden.length - 1);
  };
  const inBrackets = unwrapped(text).replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, hide);
  return {
    text: inBrackets
      .replaceAll(connectorSlash, hide)
      .replaceAll(betweenInitials, (joint, before: string) => (isEnding(before) ? joint : hide(joint))),
    restored: (piece) => piece.replaceAll(/[\uE001-\uF8FF]/gu, (mark) => hidden[mark.charCodeAt(0) - FIRST] ?? ' '),
  };
}

const initials = String.raw`\p{L}(?:[.\s]\s?\p{L}){0,2}\.?`;

/** What joins initials, with those before it: B & B, R&R, H and L, J.D. et R.D. are each one name. */
const betweenInitials = new RegExp(
  String.raw`(?<=(?<![\p{L}\p{N}'])(${initials}))(?:\s*[&+]\s*|\s+(?:and|et)\s+)(?=${initials}(?![\p{L}\p{N}']))`,
  'giu',
);

/** Behind S.A. or L.P. another firm may follow. */
const isEnding = (text: string): boolean => legalEndingOf(`Alder ${text}`) !== null;

/** A text in which a hyphen between a legal ending and another firm separates them as a slash does: Alder Inc.-Birch Ltd. */
export const withDashesAsSlashes = (text: string): string =>
  text.replaceAll(/(?<=\p{L}{3}|\.)\s*-\s*(?=[\p{L}\p{N}])/gu, (dash, at: number) =>
    legalEndingOf(text.slice(0, at)) !== null && hasLegalEnding(text.slice(at + dash.length)) ? ' / ' : dash,
  );

const between = /(?<=[\p{L}\p{N}.)\]]\s*)[/|;](?=\s*[\p{L}\p{N}(["'])/gu;

/** How many signs that separate partners a text has between its words. */
export const separatorsIn = (text: string): number => cleaned(text).replaceAll(connectorSlash, ' ').match(between)?.length ?? 0;

/** A text in which a line that ends with a legal ending is separated from the next as by a comma. */
export const withLinesAsList = (text: string): string =>
  text
    .split(/[\n\r\v\f\u0085\u2028\u2029]/u)
    .map(cleaned)
    .filter((line) => line !== '')
    .reduce((before, line) => `${before}${hasLegalEnding(before) && /[\p{L}.)\]]\s*$/u.test(before) ? ', ' : ' '}${line}`, '')
    .trim();

/** The first character that stands for hidden text. */
const FIRST = 0xe001;

/** Brackets around a joint venture, or around nothing but the word for it, are not an aside. */
const unwrapped = (text: string): string =>
  text
    .replace(/^\s*\uE000\s*\(((?:[^()]|\([^()]*\))*)\)\s*$/u, '$1')
    .replaceAll(/[([]\s*(\uE000[^()[\]]*|[^()[\]]*\uE000)\s*[)\]]/gu, (_, inside: string) => ` ${SEPARATOR} ${inside} `);

/** What was typed, without characters of the private area, which stand for something here. */
export const withoutPrivate = (text: string): string => text.replaceAll(/\p{Co}/gu, ' ');
