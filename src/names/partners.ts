import { completesName, hasLegalEnding, saysOnlyTrade, saysTrade } from './firm-words.ts';
import { connectorSlash, startsWithConnector, startsWithDivision } from './parts.ts';
import { legalEndingOf, numberedName, wordsOf } from './reading.ts';
import { SEPARATOR, type Sheltered, sheltered, withDashesAsSlashes, withoutPrivate } from './separators.ts';
import { tokensOf } from './tokens.ts';
import { meaningOfWord } from './translations.ts';

/** The partners that a text names, as typed; none for a text of one firm. */
export interface Partners {
  readonly texts: readonly string[];
  /** The joint venture's own name before a list of its partners: it is none of them. */
  readonly ownName: string | null;
  /** The text of one firm without the words for a joint venture, and these words; null if there are none, or they may begin its name. */
  readonly unmarked: { readonly text: string; readonly marker: string } | null;
}

const marker =
  /(?<![\p{L}\p{N}])(?:(?<=^|[,(-]\s*)(?:an?|the|une?|la)\s+|(?:in|en|as)\s+(?:(?:an?|une?)\s+)?)?(?:joint[\s-]?ventures?|j\.?\/?v\.?|co-?entreprise|consortium)(?![\p{L}\p{N}])(?<list>\s+(?:of|between|among|de|entre)(?![\p{L}\p{N}])(?:\s+(?:the|firms?|les)\s+)?|\s*:)?(?:\s+(?:with|avec)(?![\p{L}\p{N}]))?/giu;

/** Expressions that join partners, and never stand in a name. */
const together =
  /(?<![\p{L}\p{N}])(?:(?:in|en)\s+(?:joint\s+)?(?:association|assoc\.?|partnership|consortium|conjunction|collaboration|partenariat)\s+(?:with|avec)|together\s+with|jointly\s+with|team(?:ed|ing)\s+(?:up\s+)?with|partner(?:ed|ing)\s+with|conjointement\s+avec)(?![\p{L}\p{N}])|(?<=\s)w\/(?=\s*\p{L}{2})/giu;

/** Reads the partners of a joint venture. Two names with legal endings are two firms, even if nothing says that it is a joint venture. */
export function readPartners(typed: string): Partners {
  const plain = withDashesAsSlashes(withoutPrivate(typed));
  const joined = plain.replaceAll(together, ` ${SEPARATOR} `);
  const marks = marksOf(joined);
  const isMarked = joined !== plain || marks.length > 0;
  const list = listIn(joined, marks);
  const named = marked(list ? list.partners : joined);
  const texts = isMarked ? partnersMarked(named) : partnersByEnding(plain);
  const isVenture = texts.length > 1;
  const [mark] = marks;
  const rest = named.replaceAll(SEPARATOR, ' ').replaceAll(/[([]\s*[)\]]/gu, ' ');
  return {
    texts: isVenture ? texts : [],
    ownName: (isVenture && list && tidy(list.ownName)) || null,
    unmarked: !isVenture && mark && (mark.isList || mark.at > 0) ? { text: tidy(rest), marker: tidy(mark.text) } : null,
  };
}

/** Whether a text has words for a joint venture that are no part of a name, or signs that separate partners, however many it names. */
export function saysVenture(typed: string): boolean {
  const plain = withDashesAsSlashes(withoutPrivate(typed));
  const joined = plain.replaceAll(together, ` ${SEPARATOR} `);
  const pieces = joined.replaceAll(connectorSlash, ' ').split(/[/|;+]/u);
  return joined !== plain || marksOf(joined).length > 0 || pieces.filter(isNamed).length > 1;
}

interface Mark {
  readonly at: number;
  readonly text: string;
  /** Whether the partners follow it: a joint venture of. */
  readonly isList: boolean;
}

/** The words for a joint venture that are no part of a name: Alder-Birch JV Inc. and JV Paving are names. */
function marksOf(text: string): readonly Mark[] {
  const all = [...text.matchAll(marker)].map((match) => ({
    at: match.index,
    text: match[0],
    isList: match.groups?.list !== undefined,
    behind: text.slice(match.index + match[0].length),
  }));
  return all
    .filter(({ behind, isList, at }) => isList || !(isBeforeEnding(behind) || (isBeforeName(text.slice(0, at), behind) && all.length > 1)))
    .filter(
      ({ text: words, isList, behind }) => isList || isJoining(words) || !isNamed(firstOf(behind)) || !saysOnlyTrade(firstOf(behind)),
    );
}

interface List {
  readonly ownName: string;
  readonly partners: string;
}

const inBrackets = /^([^()[\]]*)[([]((?:[^()[\]]|\([^()]*\))*)[)\]]\s*$/u;

/** A list of partners behind a joint venture's own name: Quay, a joint venture of Alder and Birch; Quay JV (Alder; Birch). */
function listIn(text: string, marks: readonly Mark[]): List | null {
  const [, before = '', inside = ''] = inBrackets.exec(text) ?? [];
  const mark = marks.find(({ at }) => at < before.length);
  if (mark && isList(inside)) return { ownName: before.replace(mark.text, ' '), partners: `${SEPARATOR} ${inside}` };
  const named = marks.find(({ isList: isOne, at }) => isOne && /[\p{L}\p{N}]/u.test(text.slice(0, at)));
  return named ? { ownName: text.slice(0, named.at), partners: text.slice(named.at) } : null;
}

/** Whether a text lists several partners, and no places: what `and` joins must say that it is a firm. */
const isList = (text: string): boolean =>
  text.split(/[;|/+]/u).filter(isNamed).length > 1 ||
  text.split(between).filter((piece) => hasLegalEnding(piece) || saysTrade(piece)).length > 1;

/** Whether the words for a joint venture are written so that they are no part of a name: in joint venture with. */
const isJoining = (words: string): boolean => /^(?:in|en|as|an?|the|une?|la)\s|(?:with|avec)$/iu.test(words.trim());

const isBeforeEnding = (behind: string): boolean => legalEndingOf(`x ${behind}`) !== null && wordsOf(`x ${behind}`).length === 1;

/** Whether it stands between a separator, or the beginning, and a name. */
const isBeforeName = (before: string, behind: string): boolean =>
  /(?:^|[/|;+,\uE000])\s*$/u.test(before) && /^\s*[\p{L}\p{N}]/u.test(behind);

const firstOf = (text: string): string => /^[^/|;+,\uE000]*/u.exec(text)?.[0] ?? '';

function marked(text: string): string {
  let result = text;
  for (const { at, text: words } of marksOf(text).toReversed())
    result = `${result.slice(0, at)} ${SEPARATOR} ${result.slice(at + words.length)}`;
  return result;
}

/** Splits at all that separates partners; a list of names without endings at each comma and `and`. */
function partnersMarked(text: string): readonly string[] {
  const { text: plain, restored } = sheltered(withPlace(text));
  const pieces = plain.split(/\s*[\uE000/|;+]\s*|\s+(?:with|avec)\s+/u).filter(isNamed);
  const firms = pieces.flatMap((piece) => behindEndings(piece, { isMarked: true, restored }));
  const split = firms.length > 1 ? firms : firms.flatMap(listed);
  return withDivisions(split.map((piece) => tidy(restored(piece))));
}

/** A place behind the words for a joint venture is none of its partners: Alder / Birch JV, Toronto. */
const withPlace = (text: string): string =>
  text
    .replace(/\uE000\s*\(([^()\uE000/|;+]*)\)\s*$/u, (found, rest: string) => (isPlace(rest) ? ` (${rest})` : found))
    .replace(/(?<=[\p{L}\p{N}.)\]])\s*\uE000\s*,\s*([^\uE000/|;+]*)$/u, (found, rest: string) => (isPlace(rest) ? `, ${rest}` : found));

