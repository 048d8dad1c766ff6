import { nameMeant } from '../import/headers.ts';

/** A row of a list as it was written. */
export interface ListRow {
  readonly name: string;
  readonly number: string;
}

/** A list, and how it was read. */
export interface ReadList {
  readonly rows: readonly ListRow[];
  /** The names of the columns that were read; empty without a header. */
  readonly columns: readonly string[];
  /** The names of the other columns. */
  readonly left: readonly string[];
  /** Lines that could not be read. */
  readonly badLines: readonly number[];
}

const nameWords =
  /^(?:(?:legal|company|firm|business|vendor|bidder|supplier|contractor|organi[sz]ation|proponent|corporate|registered)_?)*(?:name|company|firm|vendor|bidder|supplier|contractor|organi[sz]ation|proponent|subcontractor)(?:_name)?$/;
const frenchNameWords =
  /^(?:nom|raison_sociale|entreprise|fournisseur|soumissionnaire|entrepreneur|compagnie|societe|nom_legal|nom_de_l_?entreprise|nom_du_soumissionnaire|nom_du_fournisseur)$/;
const numberWords =
  /^(?:.*_)?(?:wsib|wsib_account|wsib_number|account|account_number|number|no|cor|cor_number|certificate|certificate_number|business_number|bn|compte|numero|numero_de_compte|numero_d_entreprise|certificat|lettre|letter)(?:_(?:no|number|num|account|wsib))?$/;

const plain = (header: string): string =>
  nameMeant(header)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[#º°]/g, '_no')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

/** Which column holds what, by the names in a header; null if a header names neither. */
export function columnsOf(header: readonly string[]): { readonly name: number; readonly number: number } | null {
  // A cell with a number in it is a firm's, not the name of a column.
  const named = header.map((cell) => (/\d{3}/.test(cell) ? '' : plain(cell)));
  const name = named.findIndex((each) => nameWords.test(each) || frenchNameWords.test(each));
  const wsib = named.findIndex((each, at) => at !== name && /wsib/.test(each) && !/clearance|status/.test(each));
  const number = wsib >= 0 ? wsib : named.findIndex((each, at) => at !== name && numberWords.test(each));
  return name < 0 && number < 0 ? null : { name, number };
}

/** How many rows there may be above the header, such as a title. */
const TITLE_ROWS = 10;

/** The rows of a table: by its header if it has one, else by what its cells look like. */
export function rowsOfTable(table: readonly (readonly string[])[]): Omit<ReadList, 'badLines'> {
  const headers = table.slice(0, TITLE_ROWS).map(columnsOf);
  // A title such as “Contractor” alone on its line is no header above a table of more columns.
  const at = headers.findIndex((found, line) => found && (filled(table[line] ?? []) > 1 || filled(table[line + 1] ?? []) <= 1));
  const found = headers[at];
  if (!found) return { rows: table.map(rowByLooks).filter(isRow), columns: [], left: [] };
  const header = table[at] ?? [];
  const rows = table.slice(at + 1).map((cells) => ({ name: cells[found.name]?.trim() ?? '', number: cells[found.number]?.trim() ?? '' }));
  const isRead = (_: string, column: number) => column === found.name || column === found.number;
  return {
    rows: rows.filter(isRow),
    columns: header.filter(isRead),
    left: header.filter((name, column) => name.trim() !== '' && !isRead(name, column)),
  };
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

const isRow = ({ name, number }: ListRow): boolean => name !== '' || number !== '';

/** A number as people write one: digits, perhaps with hyphens, and a label before them. */
const looksLikeNumber = (cell: string): boolean =>
  /^(?:(?:wsib|cor|bn|acct|account|compte|no|n[º°o]|#)[\s.:#]*)*[\d][\d\s-]{4,}(?:rt\d{4})?$/i.test(cell.trim()) ||
  /^cor-\d{4}-/i.test(cell.trim());

function rowByLooks(cells: readonly string[]): ListRow {
  const trimmed = cells.map((cell) => cell.trim());
  const [only, ...others] = trimmed.filter((cell) => cell !== '');
  if (only !== undefined && others.length === 0) return rowOfLine(only);
  const number = trimmed.findIndex(looksLikeNumber);
  const name = trimmed.findIndex((cell, at) => at !== number && /\p{L}/u.test(cell));
  return { name: trimmed[name] ?? '', number: trimmed[number] ?? '' };
}

/** A line that names one firm: its number may come before or after the name. A line may begin with its number in the list. */
export function rowOfLine(line: string): ListRow {
  const text = line.replace(/^\s*(?:\d{1,3}[.)]\s+|[-•*–]\s+)/, '').trim();
  if (looksLikeNumber(text)) return { name: '', number: text };
  const after = /^(?<name>.*\p{L}.*?)[\s,;:–-]+(?<number>(?:(?:wsib|acct|account|compte|no)[\s.:#]*|#\s*)*\d[\d-]{5,12})$/iu.exec(
    text,
  )?.groups;
  if (after && !isNumberedCompany(after.number ?? '', text)) return { name: after.name?.trim() ?? '', number: after.number ?? '' };
  const before = /^(?<number>\d{7,9})[\s,;:–-]+(?<name>\p{L}.*)$/u.exec(text)?.groups;
  if (before && !/^(?:ontario|canada|quebec|québec)\b/iu.test(before.name ?? ''))
    return { name: before.name ?? '', number: before.number ?? '' };
  return { name: text, number: '' };
}

/** “1093847 Ontario Inc.” is a name. */
const isNumberedCompany = (number: string, text: string): boolean => text.startsWith(number);
