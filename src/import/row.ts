/** Notes on a cell besides its text; a workbook holds more about a cell than a CSV file. */
export type CellNote =
  /** A date: if text or a number is expected, the spreadsheet may have converted it. */
  | 'DATE'
  /** Shown with zeros or letters that the number in the cell does not have; the text has them. */
  | { readonly number: string }
  /** Covered by the value of a cell that it is merged with; its own text is not shown. */
  | 'MERGED'
  /** A number with more digits than a spreadsheet keeps. */
  | 'DIGITS_LOST'
  /** A TRUE or FALSE, whose text is `yes` or `no`. */
  | 'BOOLEAN'
  /** #N/A, #REF! and the like. */
  | 'ERROR'
  /** A formula whose result is not stored in the workbook. */
  | 'NO_RESULT';

/**
 * A row of a file: the line it starts on (in a workbook, its row number), and its values in the order of the columns, with notes on some by position;
 * or why it cannot be read.
 */
export type Row = ReadRow | { readonly line: number; readonly unreadable: string };

export interface ReadRow {
  readonly line: number;
  readonly values: readonly string[];
  readonly notes?: ReadonlyMap<number, CellNote>;
}

/** Called with the number of bytes read since the last call. */
export type OnBytes = (bytes: number) => void;

/** Rows to be read, the header first: a CSV file, or a sheet of a workbook. */
export interface Table {
  /** Its name in reports: the file, and its sheet if there is one. */
  readonly label: string;
  readonly bytes: number;
  rows(onBytes?: OnBytes): AsyncIterable<Row>;
}
