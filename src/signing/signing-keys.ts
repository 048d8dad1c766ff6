import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CannotStart } from '../errors.ts';
import { isEd25519, type Jwk, type JwkSet, publicPart, signedBy, verifiedBy, withId } from './jws.ts';

/** Signs what others may check later without asking: with Ed25519 (RFC 8037), as a JSON Web Signature. */
export interface SigningKeys {
  /** Signs a JSON object; `typ` is its type. The result is in the compact form. */
  sign(payload: object, typ: string): string;
  /** The payload that one of these keys has signed; throws NotSigned for anything else. */
  verify(signed: string, typ: string): Record<string, unknown>;
  /** The public keys, the current one first (RFC 7517). */
  readonly publicKeys: JwkSet;
}

/**
 * Reads a JSON Web Key Set: the first key signs, and must be private; later ones still prove what they have signed, so they may be public. Throws
 * CannotStart with a line for the operator.
 */
export function readSigningKeys(file: string): SigningKeys {
  const keys = jwksIn(file).map(withId);
  const [first] = keys;
  if (!first?.d || !isPrivate(first))
    throw new CannotStart(`The first key of ${file} is not a private one. \`registry signing-keys make\` makes one.`);
  const publicKeys = { keys: keys.map(publicPart) };
  return {
    publicKeys,
    sign: (payload, typ) => signedBy(first, payload, typ),
    verify: (signed, typ) => verifiedBy(publicKeys, signed, typ),
  };
}

/** Makes a key and writes it to a new file that only its owner can read; returns its id. Throws CannotStart if the file exists. */
export function makeSigningKeys(file: string): string {
  const { kty = '', crv = '', x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const key = withId({ kty, crv, x, d });
  try {
    writeFileSync(file, `${JSON.stringify({ keys: [key] }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (existsSync(file)) throw new CannotStart(`${file} is there already: a signing key is not written over.`);
    throw new CannotStart(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return String(key.kid);
}

function jwksIn(file: string): Jwk[] {
  try {
    const { keys }: { keys?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(keys) && keys.length > 0 && keys.every(isEd25519)) return keys;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw new CannotStart(`The signing keys in ${file} cannot be read.`);
  }
  throw new CannotStart(`${file} holds no JSON Web Key Set of Ed25519 keys.`);
}

function isPrivate(key: Jwk): boolean {
  try {
    return createPrivateKey({ key: { ...key }, format: 'jwk' }).type === 'private';
  } catch {
    return false;
  }
}
