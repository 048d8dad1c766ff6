import { Pool } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/**
 * Creates the schema `graphile_worker` of the job queue, or migrates it to the version of the package. On a separate connection: the package runs
 * each of its migrations in a transaction. It is loaded here alone and in src/jobs, since most processes never need it.
 */
export async function migrateJobSchema({ options }: DataSource, runner: QueryRunner): Promise<void> {
  if ((await newestIn(runner)) === newestJobMigration) return;
  const { Logger, runMigrations } = await import('graphile-worker');
  const connectionString = 'url' in options && typeof options.url === 'string' ? options.url : undefined;
  const pgPool = new Pool({ connectionString, max: 1, application_name: 'cor-registry' });
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) });
  } finally {
    await pgPool.end();
  }
}

/** The number of the package's last migration, so that a start need not load the package to find that nothing is to be done. */
export const newestJobMigration = 18;

/** The number of the last migration that the database has; null without the schema. */
async function newestIn(runner: QueryRunner): Promise<number | null> {
  const [held]: { migrations: string | null }[] = await runner.query(`select to_regclass('graphile_worker.migrations') as migrations`);
  if (!held?.migrations) return null;
  const [row]: { newest: number | null }[] = await runner.query('select max(id) as newest from graphile_worker.migrations');
  return row?.newest ?? null;
}
