import { saysNone } from '../bidders/typed-number.ts';
import { nameMeant } from '../import/headers.ts';
import { type ListRow, looksLikeNumber, rowOfLine } from './list-lines.ts';

/** A list, and how it was read. */
export interface ReadList {
  readonly rows: readonly ListRow[];
  /** The names of the columns that were read; empty without a header. */
  readonly columns: readonly string[];
  /** The names of the other columns. */
  readonly left: readonly string[];
  /** The header as a row, in case it is one; null without a header. */
  readonly header: ListRow | null;
  /** The lines above the header, such as a title, which are no rows. */
  readonly above: readonly string[];
  /** Lines that could not be read. */
  readonly badLines: readonly number[];
  /** The names of a workbook’s other sheets with rows, which were not read. */
  readonly otherSheets: readonly string[];
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that make a column one of names, whatever else they stand beside. */
const nameItself = wordsOf('name names nom noms raison denomination appellation');
/** Words that make a column one of names if none makes it one of numbers. */
const firmWords = wordsOf(
  'company firm vendor bidder supplier contractor subcontractor organization organisation proponent business employer partner entreprise firme fournisseur soumissionnaire entrepreneur compagnie societe employeur partenaire',
);
/** Words that make a column one of numbers: one of them is in its name. */
const numberWords = wordsOf('wsib cspaat account number no num nr cor certificate letter bn compte numero certificat lettre');
/** Words of a name that is not the legal one. They are read only beside a word for a name: “Operating Company” may be a firm. */
const otherNameWords = wordsOf('operating trade trading former commercial commerciale exploitation ancien anciens');
/** Words that may stand beside them. */
const besideWords = wordsOf(
  'legal corporate registered full of the s or and sociale legale du de d l la le des ou et document documents cra arc',
);
const known = [nameItself, firmWords, numberWords, otherNameWords, besideWords];

const plain = (header: string): string =>
  nameMeant(header.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, '_'))
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/n?[#º°]|№/g, '_no_')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

/** What a cell names as a whole: names, numbers, or nothing, as a firm’s own name does. */
function kindOf(cell: string): 'name' | 'otherName' | 'number' | null {
  const words = plain(cell).split('_');
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  if (!words.every((word) => known.some((set) => set.has(word)))) return null;
  if (has(nameItself)) return has(otherNameWords) ? 'otherName' : 'name';
  if (has(otherNameWords)) return null;
  if (has(numberWords)) return 'number';
  return has(firmWords) ? 'name' : null;
}

interface Columns {
  readonly name: number;
  /** Those of WSIB's numbers first: the others are read where they are blank. */
  readonly numbers: readonly number[];
}

/** Which column holds what, by the names in a header and the rows below it; null if a line is no header: it names neither, or has a firm’s number in it. */
export function columnsOf(header: readonly string[], below: readonly (readonly string[])[] = []): Columns | null {
  if (header.some((cell) => rowOfLine(cell).number !== '')) return null;
  const kinds = header.map(kindOf);
  const numbers = [...kinds.keys()].filter((at) => kinds[at] === 'number' && !isCounter(below, at));
  const isOfWsib = (at: number) => /wsib|cspaat/i.test(header[at] ?? '');
  const name = nameAt(header, kinds);
  const inOrder = [...numbers.filter(isOfWsib), ...numbers.filter((at) => !isOfWsib(at))];
  return name < 0 && numbers.length === 0 ? null : { name, numbers: inOrder };
}

/** Where the names are: a legal name goes before another, and before the key that a file of ours has for a firm. */
function nameAt(header: readonly string[], kinds: readonly (string | null)[]): number {
  const legal = header.findIndex((cell, at) => kinds[at] === 'name' && /legal|denomination|raison/.test(plain(cell)));
  if (legal >= 0) return legal;
  return kinds.includes('name') ? kinds.indexOf('name') : kinds.indexOf('otherName');
}

/** Whether a column counts the rows of its table, as “No.” often does. */
function isCounter(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => /^\d{1,4}[.)]?$/.test(cell));
}

