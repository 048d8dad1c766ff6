import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { CannotImport } from './cannot-import.ts';
import type { ImportFile } from './column.ts';
import { type Kind, kindOf } from './file-kind.ts';
import { type FoundFile, type HeaderProblem, headerProblems, nameMeant } from './headers.ts';
import type { Table } from './row.ts';
import { csvTable, headerOf, workbookTables } from './tables.ts';
import { UnreadableWorkbook } from './xlsx/archive.ts';

/** The files of an import, and the problems of their headers. */
export interface ImportFolder {
  readonly name: string;
  /** The files that are read. */
  readonly paths: readonly string[];
  readonly found: readonly FoundFile[];
  readonly problems: readonly HeaderProblem[];
}

/**
 * Looks into a folder, or at a single file. Throws CannotImport if it does not exist, holds no file of the format, holds one that is not part of it,
 * or holds the same one twice.
 */
export async function openFolder(path: string, files: readonly ImportFile[]): Promise<ImportFolder> {
  const names = await namesIn(path);
  const isFile = names === null;
  const folder = isFile ? dirname(path) : path;
  const format = `The files of the format are ${files.map(({ name }) => name).join(', ')}, or a workbook with a sheet for each.`;
  const opened = await Promise.all((names ?? [basename(path)]).map((name) => openFile(join(folder, name), files, isFile)));
  const strangers = opened.flatMap(({ strange }) => strange);
  if (strangers.length > 0) throw new CannotImport(`${path} holds ${strangers.join(', ')}, which is not part of the format. ${format}`);
  const sources = files.flatMap((file) => opened.flatMap(({ tables }) => tables.filter((each) => each.file === file)));
  if (sources.length === 0) throw new CannotImport(`${path} holds no file to import. ${format}`);
  refuseTwice(sources);
  const found = await Promise.all(sources.map(withHeader));
  return { name: basename(resolve(path)), paths: sources.map((source) => source.path), found, problems: found.flatMap(headerProblems) };
}

/** The names in a folder; null for a file. */
async function namesIn(path: string): Promise<readonly string[] | null> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return null;
  return readdir(path).catch(() => {
    throw new CannotImport(`${path} is neither a folder nor a file that can be read.`);
  });
}

interface Source {
  readonly file: ImportFile;
  readonly path: string;
  readonly table: Table;
}

interface Opened {
  readonly tables: readonly Source[];
  /** Files that look like data and are not part of the format, by name. */
  readonly strange: readonly string[];
}

const nothing: Opened = { tables: [], strange: [] };

/** Endings of data files; a file with another ending is opened only if it has the name of a file of the format. */
const dataEndings = ['.csv', '.tsv', '.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.fods', '.numbers'];

async function openFile(path: string, files: readonly ImportFile[], isAsked: boolean): Promise<Opened> {
  const { base, name, ext } = parse(path);
  const file = fileNamed(files, name);
  const isData = dataEndings.includes(ext.toLowerCase());
  if (!isAsked && (isPassedOver(base) || !(isData || (file && ext.toLowerCase() === '.txt')))) return nothing;
  const bytes = await bytesOf(path);
  const kind = await kindOf(path);
  if (kind === 'WORKBOOK') return openWorkbookFile(path, files, file);
  if (kind !== 'TEXT') throw new CannotImport(`${path} ${insteadOf[kind]}`);
  if (file) return { tables: [{ file, path, table: await csvTable(path, file) }], strange: [] };
  // Such a name stands for any file of the format as long as it is a workbook.
  if (/^\.xls[mx]$/i.test(ext)) throw new CannotImport(`${path} ${bytes === 0 ? emptyWorkbook : textForWorkbook}`);
  return { tables: [], strange: [base] };
}

const emptyWorkbook = 'is empty, so it is not a workbook: save it again in the spreadsheet program, or get it again from where it came.';
const textForWorkbook =
  'is text, not a workbook: give it the name of its file, such as organizations.csv, or save it as an Excel workbook (.xlsx).';

/** The size of a file. Throws CannotImport for a folder, or a link that leads nowhere. */
async function bytesOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return found.size;
  throw new CannotImport(
    found?.isDirectory()
      ? `${path} is a folder with the name of a file: rename it, or take it out.`
      : `${path} is not a file that can be read: rename it, or take it out.`,
  );
}

/** The folder may hold the report of an earlier run, hidden files, and the locks of an open workbook. */
const isPassedOver = (base: string): boolean => /^(import-report-|\.|~\$)/.test(base);

const insteadOf: Readonly<Record<Exclude<Kind, 'WORKBOOK' | 'TEXT'>, string>> = {
  OLD_WORKBOOK: 'is a workbook of the old kind (.xls): open it in a spreadsheet program and save it as an Excel workbook (.xlsx).',
  PROTECTED: 'has a password: open it in a spreadsheet program, take the password off, and save it as an Excel workbook (.xlsx).',
  PDF: 'is a PDF file: import the workbook or the CSV file that it was made from.',
  PAGE: 'is a web page or an XML file, whatever its name says: open it in a spreadsheet program and save it as an Excel workbook (.xlsx).',
  OTHER: 'is neither text nor a workbook: save the table as CSV or as an Excel workbook (.xlsx).',
  UTF_32: 'is written in UTF-32: save it as CSV in UTF-8.',
};

const fileNamed = (files: readonly ImportFile[], name: string): ImportFile | undefined =>
  files.find((file) => file.name === `${nameMeant(name)}.csv`);

/** Sheets that people keep beside the data, and the one that a workbook of bad rows has. */
const passedOverSheets = ['notes', 'read_me', 'report', 'remarques', 'lisez_moi', 'rapport'];

/** Each sheet is the file of its name; a workbook's only sheet may have any name if the workbook has the name of a file. */
async function openWorkbookFile(path: string, files: readonly ImportFile[], file: ImportFile | undefined): Promise<Opened> {
  const tables = await workbookTables(path).catch((error: unknown) => {
    throw error instanceof UnreadableWorkbook ? new CannotImport(`${path} ${error.message}.`) : error;
  });
  const named = tables.flatMap((table) => {
    const its = fileNamed(files, table.sheet);
    return its ? [{ file: its, path, table }] : [];
  });
  const others = tables.filter(({ sheet }) => !fileNamed(files, sheet) && !passedOverSheets.includes(nameMeant(sheet)));
  const [only] = others;
  if (file && named.length === 0 && only && others.length === 1) return { tables: [{ file, path, table: only }], strange: [] };
  return { tables: named, strange: others.map(({ label }) => label) };
}

function refuseTwice(sources: readonly Source[]): void {
  for (const { file, table } of sources) {
    const other = sources.find((each) => each.file === file && each.table !== table);
    if (other) throw new CannotImport(`There are two of ${file.name}: ${table.label} and ${other.table.label}. Remove one of them.`);
  }
}

async function withHeader({ file, table }: Source): Promise<FoundFile> {
  const header = await headerOf(table.rows(), file);
  return 'names' in header
    ? { file, table, header: header.names, headerLine: header.line, unreadable: null }
    : { file, table, header: [], headerLine: header.line, unreadable: header.unreadable };
}
