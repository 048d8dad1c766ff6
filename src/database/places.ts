/** A statement with its values. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Takes the values of a statement and gives the places where they stand. */
export class Places {
  readonly values: unknown[] = [];

  of(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}
