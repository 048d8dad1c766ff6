import { plainNumber } from './plain-text.ts';

/** What says that there is no value, whatever is asked for, without its accents. */
const placeholders = new Set([
  ...['n/a', 'na', 'n.a.', 'n.a', 'none', 'null', 'nil', 'nan', 'tbd', 'tba', 'tbc', 'unknown', 'unk', 'pending', 'exempt', 's/o', 's.o.'],
  ...['to be determined', 'to be confirmed', 'to be announced', 'to be named', 'not applicable', 'not available', 'no name', 'no bidder'],
  ...['a venir', 'aucun', 'aucune', 'inconnu', 'inconnue', 'a determiner', 'a confirmer', 'sans objet', 'sans nom'],
  ...['neant', 'n/d', 'n.d.', 'n.d', 'en attente', 'non disponible', 'non applicable'],
  ...['-', '--', '---', '.', '..', '...', '?', '??', '???'],
]);

/** Longer than any of them. */
const MOST_CHARACTERS = 20;

/** Whether a text only says that there is no value: `N/A`, `TBD`, `à déterminer`, a dash. */
export const isPlaceholder = (text: string): boolean => text.length <= MOST_CHARACTERS && placeholders.has(withoutAccents(text));

/** ASCII, as nearly every text is, has no accents. */
const withoutAccents = (text: string): string => {
  const plain = plainNumber(text);
  return (/^\p{ASCII}*$/u.test(plain) ? plain : plain.normalize('NFD').replaceAll(/\p{M}/gu, '')).toLowerCase();
};

/** A pattern of words from lines of them. */
const words = (...lines: readonly string[]): string => lines.join(' ').replaceAll(' ', '|');

/** What clerks write in place of a number, in small letters without accents, spaces and signs. */
const english = words(
  'none null? nil nan tb[acd] unk unknown pending exempt(?:ed)? missing new same ditto above below see notes? attached lines?',
  'rows? inprogress applied tofollow notyet waiting awaiting requested without blank empty temp temporary',
  'tobe(?:determined|confirmed|announced|assigned|named) noaccounts? nonumber',
  'not(?:applicable|available|known|provided|given|assigned|registered)',
);
const french = words(
  'aucune? inconnue? neant nulle vide manquante? nouveau nouvel nouvelle encours (?:en)?attente avenir',
  'a(?:suivre|confirmer|determiner|completer|fournir|obtenir|recevoir|demander) pas(?:encore)? pasde encore sans',
  'sans(?:objet|nom) voir idem ibid meme lignes? rangees? cijoint annexe cidessus cidessous remarque demandee? exemptee? bientot',
  'ensuspens entraitement provisoire temporaire non(?:disponible|applicable|attribue|fourni|determine|requis|connu)',
);

/** Words for the number itself: what has only these and up to three digits is no number either (`compte 1`), and four digits may be one. */
const labels = 'accounts?|acct|comptes?|wsib|cspaat|numbers?|numero|num|no';

const anyWord = `${english}|${french}`;
const months = words(
  'january february march april may june july august september october november december',
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
);

/** Only words that say none, with up to six digits between or behind them: a count, a year, the number of a line. Seven may be an account. */
const saysNone = new RegExp(
  `^(?=[a-z])(?!(?:[a-z]*\\d){7})(?:(?=.*(?:${anyWord}))(?:${anyWord}|${labels}|${months}|yet|et|and|\\d)+|(?:${labels})+\\d{1,3})$`,
);

/** Two letters that say none: with a hyphen before the digits they may begin the number of a document. */
const shortNone = /^(?:n[/.]?[ad]|s[/.]?o)\.?[\s#.]*\d{1,6}$/;

const signsOrX = /^[-–—./?x*]+[.?!]?$/;
const day = /\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b/g;

const [year, month, ofMonth] = ['(?:19|20)\\d\\d', '(?:0[1-9]|1[0-2])', '(?:0[1-9]|[12]\\d|3[01])'];

/** A day without signs behind a word: PENDING20261130. Its eight digits are no account. */
const compactDay = new RegExp(`(?<=[a-z])(?:${year}${month}${ofMonth}|${ofMonth}${month}${year}|${month}${ofMonth}${year})(?!\\d)`);

/** Longer than any number and any label before it. */
export const LONGEST_NUMBER = 64;

/** Whether a text only says that there is no number, also with a count, a year or a day behind it: `TBD1`, `PENDING2026`, `en attente 2026`, zeros. */
export function isNumberPlaceholder(text: string): boolean {
  if (/^\d+$/.test(text)) return /^0+$/.test(text);
  if (text.length > LONGEST_NUMBER) return false;
  const plain = withoutAccents(text);
  if (placeholders.has(plain) || signsOrX.test(plain) || shortNone.test(plain)) return true;
  const compact = plain
    .replaceAll(day, '')
    .replaceAll(/[^a-z\d]/g, '')
    .replace(compactDay, '');
  return /^0+$/.test(compact) || saysNone.test(compact);
}
