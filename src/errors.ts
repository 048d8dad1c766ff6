/** Where each fault belongs in HTTP; the key is the code a client reads in `errors[].extensions.code`. */
const statusByCode = {
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  TOO_COMPLEX: 400,
  KNOWN_AT_TOO_EARLY: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  IDEMPOTENCY_KEY_REUSED: 409,
  TOO_SLOW: 408,
  REQUEST_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  OVERLOADED: 503,
  TIMED_OUT: 504,
} as const;

/** The code of a fault, as a client sees it. */
export type FaultCode = keyof typeof statusByCode;

/** One field of the input that is not as it must be; `field` is its path, `message` a predicate ("must be text."). */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** What a fault tells besides its code: the input field at fault, and further plain values for a program to read. */
export interface FaultDetails {
  readonly field?: string;
  readonly [name: string]: string | number | readonly FieldProblem[] | undefined;
}

/** An expected failure of a request: its message names the field and never repeats what the caller sent. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly details: FaultDetails;

  constructor(code: FaultCode, message: string, details: FaultDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }

  /** The HTTP status for a fault that ends a whole request. */
  get status(): number {
    return statusByCode[this.code];
  }

  /** The `extensions` of the error in a GraphQL answer. */
  get extensions(): { code: FaultCode } & FaultDetails {
    return { ...this.details, code: this.code };
  }
}

/** What is wrong with an API key. EXPIRED and REVOKED are told only to who has its secret. */
export type KeyFault = 'WRONG' | 'EXPIRED' | 'REVOKED';

const whyUnauthenticated: Readonly<Record<KeyFault, string>> = {
  WRONG: 'The API key is wrong. It is sent as `Authorization: Bearer cor_…`, whole and as it was given.',
  EXPIRED: 'The API key has expired. Ask for a new one, or use the one it was rotated to.',
  REVOKED: 'The API key was revoked. Ask for a new one.',
};