const isPlace = (text: string): boolean => !hasLegalEnding(text) && !saysTrade(text);

/** The number of a numbered company alone, as in 1093847 / 1093874 Ontario Ltd. */
const isBareNumber = (text: string): boolean => /^(?:\d{5,9}|\d{4}-\d{4})$/u.test(text.trim());

/** Splits where each part has a legal ending, and the parts are not one name in two languages. */
function partnersByEnding(text: string): readonly string[] {
  const { text: plain, restored } = sheltered(text);
  const pieces = plain.split(/\s*[/|;]\s*|\s+\+\s+/u).filter(isNamed);
  const split = pieces.flatMap((piece) => behindEndings(piece, { isMarked: false, restored }));
  const firms = withDivisions(split.map((piece) => tidy(restored(piece))));
  const isOneInTwoLanguages = new Set(firms.map((piece) => wordsOf(piece).map(meaningOfWord).sort().join(' '))).size === 1;
  const isNumbered = firms.some((firm) => numberedName(firm)?.jurisdiction);
  const areFirms = firms.every((firm) => hasLegalEnding(firm) || (isNumbered && isBareNumber(firm)));
  return areFirms && !firms.some(completesName) && !isOneInTwoLanguages ? firms : [];
}

const isNamed = (piece: string): boolean => /[\p{L}\p{N}\uE001-\uF8FF]/u.test(piece);

