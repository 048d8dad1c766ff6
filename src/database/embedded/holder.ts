import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { CannotStart } from '../../errors.ts';
import { errorCode } from '../error-code.ts';
import { user } from './cluster.ts';
import type { Installation } from './installation.ts';
import type { Postmaster } from './postmaster.ts';

/** What a process is to the PostgreSQL of a data folder: the one API server, or one of any number of clients. */
export type Role = 'server' | 'client';

// Advisory locks of the maintenance database. They end with the connection, so a killed process holds nothing.
const use = '(4021, 1)';
const serve = '(4021, 2)';

/**
 * Joins the running server with a connection that says "in use" for as long as it lives; null when the server is going down, so try again.
 * A second API server is refused.
 */
export async function hold(installation: Installation, { port }: Postmaster, role: Role): Promise<Client | null> {
  const client = new Client({
    ...{ host: '127.0.0.1', port, user, password: installation.password, database: 'postgres', ssl: false },
    ...{ keepAlive: true, connectionTimeoutMillis: 10_000 },
    application_name: `registry ${role} ${process.pid}`,
  });
  client.on('error', () => {}); // A lost connection also ends it, and that is what the holder acts on.
  try {
    await client.connect();
    // In this order: one who is refused must not have been in the way of the last one out.
    if (role === 'server') await serveAlone(client, installation.folder);
    if (await lock(client, 'pg_try_advisory_lock_shared', use)) return client;
  } catch (error) {
    await client.end().catch(() => {});
    if (error instanceof CannotStart) throw error;
    if (isRefused(error))
      throw new CannotStart(`The password in ${installation.folder}/embedded.json does not open the database beside it.`);
    return null;
  }
  await client.end().catch(() => {});
  return null;
}

/** Gives up the hold. True when nobody else is left: the caller then stops the server, and until that is done nobody can join. */
export async function isLast(client: Client): Promise<boolean> {
  await client.query(`select pg_advisory_unlock_shared${use}`);
  return lock(client, 'pg_try_advisory_lock', use);
}

async function lock(client: Client, how: string, key: string): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>(`select ${how}${key} as granted`);
  return rows[0]?.granted === true;
}

// A server killed a moment ago may still be on PostgreSQL's books, hence the second of patience.
async function serveAlone(client: Client, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await lock(client, 'pg_try_advisory_lock', serve)) return;
    await sleep(50);
  }
  throw new CannotStart(
    `Another registry server (${await whoServes(client)}) already serves this data folder, ${folder}. ` +
      'Stop it first, or give this one a folder of its own with REGISTRY_DATA_DIR.',
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
