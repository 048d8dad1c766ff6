import { createHmac, randomBytes } from 'node:crypto';

/** The signed content of a message, as defined by Standard Webhooks. */
export interface SignedMessage {
  /** The header webhook-id. */
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/** A new secret: 32 random bytes, where the specification asks for 24 to 64. */
export const newSecret = (): Buffer => randomBytes(32);

/** A secret as its owner keeps it: `whsec_` and base64. */
export const secretText = (secret: Buffer): string => `whsec_${secret.toString('base64')}`;

/** The headers of a message, signed with each of the secrets (HMAC-SHA256, scheme v1), the newest first. */
export function signedHeaders(message: SignedMessage, secrets: readonly Buffer[]): Record<string, string> {
  const timestamp = String(Math.floor(message.sentAt.getTime() / 1000));
  const content = `${message.id}.${timestamp}.${message.body}`;
  const signatures = secrets.map((secret) => `v1,${createHmac('sha256', secret).update(content).digest('base64')}`);
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
