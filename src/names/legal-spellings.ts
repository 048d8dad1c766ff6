import { withoutEndings } from './endings.ts';
import { cleaned, folded, tokensOf } from './tokens.ts';

/** The spellings of a legal name in lower case without accents: as typed, and with each form of its ending; none for a name without an ending. */
export function legalSpellings(name: string): readonly string[] {
  const { named, endings } = withoutEndings(tokensOf(name));
  const [ending, ...others] = endings;
  if (!endings.some(({ isLegal }) => isLegal)) return [];
  const forms = ending && others.length === 0 ? ending.forms : [];
  const spelled = forms.flatMap((form) =>
    [form, `${form}.`].flatMap((each) => [`${named.join(' ')} ${each}`, `${named.join(' ')}, ${each}`]),
  );
  return [...new Set([folded(cleaned(name)), ...spelled])];
}
