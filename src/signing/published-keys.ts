import { readFileSync } from 'node:fs';
import type { JwkSet } from './jws.ts';

/** A compact JWS: three parts of base64url. */
const compactJws = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Whether a text has the form of something signed, no matter who signed it. */
export const isSignedText = (text: string): boolean => compactJws.test(text.trim());

/** A key set that was saved from `/.well-known/jwks.json`. Throws if the file has none. */
export function savedKeys(file: string): JwkSet {
  const set: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isKeySet(set)) throw new Error(`${file} holds no JSON Web Key Set.`);
  return set;
}

const isKeySet = (set: unknown): set is JwkSet =>
  typeof set === 'object' && set !== null && 'keys' in set && Array.isArray(set.keys) && set.keys.length > 0 && set.keys.every(isKey);

const isKey = (key: unknown): boolean => typeof key === 'object' && key !== null && 'kty' in key;
