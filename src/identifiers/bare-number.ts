import { businessNumber } from './business-number.ts';
import { plainNumber } from './plain-text.ts';
import { wsibAccount } from './wsib-account.ts';

const labels = [
  ...['wsib/cspaat', 'cspaat/wsib', 'gst/hst', 'tps/tvh', 'wsib', 'cspaat', 'account', 'acct', 'compte', 'a/c', 'firm', 'business'],
  ...['bn', 'ne', 'gst', 'hst', 'tps', 'tvh', 'cor', 'certificate', 'certificat', 'cert'],
  ...['confirmation', 'document', 'letter', 'lettre'],
].join('|');
const numberWords = 'number|numéro|num|no|nº|n°';

const label = new RegExp(String.raw`^(?:${labels}|${numberWords}|de)\.?$`, 'iu');

/** Whether a word only says what the number beside it is. */
export const isLabel = (word: string): boolean => label.test(word);

/** A word before a number that says what it is, alone or with a word for number: WSIB, Acct No. It is no part of another word, and letters with a hyphen may begin a document's number. */
const labelBefore = new RegExp(
  String.raw`^(?:(?:(?:${labels})(?:${numberWords})?|${numberWords}|de(?=\s))(?!\p{L})|[#№])(?!\p{L}+\d*\p{L}*-)[\s.:#=]*`,
  'iu',
);

/** The same after a number, as in 9000074 (WSIB) or 9000074WSIB. */
const labelAfter =
  /(?<=\d)(?:wsib|cspaat)?(?:[\s.:#=,([]+(?:wsib|cspaat|account|acct|compte|a\/c|number|no|bn|ne|gst|hst|tps|tvh)(?!\p{L}))*$/iu;

/** What spreadsheets and clerks put around a number: '9000074, ="9000074", (9000074), 9000074*. */
const wrapping = /^[\s'"’‘“”=~<([{.,;:|]+|[\s'"’‘“”*~>)\]}.,;:|?!#/]+$/gu;

/** A number with commas or dots between its thousands, as a spreadsheet shows it, or an amount. */
export const grouped = /^\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?|(?:\.\d{3}){2,})$/u;

/** A number without what stands around it: quotes and brackets, words such as WSIB or #, commas between thousands, and the .0 of a spreadsheet. */
export function bareNumber(plain: string): string {
  const bare = withoutLabels(plain);
  const whole = grouped.test(bare) ? bare.replaceAll(/,|\.(?=\d{3}(?:\.|$))/gu, '') : bare;
  return whole.replace(/^([\dOIL][\dOIL\s-]{3,})(?:\.0+|,00?)$/iu, '$1');
}

function withoutLabels(plain: string): string {
  const before = withoutLabelsBefore(westernDigits(plain).replaceAll(wrapping, '')).replaceAll(wrapping, '');
  return before.replace(labelAfter, '').replaceAll(wrapping, '');
}

/** Arabic-Indic and Persian digits, each in a row of 16 characters that begins with its zero. */
const westernDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String((digit.codePointAt(0) ?? 0) % 16));

/** One label after the other: a single expression for all of them takes exponential time for a row of #. */
function withoutLabelsBefore(text: string): string {
  let rest = text;
  for (let label = labelBefore.exec(rest); label !== null; label = labelBefore.exec(rest)) rest = rest.slice(label[0].length);
  return /^\S*\d/u.test(rest) ? rest : text;
}

/** O typed for zero, I and L for one, in what is otherwise digits. */
export const digitsOf = (text: string): string =>
  /^(?=.*\d)[\dOIL\s-]{4,}(?:RT\d{4})?$/iu.test(text) ? text.replaceAll(/[oO](?![tT])/gu, '0').replaceAll(/[iIlL]/gu, '1') : text;

/** The same of a WSIB account number on record, as SQL. */
export const accountDigitsSql = (account: string): string =>
  `case when ${account} ~ '^[0-9OIL]{4,}$' then translate(${account}, 'OIL', '011') else ${account} end`;

/** What a typed number may be stored as, the likeliest first: as it stands, without what stands around it, and with digits for letters that look like them. */
const readings = (plain: string): readonly string[] => {
  const bare = bareNumber(plain);
  return [plain, bare, digitsOf(bare)];
};

const once = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** The WSIB account numbers that somebody may mean who typed this; none where it has no digit or other characters. */
export const accountsMeant = (typed: string): readonly string[] =>
  /^\d{1,40}$/.test(typed)
    ? [typed]
    : once(readings(plainNumber(typed.normalize('NFKC'))).map(wsibAccount)).filter((text) => /^(?=.*\d)[A-Z0-9]{1,40}$/u.test(text));

/** The same of business numbers. */
export const businessNumbersMeant = (typed: string): readonly string[] =>
  once(
    readings(plainNumber(typed.normalize('NFKC')))
      .map(businessNumber)
      .filter((value) => value !== null),
  );

/**
 * The account number to record for a typed one: the digits without what stands around them; otherwise the text, since nobody can say whether a
 * letter in it stands for a digit.
 */
export function recordedAccount(typed: string): string {
  if (/^\d{1,40}$/.test(typed)) return typed;
  const plain = plainNumber(typed.normalize('NFKC'));
  const bare = wsibAccount(bareNumber(plain));
  return /^\d{4,40}$/.test(bare) ? bare : (accountsMeant(plain)[0] ?? wsibAccount(plain));
}
