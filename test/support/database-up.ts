import { randomBytes } from 'node:crypto';
import 'reflect-metadata';
import { createDataSource, migrate as migrateTo } from '../../src/database/data-source.ts';
import { startEphemeral } from '../../src/database/embedded/ephemeral.ts';
import { query, removeDatabase, withDatabase } from './database.ts';

/** One PostgreSQL for the whole run, with the migrated database that every test file's own is copied from. */
export default async function databaseUp(): Promise<void> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startEphemeral();
  const template = `registry_template_${randomBytes(6).toString('hex')}`;
  await query(server.url, `create database ${template}`);
  const stop = async () => {
    if (given) await removeDatabase(server.url, template);
    await server.stop();
  };
  globalThis.stopTestDatabase = stop;
  await migrate(withDatabase(server.url, template)).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  // The test files run in processes of their own, which inherit these.
  process.env.TEST_SERVER = server.url;
  process.env.TEST_TEMPLATE = template;
}

async function migrate(url: string): Promise<void> {
  const source = createDataSource(url);
  await source.initialize();
  try {
    await migrateTo(source);
  } finally {
    await source.destroy();
  }
}