/** Pieces that name a firm, each with the firm that it is a division of. */
function withDivisions(pieces: readonly string[]): readonly string[] {
  const firms: string[] = [];
  for (const piece of pieces.filter((each) => tokensOf(each).some((token) => token !== '&')))
    firms.push(firms.length > 0 && startsWithDivision(piece) ? `${firms.pop()} ${piece}` : piece);
  return firms;
}

const between = /(,?\s+(?:&|and|et)\s+|,\s*)/iu;

interface Segment {
  readonly separator: string;
  readonly text: string;
}

/** The texts between commas and `and`, each with what separates it from the one before. */
function segmentsOf(text: string): readonly Segment[] {
  const found = text.split(between);
  return found.flatMap((each, at) => (at % 2 === 0 ? [{ separator: found[at - 1] ?? '', text: each }] : []));
}

/** Segments as firms: each that is not the next firm belongs to the one before. */
function joinedUnless(
  segments: readonly Segment[],
  isNext: (last: string, segment: Segment, behind: readonly Segment[]) => boolean,
): readonly string[] {
  const firms: string[] = [];
  for (const [at, segment] of segments.entries()) {
    const last = firms.at(-1);
    const behind = segments.slice(at + 1, at + 3);
    if (last === undefined || (!completesName(segment.text) && isNext(last, segment, behind))) firms.push(segment.text);
    else firms[firms.length - 1] = `${last}${segment.separator}${segment.text}`;
  }
  return firms;
}

/**
 * Splits behind each legal ending that another firm follows; behind a comma may be a place too, or what the firm trades as. What `and` joins to the next
 * firm is the beginning of its name: Alder Ltd. and Smith & Birch Inc.
 */
function behindEndings(
  piece: string,
  { isMarked, restored }: Pick<Sheltered, 'restored'> & { readonly isMarked: boolean },
): readonly string[] {
  const firms = joinedUnless(segmentsOf(piece), (last, { separator, text }, behind) => {
    const isBehindComma = separator.trim() === ',';
    const isJoinedToNext = isAnd(behind[0]) || isListOfNames(behind);
    const isApart = isBehindComma && ((isPlace(text) && !isJoinedToNext) || startsWithConnector(restored(text)));
    return (hasLegalEnding(last) && !isApart) || (isBareNumber(last) && numberedName(text) !== null);
  });
  return isMarked || firms.every((firm) => hasLegalEnding(firm) || isBareNumber(firm)) ? firms : [piece];
}

const isAnd = (segment: Segment | undefined): boolean => /^(?:&|and|et)$/iu.test(segment?.separator.trim() ?? '');

/** Whether what follows a name makes it the first of a firm’s names, and no place: Smith, Wesson & Roe Ltd. */
const isListOfNames = ([second, third]: readonly Segment[]): boolean =>
  second !== undefined &&
  third !== undefined &&
  !hasLegalEnding(second.text) &&
  isAnd(third) &&
  hasLegalEnding(`x ${third.text}`) &&
  !completesName(third.text);

/**
 * The names of a list without legal endings: Alder, Birch & Cedar. Where only words separate them, & is part of a name, as it is between initials. With a
 * legal ending it may be one name: Alder & Birch Ltd.
 */
function listed(piece: string): readonly string[] {
  const segments = segmentsOf(piece);
  const separators = segments.map(({ separator }) => separator.trim().toLowerCase());
  const isAndWithin = !separators.some((each) => each.includes(',')) && separators.some((each) => /and|et/u.test(each));
  const isEnded = hasLegalEnding(piece);
  const firms = joinedUnless(segments, (last, { separator }) => {
    const isWithin = (isAndWithin && separator.trim() === '&') || /^\p{L}$/u.test(last.trim());
    return !isWithin && (!isEnded || saysTrade(last));
  });
  return firms.length > 1 ? firms : firms.flatMap(hyphened);
}

/** Alder - Birch, and Alder-Birch where there is no other word. */
function hyphened(text: string): readonly string[] {
  const apart = text.split(/\s+-\s+/u);
  if (apart.length > 1) return apart;
  return /^\s*\p{L}{3,}(?:-\p{L}{3,})+\s*$/u.test(text) ? text.trim().split('-') : [text];
}

function tidy(piece: string): string {
  const balanced = piece.includes('(') ? piece : piece.replaceAll(')', '');
  return balanced
    .replaceAll(/^[\s,&:)\]-]+|[\s,&:([-]+$/gu, '')
    .replace(/^(?:and|et)\s+/iu, '')
    .trim();
}
