import type { Config } from '../config.ts';
import { CannotStart } from '../errors.ts';
import { connectionTo } from './data-source.ts';
import { startEmbedded } from './embedded/embedded.ts';
import type { Role } from './embedded/holder.ts';
import { errorCode } from './error-code.ts';
import { foundConnections, type PoolerFault, poolerFault } from './pooler.ts';

export type { Role } from './embedded/holder.ts';

/** The registry's PostgreSQL: its URL, and how a process closes it. */
export interface Database {
  /** For the role that serves the API. */
  readonly url: string;
  /** For the role that owns the tables: migrations, imports and the other commands. The same where there is no other. */
  readonly ownerUrl: string;
  /** Folder of the data; null if the registry does not run this PostgreSQL itself. */
  readonly folder: string | null;
  /** Version of that PostgreSQL; null if the registry does not run it itself. */
  readonly version: string | null;
  /** Close your own connections first. */
  close(): Promise<void>;
}

const oldestVersion = 15;

/**
 * Opens the PostgreSQL of DATABASE_URL, or else the embedded one. Throws CannotStart with a line for the operator. `onLost` is called if an embedded
 * one is gone for good.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'databaseOwnerUrl' | 'dataDir' | 'embeddedPgBin'>,
  role: Role,
  onLost?: (error: unknown) => void,
): Promise<Database> {
  if (config.databaseUrl) {
    // A process that serves the API must not be able to become the owner.
    const ownerUrl = role === 'server' ? config.databaseUrl : (config.databaseOwnerUrl ?? config.databaseUrl);
    await checkServer(ownerUrl, ownerUrl === config.databaseUrl ? 'DATABASE_URL' : 'DATABASE_OWNER_URL', role);
    return { url: config.databaseUrl, ownerUrl, folder: null, version: null, close: async () => {} };
  }
  const lost = onLost ? { onLost } : {};
  const { url, serverUrl, folder, version, stop } = await startEmbedded({
    dataDir: config.dataDir,
    bin: config.embeddedPgBin,
    role,
    ...lost,
  });
  return { url: serverUrl, ownerUrl: url, folder, version, close: stop };
}

/** The role of the server where it is another than the owner; null where the two are one. */
export const serverRoleOf = ({ url, ownerUrl }: Pick<Database, 'url' | 'ownerUrl'>): string | null => {
  const role = decodeURIComponent(new URL(url).username);
  return role === decodeURIComponent(new URL(ownerUrl).username) ? null : role;
};

async function checkServer(url: string, setting: string, role: Role): Promise<void> {
  const { host } = new URL(url);
  const found = await foundConnections({ ...connectionTo(url), connectionTimeoutMillis: 10_000 }).catch((error: unknown) => {
    throw new CannotStart(`${whyUnreachable(error, new URL(url))} ${setting} names it.`);
  });
  const [{ version, standby }] = found;
  if (version < oldestVersion)
    throw new CannotStart(`The PostgreSQL at ${host} is version ${version}; the registry needs ${oldestVersion} or later.`);
  // A command that only reads, such as `registry check`, works on a standby.
  if (standby === 1 && role === 'server')
    throw new CannotStart(`The PostgreSQL at ${host} is a standby, which takes no writes. DATABASE_URL must name the primary.`);
  const fault = poolerFault(found);
  if (fault) throw unfit[fault](host);
}

const unfit: Readonly<Record<PoolerFault, (host: string) => CannotStart>> = {
  'shares connections between transactions': (host) =>
    new CannotStart(
      `The connection pooler at ${host} shares connections between transactions. Set it to pool by session for the registry, or name PostgreSQL itself (docs/scale.md).`,
    ),
  'drops the settings of connections': (host) =>
    new CannotStart(
      `The connection pooler at ${host} drops the settings of connections. Give them to the role of the registry, or name PostgreSQL itself (docs/scale.md).`,
    ),
};

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection: nothing listens there',
  ENOTFOUND: 'was not found: no such host',
  EAI_AGAIN: 'was not found: the name service did not answer',
  ETIMEDOUT: 'did not answer in time',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  '28P01': 'rejected the user or the password',
  '28000': 'rejected the user, or the connection without TLS',
  '3D000': 'has no database of that name',
  '08P01': 'is behind a connection pooler that refuses the settings of connections (docs/scale.md)',
  '42501': 'does not let the user connect to that database: grant it CONNECT',
  '53300': 'has no connection left',
  '57P03': 'is still starting up or shutting down',
};

function whyUnreachable(error: unknown, { host }: URL): string {
  const code = errorCode(error);
  const why = reasons[code ?? ''] ?? `could not be opened (${code ?? (error instanceof Error ? error.message : 'for no known reason')})`;
  return `The PostgreSQL at ${host || 'the local socket'} ${why}.`;
}
