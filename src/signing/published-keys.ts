import { readFileSync } from 'node:fs';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';

/** A compact JWS: three parts of base64url. */
const compactJws = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Whether a text has the form of something signed, no matter who signed it. */
export const isSignedText = (text: string): boolean => compactJws.test(text.trim());

/**
 * The payload of a compact JWS that a key of a set has signed; throws for anything else. The set may be public keys alone, as they are published. Each
 * part must be written in the only way there is: the last letter of a signature has bits that a decoder drops.
 */
export async function verifiedBy(keys: JSONWebKeySet, signed: string, typ: string): Promise<Record<string, unknown>> {
  const text = signed.trim();
  if (text.split('.').some((part) => Buffer.from(part, 'base64url').toString('base64url') !== part)) throw new Error('It was altered');
  const { payload, protectedHeader } = await compactVerify(text, createLocalJWKSet(keys), { algorithms: ['EdDSA'] });
  if (protectedHeader.typ !== typ) throw new Error(`This is no ${typ}.`);
  return JSON.parse(Buffer.from(payload).toString('utf8'));
}

/** A key set that was saved from `/.well-known/jwks.json`. Throws if the file has none. */
export function savedKeys(file: string): JSONWebKeySet {
  const set: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isKeySet(set)) throw new Error(`${file} holds no JSON Web Key Set.`);
  return set;
}

const isKeySet = (set: unknown): set is JSONWebKeySet =>
  typeof set === 'object' && set !== null && 'keys' in set && Array.isArray(set.keys) && set.keys.length > 0 && set.keys.every(isKey);

const isKey = (key: unknown): boolean => typeof key === 'object' && key !== null && 'kty' in key;
