import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { Fault, faults } from '../../errors.ts';
import { FolderFailed } from '../../uploads/upload-folder.ts';

/** Codes of Apollo's errors for a malformed request: its messages may be shown once they repeat no value. */
const ofTheRequest = new Set(['BAD_REQUEST', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/** An error as the caller sees it. Anything that is neither a fault of the catalogue nor a malformed request is masked. */
export function clientError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const { message, extensions } = seenFromOutside(formatted, error);
  return { message, ...(locations && { locations }), ...(path && { path }), extensions };
}

interface Outside {
  readonly message: string;
  readonly extensions: Record<string, unknown>;
}

function seenFromOutside({ message, extensions }: GraphQLFormattedError, error: unknown): Outside {
  const code = String(extensions?.code ?? '');
  if (code === 'OPERATION_RESOLUTION_FAILURE') return { message: unknownOperation, extensions: { code } };
  if (code === 'BAD_USER_INPUT' && !isFault(error)) return { message: 'A variable is not valid.', extensions: { code } };
  if (ofTheRequest.has(code)) return { message: withoutValues(message), extensions: { code } };
  return outside(faultOf(error));
}

const unknownOperation = 'The document has several operations and operationName names none of them, or it has no such operation.';

const outside = (fault: Fault): Outside => ({ message: fault.message, extensions: fault.extensions });

const isFault = (error: unknown): boolean => causeOf(error) instanceof Fault;

// GraphQL wraps what a resolver threw, and Apollo may wrap it again.
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

/** The fault behind an error of any kind; INTERNAL for an error that callers must not see. */
export function faultOf(error: unknown, requestId = ''): Fault {
  const cause = causeOf(error);
  if (cause instanceof Fault) return cause;
  // If input passed validation but still cannot be read, it is an object in the document with a variable that has no value.
  const argument = cause instanceof GraphQLError ? /^Argument "(\w+)" /.exec(cause.message)?.[1] : undefined;
  if (argument)
    return faults.BAD_FIELDS([{ field: argument, message: 'is not valid: each variable in it must be given and must not be null.' }]);
  if (cause instanceof FolderFailed) return faults.FOLDER_FAILED();
  return faultOfDatabase(cause) ?? faults.INTERNAL(requestId);
}

function faultOfDatabase(cause: unknown): Fault | null {
  const code = codeOf(cause);
  if (code === '22021' || code === '22P05')
    return faults.BAD_USER_INPUT('', 'A text in the input has a character that cannot be stored, such as U+0000.');
  if (isRefused(code)) return faults.RIGHT_MISSING();
  if (code === '57014') return faults.DATABASE_TOO_SLOW();
  if (isAway(code, cause)) return faults.DATABASE_AWAY();
  return isBusy(code, cause) ? faults.OVERLOADED() : null;
}

/** The role of the database lacks a right (42501), or may not log in (28), since its password was changed for instance. */
const isRefused = (code: string): boolean => code === '42501' || classOf(code) === '28';

/** Whether the role of the database lacks a right: nothing is wrong with the request, and another try helps only once the right is granted. */
export const isOfRights = (error: unknown): boolean => isRefused(codeOf(causeOf(error)));

/** Whether the operator must learn of an error from the log, since its caller does not. */
export const isForOperator = (error: unknown, fault: Fault = faultOf(error)): boolean =>
  fault.code === 'INTERNAL' || isOfRights(error) || causeOf(error) instanceof FolderFailed;

const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '');

const classOf = (code: string): string => (/^[0-9A-Z]{5}$/.test(code) ? code.slice(0, 2) : '');

/** What the network says of a server that is not there. */
const awayCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
]);

/** Classes of SQLSTATE: the connection is lost (08), the database has another name, as while a restored one takes its place (3D), the server is stopping or starting (57). */
const awayClasses = new Set(['08', '3D', '57']);
/** The server only reads, as a replica that is not promoted yet (25006), or ended a transaction that took us too long (25P03, 25P04). */
const awayStates = new Set(['25006', '25P03', '25P04']);
const awayWords = /Connection terminated|Client (has encountered a connection error|was closed) and is not queryable/;

/** A connection that broke between two statements of a transaction: TypeORM then says only that it has given it back. */
const isLost = (cause: unknown): boolean =>
  cause instanceof QueryRunnerAlreadyReleasedError || cause instanceof QueryRunnerProviderAlreadyReleasedError;

/** A socket in the file system that is not there; of any other file the same code is a fault of ours. */
const isNoSocket = (code: string, cause: unknown): boolean =>
  code === 'ENOENT' && cause instanceof Error && 'syscall' in cause && cause.syscall === 'connect';

const isAway = (code: string, cause: unknown): boolean =>
  awayCodes.has(code) ||
  isNoSocket(code, cause) ||
  awayClasses.has(classOf(code)) ||
  awayStates.has(code) ||
  isLost(cause) ||
  (cause instanceof Error && awayWords.test(cause.message));

/** Classes of SQLSTATE: the transaction must begin again (40), no disk, memory or connection is left (53), the server's system failed (58). */
const busyClasses = new Set(['40', '53', '58']);
const busyWords = /timeout exceeded when trying to connect/;

const isBusy = (code: string, cause: unknown): boolean =>
  code === '55P03' || busyClasses.has(classOf(code)) || (cause instanceof Error && busyWords.test(cause.message));

/** Whether the server is gone, or cancelled the statement to replay changes: another server may well answer. */
export function isOfServerGone(error: unknown): boolean {
  const cause = causeOf(error);
  const code = codeOf(cause);
  return goneCodes.has(code) || isLost(cause) || (cause instanceof Error && /Connection terminated/.test(cause.message));
}

/** Whether the database was away, busy or too slow: trying again may help, and nothing else is wrong. */
export const isOfDatabase = (error: unknown): boolean => (faultOfDatabase(causeOf(error))?.status ?? 0) >= 500;

/** Whether the server or the folder of documents has no disk or memory left, or its own system failed: whatever is recorded next will most likely fail as well. */
export function isOfStorage(error: unknown): boolean {
  const cause = causeOf(error);
  const code = codeOf(cause);
  return cause instanceof FolderFailed || code === '53100' || code === '53200' || classOf(code) === '58';
}

const goneCodes = new Set(['57P01', '57P02', '57P03', '40001', '08006', '08001', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/** GraphQL's messages quote schema names and punctuation, which help and stay, and the caller's values, which are removed. */
function withoutValues(message: string): string {
  const cut = message
    .replace(/\b(String|BlockString|Int|Float|Name) ".*"/s, '$1')
    .replace(/^(Syntax Error: Invalid [^"]*): ".*$/s, '$1.')
    .replace(/ cannot represent .*$/s, ' cannot represent the value given.')
    .replace(/^(Expected value of type "[^"]*"), found .*$/s, '$1.')
    .replace(/^Value ".*" does not exist in/s, 'The value given does not exist in')
    .replace(/^(Argument "\w+" has invalid value) .*$/s, '$1.');
  return cut.length > 300 ? `${cut.slice(0, 300)}…` : cut;
}
