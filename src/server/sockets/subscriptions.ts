import type { DocumentNode, ExecutionArgs, GraphQLSchema } from 'graphql';
import { createSourceEventStream, GraphQLError, getOperationAST } from 'graphql';
import type { DeprecatedUses } from '../../access/deprecated-uses.ts';
import type { Calls } from '../../contract/follower.ts';
import type { Caller } from '../../contract/viewer.type.ts';
import { Turns } from '../../database/turns.ts';
import { Fault, faults } from '../../errors.ts';
import { type FailedRequest, isRefusedUnread } from '../errors/error-details.ts';
import { graphqlError, shownErrors } from '../errors/shown-errors.ts';
import type { Admission } from '../limits/admission.ts';
import { guard } from '../limits/guard.ts';
import type { Variables } from '../limits/operation-cost.ts';
import { deprecatedIn } from '../request/deprecated-in.ts';
import type { RequestContext } from '../request/request-context.ts';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { groupOf } from './event-group.ts';
import { KnownDocuments } from './known-documents.ts';
import { type AllowedSubscription, RunningSubscription } from './running-subscription.ts';
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
  /** Stands for the text of the document. */
  number?: number;
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
  private readonly documents: KnownDocuments;
  /** After a restart, thousands begin at once. */
  private readonly turns = new Turns(4);

  constructor({ schema, log, wake, admission, metrics, uses }: SubscriptionsParts) {
    this.schema = schema;
    this.log = log;
    this.wake = wake;
    this.admission = admission;
    this.metrics = metrics;
    this.uses = uses;
    this.documents = new KnownDocuments(schema);
  }

  /** Begins a subscription, or returns its errors as the caller sees them. It never rejects because of something the caller did. */
  async begin(subscriber: Subscriber, request: SubscriptionRequest): Promise<RunningSubscription | GraphQLError[]> {
    const examined: Examined = {};
    const context = await subscriber.context(null);
    const shown = this.shownOf(examined, request);
    try {
      this.mayBegin(context.caller);
      context.rate?.enter();
      const errors = this.examine(request, examined);
      if (errors.length > 0) return shown(errors, context);
      const { document, asked, group, deprecated } = this.admitted(request, examined, context);
      const args = { schema: this.schema, document, ...executed(request) };
      const { points } = asked;
      const failed = this.failedOf(context.requestId);
      const running = new RunningSubscription(subscriber, { args, points, group, deprecated, wake: this.wake, shown, failed });
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

  // These two are made apart, so that a subscription keeps what they need and not all that began it.
  private shownOf(examined: Examined, asked: SubscriptionRequest): AllowedSubscription['shown'] {
    const request = given(asked);
    return (errors, { requestId, caller, locale }) =>
      shownErrors({ schema: this.schema, ...examined, request, contextValue: { requestId, caller, locale }, errors }, this.log);
  }

  private failedOf(requestId: string): AllowedSubscription['failed'] {
    return (error) => this.log.error({ requestId, err: error }, 'A subscription ended because of an internal error.');
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
    const { errors, ...read } = this.documents.read(query);
    Object.assign(examined, read);
    if (!read.document || errors.length > 0) return errors;
    const operation = getOperationAST(read.document, operationName);
    if (!operation) return [new GraphQLError('', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })];
    examined.operation = operation;
    return [];
  }

  private admitted(request: SubscriptionRequest, { document, number, operation }: Examined, { caller, rate, wallNow }: RequestContext) {
    if (!document || number === undefined || !operation) throw new Fault('BAD_REQUEST', 'There is no operation.');
    const variables = request.variables ?? {};
    const asked = guard({ schema: this.schema, document, operation, variables }, caller, 'SUBSCRIPTIONS');
    rate?.takeOperation(asked);
    const deprecated = deprecatedIn(this.schema, document, operation, variables);
    this.uses.note(caller.keyId, deprecated.keys(), wallNow);
    return { document, asked, group: groupOf({ number, document, operation, variables }), deprecated };
  }
}

const given = ({ variables }: SubscriptionRequest): FailedRequest['request'] => ({ variables: variables ?? undefined });

const executed = ({ operationName, variables }: SubscriptionRequest): Pick<ExecutionArgs, 'operationName' | 'variableValues'> => ({
  operationName: operationName ?? null,
  variableValues: variables ?? null,
});
