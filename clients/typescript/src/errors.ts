/** What the registry refuses or cannot do, in its own words. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  /** From the registry's catalogue: UNAUTHENTICATED, BAD_USER_INPUT, RATE_LIMITED, … */
  readonly code: string;
  /** The field or argument it is about. */
  readonly field: string | null;
  /** Seconds after which asking again may help. */
  readonly retryAfter: number | null;
  /** To quote when reporting a failure. */
  readonly requestId: string | null;

  constructor({ message, extensions = {} }: ToldError) {
    super(message);
    this.code = textOf(extensions.code) ?? 'UNKNOWN';
    this.field = textOf(extensions.field);
    this.requestId = textOf(extensions.requestId);
    this.retryAfter = typeof extensions.retryAfter === 'number' ? extensions.retryAfter : null;
  }

  /** Whether the same may go well a little later. */
  get isPassing(): boolean {
    return passing.has(this.code);
  }
}

/** An error as it stands in an answer. */
export interface ToldError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** The line to the registry broke, or there was none: asking again may help. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

const passing = new Set(['OVERLOADED', 'RATE_LIMITED', 'TIMED_OUT', 'TOO_SLOW', 'INTERNAL']);

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
