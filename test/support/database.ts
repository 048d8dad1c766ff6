import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A migrated, empty database for one test file. */
export interface FreshDatabase {
  /** Connects as the owner of its tables. */
  readonly url: string;
  /** Connects as a server's role, which owns no table. */
  readonly serverUrl: string;
  /** Closes its connections and removes it. */
  drop(): Promise<void>;
}

/** Copies the run's template, or another: `beforeAll(async () => { database = await freshDatabase() })`, `afterAll(() => database.drop())`. */
export async function freshDatabase(template = process.env.TEST_TEMPLATE): Promise<FreshDatabase> {
  const { TEST_SERVER: server } = process.env;
  if (!server || !template) throw new Error('The test database is started by test/database-up.ts; run the tests with npm test.');
  const name = `t_${randomBytes(8).toString('hex')}`;
  await query(server, `create database ${name} template ${template}`);
  const url = withDatabase(server, name);
  return { url, serverUrl: asServer(url), drop: () => removeDatabase(server, name) };
}

/** The database of another server of the test, for a second node; that one drops it. */
export const sameDatabase = (url: string): FreshDatabase => ({ url, serverUrl: asServer(url), drop: async () => {} });

function asServer(url: string): string {
  const { TEST_SERVER_ROLE: role = '' } = process.env;
  const other = new URL(url);
  other.username = role;
  other.password = role;
  return other.href;
}

/** Removes a database, even if it is in use. */
export async function removeDatabase(server: string, name: string): Promise<void> {
  await query(server, `drop database if exists ${name} with (force)`);
}

/** The URL of another database on the same server. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** Runs one statement on its own connection; returns the rows. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // The statement fails too, and reports it.
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
