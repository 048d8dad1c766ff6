import { connectorSlash } from './parts.ts';

/** Stands for what separates two partners. */
export const SEPARATOR = '\uE000';

/** A text in which what is within brackets, and the slash of o/a, separates nothing. */
export interface Sheltered {
  readonly text: string;
  readonly restored: (piece: string) => string;
}

/** Hides brackets and the words with a slash from a split. Each is one character of Unicode's private area until it is restored. */
export function sheltered(text: string): Sheltered {
  const hidden: string[] = [];
  const hide = (found: string): string => {
    hidden.push(found);
    return String.fromCodePoint(FIRST + hidden.length - 1);
  };
  const inBrackets = unwrapped(text).replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, hide);
  return {
    text: inBrackets.replaceAll(connectorSlash, hide),
    restored: (piece) => piece.replaceAll(/[\uE001-\uF8FF]/gu, (mark) => hidden[mark.charCodeAt(0) - FIRST] ?? ' '),
  };
}

/** The first character that stands for hidden text. */
const FIRST = 0xe001;

/** Brackets around a joint venture, or around nothing but the word for it, are not an aside. */
const unwrapped = (text: string): string =>
  text.replaceAll(/[([]\s*(\uE000[^()[\]]*|[^()[\]]*\uE000)\s*[)\]]/gu, (_, inside: string) => ` ${SEPARATOR} ${inside} `);

/** What was typed, without characters of the private area, which stand for something here. */
export const withoutPrivate = (text: string): string => text.replaceAll(/\p{Co}/gu, ' ');
