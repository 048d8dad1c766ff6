import { type Locale, writeDay } from '../../rules/messages/messages.ts';
import type { ProofAnswer } from '../operations.ts';
import { capitalized } from '../standing-words.ts';
import { sayIn } from '../words.ts';

/** What stands on the document, by name. */
export function factsOf(locale: Locale, proof: ProofAnswer): readonly (readonly [string, string])[] {
  const say = sayIn(locale);
  const { kindEn, kindFr, number, organizationName, wsibAccount, issuedOn, year, on } = proof;
  return [
    [say('kind'), capitalized(locale === 'fr' ? kindFr : kindEn)],
    [say('number'), number],
    // Null for an imported number, which can be guessed.
    ...(organizationName === null ? [] : [[say('issuedTo'), organizationName] as const]),
    ...(wsibAccount === null ? [] : [[say('wsibAccount'), wsibAccount] as const]),
    [say('issuedOn'), writeDay(locale, issuedOn)],
    ...(year === null ? [] : [[say('year'), String(year)] as const]),
    [say('answeredOn'), writeDay(locale, on)],
  ];
}
