import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotImport } from '../import/cannot-import.ts';
import { unmarked } from '../import/cell-marks.ts';
import { csvRows } from '../import/csv-rows.ts';
import { decodedOnce } from '../import/decoded-twice.ts';
import { encodingOf } from '../import/encoding.ts';
import { type Kind, kindOf } from '../import/file-kind.ts';
import type { Row } from '../import/row.ts';
import { isBlank, workbookTables } from '../import/tables.ts';
import { type OtherArchive, partsOf, UnreadableWorkbook } from '../import/xlsx/archive.ts';
import { columnsOf, isNamed, type ReadList, rowsOfTable } from './list-columns.ts';
import type { WordId } from './words.ts';

/** A list that cannot be read, as a sentence of the desk. */
export class UnreadableList extends Error {
  override readonly name = 'UnreadableList';
  readonly id: WordId;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(id: WordId, values: Readonly<Record<string, string | number>> = {}) {
    super(id);
    this.id = id;
    this.values = values;
  }
}

/** The most rows of a list that are read; a longer one is refused for every caller. */
export const MOST_LIST_ROWS = 2_000;

const empty: ReadList = { rows: [], columns: [], left: [], header: null, above: [], badLines: [], otherSheets: [] };

/** What the parts of a workbook may unpack to: a list of bidders takes a hundredth. */
const MOST_UNPACKED = 33_554_432;

/** Reads a pasted list: lines that each name a firm, or a table copied from a spreadsheet. */
export async function readPasted(text: string): Promise<ReadList> {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const separator = ['\t', ';', ',', '|'].find((each) => lines.slice(0, 3).some((line) => isHeaderOf(line.split(each))));
  if (separator !== undefined || text.includes('\t')) return inFile(text, (path) => readCsv(path, separator ?? '\t'));
  return { ...rowsOfTable(bounded(lines).map((line) => [line])), badLines: [], otherSheets: [] };
}

const isHeaderOf = (cells: readonly string[]): boolean => cells.length > 1 && columnsOf(cells) !== null;

/** Reads a file: CSV in any encoding and with any separator, or an Excel workbook, whose sheet with the longest list is used. */
export const readFileBytes = (bytes: Uint8Array): Promise<ReadList> => inFile(bytes, readPath);

/** Reads a file by its path. */
export async function readPath(path: string): Promise<ReadList> {
  const kind = await kindOf(path);
  if (kind === 'WORKBOOK') return readWorkbook(path);
  if (kind === 'TEXT') return readCsv(path, null);
  throw new UnreadableList(refusals[kind]);
}

const refusals: Readonly<Record<Exclude<Kind, 'WORKBOOK' | 'TEXT'>, WordId>> = {
  PDF: 'fileIsPdf',
  OLD_WORKBOOK: 'fileIsOld',
  PROTECTED: 'fileHasPassword',
  PAGE: 'fileIsPage',
  UTF_32: 'fileUnreadable',
  OTHER: 'fileUnreadable',
};

const otherFiles: Readonly<Record<OtherArchive, WordId>> = {
  OPEN_DOCUMENT: 'fileIsOpenDocument',
  BINARY_WORKBOOK: 'fileIsBinary',
  NUMBERS: 'fileIsNumbers',
  WORD: 'fileIsWord',
  ARCHIVE: 'fileIsArchive',
};

async function readWorkbook(path: string): Promise<ReadList> {
  try {
    const unpacked = [...(await partsOf(path)).values()].reduce((sum, bytes) => sum + bytes, 0);
    if (unpacked > MOST_UNPACKED) throw new UnreadableList('fileTooLarge', { most: MOST_UNPACKED / 1_048_576 });
    const lists: { readonly list: ReadList; readonly sheet: string }[] = [];
    for (const table of await workbookTables(path)) lists.push({ list: await listOf(table.rows()), sheet: table.sheet });
    const [longest, ...others] = lists.filter(({ list }) => named(list) > 0).toSorted((a, b) => named(b.list) - named(a.list));
    return { ...(longest?.list ?? empty), otherSheets: others.map(({ sheet }) => sheet) };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw new UnreadableList(error.is === null ? 'fileUnreadable' : otherFiles[error.is]);
    if (error instanceof CannotImport) throw new UnreadableList('fileUnreadable');
    throw error;
  }
}

const named = ({ rows }: ReadList): number => rows.filter(isNamed).length;

async function readCsv(path: string, separator: string | null): Promise<ReadList> {
  const encoding = await encodingOf(path);
  if (encoding === null) throw new UnreadableList('fileIsOfOldCodePage');
  const candidates = separator === null ? [',', ';', '\t', '|'] : [separator];
  const lists: ReadList[] = [];
  for (const each of candidates) lists.push(await listOf(decodedOnce(csvRows({ path, encoding, separator: each }))));
  // By its header; else by the separator that finds most numbers beside names.
  const worth = ({ columns, rows }: ReadList) =>
    columns.length * 10_000 + rows.filter(({ name, number }) => name !== '' && number !== '').length;
  const [best] = lists.toSorted((a, b) => worth(b) - worth(a));
  return best ?? empty;
}

/** What no text has, in any encoding: the bytes of another kind of file. */
const noText = /[\0\uFFFE\uFFFF]/;

async function listOf(rows: AsyncIterable<Row>): Promise<ReadList> {
  const table: (readonly string[])[] = [];
  const badLines: number[] = [];
  for await (const row of rows) {
    if ('unreadable' in row) badLines.push(row.line);
    else if (row.values.some((cell) => noText.test(cell))) throw new UnreadableList('fileUnreadable');
    else if (!isBlank(row.values) && !/^sep=/i.test(row.values[0] ?? ''))
      table.push(row.values.map((cell) => unmarked({}, cell.trim()).text));
    if (table.length + badLines.length > MOST_LIST_ROWS + 1) break;
  }
  const read = rowsOfTable(table);
  bounded(read.rows);
  return { ...read, badLines, otherSheets: [] };
}

function bounded<Each>(rows: readonly Each[]): readonly Each[] {
  if (rows.length > MOST_LIST_ROWS) throw new UnreadableList('tooManyRowsKeyed', { most: MOST_LIST_ROWS });
  return rows;
}

/** The readers read files, so an upload becomes one while it is read. */
async function inFile(content: string | Uint8Array, read: (path: string) => Promise<ReadList>): Promise<ReadList> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-list-'));
  const path = join(folder, 'list');
  try {
    await writeFile(path, content, { mode: 0o600 });
    return await read(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
