import type { FaultWords } from './errors-french.ts';

/** The HTTP status of each fault; the key is the code that a client reads in `errors[].extensions.code`. */
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
  UPGRADE_REQUIRED: 426,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  OVERLOADED: 503,
  TIMED_OUT: 504,
} as const;

/** Every code of a fault. */
export const faultCodes: readonly string[] = Object.keys(statusByCode);

/** The code of a fault, as a client sees it. */
export type FaultCode = keyof typeof statusByCode;

/** One invalid field of the input: `field` is its path, `message` a predicate ("must be text."). */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** What a fault carries besides its code: the input field at fault, and further plain values for a program to read. */
export interface FaultDetails {
  readonly field?: string;
  readonly [name: string]: string | number | readonly FieldProblem[] | undefined;
}

/** An expected failure of a request. Its message names the field and never repeats what the caller sent. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly details: FaultDetails;
  /** The message in French; null where `errorInFrench` has it. */
  readonly french: string | null;

  constructor(code: FaultCode, message: string, details: FaultDetails = {}, french: string | null = null) {
    super(message);
    this.code = code;
    this.details = details;
    this.french = french;
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

/** What is wrong with an API key. Only a caller who has the secret sees EXPIRED or REVOKED; MISPLACED is a key where none is read. */
export type KeyFault = 'WRONG' | 'MISPLACED' | 'EXPIRED' | 'REVOKED';

const whyUnauthenticated: Readonly<Record<KeyFault, string>> = {
  WRONG: 'The API key is wrong. Send it in full, as it was issued: `Authorization: Bearer cor_…`.',
  MISPLACED: 'Put the key at the top of connection_init: {"authorization": "Bearer cor_…"}.',
  EXPIRED: 'The API key has expired. Ask for a new one, or use the key that replaced it.',
  REVOKED: 'The API key was revoked. Ask for a new one.',
};

/** What is counted in an operation, and how to ask for less of it at once. */
const lessOf = {
  tokens: 'Move values into variables, or send the fields in several requests.',
  'levels of fields': 'Ask for the inner objects in a second request, by `node` and their id.',
  aliases: 'Send the fields in several requests, or use a field that takes a list.',
  'root fields': 'Send the fields in several requests, or use a field that takes a list.',
  directives: 'Send the fields in several requests.',
  'lists within lists': 'Ask for the inner lists in a second request, by `nodes` and their ids.',
  'cost points': 'Ask for smaller pages or shorter lists in several requests, or for fewer objects of each element.',
  'things looked up by number, name or id': 'Split the list into several requests.',
  'subscriptions on one socket': 'Complete one, or open another socket.',
} as const;

/** What is counted in an operation. */
export type Countable = keyof typeof lessOf;

/** The catalogue: every fault that a caller can receive is made here. */
export const faults = {
  BAD_USER_INPUT: (field: string, message: string) => new Fault('BAD_USER_INPUT', message, { field }),
  /** Takes at least one problem; an empty `field` means the argument itself. */
  BAD_FIELDS: (fields: readonly FieldProblem[]) =>
    new Fault('BAD_USER_INPUT', fields.map(({ field, message }) => `${field || 'The argument'} ${message}`).join(' '), {
      field: fields[0]?.field ?? '',
      fields,
    }),
  /** The request is not a GraphQL over HTTP request. */
  BAD_REQUEST: (message: string) => new Fault('BAD_REQUEST', message),
  /** `what` names what was counted; `most` is how many this caller may ask for, of the number `asked`. */
  TOO_COMPLEX: (what: Countable, asked: number, most: number) =>
    new Fault('TOO_COMPLEX', `The operation asks for too much: ${asked} ${what}; at most ${most} are allowed. ${lessOf[what]}`, {
      limit: most,
      asked,
    }),
  /** `earliest` is the instant (ISO 8601) of the registry's first record. */
  KNOWN_AT_TOO_EARLY: (field: string, earliest: string) =>
    new Fault('KNOWN_AT_TOO_EARLY', `${field} lies before the registry's first record, at ${earliest}.`, { field, earliest }),
  UNAUTHENTICATED: (reason: KeyFault) => new Fault('UNAUTHENTICATED', whyUnauthenticated[reason], { reason }),
  KEY_ELSEWHERE: () =>
    new Fault(
      'UNAUTHENTICATED',
      'Send the API key in this header: `Authorization: Bearer cor_…`. Where it stands it is not read, and an address is kept in logs.',
      { reason: 'MISPLACED' },
    ),
  TOKEN_EXPIRED: () =>
    new Fault('UNAUTHENTICATED', 'The token has expired. Exchange your API key for a new one at /oauth/token.', { reason: 'EXPIRED' }),
  FORBIDDEN: (what: FaultWords) => new Fault('FORBIDDEN', `This needs an API key that permits ${what}.`),
  INTROSPECTION_REFUSED: () => new Fault('FORBIDDEN', 'Introspection needs an API key. Anyone can read the schema at /schema.graphql.'),
  /** `documentId` is the SHA-256 of what was sent; null if that is not known. */
  DOCUMENT_NOT_TRUSTED: (documentId: string | null) =>
    new Fault(
      'FORBIDDEN',
      'This API key is held to a list of documents, and this is none of them. Ask for it to be added by its SHA-256, extensions.documentId.',
      documentId === null ? {} : { documentId },
    ),
  NOT_FOUND: (what: FaultWords) => new Fault('NOT_FOUND', `There is no such ${what}.`),
  /** What the operator must set before credentials can be issued. */
  NO_CREDENTIALS: (missing: 'a public address' | 'signing keys') =>
    new Fault('NOT_FOUND', `This registry issues no credentials yet: its operator must give it ${missing}.`),
  LIST_NOT_SIGNED: () =>
    new Fault('NOT_FOUND', 'This public list has no signature: the registry had no signing keys when it was made. Its files are there.'),
  /** `currentVersion` is null if the record was removed. */
  /** `field` is the version that no longer holds. */
  CONFLICT: (currentVersion: number | null, field = 'input.expectedVersion') =>
    currentVersion === null
      ? new Fault('CONFLICT', 'The record has been removed since you read it. Nothing was changed.', { field })
      : new Fault(
          'CONFLICT',
          `The record has changed since you read it: it is now at version ${currentVersion}. Your change was not made.`,
          { field, currentVersion },
        ),
  IDEMPOTENCY_KEY_REUSED: () =>
    new Fault('IDEMPOTENCY_KEY_REUSED', 'input.idempotencyKey was already used for another request. Nothing was changed.', {
      field: 'input.idempotencyKey',
    }),
  REQUEST_TOO_LARGE: (most: number) => new Fault('REQUEST_TOO_LARGE', `The request body must have at most ${most} bytes.`, { limit: most }),
  TOO_MANY_DOCUMENTS: (most: number) =>
    new Fault('REQUEST_TOO_LARGE', `The documents of an account must not exceed ${most} bytes in total per year.`, { limit: most }),
  UNSUPPORTED_MEDIA_TYPE: () =>
    new Fault('UNSUPPORTED_MEDIA_TYPE', 'The request body must be JSON in UTF-8, not compressed, with content-type: application/json.'),
  FILE_ENCODED: () =>
    new Fault(
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the bytes of the file as the body, neither compressed (content-encoding) nor in a form (multipart/form-data).',
    ),
  /** `types` are the media types that are accepted. */
  FILE_TYPE_REFUSED: (types: readonly string[]) =>
    new Fault('UNSUPPORTED_MEDIA_TYPE', `The content of the file is not of an accepted type: ${types.join(', ')}.`),
  /** `type` is the media type found in the file's content. */
  FILE_TYPE_DENIED: (type: string) =>
    new Fault('UNSUPPORTED_MEDIA_TYPE', `The content of the file is ${type}, which does not match its content-type. Nothing was kept.`),
  UPLOAD_USED: () =>
    new Fault('CONFLICT', 'This upload has already received a file, or is receiving one now. Request a new upload to send another file.'),
  UPLOAD_EXPIRED: () => new Fault('NOT_FOUND', 'This upload has expired. Request a new one.'),
  /** `message` says why the request does not accept further documents. */
  UPLOAD_REFUSED: ({ en, fr }: { readonly en: string; readonly fr: string }) => new Fault('CONFLICT', en, {}, fr),
  /** `what` names what was metered; `retryAfter` is the whole seconds until there is enough of it. */
  RATE_LIMITED: (what: string, retryAfter: number) =>
    new Fault('RATE_LIMITED', `The budget of ${what} is used up for now. Try again in ${retryAfter} s.`, { retryAfter }),
  TIMED_OUT: (seconds: number) => new Fault('TIMED_OUT', `The request took longer than ${seconds} seconds.`, { limit: seconds }),
  DATABASE_TOO_SLOW: () => new Fault('TIMED_OUT', 'The database took too long to answer. Ask for less, or try again.'),
  BODY_TOO_SLOW: (seconds: number) => new Fault('TOO_SLOW', `The request body must arrive within ${seconds} seconds.`, { limit: seconds }),
  /** `cursor` is that of the last event sent; null if none was sent. */
  TOO_SLOW: (cursor: string | null) =>
    new Fault(
      'TOO_SLOW',
      'Events were not received in time. Subscribe again `after` the cursor: nothing is lost.',
      cursor === null ? {} : { cursor },
    ),
  /** `header` is one that a proxy has not passed on. */
  UPGRADE_MISSING: (header: string) =>
    new Fault('UPGRADE_REQUIRED', `This looks like a WebSocket whose header ${header} a proxy has left out. Let the proxy pass it on.`, {
      header,
    }),
  STOPPING: () => new Fault('OVERLOADED', 'This server is stopping. Connect again.'),
  TOO_MANY_SOCKETS: () => new Fault('RATE_LIMITED', 'You have too many connections open. Close one first.', { retryAfter: 60 }),
  ORIGIN_REFUSED: () => new Fault('FORBIDDEN', 'Pages of this origin may not connect.'),
  OVERLOADED: () => new Fault('OVERLOADED', 'The registry is busy. Try again shortly.'),
  /** The same code as when it is busy: in both cases another try helps, and nothing was wrong with the request. */
  DATABASE_AWAY: () => new Fault('OVERLOADED', 'The database does not answer. Try again shortly.'),
  /** The disk of documents is full, failed, or may not be written. Only the operator is told which, in the log. */
  FOLDER_FAILED: () => new Fault('OVERLOADED', 'Documents cannot be stored or read at the moment. Try again later.', { retryAfter: 60 }),
  /** The role of the database may not do what the request needs. Only the operator is told which right is missing, in the log. */
  RIGHT_MISSING: () =>
    new Fault('OVERLOADED', 'The registry lacks a right in its database. Its operator can see which. Try again later.', { retryAfter: 60 }),
  INTERNAL: (requestId: string) =>
    new Fault('INTERNAL', 'Something went wrong in the registry. Quote the request id when you report it.', { requestId }),
};

/** A fault that ends a subscription, with the cursor to resume `after`; null if no event was sent. */
export const endedAt = ({ code, message, details }: Fault, cursor: string | null): Fault =>
  new Fault(code, message, cursor === null ? details : { ...details, cursor });

/** Why a process cannot start or continue, in words for the operator: shown as is, without a stack trace, with exit code 1. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
