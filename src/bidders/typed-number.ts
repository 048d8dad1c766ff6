import { accountsMeant, bareNumber, businessNumbersMeant, digitsOf } from '../identifiers/bare-number.ts';
import { isOwnDocumentNumber, numbersMeant } from '../identifiers/document-number.ts';
import { formOf, isDocumentInWords, type LooksLike } from '../identifiers/looks-like.ts';
import { isNumberPlaceholder, LONGEST_NUMBER } from '../identifiers/placeholder.ts';
import { areSeveralNumbers } from '../identifiers/several-numbers.ts';
import { cleaned } from '../names/tokens.ts';
import type { Subject } from '../standing/standing-period.sql.ts';

/** A number of any kind as typed: how it may be stored, and what it looks like if nobody has it. */
export interface TypedNumber {
  readonly subjects: readonly Subject[];
  readonly looksLike: LooksLike | null;
}

/** Whether words were typed that only say that there is no number. */
export function saysNone(text: string | null | undefined): boolean {
  const plain = cleaned(text ?? '');
  return /[\p{L}\p{N}]/u.test(plain) && isNumberPlaceholder(plain);
}

/** Reads a number; null if none was typed. */
export function readTypedNumber(text: string | null | undefined): TypedNumber | null {
  const plain = cleaned(text ?? '');
  if (plain === '' || isNumberPlaceholder(plain)) return null;
  if (plain.length > LONGEST_NUMBER) return { subjects: [], looksLike: 'TOO_LONG' };
  const looksLike = formOf(plain);
  return { subjects: looksLike !== null && isHopeless.has(looksLike) ? [] : subjectsOf(text ?? '', plain), looksLike };
}

/** Whether two numbers may be the same, so that one of them is enough. */
export const meanTheSame = (first: TypedNumber, second: TypedNumber): boolean =>
  first.subjects.some(({ kind, value }) => second.subjects.some((other) => other.kind === kind && other.value === value));

const isHopeless: ReadonlySet<LooksLike> = new Set([
  'EMAIL_ADDRESS',
  'NUMBER_ROUNDED_BY_A_SPREADSHEET',
  'SPREADSHEET_ERROR',
  'NOTHING_TO_READ',
  'TOO_LONG',
]);

function subjectsOf(typed: string, plain: string): readonly Subject[] {
  // None of several numbers is chosen, but X-24: an imported number may look like several.
  if (areSeveralNumbers(plain)) return [{ kind: 'documentNumber', value: plain }];
  const documents = [typed, plain].flatMap(numbersMeant).filter(mayBeRecorded);
  return [
    ...accountsMeant(plain).map((value): Subject => ({ kind: 'wsibAccount', value })),
    ...businessNumbersMeant(plain).map((value): Subject => ({ kind: 'businessNumber', value })),
    ...[...new Set(documents)].map((value): Subject => ({ kind: 'documentNumber', value })),
  ];
}

/** No number on record has control characters, and PostgreSQL does not accept NUL. */
const mayBeRecorded = (text: string): boolean => text !== '' && !/\p{Cc}/u.test(text);

/** Whether the content of the column of names may be a number: one word with digits, only digits, or several numbers. It is looked up as a name too. */
export function isNumberNotName(text: string): boolean {
  const plain = cleaned(text);
  if (plain.length > LONGEST_NUMBER) return false;
  if (areSeveralNumbers(plain)) return true;
  const bare = digitsOf(bareNumber(plain));
  if ([plain, bare].some((each) => isOwnDocumentNumber(each) || isDocumentInWords(each))) return true;
  return /^(?=(?:.*\d){4})\S+$/u.test(bare) || /^(?=(?:.*\d){5})[\d\s-]+(?:R[A-Z]\d{4})?$/iu.test(bare);
}
