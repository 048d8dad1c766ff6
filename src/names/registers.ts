/** A register that gives a corporation a number as its name. */
export interface Register {
  readonly jurisdiction: string;
  readonly source: string;
}

/**
 * The registers whose numbered companies build in Ontario; the number and the jurisdiction are the name (1234567 Ontario Limited, 9123-4567 Québec inc.).
 */
export const registers: readonly Register[] = [
  { jurisdiction: 'ontario', source: 'OBCA (R.S.O. 1990, c. B.16) s. 8; O. Reg. 398/21' },
  { jurisdiction: 'canada', source: 'CBCA (R.S.C. 1985, c. C-44) s. 11 (2)' },
  { jurisdiction: 'quebec', source: 'LSAQ (RLRQ, c. S-31.1): désignation numérique' },
  ...['alberta', 'bc', 'manitoba', 'nb', 'saskatchewan'].map((jurisdiction) => ({
    jurisdiction,
    source: 'by custom: the other provinces do the same',
  })),
];

/** The registers by the words for them. */
const jurisdictions: ReadonlyMap<string, string> = new Map([
  ...registers.map(({ jurisdiction }) => [jurisdiction, jurisdiction] as const),
  ...['canadian', 'canadien', 'canadienne'].map((word) => [word, 'canada'] as const),
  ...Object.entries({
    on: 'ontario',
    ab: 'alberta',
    alta: 'alberta',
    mb: 'manitoba',
    man: 'manitoba',
    sk: 'saskatchewan',
    sask: 'saskatchewan',
  }),
]);

/** The number of a numbered company and its register. */
export interface NumberedCompany {
  readonly number: string;
  readonly jurisdiction: string | null;
}

/**
 * Parses the words of a name as a numbered company: five to nine digits and its register, if it is named, on either side. Null for any other name. Zeros in
 * front do not count.
 */
export function numberedCompany(words: readonly string[]): NumberedCompany | null {
  const [digits = '', jurisdiction, ...more] = jurisdictions.has(words[0] ?? '') ? [words[1], words[0], ...words.slice(2)] : words;
  if (!/^\d{5,9}$/.test(digits) || more.length > 0) return null;
  const number = digits.replace(/^0+(?=\d{5})/u, '');
  if (jurisdiction === undefined) return { number, jurisdiction: null };
  const register = jurisdictions.get(jurisdiction);
  return register === undefined ? null : { number, jurisdiction: register };
}

/** Whether two numbers differ by one digit: a different one, an extra one, a missing one, or two neighbours swapped. */
export function isOneDigitOff(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (Math.max(left.length, right.length) <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
