import type { DocumentNode, GraphQLError, GraphQLFormattedError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind } from 'graphql';
import type { FieldProblem } from '../../errors.ts';
import { Fault, faults } from '../../errors.ts';
import type { Variables } from '../limits/operation-cost.ts';
import type { RequestContext } from '../request/request-context.ts';
import type { Log } from '../telemetry/log.ts';
import { isOfRights } from './client-errors.ts';
import { inLanguage } from './error-language.ts';
import { literalProblem, variableProblems } from './input-errors.ts';
import { isBeforeResolver } from './input-validation.ts';

/** A request whose errors are reported, as far as it got: Apollo's or a subscription's. */
export interface FailedRequest {
  readonly schema: GraphQLSchema;
  readonly document?: DocumentNode | undefined;
  readonly operation?: OperationDefinitionNode | undefined;
  readonly request: { readonly variables?: Variables | undefined };
  readonly contextValue: Pick<RequestContext, 'requestId' | 'caller' | 'locale'>;
  readonly errors?: readonly GraphQLError[] | undefined;
}

/** Adds to the errors of an answer what needs the request: the field at fault, the request id, the language. Logs what was masked. */
export function refineErrors(request: FailedRequest, formatted: readonly GraphQLFormattedError[], log: Log): GraphQLFormattedError[] {
  const errors = request.errors ?? [];
  const refined = errors.some(isAboutVariable)
    ? aboutVariables(request)
    : formatted.map((each, at) => refine(request, each, errors[at], log));
  return refined.map((each) => inLanguage(request.contextValue.locale, each));
}

/**
 * Whether an operation was refused before any resolver ran: its variables could not be read, or the arguments of each of its root fields failed
 * their check. An operation of which any field was carried out is not, whatever became of the others.
 */
export function isRefusedUnread({ operation, errors = [] }: Pick<FailedRequest, 'operation' | 'errors'>, data: unknown): boolean {
  if (data === undefined) return errors.length > 0 && errors.every(isAboutVariable);
  const fields = operation?.selectionSet.selections ?? [];
  const isPlain = fields.every(({ kind, directives }) => kind === Kind.FIELD && directives?.length === 0);
  return isPlain && errors.length === fields.length && errors.every(isOfRootArguments);
}

const isOfRootArguments = ({ path, originalError }: GraphQLError): boolean =>
  path?.length === 1 && originalError instanceof Fault && isBeforeResolver(originalError);

const isAboutVariable = ({ extensions, nodes }: GraphQLError): boolean =>
  extensions.code === 'BAD_USER_INPUT' && nodes?.length === 1 && nodes[0]?.kind === Kind.VARIABLE_DEFINITION;

function aboutVariables({ schema, operation, request, contextValue }: FailedRequest): GraphQLFormattedError[] {
  const problems = operation ? variableProblems(schema, operation, request.variables ?? {}) : [];
  const all = problems.length > 0 ? problems : [{ field: '', message: 'is not valid.' }];
  return all.map((problem) => ({
    message: unsuggestive(`${problem.field || 'A variable'} ${problem.message}`, contextValue),
    extensions: { code: 'BAD_USER_INPUT', field: problem.field },
  }));
}

function refine(
  request: FailedRequest,
  formatted: GraphQLFormattedError,
  error: GraphQLError | undefined,
  log: Log,
): GraphQLFormattedError {
  switch (formatted.extensions?.code) {
    case 'INTERNAL':
      return internal(request.contextValue, formatted, error, log);
    case 'GRAPHQL_VALIDATION_FAILED':
      return invalid(request, formatted, error);
    default:
      if (isOfRights(error))
        log.error({ requestId: request.contextValue.requestId, path: formatted.path, err: error?.originalError }, REFUSED);
      return formatted;
  }
}

const REFUSED = 'A request failed because the role of the database lacks a right.';

function internal(
  { requestId }: FailedRequest['contextValue'],
  formatted: GraphQLFormattedError,
  error: GraphQLError | undefined,
  log: Log,
): GraphQLFormattedError {
  log.error({ requestId, path: formatted.path, err: error?.originalError ?? error }, 'A request failed because of an internal error.');
  const { message, extensions } = faults.INTERNAL(requestId);
  return { ...formatted, message, extensions };
}

function invalid(
  { schema, document, contextValue }: FailedRequest,
  formatted: GraphQLFormattedError,
  error: GraphQLError | undefined,
): GraphQLFormattedError {
  const problem = document && error ? literalProblem(schema, document, error) : null;
  const message = problem ? sentence(problem) : formatted.message;
  const field = problem ? { field: problem.field } : {};
  return { ...formatted, message: unsuggestive(message, contextValue), extensions: { ...formatted.extensions, ...field } };
}

const sentence = ({ field, message }: FieldProblem): string => `${field || 'A value'} ${message}`;

/** Callers without a key cannot find schema names by guessing similar ones. */
const unsuggestive = (message: string, { caller }: FailedRequest['contextValue']): string =>
  caller.keyId === null ? message.replace(/ ?Did you mean .*\?$/s, '') : message;
