import { readFileSync } from 'node:fs';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';

/** The payload of a compact JWS that a key of a set has signed; throws for anything else. The set may be public keys alone, as they are published. */
export async function verifiedBy(keys: JSONWebKeySet, signed: string, typ: string): Promise<Record<string, unknown>> {
  const { payload, protectedHeader } = await compactVerify(signed.trim(), createLocalJWKSet(keys), { algorithms: ['EdDSA'] });
  if (protectedHeader.typ !== typ) throw new Error(`This is no ${typ}.`);
  return JSON.parse(Buffer.from(payload).toString('utf8'));
}

/** A key set that was saved from `/.well-known/jwks.json`. */
export const savedKeys = (file: string): JSONWebKeySet => JSON.parse(readFileSync(file, 'utf8'));
