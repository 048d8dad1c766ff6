import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { ImportFile } from './columns.ts';
import { readHeader } from './read-csv.ts';

/** Why an import cannot begin, in words for the person at the keyboard. */
export class CannotImport extends Error {
  override readonly name = 'CannotImport';
}

/** A file of the folder that is part of the format. */
export interface FoundFile {
  readonly file: ImportFile;
  readonly path: string;
  readonly bytes: number;
  /** The columns in the order they stand in. */
  readonly header: readonly string[];
}

/** Something wrong with a header; it keeps the whole import from beginning. */
export interface HeaderProblem {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}

/** The files of an import folder, with what is wrong with their headers. */
export interface ImportFolder {
  readonly name: string;
  readonly found: readonly FoundFile[];
  readonly problems: readonly HeaderProblem[];
}

/** Looks into a folder. Throws CannotImport when there is none, or when it holds no file of the format or a CSV file that is not part of it. */
export async function openFolder(path: string, files: readonly ImportFile[]): Promise<ImportFolder> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    throw new CannotImport(error.code === 'ENOTDIR' ? `${path} is a file, not a folder.` : `${path} is not a folder that can be read.`);
  });
  const known = files.filter(({ name }) => names.includes(name));
  const strangers = names.filter((name) => /\.csv$/i.test(name) && !isReport(name) && !files.some((file) => file.name === name));
  const format = `The files of the format are ${files.map(({ name }) => name).join(', ')}.`;
  if (strangers.length > 0) throw new CannotImport(`${path} holds ${strangers.join(', ')}, which is not part of the format. ${format}`);
  if (known.length === 0) throw new CannotImport(`${path} holds no file to import. ${format}`);
  const found = await Promise.all(known.map((file) => openFile(join(path, file.name), file)));
  return { name: basename(resolve(path)), found, problems: found.flatMap(headerProblems) };
}

/** The report of an earlier run may lie in the folder. */
const isReport = (name: string): boolean => name.startsWith('import-report-');

interface Opened extends FoundFile {
  readonly unreadable: string | null;
}

async function openFile(path: string, file: ImportFile): Promise<Opened> {
  const { size: bytes } = await stat(path);
  const header = await readHeader(path);
  return 'unreadable' in header ? { file, path, bytes, header: [], ...header } : { file, path, bytes, header, unreadable: null };
}

function headerProblems({ file, header, unreadable }: Opened): readonly HeaderProblem[] {
  const problem = (column: string, reason: string): HeaderProblem => ({ file: file.name, line: 1, column, reason });
  if (unreadable) return [problem('', unreadable)];
  if (header.length === 1 && /[;\t]/.test(header[0] ?? '')) return [problem('', 'columns must be separated by commas')];
  const expected = file.columns.map(({ name }) => name);
  return [
    ...expected.filter((name) => !header.includes(name)).map((name) => problem(name, 'the column is missing')),
    ...header
      .filter((name, at) => header.indexOf(name) === at && !expected.includes(name))
      .map((name) => problem(shown(name), 'there is no such column in this file')),
    ...expected
      .filter((name) => header.indexOf(name) !== header.lastIndexOf(name))
      .map((name) => problem(name, 'the column is there more than once')),
  ];
}

const shown = (name: string): string => (name === '' ? '(without a name)' : name.replaceAll(/[^\p{L}\p{N}_ .-]/gu, '?').slice(0, 60));
