import { isPlaceholder } from '../identifiers/placeholder.ts';
import { partsOf } from '../names/parts.ts';
import { numberedName, startsWithRegister } from '../names/reading.ts';
import { cleaned } from '../names/tokens.ts';

/** A name, and the number that was typed behind or before it in the same column. */
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

/** 9000003 Alder Paving Ltd.; WSIB #900-0003 - Alder Paving Ltd.; (9000003) Alder Paving Ltd. */
const before = new RegExp(
  String.raw`^[([]?((?:(?:${words}){1,2}|#\s*)?)(\d{3}-?\d{4,6}(?:R[A-Z]\d{4})?|COR-\d{4}-[0-9A-Z]{10})[\s,;:)\]-]+(?!(?:and|et|or|ou)(?!\p{L}))([\p{L}\p{N}"'(].*\p{L}.*)$`,
  'iu',
);

/**
 * Reads `Alder Paving Ltd. 9000003`, `Alder Paving Ltd. (WSIB 900-0003)` and `9000003 Alder Paving Ltd.`; null for any other name, a numbered company among
 * them.
 */
export function numberBesideName(text: string): NameWithNumber | null {
  const plain = cleaned(text);
  if (!/\d{4}/u.test(plain) || plain.length > MOST_CHARACTERS) return null;
  return numberBehind(plain) ?? numberBefore(plain);
}

function numberBehind(plain: string): NameWithNumber | null {
  const isLabelled = labelled.test(plain);
  const [, front = '', number = ''] = (isLabelled ? labelled : alone).exec(plain) ?? [];
  const name = front.replace(labelAtEnd, '');
  return number === '' || isPlaceholder(name) || isNumbered(plain, name) ? null : { name, number, isLabelled };
}

function numberBefore(plain: string): NameWithNumber | null {
  const [, label = '', number = '', name = ''] = before.exec(plain) ?? [];
  const isCompany = numberedName(partsOf(plain)[0]?.text ?? '') !== null || startsWithRegister(name);
  return number === '' || isCompany || isPlaceholder(name) ? null : { name, number, isLabelled: label !== '' || /\p{L}/u.test(number) };
}

const MOST_CHARACTERS = 200;

/** The number of a numbered company is its name: Ontario 1093847, Québec inc. 9123-4567. */
const isNumbered = (text: string, name: string): boolean => numberedName(text) !== null && numberedName(name) === null;
