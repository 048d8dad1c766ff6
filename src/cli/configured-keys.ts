import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { makeSigningKeys, readSigningKeys, type SigningKeys } from '../signing/signing-keys.ts';

type KeySettings = Pick<Config, 'signingKeys' | 'databaseUrl' | 'dataDir'>;

/** The signing keys of REGISTRY_SIGNING_KEYS, or those that the registry made beside its own PostgreSQL; null if there are none. */
export function configuredKeys(config: KeySettings): SigningKeys | null {
  if (config.signingKeys !== null) return readSigningKeys(config.signingKeys);
  const own = ownFile(config);
  return own !== null && existsSync(own) ? readSigningKeys(own) : null;
}

/** The signing keys of a server: one that runs its own PostgreSQL makes a key at its first start, so that its answers can be checked from the first day. */
export function serverKeys(config: KeySettings): SigningKeys | null {
  const own = config.signingKeys === null ? ownFile(config) : null;
  if (own !== null && !existsSync(own)) makeSigningKeys(own);
  return configuredKeys(config);
}

/** In its data folder; null where the registry does not run its own PostgreSQL. */
const ownFile = ({ databaseUrl, dataDir }: KeySettings): string | null =>
  databaseUrl === null ? join(dataDir, 'signing-keys.json') : null;
