import type { MessageWith } from '../rules/messages/messages.ts';
import { bareNumber, digitsOf, grouped } from './bare-number.ts';
import { businessNumber } from './business-number.ts';
import { isOwnDocumentNumber } from './document-number.ts';
import { isNumberPlaceholder } from './placeholder.ts';
import { plainNumber } from './plain-text.ts';
import { areSeveralNumbers } from './several-numbers.ts';
import { isSpreadsheetError } from './spreadsheet-error.ts';

/** What a number that nothing visible has looks like, by its form alone, so that what is hidden never changes it. */
export type LooksLike =
  | 'WSIB_ACCOUNT'
  | 'BUSINESS_NUMBER'
  | 'DOCUMENT_NUMBER'
  | 'BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT'
  | 'ACCOUNT_WITH_LETTERS'
  | 'WRONG_NUMBER_OF_DIGITS'
  | 'SEVERAL_NUMBERS'
  | 'SEVERAL_FIRMS'
  | 'NUMBER_WITH_OTHER_TEXT'
  | 'AMOUNT'
  | 'TELEPHONE_NUMBER'
  | 'DATE'
  | 'EMAIL_ADDRESS'
  | 'POSTAL_CODE'
  | 'NUMBER_ROUNDED_BY_A_SPREADSHEET'
  | 'SPREADSHEET_ERROR'
  | 'PLACEHOLDER'
  | 'NAME'
  | 'NOTHING_TO_READ'
  | 'TOO_LONG';

/** What each is in a sentence. */
export const looksLikeSentences: Readonly<Record<LooksLike, MessageWith<never>>> = {
  WSIB_ACCOUNT: 'number-wsib-account',
  BUSINESS_NUMBER: 'number-business-number',
  DOCUMENT_NUMBER: 'number-document-number',
  BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT: 'bidder-business-number-with-wrong-check-digit',
  ACCOUNT_WITH_LETTERS: 'bidder-account-with-letters',
  WRONG_NUMBER_OF_DIGITS: 'number-wrong-number-of-digits',
  SEVERAL_NUMBERS: 'number-several-numbers',
  SEVERAL_FIRMS: 'bidder-several-firms',
  NUMBER_WITH_OTHER_TEXT: 'number-with-other-text',
  AMOUNT: 'number-amount',
  TELEPHONE_NUMBER: 'bidder-telephone-number',
  DATE: 'bidder-date',
  EMAIL_ADDRESS: 'bidder-email-address',
  POSTAL_CODE: 'bidder-postal-code',
  NUMBER_ROUNDED_BY_A_SPREADSHEET: 'bidder-number-rounded-by-a-spreadsheet',
  SPREADSHEET_ERROR: 'number-spreadsheet-error',
  PLACEHOLDER: 'number-placeholder',
  NAME: 'bidder-name',
  NOTHING_TO_READ: 'bidder-nothing-to-read',
  TOO_LONG: 'bidder-too-long',
};

const amount = /[$€£]\s*\d|\d\s*[$€£]|\d\s*(?:CAD|USD)\b/iu;

/** A text as typed, without what stands around the number in it, and with that in one piece. */
interface Written {
  readonly plain: string;
  readonly bare: string;
  readonly compact: string;
}

const one = String.raw`(?:\d[\dOIL-]{4,}(?:\.0+)?)`;
const several = new RegExp(
  String.raw`(?<![\dOIL])${one}[^\S\n]*(?:[/&,;+|\n]|\band\b|\bet\b|\bor\b|\bou\b)\s*(?:\D{0,8}\s)?${one}|^\d{7,9}(?:\s+\d{7,9})+$`,
  'iu',
);

/** Whether a text is the number of a document with spaces between its groups: DEMO COR 000101 2. */
export const isDocumentInWords = (text: string): boolean => documentInWords.test(text);

const documentInWords = /^(?=.*\b(?:COR|LOGS)\b)(?:[A-Z]{1,5} )+\d[\dOIL]{3,}(?: \d+)*$/iu;

