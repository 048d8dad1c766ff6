import type {
  ApolloServerPlugin,
  GraphQLRequest,
  GraphQLRequestContext,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestListener,
  GraphQLResponse,
} from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { Fault } from '../errors.ts';
import { isOfRights, isOfServerGone, isOfStorage } from './errors/client-errors.ts';
import { isRefusedUnread, refineErrors } from './errors/error-details.ts';
import { shownCost } from './limits/rate-limit.ts';
import { chargeOperation } from './request/charge-operation.ts';
import { type DeprecatedIn, deprecationHeaders, shownDeprecated } from './request/deprecated-in.ts';
import type { RequestContext } from './request/request-context.ts';
import type { Log } from './telemetry/log.ts';

/** Guards each operation, finishes the errors of its answer, and notes for the log what it was. */
export function operationPlugin(log: Log): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    didResolveOperation: async (request) => guardOperation(request),
    responseForOperation: async ({ request, contextValue }) => (asksForCost(request) ? costAnswer(contextValue) : null),
    willSendResponse: async (request) => finishAnswer(request, log),
  };
  return { requestDidStart: async () => listener };
}

function guardOperation({
  schema,
  document,
  operation,
  request,
  contextValue,
}: GraphQLRequestContextDidResolveOperation<RequestContext>): void {
  if (!operation) return;
  try {
    const guarded = { schema, document, operation, variables: request.variables ?? {} };
    chargeOperation(guarded, contextValue, asksForCost(request) ? 'asks' : 'takes');
  } catch (error) {
    throw error instanceof Fault ? wholeRequestError(error) : error;
  }
}

/** Whether a request asks what its operation costs, in place of its answer. */
const asksForCost = ({ extensions }: GraphQLRequest): boolean => extensions?.dryRun === true;

/** An answer without data: finishing it adds the budget, where there is one. */
function costAnswer({ notes: { asked } }: RequestContext): GraphQLResponse {
  const cost = asked && { asked: Math.max(1, asked.points), lookUps: { asked: asked.lookUps } };
  return {
    http: { headers: new HeaderMap() },
    body: { kind: 'single', singleResult: { data: null, extensions: { cost } } },
  };
}

// Apollo takes the status of an error that ends a request from here.
const wholeRequestError = (fault: Fault): GraphQLError =>
  new GraphQLError(fault.message, {
    originalError: fault,
    extensions: { ...fault.extensions, http: { status: fault.status, headers: new HeaderMap() } },
  });

/** Whether anything of an operation was answered: of one of which every field failed, nothing was. */
const isAnswered = (data: Readonly<Record<string, unknown>> | null | undefined): boolean =>
  Object.values(data ?? {}).some((value) => value !== null);

/** Warns a caller that its operation uses what is deprecated. */
function warn(answer: { extensions?: Record<string, unknown> }, headers: HeaderMap, deprecated: DeprecatedIn | null): void {
  if (!deprecated?.size) return;
  answer.extensions = { ...answer.extensions, deprecated: shownDeprecated(deprecated) };
  for (const [name, value] of Object.entries(deprecationHeaders(deprecated))) headers.set(name, value);
}

function finishAnswer(request: GraphQLRequestContext<RequestContext>, log: Log): void {
  const { body, http } = request.response;
  if (body?.kind !== 'single') return;
  const { notes, rate, reader } = request.contextValue;
  if (notes.asked && isRefusedUnread(request, body.singleResult.data)) rate?.giveBack(notes.asked);
  if (rate?.charge) body.singleResult.extensions = { ...body.singleResult.extensions, cost: shownCost(rate.charge) };
  warn(body.singleResult, http.headers, notes.deprecated);
  if (!body.singleResult.errors || !request.errors) return;
  // A query changes nothing, so that it may be done again: by another server, or by the same that is back.
  const mayRepeat = !notes.isLastTry && (reader?.isOnReplica === true || notes.kind === 'query');
  // A replica may have a role of its own; the primary's may have the right.
  const isElsewhere = reader?.isOnReplica === true && request.errors.some(isOfRights);
  notes.isCutShort = mayRepeat && (isElsewhere || request.errors.some(isOfServerGone));
  if (isElsewhere)
    log.warn({ err: request.errors.find(isOfRights)?.originalError }, 'The role of a replica lacks a right: the primary is read instead.');
  if (notes.isCutShort) return;
  notes.isStorageFault = request.errors.some(isOfStorage);
  const errors = refineErrors(request, body.singleResult.errors, log);
  body.singleResult.errors = errors;
  notes.errors = errors.map(({ extensions }) => String(extensions?.code));
  if (isAnswered(body.singleResult.data)) return;
  if (notes.errors.includes('TIMED_OUT')) http.status = 504;
  if (notes.errors.includes('OVERLOADED')) {
    http.status = 503;
    http.headers.set('retry-after', String(Math.max(1, ...errors.map(({ extensions }) => Number(extensions?.retryAfter ?? 1)))));
  }
}
