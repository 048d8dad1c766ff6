import { businessNumber } from '../identifiers/business-number.ts';
import { isOwnDocumentNumber, numbersMeant } from '../identifiers/document-number.ts';
import { wsibAccount } from '../identifiers/wsib-account.ts';
import { cleaned } from '../names/tokens.ts';
import type { Subject } from '../standing/standing-period.sql.ts';

/** What a number that names no account is, by its form alone. */
export type LooksLike =
  | 'BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT'
  | 'ACCOUNT_WITH_LETTERS'
  | 'TELEPHONE_NUMBER'
  | 'DATE'
  | 'EMAIL_ADDRESS'
  | 'POSTAL_CODE'
  | 'NUMBER_ROUNDED_BY_A_SPREADSHEET'
  | 'NAME'
  | 'NOTHING_TO_READ'
  | 'TOO_LONG';

/** A number of any kind as typed: how it may be stored, and what it looks like if nobody has it. */
export interface TypedNumber {
  readonly subjects: readonly Subject[];
  readonly looksLike: LooksLike | null;
}

/** Longer than any number and any label before it. */
const MOST_CHARACTERS = 64;

/** What clerks write if there is no number. */
const placeholder = /^(?:n\/?a|none|nil|tb[ad]|unknown|pending|to follow|see attached|inconnu|s\/?o|aucun|[-–—./?x*]+|0)$/iu;

/** Reads a number; null if none was typed. */
export function readTypedNumber(text: string | null | undefined): TypedNumber | null {
  const plain = cleaned(text ?? '');
  if (plain === '' || placeholder.test(plain)) return null;
  if (plain.length > MOST_CHARACTERS) return { subjects: [], looksLike: 'TOO_LONG' };
  const looksLike = formOf(plain);
  return { subjects: looksLike !== null && isHopeless.has(looksLike) ? [] : subjectsOf(text ?? '', plain), looksLike };
}

const isHopeless: ReadonlySet<LooksLike> = new Set(['EMAIL_ADDRESS', 'NUMBER_ROUNDED_BY_A_SPREADSHEET', 'NOTHING_TO_READ', 'TOO_LONG']);

const label =
  /^(?:(?:wsib|cspaat|account|acct|compte|a\/c|firm|number|numéro|num|no|nº|n°|bn|ne|gst|hst|tps|tvh|cor|certificate|certificat|cert|#|№)(?![\p{L}]{1,}\d*[\p{L}]*-)[\s.:#=]*)+(?=\S*\d)/iu;

/** What follows words such as WSIB, account, no. or #, without the .0 that a spreadsheet adds. */
const withoutLabel = (plain: string): string => plain.replace(label, '').replace(/^(\d+)\.0+$/u, '$1');

function subjectsOf(typed: string, plain: string): readonly Subject[] {
  const bare = withoutLabel(plain);
  const accounts = [plain, bare, digitsOf(bare)].map((text) => wsibAccount(text)).filter((text) => /^[A-Z0-9]{1,40}$/u.test(text));
  const business = [plain, bare, digitsOf(bare)].map(businessNumber);
  const documents = [typed, plain, bare, plain.toUpperCase(), bare.toUpperCase()].flatMap(numbersMeant).filter(mayBeRecorded);
  return [
    ...once(accounts).map((value): Subject => ({ kind: 'wsibAccount', value })),
    ...once(business.filter((value) => value !== null)).map((value): Subject => ({ kind: 'businessNumber', value })),
    ...once(documents).map((value): Subject => ({ kind: 'documentNumber', value })),
  ];
}

/** No number on record has control characters, and PostgreSQL does not accept NUL. */
const mayBeRecorded = (text: string): boolean => text !== '' && !/\p{Cc}/u.test(text);

const once = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** O typed for zero, I and L for one, in what is otherwise digits. */
const digitsOf = (text: string): string =>
  /^(?=.*\d)[\dOIL\s-]{4,}(?:RT\d{4})?$/iu.test(text) ? text.replaceAll(/[oO](?![tT])/gu, '0').replaceAll(/[iIlL]/gu, '1') : text;

/** What a number looks like; null for one that may be a number on record. */
function formOf(plain: string): LooksLike | null {
  const bare = withoutLabel(plain);
  const compact = digitsOf(bare).replaceAll(/[\s-]/gu, '').toUpperCase();
  if (plain.includes('@')) return 'EMAIL_ADDRESS';
  if (/^\d(?:[.,]\d+)?E\+?\d+$/iu.test(bare)) return 'NUMBER_ROUNDED_BY_A_SPREADSHEET';
  if (/^\+?1?[\s.(-]*\d{3}[\s).-]+\d{3}[\s.-]*\d{4}(?:\s*(?:x|ext|poste).*)?$/iu.test(bare)) return 'TELEPHONE_NUMBER';
  if (/^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})$/u.test(bare)) return 'DATE';
  if (/^[A-Z]\d[A-Z] ?\d[A-Z]\d$/iu.test(bare)) return 'POSTAL_CODE';
  if (!/[\p{L}\p{N}]/u.test(bare)) return 'NOTHING_TO_READ';
  if (!/\d/u.test(bare)) return 'NAME';
  return formOfDigits(compact, bare);
}

function formOfDigits(compact: string, bare: string): LooksLike | null {
  if (isOwnDocumentNumber(bare)) return null;
  if (/^\d{9}(?:[A-Z]{2}\d{4})?$/u.test(compact)) return businessNumber(compact) === null ? 'BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT' : null;
  if (/^\d{10}$/u.test(compact)) return 'TELEPHONE_NUMBER';
  if (/^(?=(?:.*\d){4})(?=.*[A-Z])[A-Z\d]{6,8}$/u.test(compact) && !/-/u.test(bare)) return 'ACCOUNT_WITH_LETTERS';
  return /\p{L}{3,}.*\p{L}{3,}/u.test(bare) && bare.includes(' ') ? 'NAME' : null;
}

/** Whether the content of the column of names may be a number: one word with digits, or only digits. It is looked up as a name too. */
export function isNumberNotName(text: string): boolean {
  const bare = digitsOf(withoutLabel(cleaned(text)));
  if (isOwnDocumentNumber(bare)) return true;
  return /^(?=(?:.*\d){4})\S+$/u.test(bare) || /^(?=(?:.*\d){5})[\d\s-]+(?:\.0+)?(?:R[A-Z]\d{4})?$/iu.test(bare);
}
