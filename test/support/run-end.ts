import { removeCompiled } from './compiled.ts';
import databaseDown from './database-down.ts';

/** After the last test. */
export default async function runEnd(): Promise<void> {
  removeCompiled();
  await databaseDown();
}
