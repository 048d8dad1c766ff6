import { userInfo } from 'node:os';
import type { DataSource } from 'typeorm';
import { type Config, loadConfig } from '../config.ts';
import { openDatabase } from '../database/connect.ts';
import { createDataSource, migrate } from '../database/data-source.ts';
import { exitCodes } from './exit-codes.ts';

/** Opens the registry's database, migrates it, does the work, and closes it even if the work fails. */
export async function withRegistry<T>(work: (dataSource: DataSource, config: Config) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const database = await openDatabase(config, 'client');
  const interrupt = () => void database.close().finally(() => process.exit(exitCodes.interrupted));
  for (const signal of signals) process.once(signal, interrupt);
  const dataSource = createDataSource(database.url, { poolSize: 2 });
  try {
    await dataSource.initialize();
    await migrate(dataSource);
    return await work(dataSource, config);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.close();
    for (const signal of signals) process.off(signal, interrupt);
  }
}

/** Ctrl-C leaves no server behind; what was not committed is not kept. */
const signals = ['SIGINT', 'SIGTERM'] as const;

/** The operator's name for histories and the audit log. */
export function operator(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // A user id without an entry in the system's list of users.
    return `cli:uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
