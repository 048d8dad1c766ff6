import { periodColumns } from '../standing/standing-period.row.ts';

/** The select list of a `StoredPeriod` (shown-period.ts) from the table `p`. */
export const storedPeriodColumns = selected(periodColumns);

/** The same without the reasons. */
export const storedFactColumns = selected(periodColumns.filter((column) => column !== 'reasons'));

function selected(columns: readonly string[]): string {
  return columns.map((column) => `p.${column} as "${camelCase(column)}"`).join(', ');
}

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
