import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import type { DataSource } from 'typeorm';
import type { Authentication } from '../../access/authentication.ts';
import type { DeprecatedUses } from '../../access/deprecated-uses.ts';
import type { Clock } from '../../clock.ts';
import type { Selections } from '../../contract/selections.ts';
import type { Caller } from '../../contract/viewer.type.ts';
import { lsnHeader, lsnOf, lsnText } from '../../database/replicas-lsn.ts';
import type { Readers } from '../../database/replicas-reader.ts';
import { Fault, faults } from '../../errors.ts';
import { faultOf, isForOperator } from '../errors/client-errors.ts';
import type { Admission } from '../limits/admission.ts';
import { limitsOf } from '../limits/limits.ts';
import { RateLimit, type RateLimits, rateHeaders } from '../limits/rate-limit.ts';
import { clientAddress } from '../request/client-address.ts';
import { refuseLostUpgrade } from '../request/lost-upgrade.ts';
import { refuseKeyElsewhere } from '../request/misplaced-key.ts';
import { RequestContext, type RequestParts } from '../request/request-context.ts';
import { localeOf } from '../request/request-locale.ts';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import { type Answer, faultAnswer } from './answer.ts';
import { type Answered, type Asked, type AskedByPage, describe, type Seen, within } from './asked.ts';
import type { Cors } from './cors.ts';
import { type CarriedOut, Execution } from './execution.ts';
import { ownHeaders } from './own-headers.ts';
import { readJson } from './request-body.ts';
import { type HeadersToSend, send } from './send.ts';

/** What the handler of /graphql works with. */
export interface GraphQLHandlerParts {
  readonly apollo: ApolloServer<RequestContext>;
  readonly authentication: Authentication;
  readonly source: DataSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly cors: Cors;
  /** Null where nothing is metered. */
  readonly limits: RateLimits | null;
  /** Number of our own proxies in front of this server. */
  readonly proxies: number;
  readonly metrics: Metrics | null;
  /** Counts what is deprecated and still used. */
  readonly uses: DeprecatedUses;
  readonly tracing: Tracing | null;
  /** How many requests may be under way. */
  readonly admission: Admission;
  /** Called with faults of the database’s storage. */
  readonly readiness: { noteStorageFault(): void };
  /** Null where there are no replicas. */
  readonly readers: Readers | null;
  /** Whether webhooks may target private addresses. */
  readonly privateTargets?: boolean;
  /** Answers what webhooks select. */
  readonly selections?: Selections;
  /** Whether daily e-mail is sent. */
  readonly mailsDigests?: boolean;
}

/** Answers POST and GET on /graphql, straight from node:http to Apollo. */
export class GraphQLHandler {
  private readonly parts: GraphQLHandlerParts;
  private readonly execution: Execution;

  constructor(parts: GraphQLHandlerParts) {
    this.parts = parts;
    this.execution = new Execution(parts.apollo);
  }

  /** Sends an answer whatever happens; it never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const { cors, tracing } = this.parts;
    const preflight = cors.preflight(request);
    if (preflight) return void response.writeHead(204, { ...preflight, ...ownHeaders(requestId, this.parts.clock) }).end();
    // The key's scope decides who goes first, and is known without the database for each key that is in use.
    const known = this.parts.authentication.remembers(request.headers.authorization);
    if (!this.parts.admission.mayCome(known)) return this.refuse(request, response, requestId, known);
    await (tracing
      ? tracing.request(request.headers, () => this.respond(request, response, requestId, known))
      : this.respond(request, response, requestId, known));
  }

  /** Answers an operation that one of our own pages asks for its reader, with the reader's key, budget and limits. It never rejects. */
  async ask({ page, requestId, locale, authorization, body }: AskedByPage): Promise<Answer> {
    const started = performance.now();
    const seen: Seen = { context: null, rate: null };
    const headers = {
      'content-type': 'application/json',
      'accept-language': locale,
      ...(authorization !== undefined && { authorization }),
    };
    const address = () => clientAddress(page, this.parts.proxies);
    const asked: Asked = { method: 'POST', url: '/graphql', headers, address, known: null, json: async (most) => within(body, most) };
    const answer = await this.answer(asked, requestId, seen).catch((error: unknown) => this.failed(error, requestId, headers));
    this.note(describe(requestId, answer, seen, performance.now() - started), seen);
    return answer;
  }

  /** Refuses a request unread. Its body is let past, so that the connection lives on: a new one would cost more. */
  private refuse(request: IncomingMessage, response: ServerResponse, requestId: string, known: Caller | null): void {
    const { cors, metrics } = this.parts;
    const { status, headers, body } = faultAnswer(faults.OVERLOADED(), localeOf(request));
    request.resume();
    const all = { ...headers, ...cors.headers(request, headers.vary), ...ownHeaders(requestId, this.parts.clock) };
    response.writeHead(status, { ...all, 'content-length': Buffer.byteLength(body) }).end(body);
    metrics?.countRefusal(known?.scope ?? null);
  }

