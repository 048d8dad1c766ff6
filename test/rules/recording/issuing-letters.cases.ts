import { Refusal } from '../../../src/rules/decision.ts';
import { type RestingKind, refuseLetterOn, registrationOfIntent } from '../../../src/rules/recording/issuing-letters.ts';
import { type CompactFacts, casesOf, factsOf } from '../case-file.ts';

/** One case of issuing-letters.cases.yaml, as written. */
export interface RestingLetterCase {
  readonly case: string;
  readonly facts: CompactFacts;
  readonly letter: RestingKind;
  readonly restsOn: string;
  readonly on: string;
  readonly refused: readonly string[];
}

export const restingLetterCases = casesOf<RestingLetterCase>('recording/issuing-letters.cases.yaml');

/** What the law says to a letter; one of intent that is issued rests on the registration that the law finds. */
export function judgeRestingLetter({ facts, letter, restsOn, on }: RestingLetterCase): Refusal | null {
  const refusal = refuseLetterOn(factsOf(facts), { kind: letter, restsOn }, on);
  const found = letter === 'LETTER_OF_INTENT' ? registrationOfIntent(factsOf(facts), on) : null;
  if (found !== null && found instanceof Refusal !== (refusal !== null)) throw new Error('Issuing and correcting disagree.');
  return refusal;
}
