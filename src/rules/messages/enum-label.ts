import { englishWords } from './english.ts';
import { englishEnums } from './enums.en.ts';
import { frenchEnums } from './enums.fr.ts';
import { frenchWords } from './french.ts';
import type { Locale } from './messages.ts';
import { englishRefusals, frenchRefusals } from './refusals.ts';

type Words = Readonly<Record<string, string>>;
type ByEnum = Readonly<Record<string, Words>>;

const words: Readonly<Record<Locale, Words>> = { en: englishWords, fr: frenchWords };
const enums: Readonly<Record<Locale, ByEnum>> = {
  en: { ...englishEnums, RefusalCode: englishRefusals },
  fr: { ...frenchEnums, RefusalCode: frenchRefusals },
};

/** What a person calls the value of an enum: the words of the enum, else those of the sentences; null where there are none. */
export const enumLabel = (locale: Locale, name: string, value: string): string | null =>
  enums[locale][name]?.[value] ?? words[locale][value] ?? null;

/** The same for a value that has words: the value itself where there are none. */
export const labelOf = (locale: Locale, name: string, value: string): string => enumLabel(locale, name, value) ?? value;
