import { randomUUID } from 'node:crypto';
import { NotSigned } from '../signing/jws.ts';
import { isSignedText } from '../signing/published-keys.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';

/** The type of an access token, in its header (RFC 9068). */
const TOKEN_TYPE = 'at+jwt';

/** How long a token is valid. A longer time helps a thief; with a shorter one, programs ask for tokens all the time. */
export const TOKEN_SECONDS = 900;

/** What a token says: which key it stands for, and until when, in milliseconds. */
export interface AccessToken {
  readonly keyId: string;
  readonly expiresAt: number;
}

/** A new token for a key. */
export function newToken(keys: Pick<SigningKeys, 'sign'>, keyId: string, now: Date): string {
  const iat = Math.floor(now.getTime() / 1000);
  return keys.sign({ sub: keyId, client_id: keyId, jti: randomUUID(), iat, exp: iat + TOKEN_SECONDS }, TOKEN_TYPE);
}

/** The token in a text; null if these keys signed none. Whether it is still valid is the caller's to see. */
export function tokenIn(keys: Pick<SigningKeys, 'verify'>, text: string): AccessToken | null {
  if (!isSignedText(text)) return null;
  try {
    const { sub, exp } = keys.verify(text, TOKEN_TYPE);
    return typeof sub === 'string' && typeof exp === 'number' ? { keyId: sub, expiresAt: exp * 1000 } : null;
  } catch (error) {
    if (error instanceof NotSigned) return null;
    throw error;
  }
}
