import { bareNumber, recordedAccount } from '../identifiers/bare-number.ts';
import { businessNumber } from '../identifiers/business-number.ts';
import { unlikeAccount } from '../identifiers/looks-like.ts';
import { isNumberPlaceholder, isPlaceholder } from '../identifiers/placeholder.ts';
import { plainNumber, plainText } from '../identifiers/plain-text.ts';
import { wsibAccount, wsibAccountForm, wsibAccountMessage } from '../identifiers/wsib-account.ts';
import { looksLikeDay, readDay } from './days.ts';

/** Why a value cannot be read, in words that follow the column's name and do not repeat the value. */
export class Unreadable {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** A word such as `None` or `TBD` where a number or key is expected. */
export const noValue = new Unreadable('means that there is no value: leave the cell empty');
/** The same in a column that must be filled in. */
export const noNeededValue = new Unreadable('means that there is no value, but the column must be filled in: type the number or key');

/** Reads one non-empty value, without invisible characters and with plain spaces, into the registry's form, as PostgreSQL's text for it. */
export type Reader = (text: string) => string | Unreadable;

const foreign = /(?![\t\n\r])[\p{Cc}\uFFFD]/u;

/** Why a value is no text, whatever its column; null if it is text. */
export function whyNotText(text: string): string | null {
  if (!foreign.test(text)) return null;
  if (text.includes('\u0000')) return 'contains a NUL character: type the value again';
  return text.includes('\uFFFD')
    ? 'has a character that could not be read, shown as �: type the value again, and save the file as UTF-8'
    : 'contains a control character: type the value again';
}

/** Text of several lines. */
export const paragraph =
  (longest: number): Reader =>
  (text) =>
    text.length > longest ? new Unreadable(`is longer than ${longest} characters`) : text;

/** Text of one line: a line break inside it becomes a space, and so does a run of spaces. */
export const line = (longest: number): Reader => {
  const read = paragraph(longest);
  return (text) => read(plainText(text));
};

/** A number or a key as it looks: every kind of hyphen becomes the plain one. A word such as `None` or `TBD` means no number. */
export const label = (longest: number): Reader => {
  const read = paragraph(longest);
  return (text) => (isPlaceholder(text) ? noValue : read(plainNumber(text)));
};

/** A day that exists, within the years that the rules cover, in any form that can be read in only one way. */
export const day: Reader = (text) => {
  const read = readDay(text);
  return 'day' in read ? read.day : new Unreadable(read.whyNot);
};

/** One of the given words; capitals, and spaces or hyphens for the underscores, do not matter. */
export const oneOf = (...words: readonly string[]): Reader => {
  const known = new Set(words);
  const wanted = words.length > 3 ? `must be one of ${words.join(', ')}` : `must be ${words.join(', ').replace(/, (?!.*, )/, ' or ')}`;
  return (text) => {
    const word = known.has(text) ? text : wordMeant(text);
    return known.has(word) ? word : new Unreadable(wanted);
  };
};

const wordMeant = (text: string): string =>
  plainNumber(text)
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_')
    .replace(/^(\d+)\.0+$/, '$1');

/** Some of the given words, separated by semicolons, as an array. */
export const someOf = (...words: readonly string[]): Reader => {
  const read = oneOf(...words);
  return (text) => {
    const each = text.split(';').map((word) => read(word.trim()));
    const bad = each.some((word) => word instanceof Unreadable);
    return bad ? new Unreadable(`must hold one or several of ${words.join(', ')}, separated by semicolons`) : `{${each.join(',')}}`;
  };
};

/** A whole number within bounds. */
export const wholeNumber =
  (least: number, most: number): Reader =>
  (text) => {
    const number = plainNumber(text).replace(/\.0+$/, '');
    return /^\d{1,9}$/.test(number) && Number(number) >= least && Number(number) <= most
      ? number
      : new Unreadable(`must be a whole number from ${least} to ${most}`);
  };

/** More than 0 and at most 1, without a percent sign: 0.85 may be 85 %, as a spreadsheet stores it. */
const fraction = /^(?:0?[.,](?=\d*[1-9])\d+|1(?:[.,]0+)?)$/;

/** A score in percent, with at most two decimals, kept as given. */
export const percent: Reader = (text) => {
  const plain = plainNumber(text);
  if (fraction.test(plain))
    return new Unreadable(
      'may be a fraction, as a spreadsheet stores a percentage: type 85 for 85 %, or the sign too, as in 0.85 %, if that is meant',
    );
  const [, score] = /^(\d{1,3}(?:[.,]\d{1,2})?) ?%?$/.exec(plain) ?? [];
  const number = score?.replace(',', '.');
  return number !== undefined && Number(number) <= 100
    ? number
    : new Unreadable('must be a number from 0 to 100 with at most two decimals');
};

/** `yes` or `no`, in letters of either case, in French too, and as spreadsheets write it. */
export const yesOrNo: Reader = (text) =>
  /^(yes|y|true|oui|o|vrai|1)$/i.test(text) ? 't' : /^(no|n|false|non|faux|0)$/i.test(text) ? 'f' : new Unreadable('must be yes or no');

/** Why a number without its hyphens would be taken for another one; null if it would not. */
function whyNotNumber(bare: string): string | null {
  if (/^-|-$/.test(bare)) return 'has a minus sign: type the number without it';
  return looksLikeDay(bare) ? 'looks like a day, perhaps made by a spreadsheet of a number: type the number again' : null;
}

/** A CRA business number, with or without its program account, as the API reads it. */
export const businessNumberValue: Reader = (text) => {
  const bare = bareNumber(plainNumber(text.normalize('NFKC')));
  const whyNot = whyNotNumber(bare);
  if (whyNot !== null) return new Unreadable(whyNot);
  return (
    businessNumber(bare) ??
    new Unreadable('must be nine digits that pass their check digit, and a program account (RT0001) or nothing after them')
  );
};

/** A WSIB account number as the API reads it, of the form that this registry sets besides. */
export const wsibAccountValue =
  (form: RegExp): Reader =>
  (text) => {
    const account = recordedAccount(text);
    if (isNumberPlaceholder(text) || isNumberPlaceholder(account)) return noValue;
    if (!wsibAccountForm.test(account)) return new Unreadable(wsibAccountMessage.message);
    if (unlikeAccount(text) === 'SEVERAL_NUMBERS') return new Unreadable('holds several numbers: an account has one');
    const whyNot = form.test(account)
      ? whyNotNumber(bareNumber(plainNumber(text)))
      : 'is too short, or of another form than this registry takes, for a WSIB account number: type it again, or leave the cell empty';
    return whyNot === null ? account : new Unreadable(whyNot);
  };

export const numberAlone = 'was read as the number alone, without what stands around it: type the number alone';

/** the numbers of today are seven digits, but their form may change. */
export function wsibAccountDoubts(account: string, text: string): readonly string[] {
  const isWhole = wsibAccount(text.normalize('NFKC')) === account;
  return [
    ...(isWhole ? [] : [numberAlone]),
    ...(/^\d+$/.test(account) && !/^\d{7,8}$/.test(account)
      ? ['is longer or shorter than the WSIB account numbers of today, which have seven digits']
      : []),
    ...(/[A-Z]/.test(account)
      ? ['has a letter, and the WSIB account numbers of today have digits only: O may stand for 0, and I for 1']
      : []),
  ];
}

/** Codes of characters without their semicolon, by the names that English and French texts need. */
const code =
  '&(?:#\\d{2,6}|#x[\\da-fA-F]{2,5}|amp|apos|quot|lt|gt|nbsp|copy|reg|trade|deg|hellip|[lr][sd]quo|[lr]aquo|[mn]dash|(?:oe|OE|ae|AE|sz)lig|[A-Za-z](?:acute|grave|circ|uml|cedil|tilde|ring|slash|caron))';
const codeAtEnd = new RegExp(`${code}$`);
const codeInside = new RegExp(`${code}(?![A-Za-z\\d])`);

/** Whether a text has the code of a character, such as `&amp;`; any word counts if it ends in a semicolon. */
export const hasCode = (text: string): boolean => text.includes('&') && (/&[a-z]{2,8};/i.test(text) || codeInside.test(text));

/** Whether a text ends with the code of a character whose semicolon is missing, because it was taken for a separator. */
export const endsInCode = (text: string): boolean => codeAtEnd.test(text);
export const endsInCodeReason =
  'ends with the code of a character, such as &amp, without its semicolon, which may have separated two values: type the character';

/** Names separated by semicolons, as an array; a semicolon inside a name is preceded by a backslash. */
export const names = (most: number, longest: number): Reader => {
  const readLine = line(longest);
  const read: Reader = (name) => (endsInCode(name) ? new Unreadable(endsInCodeReason) : readLine(name));
  return (text) => {
    const each = text
      .split(/(?<!\\);/)
      .map((name) => name.replaceAll('\\;', ';').trim())
      .filter(Boolean)
      .map(read);
    const bad = each.find((name) => name instanceof Unreadable);
    if (bad instanceof Unreadable) return new Unreadable(`has a name that ${bad.reason}`);
    return each.length > most ? new Unreadable(`has more than ${most} names`) : `{${each.map(arrayElement).join(',')}}`;
  };
};

const arrayElement = (text: string | Unreadable): string => `"${String(text).replaceAll(/["\\]/g, '\\$&')}"`;
