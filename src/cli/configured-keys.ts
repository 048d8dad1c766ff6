import type { Config } from '../config.ts';
import { readSigningKeys, type SigningKeys } from '../signing/signing-keys.ts';

/** The signing keys of REGISTRY_SIGNING_KEYS; null if it is not set. */
export const configuredKeys = ({ signingKeys }: Pick<Config, 'signingKeys'>): SigningKeys | null =>
  signingKeys === null ? null : readSigningKeys(signingKeys);
