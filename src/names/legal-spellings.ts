import { withoutEndings } from './endings.ts';
import { cleaned, folded, tokensOf } from './tokens.ts';

const withAndWithoutArticle = (spelling: string): readonly string[] =>
  spelling.startsWith('the ') ? [spelling, spelling.slice(4)] : [spelling, `the ${spelling}`];

/**
 * The spellings of a legal name in lower case without accents: as typed, and with each form of its ending, with `The` and without it; none for a name
 * without an ending.
 */
export function legalSpellings(name: string): readonly string[] {
  const { named, endings } = withoutEndings(tokensOf(name));
  const [ending, ...others] = endings;
  if (!endings.some(({ isLegal }) => isLegal)) return [];
  const forms = ending && others.length === 0 ? ending.forms : [];
  const spelled = forms.flatMap((form) =>
    [form, `${form}.`].flatMap((each) => [`${named.join(' ')} ${each}`, `${named.join(' ')}, ${each}`]),
  );
  return [...new Set([folded(cleaned(name)), ...spelled].flatMap(withAndWithoutArticle))];
}
