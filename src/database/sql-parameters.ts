/** A statement with its values. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The values of a statement, collected while its text is written. */
export class SqlParameters {
  readonly values: unknown[] = [];

  /** Adds a value and returns its parameter, `$1` for the first. */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}
