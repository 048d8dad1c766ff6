import { plainText } from '../identifiers/plain-text.ts';
import { unmarked } from './cell-marks.ts';
import type { ImportFile } from './column.ts';
import type { Table } from './row.ts';

/** A file of the format, and where to read its rows. */
export interface FoundFile {
  readonly file: ImportFile;
  readonly table: Table;
  /** The names of the columns, in order. */
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Why there is no header. */
  readonly unreadable: string | null;
}

/** A problem of a header, which prevents the whole import. */
export interface HeaderProblem {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}

/** A column's or a sheet's name as the format has it; people write it with spaces and capitals. */
export const nameMeant = (text: string): string =>
  unmarked({}, plainText(text))
    .text.toLowerCase()
    .replaceAll(/[\s.-]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

/** Columns of a workbook of bad rows, which can be imported as it is after correction. */
export const reportColumns = {
  en: { line: 'line', mend: 'what_to_mend' },
  fr: { line: 'ligne', mend: 'à_corriger' },
} as const;

/** Names of the columns that only a workbook of bad rows has. */
export const passedOver: readonly string[] = Object.values(reportColumns).flatMap(({ line, mend }) => [line, mend]);

/** Whether a value stands in a column without a name. */
export const isStray = (value: string, at: number, header: readonly string[]): boolean => (header[at] ?? '') === '' && value.trim() !== '';

/** How many columns of the file a header names. */
export const columnsNamed = (file: ImportFile, header: readonly string[]): number =>
  file.columns.filter(({ name }) => header.includes(name)).length;

/** The problems of a file's header. */
export function headerProblems({ file, table, header, headerLine, unreadable }: FoundFile): readonly HeaderProblem[] {
  const problem = (column: string, reason: string): HeaderProblem => ({ file: table.label, line: headerLine, column, reason });
  if (unreadable) return [problem('', unreadable)];
  const expected = file.columns.map(({ name }) => name);
  if (columnsNamed(file, header) === 0) return [problem('', `its first row names none of the columns ${expected.join(', ')}`)];
  return [
    ...file.columns
      .filter(({ name, required, mustBeThere }) => (required || mustBeThere) && !header.includes(name))
      .map(({ name }) => problem(name, 'the column is missing')),
    ...header
      .filter((name, at) => name !== '' && header.indexOf(name) === at && ![...expected, ...passedOver].includes(name))
      .map((name) => problem(shown(name), 'there is no such column in this file')),
    ...expected
      .filter((name) => header.indexOf(name) !== header.lastIndexOf(name))
      .map((name) => problem(name, 'the column appears more than once')),
  ];
}

export const inOneCell =
  'the names of the columns are in one cell: separate values with commas, semicolons or tabs, and put quotes around each value, not around the row';

/** Whether one name holds those of several columns: their separator is none that is read, or quotes stand around the whole row. */
export const isInOneCell = (file: ImportFile, header: readonly string[]): boolean =>
  header.some((name) => columnsNamed(file, name.split(/[^\p{L}\p{N}\s_-]+/u).map(nameMeant)) > 1);

const shown = (name: string): string => name.replaceAll(/[^\p{L}\p{N}_ .-]/gu, '?').slice(0, 60);
