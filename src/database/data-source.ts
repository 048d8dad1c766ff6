import { type ClientBase, type ClientConfig, Pool, types } from 'pg';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { CannotStart } from '../errors.ts';
import { settleChain } from './chained-tables.ts';
import { migrations } from './every-migration.ts';
import { tables } from './every-table.ts';
import { migrateJobSchema } from './job-schema.ts';
import { whyNotMigrated } from './migration-fault.ts';
import { RegistryNaming } from './naming.ts';
import { grantServerRights, ownsTables, requireMigrated } from './server-rights.ts';
import { endInSilence } from './silence.ts';

/** Options that differ between the processes that open the database. Times are in milliseconds; 0 or absent means no limit. */
export interface DataSourceOptions {
  readonly poolSize?: number;
  readonly statementTimeout?: number;
  readonly lockTimeout?: number;
  readonly idleInTransactionTimeout?: number;
  /** How long to wait for a free connection before giving up. */
  readonly connectionTimeout?: number;
  /** Whether statements that write are refused. */
  readonly isReadOnly?: boolean;
}

/** The data source of a PostgreSQL URL, not yet connected: call `initialize()`. */
export function createDataSource(url: string, options: DataSourceOptions = {}): DataSource {
  const { bare, given } = withoutOptions(url);
  return new DataSource({
    type: 'postgres',
    url: bare,
    applicationName: 'cor-registry',
    poolSize: options.poolSize ?? 4,
    connectTimeoutMS: options.connectionTimeout ?? 10_000,
    extra: connectionSettings(options, given),
    namingStrategy: new RegistryNaming(),
    entities: tables,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    installExtensions: false,
    logging: false,
  });
}

/** How a connection of the registry is opened, outside a pool. */
export function connectionTo(url: string): ClientConfig {
  const { bare, given } = withoutOptions(url);
  return { connectionString: bare, ...connectionSettings({}, given) };
}

/**
 * A URL without its parameter `options`, and what that said. Left in, it would silently replace our own settings: search would find less, and days
 * could be read wrongly. Ours follow the given ones, and so prevail.
 */
function withoutOptions(url: string): { readonly bare: string; readonly given: string } {
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options');
  if (given === null) return { bare: url, given: '' };
  parsed.searchParams.delete('options');
  return { bare: parsed.href, given };
}

/** The pg pool of a connected data source, for named statements, which TypeORM does not offer. */
export function poolOf(dataSource: DataSource): Pool {
  const { driver } = dataSource;
  if ('master' in driver && driver.master instanceof Pool) return driver.master;
  throw new Error('The data source is not connected to PostgreSQL.');
}

/**
 * How similar a name must be to the search text. If higher, two swapped letters in a word of eight are not forgiven; if lower, too many names are
 * found.
 */
export const LIKE_ENOUGH = 0.44;

/** Settings of each pg connection. Days stay text, whatever date style the server prefers, and instants keep their milliseconds. */
const connectionSettings = (options: DataSourceOptions, given: string) => ({
  types: { getTypeParser },
  onConnect: (connection: ClientBase): void => {
    outliveItsLoss(connection);
    endInSilence(connection, options.statementTimeout ?? 0);
  },
  // A connection that is closed when it is idle takes its prepared statements with it, and the next requests wait for both.
  idleTimeoutMillis: 0,
  keepAlive: true,
  options: `${given} -c datestyle=ISO,YMD -c timezone=UTC -c extra_float_digits=1 -c pg_trgm.word_similarity_threshold=${LIKE_ENOUGH}${options.isReadOnly ? ' -c default_transaction_read_only=on' : ''}`,
  statement_timeout: options.statementTimeout ?? 0,
  lock_timeout: options.lockTimeout ?? 0,
  idle_in_transaction_session_timeout: options.idleInTransactionTimeout ?? 0,
});

/**
 * A connection that is cut while in use and idle emits an error event, and an error event without a listener ends the process. The next statement
 * fails as well, and the pool does not reuse the connection.
 */
const outliveItsLoss = (connection: ClientBase): void => {
  connection.on('error', () => {});
};

const asText = (text: string): string => text;

/** A `date` becomes text, `YYYY-MM-DD`; pg parses every other type. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === types.builtins.DATE ? asText : types.getTypeParser(oid, format);

/** Any number that no one else locks: these are the letters "COR". */
const MIGRATION_LOCK = 0x434f52;

/**
 * Migrates the database, and the schema of the job queue. Any number of processes may call it at once: one migrates, the others wait. Returns the
 * names of the migrations it ran. `serverRole` is the role that serves the API, where that is another than the owner: it receives its rights.
 * A role that owns no table migrates nothing; it throws CannotStart if a migration is missing.
 */
export async function migrate(dataSource: DataSource, serverRole: string | null = null): Promise<string[]> {
  if (!(await ownsTables(dataSource))) return requireMigrated(dataSource).then(() => []);
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await runPending(dataSource, runner, serverRole).finally(() => runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]));
  } catch (error) {
    const why = whyNotMigrated(error);
    throw why === null ? error : new CannotStart(why);
  } finally {
    await runner.release();
  }
}

async function runPending(dataSource: DataSource, runner: QueryRunner, serverRole: string | null): Promise<string[]> {
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = 'all';
  const ran = await executor.executePendingMigrations();
  await settleChain(runner);
  await migrateJobSchema(dataSource, runner);
  if (serverRole !== null) await grantServerRights(runner, serverRole);
  return ran.map(({ name }) => name);
}
