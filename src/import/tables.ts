import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CannotImport } from './cannot-import.ts';
import type { ImportFile } from './column.ts';
import { type CsvFile, csvRows } from './csv-rows.ts';
import { decodedOnce } from './decoded-twice.ts';
import { encodingOf } from './encoding.ts';
import { columnsNamed, inOneCell, isInOneCell, nameMeant } from './headers.ts';
import type { OnBytes, Row, Table } from './row.ts';
import { UnreadableWorkbook } from './xlsx/archive.ts';
import { sheetRows } from './xlsx/sheet-rows.ts';
import { openWorkbook, type Sheet, type Workbook } from './xlsx/workbook.ts';

const ofOldCodePage =
  'has accents as the Macintosh or MS-DOS wrote them: save it anew as “CSV UTF-8” or as an Excel workbook (.xlsx), neither of which garbles them.';

/** A CSV file as a table of one of the format's files, with the separator by which one of its first rows names the most columns. */
export async function csvTable(path: string, file: ImportFile): Promise<Table> {
  const { size: bytes } = await stat(path);
  const encoding = await encodingOf(path);
  if (encoding === null) throw new CannotImport(`${path} ${ofOldCodePage}`);
  let best: CsvFile = { path, encoding, separator: ',' };
  let most = 0;
  for (const separator of [',', ';', '\t']) {
    const candidate = { path, encoding, separator };
    const named = Math.max(0, ...(await firstRows(csvTableRows(candidate))).map((row) => columnsOf(file, row)));
    if (named > most) [best, most] = [candidate, named];
  }
  return { label: basename(path), bytes, rows: (onBytes) => csvTableRows(best, onBytes) };
}

/** The rows, without the line `sep=;` that Excel expects before the header. */
async function* csvTableRows(file: CsvFile, onBytes?: OnBytes): AsyncGenerator<Row> {
  let isFirst = true;
  for await (const row of decodedOnce(csvRows(file, onBytes))) {
    const isHint = isFirst && 'values' in row && /^sep=/i.test(row.values[0] ?? '');
    isFirst = false;
    if (!isHint) yield row;
  }
}

/** The non-empty sheets of a workbook, as tables. */
export async function workbookTables(path: string): Promise<readonly (Table & { readonly sheet: string })[]> {
  const workbook = await openWorkbook(path);
  const tables = workbook.sheets.map((sheet) => sheetTable(workbook, sheet));
  const filled = await Promise.all(tables.map(async (table) => !(await isEmpty(table))));
  return tables.filter((_, at) => filled[at]);
}

function sheetTable(workbook: Workbook, sheet: Sheet) {
  const label = `${basename(workbook.path)}, sheet ${sheet.name.replaceAll(/[^\p{L}\p{N}_ .-]/gu, '?')}`;
  return {
    label,
    sheet: sheet.name,
    bytes: sheet.bytes,
    rows: (onBytes?: OnBytes) => decodedOnce(readably(label, sheetRows(workbook, sheet, onBytes))),
  };
}

async function* readably(label: string, rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  try {
    yield* rows;
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? new CannotImport(`${label} ${error.message}.`) : error;
  }
}

async function isEmpty(table: Table): Promise<boolean> {
  for await (const row of table.rows()) if (!('values' in row) || !isBlank(row.values)) return false;
  return true;
}

/** Whether a row is empty: spreadsheets keep rows whose content was deleted. */
export const isBlank = (values: readonly string[]): boolean => values.every((value) => value.trim() === '');

/** The header of a table: its first non-empty row. */
export type Header = { readonly line: number; readonly names: readonly string[] } | { readonly line: number; readonly unreadable: string };

export async function headerOf(rows: AsyncIterable<Row>, file: ImportFile): Promise<Header> {
  const first = await firstRows(rows);
  const [header] = first;
  if (header && 'unreadable' in header) return header;
  if (header === undefined) return { line: 1, unreadable: 'the file is empty: its first line must name the columns' };
  const names = header.values.map(nameMeant);
  const below = columnsNamed(file, names) > 0 ? undefined : first.find((row) => columnsOf(file, row) > 1);
  if (below) return { line: header.line, unreadable: `the names of the columns are in row ${below.line}: delete the rows above it` };
  const crowded = columnsNamed(file, names) > 0 ? undefined : first.find((row) => 'values' in row && isInOneCell(file, row.values));
  return crowded ? { line: crowded.line, unreadable: inOneCell } : { line: header.line, names };
}

/** How far down a header is looked for below titles. */
const MOST_TITLES = 20;

const columnsOf = (file: ImportFile, row: Row): number => ('values' in row ? columnsNamed(file, row.values.map(nameMeant)) : 0);

/** The first rows that are not empty. */
async function firstRows(rows: AsyncIterable<Row>): Promise<readonly Row[]> {
  const first: Row[] = [];
  for await (const row of rows) {
    if ('unreadable' in row || !isBlank(row.values)) first.push(row);
    if (first.length === MOST_TITLES) break;
  }
  return first;
}
