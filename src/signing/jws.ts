import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** An Ed25519 key as a JSON Web Key (RFC 8037); a private one has `d`. */
export interface Jwk {
  readonly kty: string;
  readonly crv?: string;
  readonly x?: string;
  readonly d?: string;
  readonly kid?: string;
  readonly use?: string;
  readonly alg?: string;
}

/** A JSON Web Key Set (RFC 7517). */
export interface JwkSet {
  readonly keys: readonly Jwk[];
}

/** Why a text is not what a key of a set has signed. */
export type NotSignedReason = 'ALTERED' | 'OTHER_KEY' | 'OTHER_TYPE';

/** A text that no key of the set has signed as what it should be. */
export class NotSigned extends Error {
  constructor(readonly why: NotSignedReason) {
    super(`Not signed: ${why}`);
  }
}

/**
 * A JSON object in the compact form of a JSON Web Signature (RFC 7515), by a private Ed25519 key with an id. The signature is made by node:crypto: the
 * Ed25519 of Web Crypto is experimental in Node.js 20.19, where its first use prints a warning.
 */
export function signedBy(key: Jwk, payload: object, typ: string): string {
  const text = `${encoded({ alg: 'EdDSA', kid: key.kid, typ })}.${encoded(payload)}`;
  return `${text}.${sign(null, Buffer.from(text), createPrivateKey({ key: { ...key }, format: 'jwk' })).toString('base64url')}`;
}

/**
 * The payload of a compact JWS that a key of a set has signed with Ed25519; throws NotSigned for anything else. Each part must be written in the only way
 * there is: the last letter of a signature has bits that a decoder drops.
 */
export function verifiedBy({ keys }: JwkSet, signed: string, typ: string): Record<string, unknown> {
  const [head = '', body = '', signature = '', ...more] = signed.trim().split('.');
  const header = more.length === 0 && [head, body, signature].every(isCanonical) ? objectIn(head) : null;
  // No extension is understood here, so one that is critical makes the signature invalid (RFC 7515, 4.1.11).
  if (header === null || header.alg !== 'EdDSA' || 'crit' in header) throw new NotSigned('ALTERED');
  const publicKey = publicKeyIn(keys, header.kid);
  if (publicKey === null) throw new NotSigned('OTHER_KEY');
  const payload = verify(null, Buffer.from(`${head}.${body}`), publicKey, Buffer.from(signature, 'base64url')) ? objectIn(body) : null;
  if (payload === null) throw new NotSigned('ALTERED');
  if (header.typ !== typ) throw new NotSigned('OTHER_TYPE');
  return payload;
}

/** Whether a key is one that signs here, or proves what was signed. */
export const isEd25519 = (key: unknown): key is Jwk =>
  typeof key === 'object' &&
  key !== null &&
  'kty' in key &&
  key.kty === 'OKP' &&
  'crv' in key &&
  key.crv === 'Ed25519' &&
  'x' in key &&
  typeof key.x === 'string';

/** A key with its id, which is its thumbprint (RFC 7638) where it has none. */
export const withId = (key: Jwk): Jwk => ({ ...key, kid: key.kid ?? thumbprint(key) });

/** What may be published of a key. */
export const publicPart = ({ kid, x }: Jwk): Jwk => ({
  kty: 'OKP',
  crv: 'Ed25519',
  use: 'sig',
  alg: 'EdDSA',
  ...(kid !== undefined && { kid }),
  ...(x !== undefined && { x }),
});

function publicKeyIn(keys: readonly Jwk[], kid: unknown): KeyObject | null {
  const key = keys.find((each) => isEd25519(each) && each.kid === kid);
  try {
    return key === undefined ? null : createPublicKey({ key: { ...publicPart(key) }, format: 'jwk' });
  } catch {
    return null;
  }
}

// The members that a thumbprint covers, in the order of their names.
const thumbprint = ({ crv, kty, x }: Jwk): string => createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const isCanonical = (part: string): boolean => Buffer.from(part, 'base64url').toString('base64url') === part;

function objectIn(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
