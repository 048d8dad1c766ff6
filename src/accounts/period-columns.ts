import { columnsIn } from '../standing/period-statement.sql.ts';
import { periodColumns } from '../standing/standing-period.row.ts';

/** The select list of a `StoredPeriod` (shown-period.ts) from the table `p`. */
export const storedPeriodColumns = selected(periodColumns);

/** The select list of `StoredFacts` without the ids of documents. */
export const storedFactColumns = selected(columnsIn(''));

function selected(columns: readonly string[]): string {
  return columns.map((column) => `p.${column} as "${camelCase(column)}"`).join(', ');
}

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
