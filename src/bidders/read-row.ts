import { isNumberPlaceholder, isPlaceholder } from '../identifiers/placeholder.ts';
import { exactKeysOf, type NameKeys, nameKeysOf } from '../names/name-keys.ts';
import { isOneName, mayNameOthers, othersBeside } from '../names/other-firms.ts';
import { type NamePart, withoutShares } from '../names/parts.ts';
import { type FirmText, firmText, readName } from '../names/read-name.ts';
import { cleaned } from '../names/tokens.ts';
import type { BidderRow } from './bidder.input.ts';
import { type NameWithNumber, numberBesideName } from './number-beside-name.ts';
import { isNumberNotName, meanTheSame, readTypedNumber, type TypedNumber } from './typed-number.ts';

/** A firm that a row names: the parts of its text. Equal texts share one. */
export interface ReadFirm {
  readonly text: string;
  /** Of a partner of a joint venture: all of its text, and the number behind its name. */
  readonly typed: string;
  readonly number: TypedNumber | null;
  readonly parts: readonly NamePart[];
  readonly keys: readonly NameKeys[];
}

/** The name of a row after reading. */
export interface ReadNames {
  readonly firms: readonly ReadFirm[];
  readonly isJointVenture: boolean;
  /** Of a joint venture, and of a name with a number beside it: all of the text, which may be the name of one firm. */
  readonly whole: ReadFirm | null;
  /** Of a joint venture: the partners after the first six and those that are not named yet, and its own name. They are not looked up. */
  readonly others: readonly string[];
  readonly ownName: string | null;
}

/** whether the number of a row says alone which firm is meant: always, only if the name is that firm's and nothing besides, or never. */
export type NumberDecides = 'ALWAYS' | 'IF_ITS_NAME' | 'NEVER';

/** A row after reading, whichever column its values were in. */
export interface ReadRow extends ReadNames {
  /** Each number that was typed: one of each column, if the two are not the same. */
  readonly numbers: readonly TypedNumber[];
  /** A number behind the name, beside one in its own column. Where nobody has it, it was a remark. */
  readonly remark: TypedNumber | null;
  readonly decides: NumberDecides;
  /** What a number without a name may be as well: the name of a numbered company. It is read and looked up only if no account has the number. */
  readonly company: (() => ReadFirm) | null;
  /** Texts beside the name that may name another firm. */
  readonly besides: readonly string[];
  /** What was typed as a name, without a number beside it. */
  readonly nameText: string;
  /** Whether the column of names has the number, or another, and no name stands beside it. */
  readonly isNumberAlone: boolean;
  /** Whether the name is longer than any name. */
  readonly isTooLong: boolean;
  /** Whether the column of names only says that there is no name. */
  readonly saysNoName: boolean;
}

/** The longest name that is read; as long as the search accepts. */
const MOST_CHARACTERS = 200;

/** The most partners of a joint venture that are looked up, and the most names of one firm. */
const MOST_PARTNERS = 6;
const MOST_PARTS = 5;

const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/u;

const noNumbers: Pick<ReadRow, 'numbers' | 'remark'> = { numbers: [], remark: null };
const noNames: ReadNames = { firms: [], isJointVenture: false, whole: null, others: [], ownName: null };

/** Reads rows; a name that occurs in several rows is read once. */
export class RowReader {
  private readonly names = new Map<string, ReadNames>();

  read({ name, number }: BidderRow): ReadRow {
    const [typedName, typedNumber] = inTheirColumns(name ?? '', number ?? '');
    const isTooLong = cleaned(typedName).length > MOST_CHARACTERS;
    const saysNoName = saysNothing(typedName);
    if (typedName.trim() === '' && isCompanyNumber(typedNumber)) return this.companyNumber(typedNumber);
    const isNumberAlone = typedName === typedNumber || (isNumberNotName(typedName) && readTypedNumber(typedNumber) !== null);
    const behind = isNumberAlone ? null : numberBesideName(typedName);
    const isRead = !isTooLong && !saysNoName && (typedName === typedNumber || !isNumberAlone);
    const ofPartners = behind && isRead && readTypedNumber(typedNumber) === null ? this.numberedPartners(typedName) : null;
    const form = { isNumberAlone, isTooLong, saysNoName, company: null };
    if (ofPartners) return { ...ofPartners, ...noNumbers, ...form, decides: 'NEVER', besides: [], nameText: typedName };
    const nameText = behind?.name ?? typedName;
    const names = isRead ? this.readName(nameText) : noNames;
    const decides = isNumberAlone || saysNoName ? 'ALWAYS' : decidesBeside(typedName, typedNumber, behind);
    const besides = names.isJointVenture ? [] : names.firms.flatMap(({ parts }) => othersBeside(parts, lineBreak.test(typedName.trim())));
    const isOwnNumber = behind !== null && isRead && readTypedNumber(typedNumber) === null;
    const whole = isOwnNumber ? (names.whole ?? wholeOf(typedName)) : names.whole;
    return { ...numbersOf(typedName, typedNumber, behind), ...names, whole, ...form, decides, besides, nameText };
  }

