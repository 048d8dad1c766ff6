import type { HTTPGraphQLResponse } from '@apollo/server';
import type { Fault } from '../../errors.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import { inLanguage } from '../errors/error-language.ts';
import type { RequestNotes } from '../request/request-context.ts';
import { prefersGraphqlResponse } from './media-type.ts';
import { retryHeaders } from './retry-headers.ts';
import { securityHeaders } from './security-headers.ts';

/** An HTTP answer, ready to be sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Codes of the errors in it, for the log. */
  readonly errors: readonly string[];
}

const always = { vary: 'accept, accept-encoding, accept-language', 'cache-control': 'no-store', ...securityHeaders };

/** Apollo's answer, with the status that GraphQL over HTTP requires. */
export function answerOf({ status = 200, headers, body }: HTTPGraphQLResponse, { errors }: RequestNotes): Answer {
  if (body.kind === 'chunked') throw new Error('Incremental delivery is not enabled.');
  const isPlainJson = headers.get('content-type')?.startsWith('application/json') ?? false;
  const isInsideJson = isPlainJson && status === 400 && errors.length > 0 && errors.every((code) => toldWith200.has(code));
  return { status: isInsideJson ? 200 : status, headers: headersOf(headers), body: body.string, errors };
}

/** An answer without errors, in the media type that Apollo gave to an equal request. */
export const dataAnswer = (contentType: string, result: object): Answer => ({
  status: 200,
  headers: contentType === usual['content-type'] ? usual : { ...usual, 'content-type': contentType },
  body: JSON.stringify(result),
  errors: [],
});

/** The headers of nearly every answer, made once. */
const usual = { 'content-type': 'application/json; charset=utf-8', ...always };

function headersOf(headers: HTTPGraphQLResponse['headers']): Answer['headers'] {
  const isUsual = headers.size === 1 && headers.get('content-type') === usual['content-type'];
  return isUsual ? usual : { ...Object.fromEntries(headers), ...always };
}

const graphqlResponse = 'application/graphql-response+json; charset=utf-8';

/** In `application/json` these are GraphQL answers, not HTTP failures; `application/graphql-response+json` keeps the 400. */
const toldWith200: ReadonlySet<string> = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * The answer to a request that failed before GraphQL saw it, in the media type that `accept` prefers. A failure of the server is plain JSON:
 * clients take `application/graphql-response+json` as GraphQL's own answer, which they do not try again.
 */
export function faultAnswer(fault: Fault, locale: Locale = 'en', accept?: string): Answer {
  const { status, code, message, extensions } = fault;
  const type = status < 500 && prefersGraphqlResponse(accept) ? { 'content-type': graphqlResponse } : {};
  return {
    status,
    headers: { ...usual, ...type, ...byStatus[status], ...retryHeaders(fault) },
    body: JSON.stringify({ errors: [inLanguage(locale, { message, extensions })] }),
    errors: [code],
  };
}

const byStatus: Readonly<Record<number, Record<string, string>>> = {
  401: { 'www-authenticate': 'Bearer realm="registry"' },
  426: { upgrade: 'websocket' },
};
