import { bareNumber } from './bare-number.ts';
import { plainNumber } from './plain-text.ts';

/** What a document number may look like when typed or pasted: up to 64 characters on one line, some of them visible. */
export const documentNumberForm = /^\s*(?=.*[^\s\p{C}])[^\p{Cc}\p{Cs}\p{Co}\p{Cn}]{1,64}\s*$/u;

/**
 * The numbers a document may be stored under, given one as somebody typed it: as it stands; as one sees it; with a soft hyphen taken for a
 * hyphen, as some PDF files have it; in plain characters for full-width or other forms of them, without what stands around it; and, where it can be
 * read as one of our own form (`COR-<year>-` and ten characters of Crockford's base 32), that. Imported numbers have no form we know, so their
 * letters are typed as they are, or small for capitals.
 */
export function numbersMeant(typed: string): readonly string[] {
  const [seen, plain] = [plainNumber(typed), plainOf(typed)];
  const readings = [typed.trim(), seen, plainNumber(typed.replaceAll('\u00AD', '-'))];
  const ours = ownForm(seen) ?? ownForm(ownPartOf(plain));
  if (ours !== null) return once([...readings, ours]);
  return once([...readings, ...once([seen, plain, bareOf(plain)]).flatMap((text) => [text, text.toUpperCase(), asWritten(text)])]);
}

/** Each text once: they are a few. */
const once = (texts: readonly string[]): readonly string[] => texts.filter((text, at) => texts.indexOf(text) === at);

/** What follows words and signs before the first COR, without signs behind it. */
const ownPartOf = (plain: string): string =>
  plain.replace(/^.*?(?<![\p{L}\p{N}])(?=C[O0]R[\s-]*[\dOIL])/iu, '').replace(/[^\p{L}\p{N}]+$/u, '');

/** Without what stands around it, if that leaves a number: the letters before a hyphen are part of one. */
function bareOf(plain: string): string {
  const bare = bareNumber(plain);
  return /^[^-]/u.test(bare) ? bare : plain;
}

const plainOf = (typed: string): string => plainNumber(typed.normalize('NFKC'));

/** An imported number in groups, as its association most likely wrote it: hyphens between them, and no O, I or L among digits. */
const asWritten = (seen: string): string =>
  seen
    .toUpperCase()
    .split(/ ?[-_./] ?| /u)
    .map((group) => (/^(?=.*\d)[\dOIL]+$/u.test(group) ? asDigits(group) : group))
    .join('-');

/** Whether a number is of our own form, however it is written. */
export const isOwnDocumentNumber = (typed: string): boolean => ownForm(plainOf(typed)) !== null;

/** Our own form of what was typed: in capitals, separators aside, O read as 0, I and L as 1; null when it is not of that form. */
function ownForm(typed: string): string | null {
  // Most numbers are of another kind, and are asked in hundreds.
  if (!/^[\s-]*[cC]/.test(typed)) return null;
  const compact = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  const [, year, random] = /^C[O0]R([0-9OIL]{4})([0-9A-Z]{10})$/.exec(compact) ?? [];
  if (year === undefined || random === undefined || random.includes('U')) return null;
  return `COR-${asDigits(year)}-${asDigits(random)}`;
}

const asDigits = (text: string): string => text.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
