import type { FileName } from './columns.ts';

/** A set-based check of one file's staged rows. */
export interface Check {
  readonly file: FileName;
  readonly column: string;
  /** Selects the line and the reason of every row that is bad. */
  readonly sql: string;
}
