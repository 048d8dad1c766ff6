import { fileURLToPath } from 'node:url';
import { readTrustedDocuments } from './access/trusted-documents.ts';
import type { Config } from './config.ts';
import { mailsDigests } from './main-mail.ts';
import { ratesWith } from './server/limits/limits.ts';

/** Where `npm run build` gathers the files of the pages, seen from this file once it is compiled. */
const gathered = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Where and how the server listens, and which files it serves. */
export function networkOf(config: Config) {
  const {
    host,
    port,
    rateLimits,
    sharedBudgets,
    trustedProxies: proxies,
    corsOrigins,
    metricsPort,
    metricsHost,
    uploadsDir,
    drainMs,
    publicUrl,
    socketsPerKey: perKey,
    socketsPerAddress: perAddress,
  } = config;
  const metrics = metricsPort === null ? null : { host: metricsHost, port: metricsPort };
  return {
    host,
    port,
    rates: rateLimits && ratesWith(rateLimits),
    sharesBudgets: sharedBudgets === 'on',
    proxies,
    corsOrigins,
    metrics,
    explorerFolder: gathered('explorer'),
    deskFolder: gathered('desk'),
    publicUrl,
    mailsDigests: mailsDigests(config),
    uploadsFolder: uploadsDir,
    drainMs,
    socketLimits: { perKey, perAddress },
  };
}

/** The documents that single keys are held to. */
export const trustedIn = ({ trustedDocuments: folder }: Pick<Config, 'trustedDocuments'>) =>
  folder === null ? {} : { trustedDocuments: readTrustedDocuments(folder) };
