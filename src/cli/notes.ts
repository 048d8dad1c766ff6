import type { Locale } from '../rules/messages/messages.ts';
import { localeOfRun } from './locale-option.ts';

/** The notes below the help of a command, in the language of the run. */
export const notesIn =
  (notes: Readonly<Record<Locale, string>>): (() => string) =>
  () =>
    notes[localeOfRun(process.argv)];
