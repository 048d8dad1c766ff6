import type { DataSource } from 'typeorm';
import { Turns } from '../src/database/turns.ts';

/** The statements that would bring a migrated database to the tables of src/database/tables; none where they agree. */
export async function missingTables(dataSource: DataSource): Promise<readonly string[]> {
  takeTurns(dataSource);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

/** TypeORM reads many tables at once over one connection, which pg deprecates: here each statement waits for the one before it. */
function takeTurns(dataSource: DataSource): void {
  const makeRunner = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner = makeRunner(mode);
    const turns = new Turns(1);
    const query = runner.query.bind(runner);
    return Object.assign(runner, { query: (...asked: Parameters<typeof query>) => turns.take(() => query(...asked)) });
  };
}
