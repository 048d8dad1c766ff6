import { type NameKeys, nameKeysOf } from '../names/name-keys.ts';
import type { NamePart } from '../names/parts.ts';
import { readName } from '../names/reading.ts';
import { cleaned } from '../names/tokens.ts';
import type { BidderRow } from './bidder.input.ts';
import { isNumberNotName, readTypedNumber, type TypedNumber } from './typed-number.ts';

/** A firm that a row names: the parts of its text. Equal texts share one. */
export interface ReadFirm {
  readonly text: string;
  readonly parts: readonly NamePart[];
  readonly keys: readonly NameKeys[];
}

/** A row after reading, whichever column its values were in. */
export interface ReadRow {
  readonly number: TypedNumber | null;
  readonly firms: readonly ReadFirm[];
  readonly isJointVenture: boolean;
  /** Whether the name is longer than any name. */
  readonly isTooLong: boolean;
}

/** The longest name that is read; as long as the search accepts. */
const MOST_CHARACTERS = 200;

/** The most parts of one firm that are looked up. */
const MOST_PARTS = 4;

/** Reads rows; a name that occurs in several rows is read once. */
export class RowReader {
  private readonly names = new Map<string, Pick<ReadRow, 'firms' | 'isJointVenture'>>();

  read({ name, number }: BidderRow): ReadRow {
    const [typedName, typedNumber] = inTheirColumns(name ?? '', number ?? '');
    const text = cleaned(typedName);
    if (text.length > MOST_CHARACTERS) return { number: readTypedNumber(typedNumber), firms: [], isJointVenture: false, isTooLong: true };
    return { number: readTypedNumber(typedNumber), ...this.readName(text), isTooLong: false };
  }

  private readName(text: string): Pick<ReadRow, 'firms' | 'isJointVenture'> {
    const known = this.names.get(text);
    if (known) return known;
    const { firms, isJointVenture } = readName(text);
    const read = { firms: firms.map(readFirm), isJointVenture };
    this.names.set(text, read);
    return read;
  }
}

const readFirm = (parts: readonly NamePart[]): ReadFirm => ({
  text: parts.map(({ text }) => text).join(', '),
  parts,
  keys: nameKeysOf(parts).slice(0, MOST_PARTS),
});

/** A name and a number, also if the columns are swapped or the number is in the column of names. */
function inTheirColumns(name: string, number: string): readonly [string, string] {
  const isNumberInName = isNumberNotName(name);
  const looksLikeName = readTypedNumber(number)?.looksLike === 'NAME';
  if (isNumberInName && (looksLikeName || number.trim() === '')) return [looksLikeName ? number : name, name];
  if (looksLikeName && name.trim() === '') return [number, ''];
  return [name, number];
}
