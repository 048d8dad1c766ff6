import { exactKeysOf, type NameKeys, nameKeysOf } from '../names/name-keys.ts';
import type { NamePart } from '../names/parts.ts';
import { type FirmText, readName } from '../names/read-name.ts';
import { cleaned } from '../names/tokens.ts';
import type { BidderRow } from './bidder.input.ts';
import { isNumberNotName, readTypedNumber, type TypedNumber, twoNumbers } from './typed-number.ts';

/** A firm that a row names: the parts of its text. Equal texts share one. */
export interface ReadFirm {
  readonly text: string;
  readonly parts: readonly NamePart[];
  readonly keys: readonly NameKeys[];
}

/** The name of a row after reading. */
export interface ReadNames {
  readonly firms: readonly ReadFirm[];
  readonly isJointVenture: boolean;
  /** Of a joint venture: all of its text, which may be the name of one firm. */
  readonly whole: ReadFirm | null;
  /** Of a joint venture: the partners after the first six, and its own name. They are not looked up. */
  readonly others: readonly string[];
  readonly ownName: string | null;
}

/** A row after reading, whichever column its values were in. */
export interface ReadRow extends ReadNames {
  readonly number: TypedNumber | null;
  /** Whether the column of names has the number, or another, and no name stands beside it. */
  readonly isNumberAlone: boolean;
  /** Whether each column has a number, and the two are not the same: neither is chosen. */
  readonly areTwoNumbers: boolean;
  /** Whether the name is longer than any name. */
  readonly isTooLong: boolean;
}

/** The longest name that is read; as long as the search accepts. */
const MOST_CHARACTERS = 200;

/** The most partners of a joint venture that are looked up, and the most names of one firm. */
const MOST_PARTNERS = 6;
const MOST_PARTS = 5;

const noNames: ReadNames = { firms: [], isJointVenture: false, whole: null, others: [], ownName: null };

/** Reads rows; a name that occurs in several rows is read once. */
export class RowReader {
  private readonly names = new Map<string, ReadNames>();

  read({ name, number }: BidderRow): ReadRow {
    const [typedName, typedNumber] = inTheirColumns(name ?? '', number ?? '');
    const text = cleaned(typedName);
    const isTooLong = text.length > MOST_CHARACTERS;
    const isNumberAlone = typedName === typedNumber;
    const typed = readTypedNumber(typedNumber);
    const second = !isNumberAlone && isNumberNotName(typedName) ? readTypedNumber(typedName) : null;
    if (typed && second) {
      const both = twoNumbers(typed, second);
      return { number: both ?? typed, areTwoNumbers: both !== null, isNumberAlone: true, ...noNames, isTooLong };
    }
    return { number: typed, areTwoNumbers: false, isNumberAlone, ...(isTooLong ? noNames : this.readName(typedName)), isTooLong };
  }

  private readName(text: string): ReadNames {
    const known = this.names.get(text);
    if (known) return known;
    const { whole, firms, isJointVenture, ownName } = readName(text);
    const read = {
      firms: firms.slice(0, MOST_PARTNERS).map(readFirm),
      isJointVenture,
      whole: isJointVenture ? { ...whole, keys: exactKeysOf(whole) } : null,
      others: firms.slice(MOST_PARTNERS).map((firm) => firm.text),
      ownName,
    };
    this.names.set(text, read);
    return read;
  }
}

function readFirm(firm: FirmText): ReadFirm {
  const keys = nameKeysOf(firm);
  const unread = keys.slice(MOST_PARTS).map(({ text }): NamePart => ({ role: 'NOTE', text }));
  return { text: firm.text, parts: [...firm.parts, ...unread], keys: keys.slice(0, MOST_PARTS) };
}

/** A name and a number, also if the columns are swapped or the number is in the column of names. */
function inTheirColumns(name: string, number: string): readonly [string, string] {
  const isNumberInName = isNumberNotName(name);
  const looksLikeName = readTypedNumber(number)?.looksLike === 'NAME';
  if (isNumberInName && (looksLikeName || readTypedNumber(number) === null)) return [looksLikeName ? number : name, name];
  if (looksLikeName && name.trim() === '') return [number, ''];
  return [name, number];
}