  private companyNumber(number: string): ReadRow {
    let read: ReadFirm | null = null;
    const company = () => {
      read ??= wholeOf(number);
      return read;
    };
    const alone = { isNumberAlone: true, isTooLong: false, saysNoName: false, besides: [] } as const;
    return { ...noNames, ...alone, ...numbersOf(number, number, null), company, decides: 'ALWAYS', nameText: number };
  }

  /** A joint venture of which several partners have numbers of their own; null for any other text. */
  private numberedPartners(text: string): ReadNames | null {
    const names = this.readName(text);
    return names.isJointVenture && names.firms.filter(({ number }) => number !== null).length > 1 ? names : null;
  }

  private readName(text: string): ReadNames {
    const known = this.names.get(text);
    if (known) return known;
    const { whole, firms, isJointVenture, ownName } = readName(text);
    const named = isJointVenture ? firms.filter((firm) => !isPlaceholder(firm.text)) : firms;
    const read = {
      firms: named.slice(0, MOST_PARTNERS).map(isJointVenture ? readPartner : readFirm),
      isJointVenture,
      whole: isJointVenture ? exactly(whole) : null,
      others: [...named.slice(MOST_PARTNERS), ...firms.filter((firm) => !named.includes(firm))].map((firm) => firm.text),
      ownName,
    };
    this.names.set(text, read);
    return read;
  }
}

/** All of a text as the name of one firm, which is looked up only as written. */
const exactly = (whole: FirmText): ReadFirm => ({ ...whole, typed: whole.text, number: null, keys: exactKeysOf(whole) });
const wholeOf = (text: string): ReadFirm => exactly(readName(text).whole);

function readFirm(firm: FirmText): ReadFirm {
  const keys = nameKeysOf(firm);
  const unread = keys.slice(MOST_PARTS).map(({ text }): NamePart => ({ role: 'NOTE', text }));
  return { text: firm.text, typed: firm.text, number: null, parts: [...firm.parts, ...unread], keys: keys.slice(0, MOST_PARTS) };
}

/** A number behind the name of a partner is its own. */
function readPartner(firm: FirmText): ReadFirm {
  const behind = numberBesideName(withoutShares(firm.text));
  return behind ? { ...readFirm(firmText(behind.name)), typed: firm.text, number: readTypedNumber(behind.number) } : readFirm(firm);
}

/** Five to nine digits, also in two groups of four, as the number of a company in Québec. */
const isCompanyNumber = (text: string): boolean => /^(?:\d{5,9}|\d{4}-\d{4})$/u.test(cleaned(text)) && !isNumberPlaceholder(cleaned(text));

/** Whether words were typed that only say that there is no name. */
const saysNothing = (name: string): boolean => /\p{L}/u.test(name) && isPlaceholder(cleaned(name));

/** Beside a name: a partner of a joint venture may be another firm, and what stands behind other words may be its number. A name too long is not read. */
function decidesBeside(name: string, number: string, behind: NameWithNumber | null): NumberDecides {
  const isInItsColumn = readTypedNumber(number) !== null;
  if (cleaned(name).length > MOST_CHARACTERS || !(isInItsColumn || behind)) return 'NEVER';
  const namesOthers = mayNameOthers(name) || (behind !== null && mayNameOthers(behind.name));
  if (isInItsColumn && !namesOthers) return 'ALWAYS';
  if (isInItsColumn) return behind ? 'NEVER' : 'IF_ITS_NAME';
  return behind && !namesOthers && isOneName(behind.name) ? 'IF_ITS_NAME' : 'NEVER';
}

/** The numbers of a row: each column's, and one behind the name. */
function numbersOf(name: string, number: string, behind: NameWithNumber | null): Pick<ReadRow, 'numbers' | 'remark'> {
  const typed = readTypedNumber(number);
  const beside = behind ? readTypedNumber(behind.number) : null;
  const second = name !== number && isNumberNotName(name) ? readTypedNumber(name) : null;
  if (!typed) return { numbers: beside ? [{ ...beside, looksLike: null }] : [], remark: null };
  if (second) return { numbers: meanTheSame(typed, second) ? [typed] : [typed, second], remark: null };
  if (beside && behind?.isLabelled && !meanTheSame(typed, beside)) return { numbers: [typed, beside], remark: null };
  return { numbers: [typed], remark: beside };
}

/** A name and a number, also if the columns are swapped or the number is in the column of names. */
function inTheirColumns(name: string, number: string): readonly [string, string] {
  const isNumberInName = isNumberNotName(name);
  const looksLikeName = readTypedNumber(number)?.looksLike === 'NAME';
  if (isNumberInName && (looksLikeName || readTypedNumber(number) === null)) return [looksLikeName ? number : name, name];
  if (looksLikeName && (name.trim() === '' || saysNothing(name))) return [number, ''];
  return [name, number];
}
