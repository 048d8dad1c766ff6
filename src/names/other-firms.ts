import { isPlaceholder } from '../identifiers/placeholder.ts';
import { saysVenture } from './partners.ts';
import { partsOf, unnumbered } from './parts.ts';
import { cleaned } from './tokens.ts';

const joinAtStart = /^(?:[&+/|;]|(?:and|et|or|ou|plus|with|avec)(?![\p{L}\p{N}]))/iu;
const joinAtEnd = /(?:[&+/|;]|(?<![\p{L}\p{N}])(?:and|et|or|ou|plus|with|avec))$/iu;
const joins = /[&+/|;,()[\]]|(?<![\p{L}\p{N}])(?:and|et|or|ou|plus|with|avec)(?![\p{L}\p{N}])/iu;

/** Whether a text may name more than one firm, also one that it does not name yet: JV / TBD; Alder Ltd. and Birch. */
export function mayNameOthers(typed: string): boolean {
  const text = cleaned(typed);
  const rests = [text, ...partsOf(text).flatMap(({ role, text: part }) => (role === 'NOTE' ? [part] : []))];
  return (
    saysVenture(text) ||
    rests.some((rest) => joinAtStart.test(rest) || joinAtEnd.test(rest)) ||
    text.split(joins).some((piece) => /\p{L}/u.test(piece) && isPlaceholder(piece.trim()))
  );
}

/** Whether a text is the name of one firm, with nothing that is not part of it, as far as its form tells. */
export function isOneName(typed: string): boolean {
  const [name, ...others] = partsOf(typed);
  return name?.role === 'NAME' && others.length === 0 && name.text === unnumbered(typed) && !mayNameOthers(typed);
}
