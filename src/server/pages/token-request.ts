/** Why a token is refused (RFC 6749, 5.2). */
export type TokenError = 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope';

/** A request for a token that is refused; its message may have ASCII alone, without quotation marks. */
export class TokenRefused extends Error {
  constructor(
    readonly code: TokenError,
    message: string,
  ) {
    super(message);
  }
}

/** The parts of an API key, as a client sends them. */
export interface Client {
  readonly id: string;
  readonly secret: string;
}

/** The parameters of a request. One without a value counts as absent; none may be repeated (RFC 6749, 3.2). */
export function formOf(body: unknown): ReadonlyMap<string, string> {
  if (typeof body !== 'string') throw new TokenRefused('invalid_request', 'Send a form: application/x-www-form-urlencoded.');
  const entries = [...new URLSearchParams(body)].filter(([, value]) => value !== '');
  const form = new Map(entries);
  if (form.size < entries.length) throw new TokenRefused('invalid_request', 'A parameter is repeated.');
  const grant = form.get('grant_type');
  if (grant === undefined) throw new TokenRefused('invalid_request', 'grant_type is missing: it must be client_credentials.');
  if (grant !== 'client_credentials') throw new TokenRefused('unsupported_grant_type', 'grant_type must be client_credentials.');
  return form;
}

/** The client of a request: by HTTP Basic, or in the form, but not by both (RFC 6749, 2.3). */
export function clientOf(authorization: string | undefined, form: ReadonlyMap<string, string>): Client {
  const [id, secret] = [form.get('client_id'), form.get('client_secret')];
  if (authorization === undefined) return clientIn(id, secret);
  if (secret !== undefined) throw new TokenRefused('invalid_request', 'Send client_secret by HTTP Basic or in the form, but not by both.');
  const basic = basicOf(authorization);
  if (id !== undefined && id !== basic.id) throw new TokenRefused('invalid_request', 'client_id is not the one of HTTP Basic.');
  return basic;
}

function basicOf(authorization: string): Client {
  const [, encoded = ''] = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization) ?? [];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  return clientIn(id && formDecoded(id), secret && formDecoded(secret));
}

/** Decodes what is form-urlencoded (RFC 6749, 2.3.1): openid-client writes the - and _ of a secret as %2D and %5F. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // no text that form-urlencoding writes, so no part of a key
  }
}

function clientIn(id: string | undefined, secret: string | undefined): Client {
  if (id && secret) return { id, secret };
  throw new TokenRefused(
    'invalid_client',
    'Send client_id and client_secret, by HTTP Basic or in the form: the second and third parts of an API key.',
  );
}
