/** The most rows a sheet of Excel has. */
export const MOST_ROWS = 1_048_576;

/** Fewer columns than a sheet of Excel has; no file of the format comes near. */
export const MOST_COLUMNS = 1_000;

/** The index of a column, from 0, by the letters of a cell such as `AB12`. */
export function columnOf(cell: string): number {
  let column = 0;
  for (const letter of cell) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}
