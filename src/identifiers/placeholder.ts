import { plainNumber } from './plain-text.ts';

const placeholders = new Set([
  ...['n/a', 'na', 'n.a.', 'n.a', 'none', 'null', 'nil', 'nan', 'tbd', 'tba', 'tbc', 'unknown', 'unk', 'pending', 'exempt', 's/o', 's.o.'],
  ...['to be determined', 'to be confirmed', 'to be announced', 'to be named', 'not applicable', 'not available', 'no name', 'no bidder'],
  ...['à venir', 'aucun', 'aucune', 'inconnu', 'à déterminer', 'a determiner', 'à confirmer', 'a confirmer', 'sans objet', 'sans nom'],
  ...['-', '--', '---', '.', '..', '...', '?', '??', '???'],
]);

/** Longer than any of them. */
const MOST_CHARACTERS = 20;

/** Whether a text only says that there is no value: `N/A`, `TBD`, `à déterminer`, a dash. */
export const isPlaceholder = (text: string): boolean => text.length <= MOST_CHARACTERS && placeholders.has(plainNumber(text).toLowerCase());

/**
 * What says that there is no account number, although it has a digit, without spaces and hyphens: only zeros, or a placeholder with a count or a year
 * behind it, as in `TBD1` and `PENDING2026`. Seven digits behind a word may be a number.
 */
export const numberedPlaceholder = /^(?:0+|(?:none|null?|nil|tb[acd]|unk(?:nown)?|pending|exempt|aucune?|inconnue?)[#.]?\d{1,6})$/iu;
