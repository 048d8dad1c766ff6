import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The fonts of every document. They are embedded: the fonts that a PDF reader has lack letters, and spoil the ones behind those. */
const files = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  syllabics: '@expo-google-fonts/noto-sans-canadian-aboriginal/400Regular/NotoSansCanadianAboriginal_400Regular.ttf',
  syllabicsBold: '@expo-google-fonts/noto-sans-canadian-aboriginal/700Bold/NotoSansCanadianAboriginal_700Bold.ttf',
} as const;

/** A font by its use. */
export type FontName = keyof typeof files;

const read = new Map<FontName, Buffer>();

/** The file of a font, read once. */
export function fontFile(name: FontName): Buffer {
  const known = read.get(name) ?? readFileSync(require.resolve(files[name]));
  read.set(name, known);
  return known;
}

/** A run of text in one font. */
export interface Run {
  readonly text: string;
  readonly font: FontName;
}

const syllabics = /[\u1400-\u167F\u18B0-\u18FF\u{11AB0}-\u{11ABF}]+/gu;

/** A text in the fonts that its letters need: Inuktitut and Cree are written in syllabics, which the Latin font does not have. */
export function runsOf(text: string, isBold: boolean): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  const latin = (part: string) => part !== '' && runs.push({ text: part, font: isBold ? 'bold' : 'regular' });
  for (const { 0: match, index } of text.matchAll(syllabics)) {
    latin(text.slice(at, index));
    runs.push({ text: match, font: isBold ? 'syllabicsBold' : 'syllabics' });
    at = index + match.length;
  }
  latin(text.slice(at));
  return runs;
}
