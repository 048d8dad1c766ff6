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
  readonly url: string;
  /** Where the data is: outside `dataDir` if the account that runs PostgreSQL cannot enter it. */
  readonly folder: string;
  /** Leaves the PostgreSQL; the last process to leave stops it. Close your own connections first. */
  stop(): Promise<void>;
}

const database = 'registry';

/** Joins the PostgreSQL of the data folder, and makes and starts it if necessary. Any number of processes may do so at once. */
export async function startEmbedded({ dataDir, role, bin = null, onLost = fail }: EmbeddedOptions): Promise<Embedded> {
  const installation = prepareInstallation(dataDir, bin);
  await makeCluster(installation);
  const membership = new Membership(installation, role, onLost);
  const port = await membership.join();
  const at = (name: string) => `postgres://${user}:${installation.password}@127.0.0.1:${port}/${name}?sslmode=disable`;
  await createDatabase(at('postgres')).catch((error: unknown) => membership.leave().then(() => fail(error)));
  membership.settle();
  return { url: at(database), folder: installation.folder, stop: () => membership.leave() };
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // The statement fails as well.
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } catch (error) {
    if (!isCreatedMeanwhile(error)) throw error;
  } finally {
    await client.end();
  }
}

// 42P04 duplicate_database; 23505 when two processes create it at the same moment.
const isCreatedMeanwhile = (error: unknown): boolean => ['42P04', '23505'].includes(errorCode(error) ?? '');

function fail(error: unknown): void {
  throw error;
}
