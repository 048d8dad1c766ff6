import { enumLabel } from '../rules/messages/enum-label.ts';
import type { Locale } from '../rules/messages/messages.ts';
import type { Column, ImportFile } from './column.ts';
import { columnWords, enumOfColumn } from './column-words.ts';
import { problemIn } from './french.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

/** Writes a workbook with an empty sheet for each file of the format, and one that explains the columns. */
export async function writeTemplate(path: string, files: readonly ImportFile[], locale: Locale = 'en'): Promise<void> {
  const sheets = files.map((file) => ({ name: sheetOf(file), header: file.columns.map(({ name }) => name), rows: [] }));
  const rows = files.flatMap((file) =>
    file.columns.map((column) => {
      const sheet = sheetOf(file);
      const words = columnWords(locale, sheet, column.name) ?? column.name;
      return [sheet, column.name, words, demandOf(file, column, locale), contentOf(sheet, column, locale)];
    }),
  );
  const { readMe, header } = words[locale];
  await writeWorkbook(path, [{ name: readMe, header, rows }, ...sheets]);
}

const words = {
  en: {
    readMe: 'Read me',
    header: ['sheet', 'column', 'what it is', 'must it be filled in?', 'how it is written'],
    yes: 'yes',
    no: 'no',
    key: 'yes, with a different value in each row',
    keys: (names: string) => `yes; ${names} together identify a row`,
    reference: (sheet: string) => `a value from the first column of ${sheet}`,
    day: 'a day, YYYY-MM-DD',
    names: 'names separated by semicolons',
    text: 'text',
  },
  fr: {
    readMe: 'Lisez-moi',
    header: ['feuille', 'colonne', 'ce que c’est', 'doit-elle être remplie?', 'comment l’écrire'],
    yes: 'oui',
    no: 'non',
    key: 'oui, avec une valeur différente à chaque ligne',
    keys: (names: string) => `oui; ${names} identifient ensemble une ligne`,
    reference: (sheet: string) => `une valeur de la première colonne de ${sheet}`,
    day: 'un jour, AAAA-MM-JJ',
    names: 'des noms séparés par des points-virgules',
    text: 'du texte',
  },
} as const;

const sheetOf = ({ name }: ImportFile): string => name.replace('.csv', '');

function demandOf({ key }: ImportFile, { name, required }: Column, locale: Locale): string {
  const said = words[locale];
  if (key.includes(name)) return key.length === 1 ? said.key : said.keys(key.join(', '));
  return required ? said.yes : said.no;
}

function contentOf(sheet: string, { type, refersTo, read, name }: Column, locale: Locale): string {
  const said = words[locale];
  if (refersTo) return said.reference(refersTo.replace('.csv', ''));
  if (type === 'date') return said.day;
  // The reason that a reader gives for a bad value says what it accepts.
  const refusal = read('!');
  if (typeof refusal === 'string') return type === 'text[]' ? said.names : said.text;
  const accepted = problemIn(locale, refusal.reason).replace(howRefused, '');
  return locale === 'en' || !namesValues.test(refusal.reason)
    ? accepted
    : accepted.replace(/\b[A-Z]+(?:_[A-Z\d]+)+\b|\b[A-Z]{4,}\b/g, (value) => inWords(locale, enumOfColumn(sheet, name), value));
}

const namesValues = /^must (be|hold) (one|[A-Z])/;

/** A value as files have it, with its words behind it: `EXTERNAL (vérification externe)`. */
function inWords(locale: Locale, enumName: string, value: string): string {
  const label = enumLabel(locale, enumName, value);
  return label === null ? value : `${value} (${label})`;
}

const howRefused = /^(must be|must hold|doit être|doit contenir) ?/;
