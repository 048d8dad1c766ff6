/** What is to be said of a cell beside its text; a workbook knows more of a cell than a CSV file. */
export type CellNote =
  /** A date: where text or a number is expected, the spreadsheet may have made it of one. */
  | 'DATE'
  /** Shown with leading zeros that the number in the cell does not have; the text has them. */
  | 'SHOWN_ZEROS'
  /** A number with more digits than a spreadsheet keeps. */
  | 'DIGITS_LOST'
  /** #N/A, #REF! and the like. */
  | 'ERROR'
  /** A formula of which the workbook does not hold the result. */
  | 'NO_RESULT';

/**
 * A row as it stands in a file: the line it starts on (in a workbook its number), and its values in the order of the columns, with notes on
 * some by their places; or why it is none.
 */
export type Row =
  | { readonly line: number; readonly values: readonly string[]; readonly notes?: ReadonlyMap<number, CellNote> }
  | { readonly line: number; readonly unreadable: string };

/** Hears how many bytes were read since the last time. */
export type OnBytes = (bytes: number) => void;

/** Rows to be read, the header first: a CSV file, or a sheet of a workbook. */
export interface Table {
  /** How reports name it: the file, and its sheet where there is one. */
  readonly label: string;
  readonly bytes: number;
  rows(onBytes?: OnBytes): AsyncIterable<Row>;
}
