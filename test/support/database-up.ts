import { randomBytes } from 'node:crypto';
import 'reflect-metadata';
import { createDataSource, migrate as migrateTo } from '../../src/database/data-source.ts';
import { startEphemeral } from '../../src/database/embedded/ephemeral.ts';
import { query, removeDatabase, withDatabase } from './database.ts';

/** One PostgreSQL for the whole run, with the migrated database that every test file gets a copy of, and the role of its servers. */
export default async function databaseUp(): Promise<void> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startEphemeral();
  const template = `registry_template_${randomBytes(6).toString('hex')}`;
  const role = `registry_server_${randomBytes(6).toString('hex')}`;
  await query(server.url, `create database ${template}`);
  await query(server.url, `create role ${role} login password '${role}'`);
  const stop = async () => {
    if (given) await removeDatabase(server.url, template);
    if (given) await query(server.url, `drop role ${role}`);
    await server.stop();
  };
  globalThis.stopTestDatabase = stop;
  await migrate(withDatabase(server.url, template), role).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  // The test files run in separate processes, which inherit these.
  process.env.TEST_SERVER = server.url;
  process.env.TEST_TEMPLATE = template;
  process.env.TEST_SERVER_ROLE = role;
}

async function migrate(url: string, serverRole: string): Promise<void> {
  const source = createDataSource(url);
  await source.initialize();
  try {
    await migrateTo(source, serverRole);
  } finally {
    await source.destroy();
  }
}