/** The catalogue: every fault a caller can meet is made here. */
export const faults = {
  BAD_USER_INPUT: (field: string, message: string) => new Fault('BAD_USER_INPUT', message, { field }),
  /** At least one problem; an empty `field` means the argument itself. */
  BAD_FIELDS: (fields: readonly FieldProblem[]) =>
    new Fault('BAD_USER_INPUT', fields.map(({ field, message }) => `${field || 'The argument'} ${message}`).join(' '), {
      field: fields[0]?.field ?? '',
      fields,
    }),
  /** The request is not one of GraphQL over HTTP. */
  BAD_REQUEST: (message: string) => new Fault('BAD_REQUEST', message),
  /** `what` is what was counted, `most` how many of it this caller may ask for. */
  TOO_COMPLEX: (what: string, most: number) =>
    new Fault('TOO_COMPLEX', `The operation asks for too much: at most ${most} ${what}.`, { limit: most }),
  /** `earliest` is the first instant (ISO 8601) the registry knows anything of. */
  KNOWN_AT_TOO_EARLY: (field: string, earliest: string) =>
    new Fault('KNOWN_AT_TOO_EARLY', `${field} lies before the registry's first record, of ${earliest}.`, { field, earliest }),
  UNAUTHENTICATED: (reason: KeyFault) => new Fault('UNAUTHENTICATED', whyUnauthenticated[reason], { reason }),
  FORBIDDEN: (what: string) => new Fault('FORBIDDEN', `This needs an API key that permits ${what}.`),
  INTROSPECTION_REFUSED: () => new Fault('FORBIDDEN', 'Introspection needs an API key. The schema is at /schema.graphql for everybody.'),
  NOT_FOUND: (what: string) => new Fault('NOT_FOUND', `There is no such ${what}.`),
  /** `currentVersion` is null where the record is gone. */
  CONFLICT: (currentVersion: number | null) =>
    currentVersion === null
      ? new Fault('CONFLICT', 'The record was removed since you read it. Nothing was changed.', { field: 'input.expectedVersion' })
      : new Fault('CONFLICT', `The record was changed since you read it: it is at version ${currentVersion} now. Nothing was changed.`, {
          field: 'input.expectedVersion',
          currentVersion,
        }),
  IDEMPOTENCY_KEY_REUSED: () =>
    new Fault('IDEMPOTENCY_KEY_REUSED', 'input.idempotencyKey was used for another request before. Nothing was changed.', {
      field: 'input.idempotencyKey',
    }),
  REQUEST_TOO_LARGE: (most: number) => new Fault('REQUEST_TOO_LARGE', `The request body must have at most ${most} bytes.`, { limit: most }),
  TOO_MANY_DOCUMENTS: (most: number) =>
    new Fault('REQUEST_TOO_LARGE', `The documents of an account must have at most ${most} bytes together in a year.`, { limit: most }),
  UNSUPPORTED_MEDIA_TYPE: () =>
    new Fault('UNSUPPORTED_MEDIA_TYPE', 'The request body must be JSON in UTF-8, not compressed, with content-type: application/json.'),
  FILE_ENCODED: () =>
    new Fault(
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the bytes of the file themselves as the body: not compressed (content-encoding), and not in a form (multipart/form-data).',
    ),
  /** `types` are the media types that are taken. */
  FILE_TYPE_REFUSED: (types: readonly string[]) =>
    new Fault('UNSUPPORTED_MEDIA_TYPE', `By its bytes the file is of no type that is taken: ${types.join(', ')}.`),
  /** `type` is the media type that the bytes show. */
  FILE_TYPE_DENIED: (type: string) =>
    new Fault('UNSUPPORTED_MEDIA_TYPE', `By its bytes the file is ${type}, and its content-type says otherwise. Nothing was kept.`),
  UPLOAD_USED: () => new Fault('CONFLICT', 'A file was taken for this upload, or is just coming. Ask for another upload to send another.'),
  UPLOAD_EXPIRED: () => new Fault('NOT_FOUND', 'This upload has expired. Ask for another.'),
  /** `message` is why the request takes no more documents. */
  UPLOAD_REFUSED: (message: string) => new Fault('CONFLICT', message),
  /** `what` is what was metered, `retryAfter` the whole seconds after which there is enough of it. */
  RATE_LIMITED: (what: string, retryAfter: number) =>
    new Fault('RATE_LIMITED', `The budget of ${what} does not suffice now. Try again in ${retryAfter} seconds.`, { retryAfter }),
  TIMED_OUT: (seconds: number) => new Fault('TIMED_OUT', `The request took longer than ${seconds} seconds.`, { limit: seconds }),
  DATABASE_TOO_SLOW: () => new Fault('TIMED_OUT', 'The database took too long to answer. Ask for less, or try again.'),
  /** `cursor` is of the last event that was sent; null where none was. */
  TOO_SLOW: (cursor: string | null) =>
    new Fault(
      'TOO_SLOW',
      'Events were not taken in time. Subscribe again `after` the cursor: nothing is lost.',
      cursor === null ? {} : { cursor },
    ),
  STOPPING: () => new Fault('OVERLOADED', 'This server is stopping. Connect again.'),
  TOO_MANY_SOCKETS: () => new Fault('RATE_LIMITED', 'There are too many connections of yours. End one first.', { retryAfter: 60 }),
  ORIGIN_REFUSED: () => new Fault('FORBIDDEN', 'Pages of this origin may not connect.'),
  OVERLOADED: () => new Fault('OVERLOADED', 'The registry is busy. Try again shortly.'),
  INTERNAL: (requestId: string) =>
    new Fault('INTERNAL', 'Something went wrong in the registry. Quote the request id when you report it.', { requestId }),
};

/** A fault that ends a subscription, with the cursor to go on `after`; null where no event was sent. */
export const endedAt = ({ code, message, details }: Fault, cursor: string | null): Fault =>
  new Fault(code, message, cursor === null ? details : { ...details, cursor });

/** Why a process cannot start or go on, in words for the person at the keyboard: shown as they are, without a stack, exit code 1. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
