import { readPartners } from './partners.ts';
import { type NamePart, partsOf, unnumbered, withoutBareShares } from './parts.ts';
import { withLinesAsList } from './separators.ts';

/** What was typed for one firm: all of it, which may be its name, and its parts. */
export interface FirmText {
  readonly text: string;
  readonly parts: readonly NamePart[];
}

/** What was typed in a row, parsed: one firm, or each partner of a joint venture. */
export interface ReadName {
  /** All of it as one firm's name: a firm's own name may have the words for a joint venture in it. */
  readonly whole: FirmText;
  readonly isJointVenture: boolean;
  /** None if nothing was typed. */
  readonly firms: readonly FirmText[];
  /** A name that the joint venture itself has beside those of its partners. */
  readonly ownName: string | null;
}

/** Parses a name as typed. */
export function readName(typed: string): ReadName {
  const text = unnumbered(typed);
  const whole: FirmText = { text, parts: [{ role: 'NAME', text }] };
  const { texts, ownName, unmarked } = readPartners(withoutBareShares(withLinesAsList(typed)));
  if (texts.length > 1) return { whole, isJointVenture: true, firms: texts.map(firmText), ownName };
  const parts = unmarked ? partsUnmarked(text, unmarked) : partsOf(text);
  return { whole, isJointVenture: false, firms: parts.length === 0 ? [] : [{ text, parts }], ownName };
}

/** One firm's text, and its parts. */
export const firmText = (text: string): FirmText => ({ text: unnumbered(text), parts: partsOf(text) });

/** The parts of a text with the words for a joint venture of which it names one partner: these words are a note. */
function partsUnmarked(whole: string, { text, marker }: { readonly text: string; readonly marker: string }): readonly NamePart[] {
  const parts = partsOf(text);
  return parts.length === 0 ? partsOf(whole) : [...parts, { role: 'NOTE', text: marker }];
}
