import { isPlaceholder } from '../identifiers/placeholder.ts';
import { numberedName } from '../names/reading.ts';
import { cleaned } from '../names/tokens.ts';

/** A name, and the number that was typed behind it in the same column. */
export interface NameWithNumber {
  readonly name: string;
  readonly number: string;
  /** Whether a word says what the number is. Any other may be a remark. */
  readonly isLabelled: boolean;
}

const labels = 'wsib|cspaat|account|acct|compte|bn|ne|hst|gst|tvh|tps';
const words = String.raw`(?:${labels})(?!\p{L})[^\p{L}\d]*(?:(?:no|num|number)(?!\p{L})[^\p{L}\d]*)?`;
const labelled = new RegExp(
  String.raw`^(.*\p{L}{2}.*?)[\s,;:([-]+((?:${words}|#\s*)\d[\dOIL\s.-]{3,}(?:R[A-Z]\d{4})?|COR-\d{4}-[0-9A-Z]{10})[)\]]?\s*$`,
  'iu',
);
/** The first of two labels: Alder Paving Ltd. - WSIB #9000003. */
const labelAtEnd = new RegExp(String.raw`[\s,;:([-]+${words}$`, 'iu');
const alone = /^(.*\p{L}{2}.*?)[\s,;:([-]+(\d{7,9}(?:R[A-Z]\d{4})?)[)\]]?\s*$/iu;

/** Reads `Alder Paving Ltd. 9000003` and `Alder Paving Ltd. (WSIB 900-0003)`; null for any other name, a numbered company among them. */
export function numberBehindName(text: string): NameWithNumber | null {
  const plain = cleaned(text);
  if (!/\d{4}/u.test(plain) || plain.length > MOST_CHARACTERS) return null;
  const isLabelled = labelled.test(plain);
  const [, before = '', number = ''] = (isLabelled ? labelled : alone).exec(plain) ?? [];
  const name = before.replace(labelAtEnd, '');
  return number === '' || isPlaceholder(name) || isNumbered(plain, name) ? null : { name, number, isLabelled };
}

const MOST_CHARACTERS = 200;

/** The number of a numbered company is its name: Ontario 1093847, Québec inc. 9123-4567. */
const isNumbered = (text: string, name: string): boolean => numberedName(text) !== null && numberedName(name) === null;
