import { periodColumns } from '../standing/standing-period.row.ts';

/** The select list of a `StoredPeriod` (standing/shown-period.ts) from the table `p`. */
export const storedPeriodColumns = periodColumns.map((column) => `p.${column} as "${camelCase(column)}"`).join(', ');

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
