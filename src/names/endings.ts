/** What the ending of a name says about the firm. Full form and abbreviation are one ending; Limited and Limitée, however, are two names. */
export interface LegalEnding {
  readonly id: string;
  /** Words in the form of `tokensOf`; each entry is a sequence of words. */
  readonly forms: readonly string[];
  /** Whether a legal name ends with it; a company or a registered name may add it or leave it out. */
  readonly isLegal: boolean;
  readonly source: string;
}

const corporate = 'OBCA (R.S.O. 1990, c. B.16) s. 10 (1); CBCA (R.S.C. 1985, c. C-44) s. 10 (1)';
const quebec = 'LSAQ (RLRQ, c. S-31.1), at the end of the name';

/**
 * The legal endings of Ontario, Canada and Quebec in both languages. A corporation may use the full or the abbreviated form (OBCA s. 10 (1)); `inc.`
 * abbreviates both Incorporated and Incorporée, so the three are one.
 */
export const legalEndings: readonly LegalEnding[] = [
  { id: 'LIMITED', forms: ['limited', 'ltd'], isLegal: true, source: corporate },
  { id: 'LIMITEE', forms: ['limitee', 'ltee'], isLegal: true, source: `${corporate}; ${quebec}` },
  { id: 'INCORPORATED', forms: ['incorporated', 'incorporee', 'inc'], isLegal: true, source: `${corporate}; ${quebec}` },
  { id: 'CORPORATION', forms: ['corporation', 'corp'], isLegal: true, source: corporate },
  { id: 'SOCIETE_PAR_ACTIONS', forms: ['societe par actions', 'sa'], isLegal: true, source: quebec },
  { id: 'SARF', forms: ['societe par actions de regime federal', 'sarf'], isLegal: true, source: 'CBCA s. 10 (1)' },
  {
    id: 'ULC',
    forms: ['unlimited liability company', 'ulc'],
    isLegal: true,
    source: 'Business Corporations Acts of Alberta and British Columbia',
  },
  {
    id: 'LLC',
    forms: ['limited liability company', 'llc'],
    isLegal: true,
    source: 'Extra-Provincial Limited Liability Company Act of Ontario',
  },
  { id: 'PLC', forms: ['public limited company', 'plc'], isLegal: true, source: 'Companies Act 2006 (United Kingdom) s. 58' },
  { id: 'LLP', forms: ['limited liability partnership', 'llp'], isLegal: true, source: 'Partnerships Act (R.S.O. 1990, c. P.5) s. 44.3' },
  {
    id: 'SRL',
    forms: ['societe a responsabilite limitee', 'srl'],
    isLegal: true,
    source: 'Partnerships Act (R.S.O. 1990, c. P.5) s. 44.3',
  },
  { id: 'LP', forms: ['limited partnership', 'lp'], isLegal: true, source: 'Limited Partnerships Act (R.S.O. 1990, c. L.16)' },
  { id: 'SENC', forms: ['societe en nom collectif', 'senc'], isLegal: true, source: 'Code civil du Québec, art. 2189' },
  {
    id: 'SENCRL',
    forms: ['societe en nom collectif a responsabilite limitee', 'sencrl'],
    isLegal: true,
    source: 'Code civil du Québec, art. 2189; Code des professions (RLRQ, c. C-26)',
  },
  { id: 'SEC', forms: ['societe en commandite', 'sec'], isLegal: true, source: 'Code civil du Québec, art. 2189' },
  { id: 'COMPANY', forms: ['company', 'co'], isLegal: false, source: 'no Act: part of the name by custom' },
  {
    id: 'COMPAGNIE',
    forms: ['compagnie', 'cie'],
    isLegal: false,
    source: 'Loi sur les compagnies (RLRQ, c. C-38); part of the name by custom',
  },
  {
    id: 'ENREGISTREE',
    forms: ['enregistree', 'enregistre', 'enrg', 'enr'],
    isLegal: false,
    source: 'a name registered in Quebec, by custom',
  },
  { id: 'REGISTERED', forms: ['registered', 'regd', 'reg'], isLegal: false, source: 'a name registered in Ontario, by custom' },
  { id: 'COOPERATIVE', forms: ['coop'], isLegal: false, source: 'Co-operative Corporations Act (R.S.O. 1990, c. C.35)' },
  { id: 'RI', forms: ['ri'], isLegal: false, source: 'by custom' },
];

interface EndingForm {
  readonly words: readonly string[];
  readonly ending: LegalEnding;
}

const longestFirst: readonly EndingForm[] = legalEndings
  .flatMap((ending) => ending.forms.map((form) => ({ words: form.split(' '), ending })))
  .sort((a, b) => b.words.length - a.words.length);

/** The forms that end with a word, the longest first: most words end none. */
const formsByLastWord = new Map<string, EndingForm[]>();
for (const form of longestFirst) {
  const last = form.words.at(-1) ?? '';
  formsByLastWord.set(last, [...(formsByLastWord.get(last) ?? []), form]);
}

/** The last words of the legal endings, and single letters, because initials are also written apart. */
export const lastWordsOfEndings: ReadonlySet<string> = new Set([
  ...legalEndings.filter(({ isLegal }) => isLegal).flatMap(({ forms }) => forms.map((form) => form.split(' ').at(-1) ?? form)),
  ...'abcdefghijklmnopqrstuvwxyz',
]);

/** A name's words without its endings, and the endings in order. */
export interface EndedName {
  readonly named: readonly string[];
  readonly endings: readonly LegalEnding[];
}

/** Removes the endings from the end of a name; a name that consists of nothing else keeps its first word. */
export function withoutEndings(tokens: readonly string[]): EndedName {
  const endings: LegalEnding[] = [];
  let named = tokens;
  for (;;) {
    const forms = formsByLastWord.get(named.at(-1) ?? '') ?? [];
    const last = forms.find(({ words }) => words.length < named.length && endsWith(named, words));
    if (!last) return { named, endings };
    endings.unshift(last.ending);
    named = named.slice(0, named.length - last.words.length);
    if (named.length > 1 && named.at(-1) === '&') named = named.slice(0, -1);
  }
}

/** The legal ending at a position among words, and its number of words; null if there is none. */
export function legalEndingAt(tokens: readonly string[], at: number): { readonly id: string; readonly length: number } | null {
  const form = longestFirst.find(({ words, ending }) => ending.isLegal && words.every((word, index) => tokens[at + index] === word));
  return form ? { id: form.ending.id, length: form.words.length } : null;
}

/** The words for a legal form that a name may begin with, as in French: Corporation de Pavage Aulne. */
const fronts: ReadonlySet<string> = new Set(['corporation', 'societe']);

/**
 * Words with each legal ending in one form, at the beginning only if names begin with it: an ending need not be the last word of a name, only part of it
 * (OBCA s. 10 (1)), as in Corporation of Canada.
 */
export function withEndingsInOneForm(tokens: readonly string[]): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const ending = at > 0 || (fronts.has(tokens[0] ?? '') && tokens.length > 1) ? legalEndingAt(tokens, at) : null;
    words.push(ending?.id ?? tokens[at] ?? '');
    at += ending?.length ?? 1;
  }
  return words;
}

/** Words without legal endings behind the first one. */
export const withoutEndingsWithin = (tokens: readonly string[]): readonly string[] =>
  tokens.filter((_, at) => at === 0 || legalEndingAt(tokens, at) === null);

const endsWith = (tokens: readonly string[], end: readonly string[]): boolean =>
  end.every((word, index) => tokens[tokens.length - end.length + index] === word);
