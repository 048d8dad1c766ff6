import { type ComparedName, comparedForms, comparedName, hasNothingBeside, likeness } from './likeness.ts';
import type { NameKeys } from './name-keys.ts';
import type { PartRole } from './parts.ts';
import { separatorsIn } from './separators.ts';

/** The names of a firm on record; former names only if they are visible to the caller. */
export interface FirmNames {
  readonly legalName: string;
  readonly operatingName: string | null;
  readonly formerNames: readonly string[];
}

/** Why a firm is a candidate: its legal name matches exactly, or the name of it that resembles what was typed. */
export type WhyLike =
  | 'EXACT_LEGAL_NAME'
  | 'SAME_NAME_OTHER_ENDING'
  | 'SIMILAR_LEGAL_NAME'
  | 'OPERATING_NAME'
  | 'FORMER_NAME'
  | 'NUMBER_ONE_DIGIT_OFF';

/** How similar a firm is to what was typed, from 0 to 1,000,000, and why. */
export interface NameScore {
  readonly score: number;
  readonly why: WhyLike;
  /** Whether it is all that was typed that is similar, not a part of it. */
  readonly isWhole: boolean;
}

/** A part of what was typed, prepared for comparison with many firms. */
export interface SearchedPart {
  readonly role: PartRole;
  readonly isWhole: boolean;
  readonly name: ComparedName;
  /** How many signs in it may separate two firms; none where they separate one name in two languages. */
  readonly separators: number;
}

export const searchedParts = (keys: readonly NameKeys[]): readonly SearchedPart[] => keys.map(searchedPart);

function searchedPart({ role, isWhole, text }: NameKeys): SearchedPart {
  const name = comparedName(text);
  return { role, isWhole, name, separators: name.forms.length > 0 ? 0 : separatorsIn(text) };
}

/** The weight of a part, by its kind: the name itself counts most. */
const weights: Readonly<Record<PartRole, number>> = { NAME: 1, OPERATING_NAME: 0.95, ASIDE: 0.95, FORMER_NAME: 0.85, NOTE: 0 };

/** A name with something left over counts a little less than all that was typed: the rest may distinguish two firms. */
const weightOf = ({ role, isWhole }: SearchedPart): number => weights[role] * (isWhole ? 1 : 0.99);

const nothing: NameScore = { score: 0, why: 'SIMILAR_LEGAL_NAME', isWhole: false };

/**
 * Compares a firm with what was typed, by the part and the name that are most similar. The legal name distinguishes firms with the same operating
 * name.
 */
export function scoreOf(searched: readonly SearchedPart[], { legalName, operatingName, formerNames }: FirmNames): NameScore {
  const legal = comparedForms(legalName);
  const operating = operatingName === null ? null : comparedName(operatingName);
  const former = formerNames.flatMap(comparedForms);
  const scores = searched.flatMap((part) => {
    const { name, isWhole } = part;
    const weight = weightOf(part);
    const mayBeExact = isNameItself(part, legalName);
    const byLegalName = legal.map((each) => ({ ...scoreLegal(name, each, mayBeExact, weight), isWhole }));
    const byOperatingName = operating
      ? [{ score: 0.97 * weight * likeness(name, operating), why: 'OPERATING_NAME' as const, isWhole }]
      : [];
    const byFormerName = former.map((each) => ({
      score: formerWeight(name, each) * likeness(name, each),
      why: 'FORMER_NAME' as const,
      isWhole,
    }));
    return [...byLegalName, ...byOperatingName, ...byFormerName];
  });
  const best = scores.reduce<NameScore>((a, b) => (b.score > a.score ? b : a), nothing);
  return { ...best, score: Math.round(best.score) };
}

/** The exact legal name has the full score however its ending is written, and no other name has. */
function scoreLegal(searched: ComparedName, legal: ComparedName, mayBeExact: boolean, weight: number): Pick<NameScore, 'score' | 'why'> {
  const why = whyLegal(searched, legal, mayBeExact);
  return { score: why === 'EXACT_LEGAL_NAME' ? weight * 1_000_000 : Math.min(weight * likeness(searched, legal), MOST_UNLESS_EXACT), why };
}

const MOST_UNLESS_EXACT = 985_000;

/** How similar a name is to a legal name, or to the form of it in either language. */
export const likenessToLegalName = (searched: ComparedName, legalName: string): number =>
  Math.max(...comparedForms(legalName).map((each) => likeness(searched, each)));

/** Whether a text is a name, or the form of it in either language, in part or as a whole and with nothing besides. */
export const isNameOnly = (text: string, name: string): boolean =>
  comparedForms(name).some((each) => hasNothingBeside(comparedName(text), each));

/** The very name that a firm had comes before names that are only similar; a name it has now comes before one it had. */
function formerWeight(searched: ComparedName, former: ComparedName): number {
  if (searched.legalKey !== null && searched.legalKey === former.legalKey) return 0.99;
  return sameWords(searched, former) ? 0.97 : 0.9;
}

/**
 * Only the name that the firm itself goes by can be exactly its legal name: anyone can write that he trades as another, or formerly was another. Nor can two
 * names be: Alder / Birch Paving Ltd. may be a joint venture of two firms, and is not Alder-Birch Paving Ltd.
 */
const isNameItself = ({ role, separators }: SearchedPart, legalName: string): boolean =>
  role === 'NAME' && (separators === 0 || separators <= separatorsIn(legalName));

function whyLegal(searched: ComparedName, legal: ComparedName, mayBeExact: boolean): WhyLike {
  if (mayBeExact && searched.legalKey !== null && searched.legalKey === legal.legalKey) return 'EXACT_LEGAL_NAME';
  if (searched.numbered && legal.numbered && searched.numbered.number !== legal.numbered.number) return 'NUMBER_ONE_DIGIT_OFF';
  return sameWords(searched, legal) && searched.endings !== legal.endings ? 'SAME_NAME_OTHER_ENDING' : 'SIMILAR_LEGAL_NAME';
}

const sameWords = (a: ComparedName, b: ComparedName): boolean => textOf(a) === textOf(b);
const textOf = ({ words }: ComparedName): string => words.map(({ text }) => text).join(' ');
