import type { IncomingMessage } from 'node:http';
import type { Caller } from '../../contract/viewer.type.ts';
import { faults } from '../../errors.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import type { RateLimit } from '../limits/rate-limit.ts';
import type { RequestContext } from '../request/request-context.ts';
import type { AnsweredRequest } from '../telemetry/metrics.ts';
import type { TracedRequest } from '../telemetry/tracing.ts';
import type { Answer } from './answer.ts';

/** What is asked, over HTTP or by one of our own pages. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly address: () => string;
  /** The caller, where the key is remembered: its digest is computed once. */
  readonly known: Caller | null;
  /** The body, of at most so many bytes. */
  readonly json: (most: number) => Promise<unknown>;
}

/** An operation that a page asks for its reader. */
export interface AskedByPage {
  /** The request for the page: the budget of a reader without a key is that of its address. */
  readonly page: IncomingMessage;
  readonly requestId: string;
  readonly locale: Locale;
  readonly authorization: string | undefined;
  readonly body: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };
}

/** The body of what a page asks, held to the size of any other. */
export function within(body: AskedByPage['body'], most: number): unknown {
  if (Buffer.byteLength(JSON.stringify(body)) > most) throw faults.REQUEST_TOO_LARGE(most);
  return body;
}

/** A request that was answered, for the log, the metrics and the traces. */
export type Answered = AnsweredRequest & TracedRequest;

/** What to note of a request that was answered in so many milliseconds. */
export function describe(requestId: string, { status, errors }: Answer, { context, rate }: Seen, ms: number): Answered {
  const { kind = null } = context?.notes ?? {};
  return { requestId, kind, scope: context?.caller.scope ?? null, status, errors, seconds: ms / 1000, asked: rate?.charge?.asked ?? null };
}

/** What is known of a request by now; what fails may leave it unknown. */
export interface Seen {
  context: RequestContext | null;
  rate: RateLimit | null;
}
