import { isPlaceholder } from '../identifiers/placeholder.ts';
import { hasLegalEnding, saysOnlyTrade, saysTrade } from './firm-words.ts';
import { saysVenture } from './partners.ts';
import { type NamePart, partsOf, unnumbered } from './parts.ts';
import { cleaned, tokensOf } from './tokens.ts';

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

/** Words by which one firm acts for another: in trust for, on behalf of. */
const actsFor =
  /(?<![\p{L}\p{N}])(?:in trust|on behalf|behalf of|agents? (?:for|of)|as agents?|nominee|care of|c\/o(?!\/?b)|for|through|via|under|subcontract\p{L}*|sub[\s-]?contract\p{L}*|fiducie|fiduciaire|mandataire|prête-nom|pour|au nom d[eu'][s\p{L}]*|aux soins|a\/s|sous-traitan\p{L}*)(?![\p{L}\p{N}])/iu;

/** An address or a telephone number; a place with its province. */
const isAddress = /[\d@]|,\s*(?:on|ont|ontario|qc|qu[eé]bec|canada)\.?$/iu;

/** Words of a contact or a place of business, and of the part that a firm has in a tender. */
const ofContact =
  /(?<![\p{L}\p{N}])(?:attn|attention|contact|tel|phone|fax|e-?mail|office|branch|yard|bureau|si[eè]ge|succursale)(?![\p{L}\p{N}])/iu;
const ofPart = /(?<![\p{L}\p{N}])(?:lead|prime|bidder|bid|head|main|only|sole|soumissionnaire|principal)(?![\p{L}\p{N}])/giu;

/**
 * The texts beside the name of a firm that may name another one: that for which it acts, a corporation, a name behind it. On a line of its own every text
 * may that is no address and no contact.
 */
export function othersBeside(parts: readonly NamePart[], hasLines = false): readonly string[] {
  const beside = parts.filter(({ role }) => role === 'NOTE' || role === 'ASIDE');
  return beside.filter((part) => mayBeOther(part, hasLines)).map(({ text }) => text);
}

const mayBeOther = ({ role, text }: NamePart, hasLines: boolean): boolean =>
  actsFor.test(text) || hasLegalEnding(text) || (role === 'NOTE' && mayBeName(text, hasLines));

function mayBeName(text: string, hasLines: boolean): boolean {
  const rest = text.replaceAll(ofPart, ' ');
  if (isAddress.test(rest) || !/\p{L}{2}/u.test(rest) || saysOnlyTrade(rest)) return false;
  return saysTrade(rest) || (hasLines && !ofContact.test(rest));
}

/** Whether a text is the name of one firm, with nothing that is not part of it, as far as its form tells. */
export function isOneName(typed: string): boolean {
  const [name, ...others] = partsOf(typed);
  const isWhole = tokensOf(name?.text ?? '').join(' ') === tokensOf(unnumbered(typed)).join(' ');
  return name?.role === 'NAME' && others.length === 0 && isWhole && !mayNameOthers(typed);
}
