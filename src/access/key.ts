import { hash, randomBytes } from 'node:crypto';

/** A parsed API key: `cor_<id>_<secret>`. The id may be shown and logged, the secret never. */
export interface KeyParts {
  readonly id: string;
  readonly secret: string;
}

const pattern = /^cor_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/** Makes a new key: 8 random bytes of id, 32 of secret. */
export function newKey(): KeyParts {
  return { id: randomBytes(8).toString('hex'), secret: randomBytes(32).toString('base64url') };
}

/** The key as its holder keeps it. */
export const keyText = ({ id, secret }: KeyParts): string => `cor_${id}_${secret}`;

/** Parses the text of a key; null if it does not have the form of a key. */
export function keyParts(text: string): KeyParts | null {
  const [, id, secret] = pattern.exec(text) ?? [];
  return id && secret ? { id, secret } : null;
}

/** What the registry stores of a secret. A secret is 32 random bytes, so one round of SHA-256 is enough. */
export const secretHash = (secret: string): Buffer => hash('sha256', secret, 'buffer');
