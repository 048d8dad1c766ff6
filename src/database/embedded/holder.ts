import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { CannotStart } from '../../errors.ts';
import { errorCode } from '../error-code.ts';
import { user } from './cluster.ts';
import type { Installation } from './installation.ts';
import type { Postmaster } from './postmaster.ts';

/** The role of a process in the PostgreSQL of a data folder: the only API server, or one of any number of clients. */
export type Role = 'server' | 'client';

// Advisory locks in the maintenance database. They end with the connection, so a killed process holds none.
const use = '(4021, 1)';
const serve = '(4021, 2)';

/**
 * Joins the running server with a connection that marks it as in use while the connection lasts. Returns null if the server is shutting down: try
 * again. A second API server is refused.
 */
export async function hold(installation: Installation, { port }: Postmaster, role: Role): Promise<Client | null> {
  const client = new Client({
    ...{ host: '127.0.0.1', port, user, password: installation.password, database: 'postgres', ssl: false },
    ...{ keepAlive: true, connectionTimeoutMillis: 10_000 },
    application_name: `registry ${role} ${process.pid}`,
  });
  client.on('error', () => {}); // A lost connection also emits `end`, which is what the holder acts on.
  try {
    await client.connect();
    // In this order: a process that is refused must not keep the last user from stopping the server.
    if (role === 'server') await serveAlone(client, installation.folder);
    if (await lock(client, 'pg_try_advisory_lock_shared', use)) return client;
  } catch (error) {
    await client.end().catch(() => {});
    if (error instanceof CannotStart) throw error;
    if (isRefused(error))
      throw new CannotStart(`The password in ${installation.folder}/embedded.json does not match the database in that folder.`);
    return null;
  }
  await client.end().catch(() => {});
  return null;
}

/** Gives up the hold. True if no other process holds the server: the caller then stops it, and nobody can join until it has stopped. */
export async function isLast(client: Client): Promise<boolean> {
  await client.query(`select pg_advisory_unlock_shared${use}`);
  return lock(client, 'pg_try_advisory_lock', use);
}

async function lock(client: Client, how: string, key: string): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>(`select ${how}${key} as granted`);
  return rows[0]?.granted === true;
}

// PostgreSQL may not have noticed yet that a server was killed: retry for a second.
async function serveAlone(client: Client, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await lock(client, 'pg_try_advisory_lock', serve)) return;
    await sleep(50);
  }
  throw new CannotStart(
    `Another registry server (${await whoServes(client)}) already serves this data folder, ${folder}. ` +
      'Stop it first, or set REGISTRY_DATA_DIR to a different folder for this one.',
  );
}

async function whoServes(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and (classid, objid) = ${serve} and granted`,
  );
  return `pid ${rows[0]?.name.split(' ').at(-1) ?? 'unknown'}`;
}

const isRefused = (error: unknown): boolean => ['28P01', '28000'].includes(errorCode(error) ?? '');
