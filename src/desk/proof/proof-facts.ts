import { type Locale, writeDay } from '../../rules/messages/messages.ts';
import type { ProofAnswer } from '../operations.ts';
import { capitalized } from '../standing-words.ts';
import { sayIn, type WordId } from '../words.ts';

/** What is said of a document first: its words, their sign, and their colour. */
export interface Verdict {
  readonly word: WordId;
  readonly sign: '✓' | '✗' | '?';
  readonly tone: 'good' | 'bad' | 'open';
}

/** A document of another firm proves nothing, nor does one whose firm nobody has compared: its number may have been guessed. */
export function verdictOf({ inEffect, holderAgrees, organizationName }: ProofAnswer): Verdict {
  if (holderAgrees === false) return { word: 'notThisHolder', sign: '✗', tone: 'bad' };
  if (!inEffect) return { word: 'notInEffect', sign: '✗', tone: 'bad' };
  return organizationName === null
    ? { word: 'inEffectForSomebody', sign: '?', tone: 'open' }
    : { word: 'inEffect', sign: '✓', tone: 'good' };
}

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

/** What a person has besides the number: the code beside it, which has eight letters and digits, a WSIB account, or the name of the firm. */
export function holderOf(text: string): Readonly<Record<string, string>> | null {
  if (text === '') return null;
  if (/^(?=.*\d)(?=.*[a-z])[0-9a-z]{8}$/i.test(text)) return { code: text };
  return /\p{L}/u.test(text) ? { name: text } : { wsibAccount: text };
}