  private async respond(request: IncomingMessage, response: ServerResponse, requestId: string, known: Caller | null): Promise<Answered> {
    const started = performance.now();
    const seen: Seen = { context: null, rate: null };
    const answer = await this.answer(this.askedBy(request, known), requestId, seen).catch((error: unknown) =>
      this.failed(error, requestId, request.headers),
    );
    send(request, response, answer, this.headersOf(answer, request, requestId, seen));
    const answered = describe(requestId, answer, seen, performance.now() - started);
    this.note(answered, seen);
    return answered;
  }

  private askedBy(request: IncomingMessage, known: Caller | null): Asked {
    const { method = 'GET', url = '', headers } = request;
    const address = () => clientAddress(request, this.parts.proxies);
    return { method, url, headers, address, known, json: (most) => readJson(request, most) };
  }

  private async answer(request: Asked, requestId: string, seen: Seen): Promise<Answer> {
    refuseLostUpgrade(request);
    const caller = await this.callerOf(request, seen);
    const context = new RequestContext(this.parts, caller, requestId, seen.rate, null, this.requestParts(request, caller));
    seen.context = context;
    seen.rate?.enter();
    const body = request.method === 'POST' ? await request.json(limitsOf(caller).bodyBytes) : null;
    // A body that arrives slowly takes nobody's place.
    const { admission } = this.parts;
    if (!admission.takes(caller) && !(await admission.waits(caller))) throw faults.OVERLOADED();
    try {
      return await this.executed(request, body, seen, context);
    } finally {
      admission.leave();
    }
  }

  private executed(request: Asked, body: unknown, seen: Seen, context: RequestContext): Promise<Answer> {
    const { caller, requestId, rate, locale } = context;
    const renew: CarriedOut['renew'] = (reader) => {
      const again = new RequestContext(this.parts, caller, requestId, rate, null, { locale, reader });
      // It was paid.
      again.notes.cost = context.notes.cost;
      seen.context = again;
      return again;
    };
    return this.execution.answer(request, body, { context, renew });
  }

  private requestParts({ headers }: Asked, { keyId }: Caller): RequestParts {
    const { readers } = this.parts;
    const locale = localeOf({ headers });
    if (!readers) return { locale, reader: null };
    const given = headers[lsnHeader];
    const seen = typeof given === 'string' ? lsnOf(given) : null;
    if (given !== undefined && seen === null)
      throw faults.BAD_REQUEST(`The header ${lsnHeader} must be sent exactly as an answer returned it.`);
    return { locale, reader: readers.of(keyId, seen) };
  }

  // Charges failed key attempts to the client's address.
  private async callerOf(request: Asked, seen: Seen): Promise<Caller> {
    try {
      refuseKeyElsewhere(request);
      const caller = request.known ?? (await this.parts.authentication.callerOf(request.headers.authorization));
      seen.rate = this.rateLimit(request, caller);
      return caller;
    } catch (error) {
      seen.rate = error instanceof Fault ? this.rateLimit(request, { scope: 'public', keyId: null }) : null;
      seen.rate?.takeWrongKey();
      throw error;
    }
  }

  private rateLimit({ address }: Asked, caller: Pick<Caller, 'scope' | 'keyId'>): RateLimit | null {
    const { limits } = this.parts;
    return limits && new RateLimit(limits, caller, caller.keyId === null ? address() : '');
  }

  private headersOf({ headers }: Answer, request: IncomingMessage, requestId: string, { context, rate }: Seen): HeadersToSend {
    const { cors, clock } = this.parts;
    const written = context?.reader?.written ?? null;
    // Of the words for which the query itself names no language.
    const all: HeadersToSend = { ...headers, 'content-language': context?.locale ?? localeOf(request) };
    Object.assign(all, ownHeaders(requestId, clock), cors.headers(request, headers.vary), rate?.charge && rateHeaders(rate.charge));
    if (written !== null) all[lsnHeader] = lsnText(written);
    return all;
  }

  private failed(error: unknown, requestId: string, headers: Asked['headers']): Answer {
    const [fault, locale] = [faultOf(error), localeOf({ headers })];
    if (isForOperator(error, fault)) this.parts.log.error({ requestId, err: error }, 'A request failed because of an internal error.');
    return fault.code === 'INTERNAL' ? faultAnswer(faults.INTERNAL(requestId), locale) : faultAnswer(fault, locale, headers.accept);
  }

  private note(answered: Answered, seen: Seen): void {
    if (seen.context?.notes.isStorageFault) this.parts.readiness.noteStorageFault();
    this.logLine(answered, seen);
    this.parts.metrics?.count(answered);
  }

  private logLine({ requestId, seconds, status, errors, scope }: Answered, { context }: Seen): void {
    const { operationName = null, cost = null, deprecated = null } = context?.notes ?? {};
    const keyId = context?.caller.keyId ?? null;
    if (context && deprecated) this.parts.uses.note(keyId, deprecated.keys(), context.wallNow);
    const ms = Math.round(seconds * 100_000) / 100;
    const line = { requestId, operationName, ms, status, scope, keyId, cost };
    this.parts.log.info(errors.length > 0 ? { ...line, errors } : line, 'request');
  }
}
