import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import {
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { CannotStart } from '../errors.ts';

/** Signs what others may check later without asking: with Ed25519 (RFC 8037), as a JSON Web Signature. */
export interface SigningKeys {
  /** Signs a JSON object; `typ` is its type. The result is in the compact form. */
  sign(payload: object, typ: string): Promise<string>;
  /** The payload that one of these keys has signed; throws for anything else. */
  verify(signed: string, typ: string): Promise<Record<string, unknown>>;
  /** The public keys, the current one first (RFC 7517). */
  readonly publicKeys: { readonly keys: readonly JWK[] };
}

/**
 * Reads a JSON Web Key Set: the first key signs, and must be private; later ones still prove what they have signed, so they may be public. Throws
 * CannotStart with a line for the operator.
 */
export async function readSigningKeys(file: string): Promise<SigningKeys> {
  const keys = await Promise.all(jwksIn(file).map(withId));
  const [first] = keys;
  if (!first?.d) throw new CannotStart(`The first key of ${file} is not a private one. \`registry signing-keys make\` makes one.`);
  const secret = await importJWK(first, 'EdDSA');
  const publicKeys = { keys: keys.map(publicPart) };
  const find = createLocalJWKSet(publicKeys);
  return {
    publicKeys,
    sign: (payload, typ) =>
      new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: 'EdDSA', kid: String(first.kid), typ }).sign(secret),
    verify: async (signed, typ) => {
      const { payload, protectedHeader } = await compactVerify(signed, find, { algorithms: ['EdDSA'] });
      if (protectedHeader.typ !== typ) throw new Error(`This is no ${typ}.`);
      return JSON.parse(Buffer.from(payload).toString('utf8'));
    },
  };
}

/** Makes a key and writes it to a new file that only its owner can read; returns its id. Throws CannotStart if the file exists. */
export async function makeSigningKeys(file: string): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const key = await withId(await exportJWK(privateKey));
  try {
    writeFileSync(file, `${JSON.stringify({ keys: [key] }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (existsSync(file)) throw new CannotStart(`${file} is there already: a signing key is not written over.`);
    throw new CannotStart(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return String(key.kid);
}

function jwksIn(file: string): JWK[] {
  try {
    const { keys }: { keys?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(keys) && keys.length > 0 && keys.every(isEd25519)) return keys;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw new CannotStart(`The signing keys in ${file} cannot be read.`);
  }
  throw new CannotStart(`${file} holds no JSON Web Key Set of Ed25519 keys.`);
}

const isEd25519 = (key: unknown): key is JWK =>
  typeof key === 'object' && key !== null && 'kty' in key && key.kty === 'OKP' && 'crv' in key && key.crv === 'Ed25519' && 'x' in key;

const withId = async (key: JWK): Promise<JWK> => ({ ...key, kid: key.kid ?? (await calculateJwkThumbprint(key)) });

const publicPart = ({ kid, x }: JWK): JWK => ({
  kty: 'OKP',
  crv: 'Ed25519',
  use: 'sig',
  alg: 'EdDSA',
  ...(kid !== undefined && { kid }),
  ...(x !== undefined && { x }),
});
