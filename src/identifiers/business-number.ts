import { compactNumber } from './plain-text.ts';

/**
 * A CRA business number as the registry keeps it: nine digits with their check digit, and the program account after them where one
 * was given (`RT0001`), without spaces or hyphens. Null for anything else.
 */
export function businessNumber(text: string): string | null {
  const compact = compactNumber(text);
  return /^\d{9}([A-Z]{2}\d{4})?$/.test(compact) && hasLuhnCheckDigit(compact.slice(0, 9)) ? compact : null;
}

/** Every second digit from the right counts double, its own digits summed; the whole must be divisible by ten. */
function hasLuhnCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + weight(Number(digit), index), 0);
  return sum % 10 === 0;
}

function weight(digit: number, index: number): number {
  if (index % 2 === 0) return digit;
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}
