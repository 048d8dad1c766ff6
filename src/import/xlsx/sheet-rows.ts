import type { CellNote, OnBytes, Row } from '../row.ts';
import { lost, partText, UnreadableWorkbook } from './archive.ts';
import { numberText } from './cell-format.ts';
import { MergedCells } from './merged-cells.ts';
import { columnOf, MOST_COLUMNS, MOST_ROWS } from './places.ts';
import { type Sheet, TextOfRuns, type Workbook } from './workbook.ts';
import { readXml } from './xml.ts';

/** The non-empty rows of a sheet, as they are unpacked, each with its number. */
export async function* sheetRows(workbook: Workbook, sheet: Sheet, onBytes: OnBytes = () => {}): AsyncGenerator<Row> {
  const reading = new SheetReading(workbook, sheet);
  const pieces = counted(partText(workbook.path, sheet.part), onBytes);
  for await (const _ of readXml(pieces, reading)) yield* reading.takeRows();
}

async function* counted(pieces: AsyncIterable<string>, onBytes: OnBytes): AsyncGenerator<string> {
  for await (const piece of pieces) {
    onBytes(piece.length);
    yield piece;
  }
}

/** Builds rows from the XML of a sheet. */
class SheetReading {
  readonly #workbook: Workbook;
  readonly #merged: MergedCells;
  #rows: Row[] = [];
  #line = 0;
  #values: string[] = [];
  #notes = new Map<number, CellNote>();
  #column = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  #isValue = false;
  #hasValue = false;
  #hasFormula = false;
  readonly #inline = new TextOfRuns();

  constructor(workbook: Workbook, sheet: Sheet) {
    this.#workbook = workbook;
    this.#merged = new MergedCells(sheet.merged);
  }

  readonly onOpen = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'row') this.#startRow(attributes.r);
    else if (name === 'c') this.#startCell(attributes);
    else if (name === 'v') this.#startValue();
    else if (name === 'f') this.#hasFormula = true;
    else this.#inline.open(name);
  };

  readonly onText = (text: string): void => {
    if (this.#isValue) this.#value += text;
    else this.#inline.add(text);
  };

  readonly onClose = (name: string): void => {
    if (name === 'v') this.#isValue = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
    else this.#inline.close(name);
  };

  /** The rows that are complete so far. */
  takeRows(): readonly Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  // A writer may leave out the position of a row or a cell: it then follows the one before.
  #startRow(number: string | undefined): void {
    this.#line = number === undefined ? this.#line + 1 : Number(number);
    if (!(this.#line <= MOST_ROWS)) throw new UnreadableWorkbook(`has a sheet of more than ${MOST_ROWS} rows`);
    this.#values = [];
    this.#notes = new Map();
    this.#column = -1;
  }

  #startCell({ r: cell, t: type = 'n', s: style = '0' }: Readonly<Record<string, string>>): void {
    this.#column = cell === undefined ? this.#column + 1 : columnOf(cell);
    if (!(this.#column < MOST_COLUMNS)) throw new UnreadableWorkbook(`has a sheet of more than ${MOST_COLUMNS} columns`);
    this.#type = type;
    this.#style = Number(style);
    this.#value = '';
    this.#hasValue = false;
    this.#hasFormula = false;
  }

  #startValue(): void {
    this.#isValue = true;
    this.#hasValue = true;
  }

  #endCell(): void {
    const { text, note } = this.#read();
    this.#inline.take();
    if (note !== undefined) this.#notes.set(this.#column, note);
    if (text === '' && note === undefined) return;
    while (this.#values.length < this.#column) this.#values.push('');
    this.#values[this.#column] = text;
  }

  #read(): { readonly text: string; readonly note?: CellNote } {
    const value = this.#value;
    if (this.#type === 'inlineStr') return { text: this.#inline.take() };
    if (value === '') return this.#lacksResult() ? { text: '', note: 'NO_RESULT' } : { text: '' };
    if (this.#type === 's') return { text: this.#workbook.strings[Number(value)] ?? lost() };
    if (this.#type === 'b') return { text: value === '1' ? 'yes' : 'no', note: 'BOOLEAN' };
    if (this.#type === 'e') return { text: value, note: 'ERROR' };
    if (this.#type === 'd') return { text: value, note: 'DATE' };
    if (this.#type === 'str' || Number.isNaN(Number(value))) return { text: value };
    return numberText(Number(value), this.#workbook.formats[this.#style] ?? null, this.#workbook.from1904);
  }

  /** A formula of text whose result is empty has an empty `v`; one that was never computed has none. */
  #lacksResult(): boolean {
    return this.#hasFormula && !(this.#type === 'str' && this.#hasValue);
  }

  #endRow(): void {
    if (this.#values.length === 0 && this.#notes.size === 0) return;
    for (const column of this.#merged.coveredIn(this.#line, this.#values)) this.#notes.set(column, 'MERGED');
    const row = { line: this.#line, values: this.#values };
    this.#rows.push(this.#notes.size > 0 ? { ...row, notes: this.#notes } : row);
  }
}
