import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newToken, TOKEN_SECONDS } from '../../access/access-token.ts';
import type { Authentication } from '../../access/authentication.ts';
import { keyText } from '../../access/key.ts';
import type { WallClock } from '../../clock.ts';
import type { Caller } from '../../contract/viewer.type.ts';
import { Fault } from '../../errors.ts';
import type { SigningKeys } from '../../signing/signing-keys.ts';
import { faultOf, isForOperator } from '../errors/client-errors.ts';
import { retryHeaders } from '../http/retry-headers.ts';
import { RateLimit, type RateLimits } from '../limits/rate-limit.ts';
import { clientAddress } from '../request/client-address.ts';
import type { Log } from '../telemetry/log.ts';
import { type Client, clientOf, formOf, TokenRefused } from './token-request.ts';

/** What the route of tokens works with. */
export interface TokenPagesParts {
  readonly authentication: Pick<Authentication, 'callerOf'>;
  /** Null where nothing is signed: then no tokens are issued. */
  readonly signingKeys: SigningKeys | null;
  readonly clock: WallClock;
  /** Null where nothing is metered. */
  readonly limits: RateLimits | null;
  readonly proxies: number;
  readonly log: Log;
}

const unkept = { 'cache-control': 'no-store', pragma: 'no-cache' };

/** POST /oauth/token exchanges an API key for a short-lived token (OAuth 2.0 client credentials, RFC 6749, 4.4). */
export class TokenPages {
  private readonly parts: TokenPagesParts;

  constructor(parts: TokenPagesParts) {
    this.parts = parts;
  }

  addTo(pages: FastifyInstance): void {
    const keys = this.parts.signingKeys;
    if (!keys) return;
    void pages.register((tokens, _options, done) => {
      tokens.removeAllContentTypeParsers();
      tokens.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, parsed) =>
        parsed(null, body),
      );
      tokens.setErrorHandler((error, _request, reply) => this.refuse(error, reply));
      tokens.post('/oauth/token', (request, reply) => this.exchange(request, reply, keys));
      tokens.get('/oauth/token', (_request, reply) =>
        reply
          .code(405)
          .headers({ ...unkept, allow: 'POST' })
          .send(notByGet),
      );
      done();
    });
  }

  private async exchange({ raw, body }: FastifyRequest, reply: FastifyReply, keys: SigningKeys): Promise<FastifyReply> {
    const limit = this.limitOf(raw);
    limit?.enter();
    const form = formOf(body);
    const caller = await this.callerOf(clientOf(raw.headers.authorization, form), limit);
    const scope = form.get('scope') ?? caller.scope;
    if (scope !== caller.scope) throw new TokenRefused('invalid_scope', `This key has the scope ${caller.scope} and no other.`);
    const token = newToken(keys, caller.keyId, this.parts.clock.wallNow());
    return reply.headers(unkept).send({ access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS, scope });
  }

  // Charges failed attempts to the address of the client, as everywhere.
  private async callerOf({ id, secret }: Client, limit: RateLimit | null): Promise<Caller & { readonly keyId: string }> {
    try {
      const { keyId, ...caller } = await this.parts.authentication.callerOf(`Bearer ${keyText({ id, secret })}`);
      if (keyId !== null) return { ...caller, keyId };
    } catch (error) {
      if (!(error instanceof Fault && error.code === 'UNAUTHENTICATED')) throw error;
    }
    limit?.takeWrongKey();
    throw new TokenRefused('invalid_client', 'client_id and client_secret are not those of a valid API key.');
  }

  private limitOf(raw: IncomingMessage): RateLimit | null {
    const { limits, proxies } = this.parts;
    return limits && new RateLimit(limits, { scope: 'public', keyId: null }, clientAddress(raw, proxies));
  }

  private refuse(error: unknown, reply: FastifyReply): FastifyReply {
    void reply.headers(unkept);
    if (error instanceof TokenRefused) {
      if (error.code === 'invalid_client') void reply.header('www-authenticate', 'Basic realm="COR registry"');
      return reply.code(error.code === 'invalid_client' ? 401 : 400).send({ error: error.code, error_description: error.message });
    }
    return isOfRequest(error)
      ? reply.code(400).send({ error: 'invalid_request', error_description: 'Send a form: application/x-www-form-urlencoded.' })
      : this.failed(error, reply);
  }

  // RFC 6749 has no code of its own for this; the one of its other endpoint says what is meant.
  private failed(error: unknown, reply: FastifyReply): FastifyReply {
    const fault = faultOf(error);
    if (isForOperator(error, fault)) this.parts.log.error({ err: error }, 'A token could not be issued because of an internal error.');
    const [code, description] =
      fault.code === 'INTERNAL' ? ['server_error', 'Something went wrong.'] : ['temporarily_unavailable', 'Ask again after Retry-After.'];
    return reply.code(fault.status).headers(retryHeaders(fault)).send({ error: code, error_description: description });
  }
}

/** 404 would say that this registry issues no tokens. */
const notByGet = { error: 'invalid_request', error_description: 'Send the form by POST.' };

/** Whether Fastify could not take the body. */
const isOfRequest = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500;
