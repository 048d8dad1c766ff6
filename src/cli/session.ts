import { userInfo } from 'node:os';
import type { DataSource } from 'typeorm';
import { type Config, loadConfig } from '../config.ts';
import { openDatabase, serverRoleOf } from '../database/connect.ts';
import { createDataSource, migrate } from '../database/data-source.ts';
import { CannotStart } from '../errors.ts';
import { onAskedToEnd } from './ending.ts';
import { errorIn } from './errors-in.ts';
import { exitCodes } from './exit-codes.ts';
import { localeOfRun } from './locale-option.ts';

/** Opens the registry's database as the owner of its tables, migrates it, does the work, and closes it even if the work fails. */
export async function withRegistry<T>(work: (dataSource: DataSource, config: Config) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const opening = openDatabase(config, 'client');
  // Ctrl-C leaves no server behind; what was not committed is not kept.
  const listenNoMore = onAskedToEnd((times) => {
    if (times > 1) process.exit(exitCodes.interrupted);
    process.stderr.write(`${errorIn(localeOfRun(process.argv), interrupted)}\n`);
    void opening.then((database) => database.close()).finally(() => process.exit(exitCodes.interrupted));
  });
  const database = await opening;
  const dataSource = createDataSource(database.ownerUrl, { poolSize: 2 });
  try {
    await dataSource.initialize();
    await migrate(dataSource, serverRoleOf(database));
    return await work(dataSource, config);
  } catch (error) {
    throw await plainly(error);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.close();
    listenNoMore();
  }
}

const interrupted = 'Interrupted. What was not finished is not recorded.';

/** Names a database that went away in the middle: PostgreSQL, the network and TypeORM each have words of their own for that. */
async function plainly(error: unknown): Promise<unknown> {
  const { isOfServerGone } = await import('../server/errors/client-errors.ts');
  return isOfServerGone(error) ? new CannotStart(connectionLost, { cause: error }) : error;
}

const connectionLost = 'The connection to the database was lost. What was not finished is not recorded: run the command again.';

/** The operator's name for histories and the audit log. */
export function operator(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // A user id without an entry in the system's list of users.
    return `cli:uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
