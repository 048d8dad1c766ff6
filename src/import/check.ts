import type { FileName } from './column.ts';

/** A set-based check of one file's staged rows. */
export interface Check {
  readonly file: FileName;
  readonly column: string;
  /** Whether a row it selects is bad, which it is unless told otherwise, or is only to be looked at. */
  readonly severity?: 'error' | 'warning';
  /** Selects the line and the reason of every such row. */
  readonly sql: string;
}
