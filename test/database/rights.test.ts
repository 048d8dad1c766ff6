import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createDataSource, migrate } from '../../src/database/data-source.ts';
import { CannotStart } from '../../src/errors.ts';
import { query, removeDatabase, withDatabase } from '../support/database.ts';

test('a role that may not create tables gets an error naming the rights it lacks', async () => {
  const server = process.env.TEST_SERVER ?? '';
  const name = `rights_${randomBytes(6).toString('hex')}`;
  await query(server, `create database ${name}`);
  await query(server, `create role ${name} login password 'secret'`);
  const url = new URL(withDatabase(server, name));
  url.username = name;
  url.password = 'secret';
  const source = await createDataSource(url.href).initialize();
  try {
    const failed = await migrate(source).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(CannotStart);
    expect(String(failed)).toContain('CREATE on the database and on its schema public');
  } finally {
    await source.destroy();
    await removeDatabase(server, name);
    await query(server, `drop role ${name}`);
  }
});
