import { lastWordsOfEndings, legalEndingAt } from './endings.ts';
import { hasLegalEnding } from './firm-words.ts';
import { numberedName } from './reading.ts';
import { cleaned, tokensOf } from './tokens.ts';

/**
 * The kind of a part of a text: the firm's name, a name it trades under, a former name, an aside in brackets that may be a name, or a note that is none.
 */
export type PartRole = 'NAME' | 'OPERATING_NAME' | 'FORMER_NAME' | 'ASIDE' | 'NOTE';

/** A part of what was typed for a firm, as typed. */
export interface NamePart {
  readonly role: PartRole;
  readonly text: string;
}

interface Connector {
  readonly pattern: RegExp;
  readonly before: PartRole;
  readonly after: PartRole;
}

const connector = (words: string, before: PartRole, after: PartRole): Connector => ({
  pattern: new RegExp(`(?:^|(?<=[\\s,;)-]))(?:${words})(?=[\\s:,]|$)[\\s:,]*`, 'iu'),
  before,
  after,
});

const division = connector("(?:a |une )?(?:division|div\\.?) (?:of|de|d')", 'OPERATING_NAME', 'NAME');

// A longer expression comes before a shorter one that it begins with.
const connectors: readonly Connector[] = [
  division,
  connector('formerly (?:known|operating) as|formerly|previously(?: known as)?|f/?k/?a\\.?|anciennement|autrefois', 'NAME', 'FORMER_NAME'),
  connector('(?:now|also) (?:known as|operating as|called)|now|a/?k/?a\\.?', 'NAME', 'OPERATING_NAME'),
  connector('carrying on business (?:as|under(?: the name(?: of)?)?)|c\\.?o\\.?b\\.? as|c/o/b(?: as)?', 'NAME', 'OPERATING_NAME'),
  connector('operating (?:as|under(?: the name(?: of)?)?)|o/a\\.?|o\\.a\\.', 'NAME', 'OPERATING_NAME'),
  connector('doing business (?:as|under(?: the name(?: of)?)?)|d/?b/?a\\.?|d\\.b\\.a\\.?|trading as|t/a\\.?', 'NAME', 'OPERATING_NAME'),
  connector('faisant affaires? (?:sous (?:le nom|la raison sociale)(?: de)?|comme)|f\\.?a\\.?s\\.?n?\\.?', 'NAME', 'OPERATING_NAME'),
  connector('exerçant sous le nom(?: de)?|exploitant sous|opérant sous(?: le nom(?: de)?)?', 'NAME', 'OPERATING_NAME'),
];

/** The words of a connector that are written with a slash: it separates no partners. */
export const connectorSlash = /(?<![\p{L}\p{N}])(?:[adfn]\/[bk]\/a|c\/o(?:\/b)?|[ot]\/a)(?![\p{L}\p{N}])/giu;

/** Whether a text goes on to say what a firm trades as, was, or is a division of. */
export const startsWithConnector = (text: string): boolean => connectors.some(({ pattern }) => pattern.exec(text.trimStart())?.index === 0);

/** Whether a text names the firm that the one before it is a division of. */
export const startsWithDivision = (text: string): boolean => division.pattern.exec(text.trimStart())?.index === 0;

const percent = String.raw`\d{1,3}(?:[.,]\d{1,3})?\s*%\s*(?:share|interest|part)?\s*`;

/** A share in a joint venture, in brackets or before what separates partners: it is no part of a name. */
const bareShare = new RegExp(String.raw`(?<=[\s,:-])${percent}(?=$|[/|;,+&\n]|(?:and|et)(?!\p{L}))`, 'giu');
const share = new RegExp(String.raw`[([]\s*${percent}[)\]]`, 'giu');

export const withoutBareShares = (text: string): string => text.replaceAll(bareShare, ' ');
export const withoutShares = (text: string): string => withoutBareShares(text.replaceAll(share, ' ').trimEnd());

/** Splits what was typed for one firm, in the order of the text. There is always a part that is a name, unless the text is empty. */
export function partsOf(text: string): readonly NamePart[] {
  const whole = unnumbered(withoutShares(text));
  if (numberedName(whole)) return [{ role: 'NAME', text: whole }];
  const named = withoutBrackets(whole).filter(({ text: part }) => tokensOf(part).some((token) => token !== '&'));
  return named.length === 0 || named.some(({ role }) => role === 'NAME') ? named : [{ role: 'NAME', text: whole }, ...named];
}

/**
 * Whether the part that is a name says alone which firm is meant: nothing is left over that may belong to its legal name, and no other firm is called its
 * division. What is in brackets beside a numbered company is never part of its name.
 */
