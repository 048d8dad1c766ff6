import { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Creates the schema `graphile_worker` of the job queue, or migrates it to the version of the package. On a separate connection: the package runs
 * each of its migrations in a transaction. It is loaded here alone and in src/jobs, since most processes never need it.
 */
export async function migrateJobSchema({ options }: DataSource): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  const connectionString = 'url' in options && typeof options.url === 'string' ? options.url : undefined;
  const pgPool = new Pool({ connectionString, max: 1, application_name: 'cor-registry' });
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) });
  } finally {
    await pgPool.end();
  }
}
