import 'reflect-metadata';
import { createDataSource, migrate } from '../src/database/data-source.ts';
import { startEphemeral } from '../src/database/embedded/ephemeral.ts';
import { missingTables } from './missing-tables.ts';

// Fails if the tables made by the migrations differ from those of src/database/tables, and prints what would have to change.

const database = await startEphemeral();
try {
  const dataSource = await createDataSource(database.url).initialize();
  await migrate(dataSource);
  const missing = await missingTables(dataSource);
  await dataSource.destroy();
  if (missing.length > 0) {
    console.error(`The migrations do not make the tables of src/database/tables. Missing:\n${missing.join('\n')}`);
    process.exitCode = 1;
  }
} finally {
  await database.stop();
}
