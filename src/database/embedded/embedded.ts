import { createHmac } from 'node:crypto';
import { Client } from 'pg';
import { errorCode } from '../error-code.ts';
import { makeCluster, user } from './cluster.ts';
import type { Role } from './holder.ts';
import { prepareInstallation } from './installation.ts';
import { Membership } from './membership.ts';

/** How to join the PostgreSQL of a data folder. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly role: Role;
  /** Folder of the PostgreSQL programs to run instead of npm's. */
  readonly bin?: string | null;
  /** Called when PostgreSQL is gone and cannot be restarted. Without it the process ends with that error. */
  readonly onLost?: (error: unknown) => void;
}

/** A running PostgreSQL of a data folder. */
export interface Embedded {
  /** For the owner of everything in it. */
  readonly url: string;
  /** For the role that serves the API: it owns nothing. */
  readonly serverUrl: string;
  /** Where the data is: outside `dataDir` if the account that runs PostgreSQL cannot enter it. */
  readonly folder: string;
  /** The version of its programs, such as 18.4. */
  readonly version: string;
  /** Leaves the PostgreSQL; the last process to leave stops it. Close your own connections first. */
  stop(): Promise<void>;
}

const database = 'registry';

const serverRole = 'registry_server';

/** Joins the PostgreSQL of the data folder, and makes and starts it if necessary. Any number of processes may do so at once. */
export async function startEmbedded({ dataDir, role, bin = null, onLost = fail }: EmbeddedOptions): Promise<Embedded> {
  const installation = prepareInstallation(dataDir, bin);
  await makeCluster(installation);
  const membership = new Membership(installation, role, onLost);
  const port = await membership.join();
  const at = (name: string, role = user, password = installation.password) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${name}?sslmode=disable`;
  const serverPassword = passwordOfServer(installation.password);
  await createDatabase(at('postgres'), serverPassword).catch((error: unknown) => membership.leave().then(() => fail(error)));
  membership.settle();
  return {
    url: at(database),
    serverUrl: at(database, serverRole, serverPassword),
    folder: installation.folder,
    version: `${installation.major}.${installation.minor}`,
    stop: () => membership.leave(),
  };
}

// It leads no way back to the owner's.
const passwordOfServer = (password: string): string => createHmac('sha256', password).update(serverRole).digest('base64url');

async function createDatabase(url: string, serverPassword: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // The statement fails as well.
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`).catch(unlessCreatedMeanwhile);
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [serverRole]);
    if (roles.rowCount === 0)
      await client.query(`create role ${serverRole} login password '${serverPassword}'`).catch(unlessCreatedMeanwhile);
  } finally {
    await client.end();
  }
}

// 42P04 duplicate_database, 42710 duplicate_object; 23505 when two processes create it at the same moment.
function unlessCreatedMeanwhile(error: unknown): void {
  if (!['42P04', '42710', '23505'].includes(errorCode(error) ?? '')) throw error;
}

function fail(error: unknown): void {
  throw error;
}
