import { withoutEndings } from './endings.ts';
import { withParticlesJoined } from './particles.ts';
import { wordsOfNamed } from './reading.ts';
import type { FirmNames } from './score.ts';
import { legalTokensOf } from './tokens.ts';
import { formsInTwoLanguages } from './two-languages.ts';

/**
 * Whether a name is one of a firm's own: its legal name in either language, the name it trades under or a former name. Capitals, accents, spaces,
 * punctuation and abbreviations do not matter, nor the form of a legal ending; a name without any is that of the firm with one. A name with another
 * ending, number, initial or word, or with fewer words, is another firm's (OBCA s. 10 (1): the ending is part of the name), and so is one like it: a
 * misspelling cannot be told from the name of another firm.
 */
export function isOwnName(typed: string, { legalName, operatingName, formerNames }: FirmNames): boolean {
  const own = [legalName, ...(operatingName === null ? [] : [operatingName]), ...formerNames].flatMap((name) => [name, ...formsOf(name)]);
  return formsOf(typed).every((form) => own.some((name) => isSame(spelledAs(form), spelledAs(name))));
}

const formsOf = (name: string): readonly string[] => formsInTwoLanguages(name) ?? [name];

interface Spelled {
  readonly letters: string;
  readonly endings: string;
}

function spelledAs(name: string): Spelled {
  const { named, endings } = withoutEndings(legalTokensOf(name));
  return { letters: wordsOfNamed(withParticlesJoined(named)).join(''), endings: endings.map(({ id }) => id).join(' ') };
}

const isSame = (typed: Spelled, name: Spelled): boolean =>
  typed.letters !== '' && typed.letters === name.letters && (typed.endings === '' || typed.endings === name.endings);
