import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/database/connect.ts';
import { createDataSource, poolOf } from '../../src/database/data-source.ts';
import { type FreshDatabase, freshDatabase, query } from '../support/database.ts';

const open = (databaseUrl: string) =>
  openDatabase({ databaseUrl, databaseOwnerUrl: null, dataDir: '/nowhere', embeddedPgBin: null }, 'client');

describe('a database named by DATABASE_URL', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  const changed = (change: (url: URL) => void): string => {
    const url = new URL(database.url);
    change(url);
    return url.href;
  };

  test('is used as it is, and left running', async () => {
    const { url, folder, close } = await open(database.url);
    expect([url, folder]).toEqual([database.url, null]);
    await close();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('may cut a connection in use: nothing else ends, and the pool does not use it again', async () => {
    const source = await createDataSource(database.url, { poolSize: 1 }).initialize();
    const lent = await poolOf(source).connect();
    const ended = new Promise((resolve) => lent.once('end', resolve));
    const { rows } = await lent.query('select pg_backend_pid() as pid');
    await query(database.url, `select pg_terminate_backend(${rows[0].pid})`);
    await ended;
    await expect(lent.query('select 1')).rejects.toThrow('not queryable');
    lent.release();
    expect(await source.query('select 1 as one')).toEqual([{ one: 1 }]);
    await source.destroy();
  });

  test('is explained in one line when the password is wrong, without the password', async () => {
    const url = changed((each) => {
      each.password = 's3cret';
    });
    await expect(open(url)).rejects.toThrow(
      `The PostgreSQL at ${new URL(url).host} rejected the user or the password. DATABASE_URL names it.`,
    );
  });

  test('is explained in one line when there is no such database', async () => {
    const url = changed((each) => {
      each.pathname = '/elsewhere';
    });
    await expect(open(url)).rejects.toThrow(`The PostgreSQL at ${new URL(url).host} has no database of that name. DATABASE_URL names it.`);
  });

  test('is explained in one line when nothing listens there', async () => {
    await expect(open('postgres://cor:s3cret@127.0.0.1:9/cor')).rejects.toThrow(
      'The PostgreSQL at 127.0.0.1:9 refused the connection: nothing listens there. DATABASE_URL names it.',
    );
  });

  test('is explained in one line when there is no such host', async () => {
    await expect(open('postgres://cor:s3cret@db.invalid/cor')).rejects.toThrow(
      /^The PostgreSQL at db\.invalid was not found: .* DATABASE_URL names it\.$/,
    );
  });
});

test('a PostgreSQL that is too old is refused with its version', async () => {
  const old: Server = createServer((socket) => {
    // Just enough of the protocol: authentication ok, ready; then one row, "14".
    const message = (type: string, ...parts: Buffer[]) => {
      const body = Buffer.concat(parts);
      const length = Buffer.alloc(4);
      length.writeInt32BE(body.length + 4);
      return Buffer.concat([Buffer.from(type), length, body]);
    };
    const ready = message('Z', Buffer.from('I'));
    const column = Buffer.concat([Buffer.from('version\0'), Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 23, 0, 4, 255, 255, 255, 255, 0, 0])]);
    const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 2]), Buffer.from('14')]);
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.from([0, 0, 0, 0])), ready]));
      socket.once('data', () => {
        socket.write(
          Buffer.concat([message('T', Buffer.from([0, 1]), column), message('D', row), message('C', Buffer.from('SELECT 1\0')), ready]),
        );
      });
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve));
  const address = old.address();
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  await expect(open(`postgres://cor@${host}/cor?sslmode=disable`)).rejects.toThrow(
    `The PostgreSQL at ${host} is version 14; the registry needs 15 or later.`,
  );
  await new Promise((resolve) => old.close(resolve));
});

describe('options in DATABASE_URL', () => {
  test('are kept, and the registry’s own take precedence', async () => {
    const database = await freshDatabase();
    const url = new URL(database.url);
    url.searchParams.set('options', '-c datestyle=SQL,DMY -c work_mem=7MB');
    for (const isReadOnly of [false, true]) {
      const source = await createDataSource(url.href, { isReadOnly }).initialize();
      const [shown] = await source.query(`select current_setting('datestyle') as datestyle, current_setting('work_mem') as memory,
        current_setting('pg_trgm.word_similarity_threshold') as likeness, current_setting('default_transaction_read_only') as "readOnly"`);
      expect(shown).toEqual({ datestyle: 'ISO, YMD', memory: '7MB', likeness: '0.44', readOnly: isReadOnly ? 'on' : 'off' });
      await source.destroy();
    }
    await database.drop();
  });
});
