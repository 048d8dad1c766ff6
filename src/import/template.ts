import type { Column, ImportFile } from './column.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

/** Writes a workbook with an empty sheet for each file of the format, and one that says what the columns hold. */
export async function writeTemplate(path: string, files: readonly ImportFile[]): Promise<void> {
  const sheets = files.map((file) => ({ name: sheetOf(file), header: file.columns.map(({ name }) => name), rows: [] }));
  const rows = files.flatMap((file) =>
    file.columns.map((column) => [sheetOf(file), column.name, demandOf(file, column), contentOf(column)]),
  );
  await writeWorkbook(path, [{ name: 'Read me', header: ['sheet', 'column', 'must it be filled in?', 'what it holds'], rows }, ...sheets]);
}

const sheetOf = ({ name }: ImportFile): string => name.replace('.csv', '');

function demandOf({ key }: ImportFile, { name, required }: Column): string {
  if (key.includes(name))
    return key.length === 1 ? 'yes, with a value of its own in each row' : `yes; ${key.join(', ')} together name a row`;
  return required ? 'yes' : 'no';
}

function contentOf({ type, refersTo, read, name }: Column): string {
  if (refersTo) return `what stands in the first column of ${refersTo.replace('.csv', '')}`;
  if (type === 'date') return 'a day, YYYY-MM-DD';
  if (type === 'text[]') return 'names separated by semicolons';
  // What a reader says of a value that is none tells what it takes.
  const refusal = read('?!');
  return typeof refusal === 'string'
    ? `text: ${name.replaceAll('_', ' ')}`
    : refusal.reason.replace(/^(must be|does not have the form of) /, '');
}
