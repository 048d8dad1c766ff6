import type { FileName } from './column.ts';

/** A set-based check of the staged rows of one file. */
export interface Check {
  readonly file: FileName;
  readonly column: string;
  /** Whether a row it selects is bad (the default) or only deserves a look. */
  readonly severity?: 'error' | 'warning';
  /** Selects the line and the reason of every such row. */
  readonly sql: string;
}
