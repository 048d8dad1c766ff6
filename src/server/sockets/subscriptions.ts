import type { DocumentNode, ExecutionArgs, GraphQLSchema } from 'graphql';
import { createSourceEventStream, GraphQLError, getOperationAST, parse, validate } from 'graphql';
import type { DeprecatedUses } from '../../access/deprecated-uses.ts';
import type { Calls } from '../../contract/follower.ts';
import type { Caller } from '../../contract/viewer.type.ts';
import { Turns } from '../../database/turns.ts';
import { Fault, faults } from '../../errors.ts';
import { type FailedRequest, isRefusedUnread } from '../errors/error-details.ts';
import { coded, graphqlError, shownErrors } from '../errors/shown-errors.ts';
import type { Admission } from '../limits/admission.ts';
import { guard } from '../limits/guard.ts';
import { mostTokens } from '../limits/limits.ts';
import type { Variables } from '../limits/operation-cost.ts';
import { deprecatedIn } from '../request/deprecated-in.ts';
import type { RequestContext } from '../request/request-context.ts';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { groupOf } from './event-group.ts';
import { RunningSubscription } from './running-subscription.ts';
import type { Subscriber } from './subscriber.ts';

/** The operation that a client sent. */
export interface SubscriptionRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | null | undefined;
}

/** What starting a subscription depends on. */
export interface SubscriptionsParts {
  readonly schema: GraphQLSchema;
  readonly log: Log;
  readonly wake: Calls;
  readonly admission: Admission;
  readonly metrics: Metrics | null;
  /** Counts what is deprecated and still used. */
  readonly uses: DeprecatedUses;
}

/** What is known about a request so far, for its errors. */
interface Examined {
  document?: DocumentNode;
  operation?: FailedRequest['operation'];
}

/** Parses, validates, limits and begins subscriptions, for both transports. */
export class Subscriptions {
  private readonly schema: GraphQLSchema;
  private readonly log: Log;
  private readonly wake: Calls;
  private readonly admission: Admission;
  private readonly metrics: Metrics | null;
  private readonly uses: DeprecatedUses;
  /** After a restart, thousands begin at once. */
  private readonly turns = new Turns(4);

  constructor({ schema, log, wake, admission, metrics, uses }: SubscriptionsParts) {
    this.schema = schema;
    this.log = log;
    this.wake = wake;
    this.admission = admission;
    this.metrics = metrics;
    this.uses = uses;
  }

  /** Begins a subscription, or returns its errors as the caller sees them. It never rejects because of something the caller did. */
  async begin(subscriber: Subscriber, request: SubscriptionRequest): Promise<RunningSubscription | GraphQLError[]> {
    const examined: Examined = {};
    const context = await subscriber.context(null);
    const shown = (errors: readonly GraphQLError[], { requestId, caller, locale }: RequestContext): GraphQLError[] =>
      shownErrors(
        { schema: this.schema, ...examined, request: given(request), contextValue: { requestId, caller, locale }, errors },
        this.log,
      );
    try {
      this.mayBegin(context.caller);
      context.rate?.enter();
      const errors = this.examine(request, examined);
      if (errors.length > 0) return shown(errors, context);
      const { document, asked, group, deprecated } = this.admitted(request, examined, context);
      const args = { schema: this.schema, document, ...executed(request) };
      const failed = (error: unknown) =>
        this.log.error({ requestId: context.requestId, err: error }, 'A subscription ended because of an internal error.');
      const running = new RunningSubscription(subscriber, {
        args,
        points: asked.points,
        group,
        deprecated,
        wake: this.wake,
        shown,
        failed,
      });
      const contextValue = await subscriber.context(running.follower);
      const source = await this.turns.take(() => this.counted(() => createSourceEventStream({ ...args, contextValue })));
      if (Symbol.asyncIterator in source) return running.follow(source);
      const { errors: refused = [] } = source;
      if (isRefusedUnread({ errors: refused }, undefined)) context.rate?.giveBack(asked);
      return shown(refused, context);
    } catch (error) {
      return shown([graphqlError(error)], context);
    }
  }

  // Before it is parsed. A subscription that runs costs little; beginning it costs as much as a request.
  private mayBegin(caller: Caller): void {
    if (this.admission.admits(caller, this.turns.queue)) return;
    this.metrics?.countRefusal(caller.scope);
    throw faults.OVERLOADED();
  }

  private async counted<T>(work: () => Promise<T>): Promise<T> {
    this.admission.enter();
    try {
      return await work();
    } finally {
      this.admission.leave();
    }
  }

  private examine({ query, operationName }: SubscriptionRequest, examined: Examined): readonly GraphQLError[] {
    const document = parsed(query);
    if (document instanceof GraphQLError) return [document];
    examined.document = document;
    const errors = validate(this.schema, document, undefined, { maxErrors: 5 });
    if (errors.length > 0) return errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
    const operation = getOperationAST(document, operationName);
    if (!operation) return [new GraphQLError('', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })];
    examined.operation = operation;
    return [];
  }

  private admitted(request: SubscriptionRequest, { document, operation }: Examined, { caller, rate, wallNow }: RequestContext) {
    if (!document || !operation) throw new Fault('BAD_REQUEST', 'There is no operation.');
    const variables = request.variables ?? {};
    const asked = guard({ schema: this.schema, document, operation, variables }, caller, 'SUBSCRIPTIONS');
    rate?.takeOperation(asked);
    const deprecated = deprecatedIn(this.schema, document, operation, variables);
    this.uses.note(caller.keyId, deprecated.keys(), wallNow);
    return { document, asked, group: groupOf({ query: request.query, document, operation, variables }), deprecated };
  }
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: mostTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return coded(error, 'GRAPHQL_PARSE_FAILED');
    throw faults.BAD_REQUEST('The query must be text.');
  }
}

const given = ({ variables }: SubscriptionRequest): FailedRequest['request'] => ({ variables: variables ?? undefined });

const executed = ({ operationName, variables }: SubscriptionRequest): Pick<ExecutionArgs, 'operationName' | 'variableValues'> => ({
  operationName: operationName ?? null,
  variableValues: variables ?? null,
});