export function mayMatchByPart(parts: readonly NamePart[]): boolean {
  const [name, ...others] = parts.filter(({ role }) => role === 'NAME');
  if (!name || others.length > 0) return false;
  const isDivision = parts.slice(0, parts.indexOf(name)).some(({ text }) => hasLegalEnding(text));
  const isNumbered = numberedName(name.text) !== null;
  return !isDivision && !parts.some(({ role }) => role === 'NOTE' || (role === 'ASIDE' && !isNumbered));
}

/** A text as one name, without its place in a list: 12. Alder Paving. */
export const unnumbered = (text: string): string => trimmed(cleaned(text).replace(/^\d{1,3}[.)]\s+(?=\D)/u, ''));

/** Text in brackets is a separate part, except within a name: Alder (1998) Ltd. */
function withoutBrackets(text: string): readonly NamePart[] {
  const [whole, before = '', inside = '', behind = ''] = /^(.*?)[([{]([^()[\]{}]*)[)\]}]?(.*)$/u.exec(text) ?? [];
  if (whole === undefined || !inside.trim()) return connected(text);
  const rest = trimmed(behind);
  const isWithinName = rest !== '' && !startsWithConnector(rest) && !startsApart(behind);
  if (isWithinName && before.trim() !== '') return connected(text);
  if (isWithinName || before.trim() === '') return connected(`${before} ${inside} ${behind}`);
  const aside = connected(inside);
  if (rest === '' && hasLegalEnding(inside) && !hasLegalEnding(before) && !startsWithConnector(inside))
    return [...connected(before).map(asAside), ...aside.filter(isNamed)];
  const asides =
    aside.length === 1 && aside[0]?.role === 'NAME' ? [{ role: roleInBrackets(inside), text: trimmed(inside) }] : aside.filter(isNamed);
  return [...connected(before), ...asides, ...(rest === '' ? [] : withoutBrackets(rest).map(asLesser))];
}

const isNamed = ({ text }: NamePart): boolean => text !== '';
const startsApart = (behind: string): boolean => /^\s*[,;-]/u.test(behind);
/** What stands before a legal name in brackets: Cedar Gate (1093847 Ontario Ltd.). */
const asAside = (part: NamePart): NamePart => (part.role === 'NAME' ? { ...part, role: 'ASIDE' } : part);
const asLesser = (part: NamePart): NamePart => (part.role === 'NAME' ? { ...part, role: 'NOTE' } : part);

/** A year, a place of one word or a remark is not a name; two words may be one. */
function roleInBrackets(inside: string): PartRole {
  const tokens = tokensOf(inside);
  return tokens.length > 1 && !/\d/u.test(inside) && !/\b(?:lead|prime|only|bidder|contact|attn|office|branch)\b/iu.test(inside)
    ? 'ASIDE'
    : 'NOTE';
}

/** Splits at the first connector of the text, and again behind it. */
function connected(text: string): readonly NamePart[] {
  const found = connectors.flatMap(({ pattern, before, after }) => {
    const match = pattern.exec(text);
    return match ? [{ at: match.index, end: match.index + match[0].length, before, after }] : [];
  });
  const first = found.toSorted((a, b) => a.at - b.at)[0];
  if (!first) return withoutRemainder(text);
  const [left, right] = [trimmed(text.slice(0, first.at)), connected(text.slice(first.end))];
  const before = left === '' ? [] : withoutRemainder(left).map((part) => (part.role === 'NAME' ? { ...part, role: first.before } : part));
  return [...before, ...right.map((part) => (part.role === 'NAME' ? { ...part, role: first.after } : part))].filter(isNamed);
}

/** What follows the last legal ending is a note: a city, a telephone number, a remark. It may be part of the name too: Corporation of Canada. */
function withoutRemainder(text: string): readonly NamePart[] {
  const whole = trimmed(text);
  const words = [...whole.matchAll(/[^\s,;]+/gu)];
  for (let at = words.length - 1; at > 0; at -= 1) {
    const word = words[at];
    if (!word || !mayEnd(word[0]) || !endsHere(whole.slice(0, word.index + word[0].length))) continue;
    const end = word.index + word[0].length;
    const rest = trimmed(whole.slice(end));
    const name: NamePart = { role: 'NAME', text: trimmed(whole.slice(0, end)) };
    return rest === '' ? [name] : [name, { role: 'NOTE', text: rest }];
  }
  return [{ role: 'NAME', text: whole }];
}

/** Whether a word may be the last of a legal ending: asking this first keeps long texts cheap. */
const mayEnd = (word: string): boolean => lastWordsOfEndings.has(tokensOf(word).at(-1) ?? '');

/** Whether a text ends with a legal ending that has a name before it. */
function endsHere(text: string): boolean {
  const tokens = tokensOf(text);
  for (let at = 1; at < tokens.length; at += 1) {
    const ending = legalEndingAt(tokens, at);
    if (ending !== null && at + ending.length === tokens.length) return true;
  }
  return false;
}

const trimmed = (text: string): string => text.replaceAll(/^[\s,;:"'*/-]+|[\s,;:"'*/-]+$/gu, '');
