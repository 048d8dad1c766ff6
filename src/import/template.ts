import type { Column, ImportFile } from './column.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

/** Writes a workbook with an empty sheet for each file of the format, and one that explains the columns. */
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
    return key.length === 1 ? 'yes, with a different value in each row' : `yes; ${key.join(', ')} together identify a row`;
  return required ? 'yes' : 'no';
}

function contentOf({ type, refersTo, read, name }: Column): string {
  if (refersTo) return `a value from the first column of ${refersTo.replace('.csv', '')}`;
  if (type === 'date') return 'a day, YYYY-MM-DD';
  // The reason that a reader gives for a bad value says what it accepts.
  const refusal = read('?!');
  if (typeof refusal !== 'string') return refusal.reason.replace(/^(must be|must hold|does not have the form of) /, '');
  return type === 'text[]' ? 'names separated by semicolons' : `text: ${name.replaceAll('_', ' ')}`;
}
