import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CannotImport } from './cannot-import.ts';
import type { ImportFile } from './column.ts';
import { type CsvFile, csvRows } from './csv-rows.ts';
import { encodingOf, firstBytes } from './encoding.ts';
import { columnsNamed, nameMeant } from './headers.ts';
import type { OnBytes, Row, Table } from './row.ts';
import { UnreadableWorkbook } from './xlsx/archive.ts';
import { sheetRows } from './xlsx/sheet-rows.ts';
import { openWorkbook, type Sheet, type Workbook } from './xlsx/workbook.ts';

/** The kind of a file by its bytes, whatever its name says. */
export type Kind = 'WORKBOOK' | 'OLD_WORKBOOK' | 'PDF' | 'TEXT';

const signatures: readonly (readonly [Kind, string])[] = [
  ['WORKBOOK', '504b0304'],
  ['OLD_WORKBOOK', 'd0cf11e0'],
  ['PDF', '25504446'],
];

export async function kindOf(path: string): Promise<Kind> {
  const signature = (await firstBytes(path, 4)).toString('hex');
  return signatures.find(([, bytes]) => bytes === signature)?.[0] ?? 'TEXT';
}

/** A CSV file as a table of one of the format's files, with the separator by which its header names the most columns. */
export async function csvTable(path: string, file: ImportFile): Promise<Table> {
  const { size: bytes } = await stat(path);
  const encoding = await encodingOf(path);
  let best: CsvFile = { path, encoding, separator: ',' };
  let most = 0;
  for (const separator of [',', ';', '\t']) {
    const candidate = { path, encoding, separator };
    const header = await headerOf(csvTableRows(candidate));
    const named = 'names' in header ? columnsNamed(file, header.names) : 0;
    if (named > most) [best, most] = [candidate, named];
  }
  return { label: basename(path), bytes, rows: (onBytes) => csvTableRows(best, onBytes) };
}

/** The rows, without the line `sep=;` that Excel expects before the header. */
async function* csvTableRows(file: CsvFile, onBytes?: OnBytes): AsyncGenerator<Row> {
  let isFirst = true;
  for await (const row of csvRows(file, onBytes)) {
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
    rows: (onBytes?: OnBytes) => readably(label, sheetRows(workbook, sheet, onBytes)),
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

export async function headerOf(rows: AsyncIterable<Row>): Promise<Header> {
  for await (const row of rows) {
    if ('unreadable' in row) return row;
    if (!isBlank(row.values)) return { line: row.line, names: row.values.map(nameMeant) };
  }
  return { line: 1, unreadable: 'the file is empty: its first line must name the columns' };
}
