import 'reflect-metadata';
import { createDataSource, migrate } from '../src/database/data-source.ts';
import { startEphemeral } from '../src/database/embedded/ephemeral.ts';

// Fails if the tables made by the migrations differ from those of src/database/tables, and prints what would have to change.

const database = await startEphemeral();
try {
  const dataSource = await createDataSource(database.url).initialize();
  await migrate(dataSource);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  await dataSource.destroy();
  if (upQueries.length > 0) {
    console.error(
      `The migrations do not make the tables of src/database/tables. Missing:\n${upQueries.map(({ query }) => query).join('\n')}`,
    );
    process.exitCode = 1;
  }
} finally {
  await database.stop();
}
