import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { prepared } from '../../src/database/prepared.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

describe('a prepared statement', () => {
  let database: FreshDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await freshDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  test('is named after what it reads and a hash of its text', () => {
    const { name } = prepared('accounts_by_id', 'select 1');
    expect(name).toMatch(/^accounts_by_id_[0-9a-f]{8}$/);
    expect(prepared('accounts_by_id', 'select 1').name).toBe(name);
  });

  test('runs its own text, even if another release prepared a statement of the same purpose on that connection', async () => {
    const answers = async (text: string) => (await client.query({ ...prepared('account', text), rowMode: 'array' })).rows;
    expect(await answers("select 'of this release'")).toEqual([['of this release']]);
    expect(await answers("select 'of the next release'")).toEqual([['of the next release']]);
    const { rows } = await client.query("select count(*)::int as kept from pg_prepared_statements where name like 'account\\_%'");
    expect(rows).toEqual([{ kept: 2 }]);
  });
});
