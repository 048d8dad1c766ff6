import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorIn } from '../../src/cli/errors-in.ts';
import { openDatabase } from '../../src/database/connect.ts';
import { createDataSource, poolOf } from '../../src/database/data-source.ts';
import { whyNotAllowed } from '../../src/database/migration-fault.ts';
import { connectionOf } from '../../src/database/unit-of-work.ts';
import { faultOf, isOfServerGone } from '../../src/server/errors/client-errors.ts';
import { type FreshDatabase, freshDatabase, query } from '../support/database.ts';

const open = (databaseUrl: string, role: 'client' | 'server' = 'client') =>
  openDatabase({ databaseUrl, databaseOwnerUrl: null, dataDir: '/nowhere', embeddedPgBin: null }, role);

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

  test('may fall silent: what waits for it ends once no statement may still run, and the next gets a connection of its own', async () => {
    const source = await createDataSource(database.url, { poolSize: 1, statementTimeout: 100 }).initialize();
    const [held]: { pid: number }[] = await source.query('select pg_backend_pid() as pid');
    const pid = held?.pid ?? Number.NaN;
    // Longer than it may be silent, so that having nothing to say is no reason to end it, nor to forget it.
    await sleep(2_300);
    process.kill(pid, 'SIGSTOP');
    try {
      const error: unknown = await source.query('select 1').catch((thrown: unknown) => thrown);
      expect(faultOf(error).message).toBe('The database does not answer. Try again shortly.');
      expect(isOfServerGone(error)).toBe(true);
      expect(await source.query('select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      process.kill(pid, 'SIGCONT');
      await source.destroy();
    }
  });

  test('may cut a transaction between two of its statements: its caller may come back', async () => {
    const source = await createDataSource(database.url, { poolSize: 1 }).initialize();
    const cut = source.transaction(async (tx) => {
      const connection = await connectionOf(tx);
      const ended = new Promise((resolve) => connection.once('end', resolve));
      const { rows } = await connection.query('select pg_backend_pid() as pid');
      await query(database.url, `select pg_terminate_backend(${rows[0].pid})`);
      await ended;
      await tx.query('select 1');
    });
    const error: unknown = await cut.catch((thrown: unknown) => thrown);
    expect([faultOf(error).code, isOfServerGone(error)]).toEqual(['OVERLOADED', true]);
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

  test('is explained in one line when the user may not connect to it', async () => {
    const { pathname } = new URL(database.url);
    const name = pathname.slice(1);
    await query(database.url, `create role stranger_${name} login password 's3cret'; revoke connect on database ${name} from public`);
    const url = changed((each) => {
      [each.username, each.password] = [`stranger_${name}`, 's3cret'];
    });
    await expect(open(url)).rejects.toThrow('does not let the user connect to that database: grant it CONNECT. DATABASE_URL names it.');
    await query(database.url, `drop role stranger_${name}`);
  });

  test('lacks a right at any later moment: what is said names the right and what grants it', () => {
    const denied = Object.assign(new Error('permission denied for table account'), { code: '42501' });
    expect(whyNotAllowed(denied)).toMatch(/permission denied for table account\. .*`registry migrate` grants it/);
    expect(errorIn('fr', whyNotAllowed(denied) ?? '')).toMatch(/^Il manque un droit .* table account\. Si les tables/);
    expect(whyNotAllowed(new Error('another'))).toBeNull();
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

/** One row that a server returns to each query: numbers are integers, the rest is text. */
type Row = Readonly<Record<string, string | number>>;

/** Just enough of the protocol to open a connection and answer one query. `rowOf` has the number of the connection. */
async function pretend(rowOf: (connection: number) => Row, work: (host: string) => Promise<void>): Promise<void> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    const row = Object.entries(rowOf(connections));
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
      socket.once('data', () =>
        socket.write(Buffer.concat([columnsOf(row), valuesOf(row), message('C', Buffer.from('SELECT 1\0')), ready])),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await work(`127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  await new Promise((resolve) => server.close(resolve));
}

function message(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}

const ready = message('Z', Buffer.from('I'));

function columnsOf(row: readonly (readonly [string, string | number])[]): Buffer {
  const columns = row.map(([name, value]) => {
    const [integer, text] = [23, 25];
    const type = [0, 0, 0, 0, 0, 0, 0, 0, 0, typeof value === 'number' ? integer : text, 0, 4, 255, 255, 255, 255, 0, 0];
    return Buffer.concat([Buffer.from(`${name}\0`), Buffer.from(type)]);
  });
  return message('T', Buffer.from([0, row.length]), ...columns);
}

const valuesOf = (row: readonly (readonly [string, string | number])[]): Buffer =>
  message(
    'D',
    Buffer.from([0, row.length]),
    ...row.map(([, value]) => Buffer.concat([Buffer.from([0, 0, 0, String(value).length]), Buffer.from(String(value))])),
  );

describe('what answers in place of a PostgreSQL of our own settings', () => {
  const ours = { similarity: '0.44', zone: 'UTC', style: 'ISO, YMD', version: 15 };

  test.each<[string, (connection: number) => Row, string]>([
    [
      'a server that is too old',
      (pid) => ({ ...ours, pid, version: 14 }),
      'The PostgreSQL at {} is version 14; the registry needs 15 or later.',
    ],
    [
      'a pooler by transaction',
      () => ({ ...ours, pid: 7 }),
      'The connection pooler at {} shares connections between transactions. Set it to pool by session for the registry, or name PostgreSQL itself (docs/scale.md).',
    ],
    [
      'a pooler that ignores settings',
      (pid) => ({ ...ours, pid, similarity: '' }),
      'The connection pooler at {} drops the settings of connections. Give them to the role of the registry, or name PostgreSQL itself (docs/scale.md).',
    ],
    [
      'a standby in place of the primary',
      (pid) => ({ ...ours, pid, standby: 1 }),
      'The PostgreSQL at {} is a standby, which takes no writes. DATABASE_URL must name the primary.',
    ],
  ])('%s is refused in one line', async (_what, rowOf, line) => {
    await pretend(rowOf, async (host) => {
      await expect(open(`postgres://cor@${host}/cor?sslmode=disable`, 'server')).rejects.toThrow(line.replace('{}', host));
    });
  });
});

test('a command looks at the database of its own role, and names its setting', async () => {
  const away = {
    databaseUrl: 'postgres://cor@127.0.0.1:1/cor',
    databaseOwnerUrl: 'postgres://owner@127.0.0.1:2/cor',
    dataDir: '/nowhere',
    embeddedPgBin: null,
  };
  const said = 'The PostgreSQL at 127.0.0.1:{} refused the connection: nothing listens there.';
  await expect(openDatabase(away, 'client')).rejects.toThrow(`${said.replace('{}', '2')} DATABASE_OWNER_URL names it.`);
  await expect(openDatabase(away, 'server')).rejects.toThrow(`${said.replace('{}', '1')} DATABASE_URL names it.`);
  await pretend(
    () => ({ similarity: '0.44', zone: 'UTC', style: 'ISO, YMD', version: 15, pid: 7 }),
    async (host) => {
      const owner = { ...away, databaseOwnerUrl: `postgres://owner@${host}/cor?sslmode=disable` };
      await expect(openDatabase(owner, 'client')).rejects.toThrow('shares connections between transactions');
    },
  );
});

describe('options in DATABASE_URL', () => {
  test('are kept, and the registry’s own take precedence', async () => {
    const database = await freshDatabase();
    const url = new URL(database.url);
    url.searchParams.set('options', '-c datestyle=SQL,DMY -c extra_float_digits=-10 -c work_mem=7MB');
    for (const isReadOnly of [false, true]) {
      const source = await createDataSource(url.href, { isReadOnly }).initialize();
      const [shown] = await source.query(`select current_setting('datestyle') as datestyle, current_setting('work_mem') as memory,
        current_setting('pg_trgm.word_similarity_threshold') as likeness, current_setting('default_transaction_read_only') as "readOnly", 1796135920213::float8 as instant`);
      expect(shown).toEqual({
        datestyle: 'ISO, YMD',
        memory: '7MB',
        likeness: '0.44',
        readOnly: isReadOnly ? 'on' : 'off',
        instant: 1796135920213,
      });
      await source.destroy();
    }
    await database.drop();
  });
});