/** How many rows there may be above the header, such as a title. */
const TITLE_ROWS = 10;

/** The rows of a table: by its header if it has one, else by what its cells look like. */
export function rowsOfTable(table: readonly (readonly string[])[]): Omit<ReadList, 'badLines' | 'otherSheets'> {
  const at = headerAt(table);
  const found = columnsOf(table[at] ?? [], table.slice(at + 1));
  if (!found) return { rows: table.filter((cells) => filled(cells) > 0).map(rowByLooks), columns: [], left: [], header: null, above: [] };
  const [header, ...rows] = table.slice(at);
  const names = header ?? [];
  const counters = new Set([...names.keys()].filter((column) => isCounter(rows, column)));
  const used = new Set([found.name, found.numbers[0], ...rows.map((cells) => numberAt(cells, found))]);
  const isRead = (_: string, column: number) => used.has(column);
  return {
    // A row whose text is all in other columns is answered too, as one to correct: none is lost unseen.
    rows: rows
      .filter((cells) => cells.some((cell, column) => cell.trim() !== '' && !counters.has(column)))
      .map((cells) => underHeader(cellsAt(cells, found))),
    columns: names.filter(isRead),
    left: names.filter((name, column) => name.trim() !== '' && !isRead(name, column)),
    header: cellsAt(names, found),
    above: table.slice(0, at).map((cells) => cells.filter((cell) => cell.trim() !== '').join(' ')),
  };
}

/** Where the header is; -1 without one. Below the first row only a line of several columns is a header, and only if no row above it has a number. */
function headerAt(table: readonly (readonly string[])[]): number {
  const at = table
    .slice(0, TITLE_ROWS)
    .findIndex((cells, line) => columnsOf(cells) !== null && (filled(cells) > 1 || isAlone(table, line)));
  return table.slice(0, Math.max(0, at)).some((cells) => rowByLooks(cells).number !== '') ? -1 : at;
}

/** A title such as “Contractor” alone on its line is no header above a table of more columns. */
const isAlone = (table: readonly (readonly string[])[], line: number): boolean => line === 0 && filled(table[1] ?? []) <= 1;

const cellsAt = (cells: readonly string[], columns: Columns): ListRow => ({
  name: cells[columns.name]?.trim() ?? '',
  number: cells[numberAt(cells, columns) ?? -1]?.trim() ?? '',
});

/** The first of the columns of numbers in which a line has one; a word for none is no number. */
const numberAt = (cells: readonly string[], { numbers }: Columns): number | undefined =>
  numbers.find((at) => isFilled(cells[at]) && !saysNone(cells[at])) ?? numbers.find((at) => isFilled(cells[at])) ?? numbers[0];

const isFilled = (cell: string | undefined): boolean => (cell ?? '').trim() !== '';

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

/** Whether there is anything in a row to look up. */
export const isNamed = ({ name, number }: ListRow): boolean => name !== '' || number !== '';

/** A number in a column of names, and nothing beside it, stays there: of a numbered company it is the name, and it is looked up as both. */
const underHeader = (row: ListRow): ListRow => (row.number === '' && looksLikeNumber(row.name) ? row : wholeRow(row));

/** A cell that stands for a whole row may hold both its name and its number. */
const wholeRow = (row: ListRow): ListRow => (row.name !== '' && row.number !== '' ? row : rowOfLine(row.name || row.number));

function rowByLooks(cells: readonly string[]): ListRow {
  const trimmed = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [only = '', ...others] = trimmed;
  if (others.length === 0) return rowOfLine(only);
  const number = trimmed.findIndex(looksLikeNumber);
  const name = trimmed.findIndex((cell, at) => at !== number && /\p{L}/u.test(cell));
  return wholeRow({ name: trimmed[name] ?? '', number: trimmed[number] ?? '' });
}
