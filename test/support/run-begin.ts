import { prepareCompiled } from './compiled.ts';
import databaseUp from './database-up.ts';

/** Before the first test: the database, and a folder for the registry compiled, for tests that run it as a process. */
export default async function runBegin(): Promise<void> {
  prepareCompiled();
  await databaseUp();
}
