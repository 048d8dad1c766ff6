import { join } from 'node:path';
import { folder, postgresUrl, postgresUrls, projectFolder, setting, wholeNumber, withoutSecrets } from './config-forms.ts';

/** The settings of the database and its replicas. */
export const databaseSettings = {
  databaseUrl: setting<string | null>({
    variable: 'DATABASE_URL',
    fallback: null,
    parse: postgresUrl,
    description: 'URL of a PostgreSQL database, version 15 or later; if not set, the registry runs its own PostgreSQL.',
  }),
  databaseOwnerUrl: setting<string | null>({
    variable: 'DATABASE_OWNER_URL',
    fallback: null,
    parse: postgresUrl,
    description:
      'URL of the same database for the role that owns the tables: for `registry migrate`, `import` and other commands; the server needs none.',
  }),
  dataDir: setting({
    variable: 'REGISTRY_DATA_DIR',
    fallback: join(projectFolder(), 'data'),
    parse: folder,
    description: 'Folder of the PostgreSQL the registry runs itself.',
  }),
  embeddedPgBin: setting<string | null>({
    variable: 'REGISTRY_EMBEDDED_PG_BIN',
    fallback: null,
    parse: folder,
    description: 'Folder of the initdb and postgres programs to run instead of those that npm installs.',
  }),
  poolSize: setting({
    variable: 'REGISTRY_POOL_SIZE',
    fallback: 4,
    parse: wholeNumber(1, 500),
    description: 'Connections a process keeps open to PostgreSQL.',
  }),
  replicaUrls: setting<readonly string[]>({
    variable: 'REGISTRY_REPLICA_URLS',
    fallback: [],
    parse: postgresUrls,
    show: (urls) => urls.map(withoutSecrets).join(' '),
    description: 'URLs of streaming replicas of DATABASE_URL to read from, separated by spaces; if not set, the primary is read.',
  }),
  replicaLagMs: setting({
    variable: 'REGISTRY_REPLICA_LAG_MS',
    fallback: 5_000,
    parse: wholeNumber(1_000, 600_000),
    description: 'How far a replica may lag behind, in milliseconds; one that lags more is not read until it has caught up.',
  }),
};
