import { type LegalEnding, legalEndings, withoutEndings } from './endings.ts';
import { cleaned, folded, tokensOf } from './tokens.ts';
import { wordsMeaning } from './translations.ts';

/**
 * The spellings of a legal name in lower case without accents: as typed, and with each form of its endings, with `The` and without it. A name of one word is
 * spelled with its other forms and the other endings too: Contractors Inc. for Contracting Ltd. Nothing else finds one that thousands have in theirs.
 */
export function legalSpellings(name: string): readonly string[] {
  const { named, endings } = withoutEndings(tokensOf(name));
  const isLegal = endings.some((ending) => ending.isLegal);
  const exact = isLegal && endings.length <= MOST_ENDINGS ? withForms(named.join(' '), endings) : [];
  const similar = named.length === 1 ? wordsMeaning(named[0] ?? '').flatMap(corporateNames) : [];
  const signs = (spelling: string) =>
    spelling.includes('&') ? ['&', 'and', 'et'].map((sign) => spelling.replaceAll('&', sign)) : [spelling];
  return [...new Set([...(isLegal ? [folded(cleaned(name))] : []), ...exact.flatMap(signs), ...similar].flatMap(withAndWithoutArticle))];
}

/** No legal name has more, and each multiplies the spellings. */
const MOST_ENDINGS = 3;

const withAndWithoutArticle = (spelling: string): readonly string[] =>
  spelling.startsWith('the ') ? [spelling, spelling.slice(4)] : [spelling, `the ${spelling}`];

/** A name with every form of each of its endings: Construction Co. Ltd., Construction Company, Limited. */
const withForms = (named: string, endings: readonly LegalEnding[]): readonly string[] =>
  endings.reduce<readonly string[]>(
    (spelled, { forms }) => spelled.flatMap((each) => forms.flatMap(written).flatMap((form) => [`${each} ${form}`, `${each}, ${form}`])),
    [named],
  );

/** A form of an ending as one may write it: ltd and ltd., lp and l.p. */
function written(form: string): readonly string[] {
  if (form.length > LONGEST_ABBREVIATION) return [form];
  return /[aeiou]/u.test(form) || form.length > 3 ? [form, `${form}.`] : [form, `${form}.`, `${[...form].join('.')}.`];
}

const LONGEST_ABBREVIATION = 6;

const corporate = legalEndings.filter(({ id }) => ['LIMITED', 'LIMITEE', 'INCORPORATED', 'CORPORATION'].includes(id));
const company = legalEndings.filter(({ id }) => id === 'COMPANY');

/** A word as a corporation's name, with and without Company. */
const corporateNames = (word: string): readonly string[] =>
  [word, ...withForms(word, company).filter((each) => !each.includes(','))].flatMap((each) =>
    corporate.flatMap((ending) => withForms(each, [ending])),
  );