/** The forms, the surest first: the first that a text has is its own. */
const forms: readonly (readonly [LooksLike, (written: Written) => boolean])[] = [
  ['PLACEHOLDER', ({ plain }) => isNumberPlaceholder(plain)],
  ['EMAIL_ADDRESS', ({ plain }) => plain.includes('@')],
  ['SPREADSHEET_ERROR', ({ plain }) => isSpreadsheetError(plain)],
  ['AMOUNT', ({ plain, bare }) => amount.test(plain) || grouped.test(bare) || grouped.test(plain)],
  ['NUMBER_ROUNDED_BY_A_SPREADSHEET', ({ bare }) => /^\d(?:[.,]\d+)?E\+?\d+$/iu.test(bare)],
  ['TELEPHONE_NUMBER', ({ bare }) => /^\+?1?[\s.(-]*\d{3}[\s).-]+\d{3}[\s.-]*\d{4}(?:\s*(?:x|ext|poste).*)?$/iu.test(bare)],
  ['DATE', ({ bare }) => /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})$/u.test(bare)],
  ['POSTAL_CODE', ({ bare }) => /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/iu.test(bare)],
  ['NOTHING_TO_READ', ({ bare }) => !/[\p{L}\p{N}]/u.test(bare)],
  ['NAME', ({ bare }) => !/\d/u.test(bare)],
  ['DOCUMENT_NUMBER', ({ bare }) => documentInWords.test(bare)],
  ['SEVERAL_NUMBERS', ({ plain }) => several.test(plain) || areSeveralNumbers(plain)],
  [
    'BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT',
    ({ compact }) => /^\d{9}(?:[A-Z]{2}\d{4})?$/u.test(compact) && businessNumber(compact) === null,
  ],
  ['TELEPHONE_NUMBER', ({ compact }) => /^1?(?:[2-9]\d{2}){2}\d{4}$/u.test(compact)],
  [
    'WRONG_NUMBER_OF_DIGITS',
    ({ compact }) => /^\d+(?:R[A-Z]\d{4})?$/u.test(compact) && !/^\d{7,9}$/u.test(compact) && !/^\d{9}R/u.test(compact),
  ],
  ['ACCOUNT_WITH_LETTERS', ({ bare, compact }) => /^(?=(?:.*\d){4})(?=.*[A-Z])[A-Z\d]{6,9}$/u.test(compact) && !bare.includes('-')],
  ['NAME', ({ bare }) => /\p{L}{3,}.*\p{L}{3,}/u.test(bare) && bare.includes(' ')],
  [
    'NUMBER_WITH_OTHER_TEXT',
    ({ bare, compact }) =>
      businessNumber(compact) === null && (/\s.*\p{L}{2}|\p{L}{2}.*\s/u.test(bare) || /[^\p{L}\p{N}\s./#_-]/u.test(bare)),
  ],
];

/** What a text looks like, in plain characters; null for one that may be a number on record. */
export function formOf(plain: string): LooksLike | null {
  const bare = bareNumber(plain);
  if (isOwnDocumentNumber(plain) || isOwnDocumentNumber(bare)) return null;
  const written = { plain, bare, compact: digitsOf(bare).replaceAll(/[\s-]/gu, '').toUpperCase() };
  return forms.find(([, has]) => has(written))?.[0] ?? null;
}

const plainOf = (typed: string): string => plainNumber(typed.normalize('NFKC'));
const compactOf = (typed: string): string =>
  digitsOf(bareNumber(plainOf(typed)))
    .replaceAll(/[\s-]/gu, '')
    .toUpperCase();

/** a WSIB account number has seven digits in WSIB's own guide; where nothing was found under a number of another form, it hardly is one. */
export function unlikeAccount(typed: string): LooksLike | null {
  // Of the forms above, bare digits of this number have no other: as nearly every number of a list.
  if (/^\d{7,8}$/.test(typed)) return isNumberPlaceholder(typed) ? 'PLACEHOLDER' : null;
  const form = formOf(plainOf(typed));
  const compact = compactOf(typed);
  if (form !== null || /^\d{7,8}$/u.test(compact)) return form;
  return businessNumber(compact) === null ? 'DOCUMENT_NUMBER' : 'BUSINESS_NUMBER';
}

/** Imported numbers of documents have no form we know; these forms are those of something else. */
const neverOfDocuments: ReadonlySet<LooksLike> = new Set<LooksLike>([
  'PLACEHOLDER',
  'EMAIL_ADDRESS',
  'SPREADSHEET_ERROR',
  'AMOUNT',
  'NUMBER_ROUNDED_BY_A_SPREADSHEET',
  'TELEPHONE_NUMBER',
  'DATE',
  'POSTAL_CODE',
  'NOTHING_TO_READ',
  'NAME',
  'SEVERAL_NUMBERS',
]);

/** What the number of a document looks like if nothing was found under it; null if it may be one (X-24: six digits are one in the wild). */
export function unlikeDocument(typed: string): LooksLike | null {
  const form = formOf(plainOf(typed));
  if (form !== null && neverOfDocuments.has(form)) return form;
  const bare = digitsOf(bareNumber(plainOf(typed)));
  if (businessNumber(bare) !== null || form === 'BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT') return 'BUSINESS_NUMBER';
  return /^[\d\s]+$/u.test(bare) && /^\d{7,8}$/u.test(compactOf(typed)) ? 'WSIB_ACCOUNT' : null;
}

/** What a text looks like that is no business number. */
export function unlikeBusinessNumber(typed: string): LooksLike | null {
  const form = formOf(plainOf(typed));
  if (form !== null) return form;
  return /^\d{7,8}$/u.test(compactOf(typed)) ? 'WSIB_ACCOUNT' : 'DOCUMENT_NUMBER';
}
