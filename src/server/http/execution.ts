import type { IncomingMessage } from 'node:http';
import type { ApolloServer, HTTPGraphQLResponse } from '@apollo/server';
import type { Reader } from '../../database/replicas-reader.ts';
import { KnownOperations, type PlainBody, plainBody } from '../lane/known-operations.ts';
import { inTime } from '../limits/deadline.ts';
import type { GuardedOperation } from '../limits/guard.ts';
import { shownCost } from '../limits/rate-limit.ts';
import { chargeOperation } from '../request/charge-operation.ts';
import type { RequestContext, RequestNotes } from '../request/request-context.ts';
import { type Answer, answerOf, dataAnswer } from './answer.ts';
import { headersForApollo } from './apollo-headers.ts';
import { withDocument } from './document-by-id.ts';

/** An operation that is asked, as far as Apollo reads its request. */
export interface AskedOperation {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

/** A request while it is carried out. */
export interface CarriedOut {
  context: RequestContext;
  /** A context for carrying it out again, in which nothing was read yet; null reads from the primary. */
  readonly renew: (reader: Reader | null) => RequestContext;
}

/**
 * Carries out operations. A query of hot fields that was answered before takes the lane: neither is its document looked at again, nor does Apollo see
 * it. Whatever is not a plain answer there, errors above all, is Apollo's.
 */
export class Execution {
  private readonly apollo: ApolloServer<RequestContext>;
  private readonly known = new KnownOperations();

  constructor(apollo: ApolloServer<RequestContext>) {
    this.apollo = apollo;
  }

  /** The answer within the time limit of the caller. A query that lost the server it read from is carried out once more. */
  async answer(asked: AskedOperation, body: unknown, carried: CarriedOut): Promise<Answer> {
    const { caller } = carried.context;
    const whole = withDocument(body, caller);
    const answer = await inTime(this.once(asked, whole, carried), caller);
    if (!carried.context.notes.isCutShort) return answer;
    carried.context = carried.renew(null);
    carried.context.notes.isLastTry = true;
    return inTime(
      this.byApollo(asked, whole, carried.context).then((executed) => answerOf(executed, carried.context.notes)),
      caller,
    );
  }

  private async once(asked: AskedOperation, body: unknown, carried: CarriedOut): Promise<Answer> {
    const plain = asked.method === 'POST' ? plainBody(body) : null;
    const { accept } = asked.headers;
    const answer = plain && (await this.byLane(plain, accept, carried));
    if (answer) return answer;
    const executed = await this.byApollo(asked, body, carried.context);
    if (plain) this.learn(plain, accept, executed, carried.context.notes);
    return answerOf(executed, carried.context.notes);
  }

  /** The answer of a known operation; null where Apollo is to answer. */
  private async byLane(plain: PlainBody, accept: string | undefined, carried: CarriedOut): Promise<Answer | null> {
    const known = this.known.of(plain, accept);
    if (!known) return null;
    const { context } = carried;
    const { variables } = plain;
    const { schema, document, operation } = known.found;
    if (!isCharged({ schema, document, operation, variables }, context)) return null;
    // Apollo's answer warns of what is deprecated; the operation is paid for.
    if (context.notes.deprecated?.size) return null;
    try {
      return dataAnswer(known.contentType, withCost(await known.data(variables, context), context));
    } catch {
      // Whatever it is, Apollo meets it again and says it in its words.
      this.known.forget(plain, accept);
      carried.context = carried.renew(context.reader);
      return null;
    }
  }

  private byApollo({ method, url, headers }: AskedOperation, body: unknown, context: RequestContext): Promise<HTTPGraphQLResponse> {
    const at = url.indexOf('?');
    const search = at < 0 ? '' : url.slice(at);
    return this.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers: headersForApollo(headers, context.caller.keyId !== null), search, body },
      context: async () => context,
    });
  }

  private learn(plain: PlainBody, accept: string | undefined, { headers }: HTTPGraphQLResponse, { guarded, errors }: RequestNotes): void {
    const contentType = headers.get('content-type');
    if (guarded && contentType && errors.length === 0) this.known.learn(plain, accept, guarded, contentType);
  }
}

/** Charges an operation. If it is refused, Apollo is to refuse it: nothing was taken. */
function isCharged(guarded: GuardedOperation, context: RequestContext): boolean {
  try {
    chargeOperation(guarded, context, 'takes');
    return true;
  } catch {
    context.notes.cost = null;
    return false;
  }
}

function withCost(data: unknown, { rate }: RequestContext): object {
  return rate?.charge ? { data, extensions: { cost: shownCost(rate.charge) } } : { data };
}
